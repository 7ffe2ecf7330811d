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
  stack.use(http.all(`${location.origin}${path}/*`, ({ request }) => realAnswer(stack, path, request)));
  return path;
}

/** What the backend really answers below a path of the test's own; to be changed by the test. */
export function realAnswer(stack: Stack, path: string, request: Request): Promise<Response> {
  return stack.proxy.fetch(new Request(request.url.replace(path, PROXY_PATH), request));
}

/** Routes that the page asks for below a path of the test's own, in order: `/entities`. */
export function routesAsked(stack: Stack, path: string): string[] {
  return noted(stack, path, (_method, route) => route);
}

/** The same with their methods: `GET /entities`. */
export function callsAsked(stack: Stack, path: string): string[] {
  return noted(stack, path, (method, route) => `${method} ${route}`);
}

function noted(stack: Stack, path: string, words: (method: string, route: string) => string): string[] {
  const asked: string[] = [];
  stack.use(
    http.all(`${location.origin}${path}/*`, ({ request }) => {
      asked.push(words(request.method, new URL(request.url).pathname.slice(path.length)));
      return undefined; // Let through to the backend.
    }),
  );
  return asked;
}
