import { http } from 'msw';
import { PROXY_PATH, type Stack } from './stack.js';

let paths = 0;

/**
 * A path of its own for a test's backend. The page keeps one session for each backend address; a test that shared
 * it would find what the test before it had read.
 */
export function ownPath(stack: Stack): string {
  paths += 1;
  const path = `/test-${String(paths)}/lean`;
  stack.use(
    http.all(`${location.origin}${path}/*`, ({ request }) =>
      stack.proxy.fetch(new Request(request.url.replace(path, PROXY_PATH), request)),
    ),
  );
  return path;
}
