import { json, type State } from './states.js';

/** Where a page of one state has its backend; everything there is answered in the page. */
export const STUB_PATH = '/stub/lean';
const REAL_PATH = '/api/lean';

/** Answers the elements' requests as the state says; what it leaves alone goes to the demo's real backend. */
export function stubBackend(state: State): void {
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (!url.pathname.startsWith(STUB_PATH)) return realFetch(input, init);
    if (state.isOffline) throw new TypeError('Failed to fetch');
    const path = url.pathname.slice(STUB_PATH.length) + url.search;
    const route = `${init.method ?? 'GET'} ${path}`;
    const real = (): Promise<Response> => realFetch(REAL_PATH + path, init);
    const answer = (): Promise<Response> => Promise.resolve(replyTo(state, route, real));
    return abortable(answer(), init.signal);
  };
  if (state.isOffline) Object.defineProperty(navigator, 'onLine', { value: false });
}

let hasLinkEnded = false;

/** From now on the backend has what Link led to. */
export function endLink(): void {
  hasLinkEnded = true;
}

function replyTo(state: State, route: string, real: () => Promise<Response>): Response | Promise<Response> {
  const isEmpty = state.isWithoutBank === true || (state.isWithoutBank && !hasLinkEnded);
  if (isEmpty && route === 'GET /entities') return json([]);
  const found = Object.entries(state.replies ?? {}).find(([pattern]) =>
    pattern.startsWith('/')
      ? route.includes(pattern)
      : route.startsWith(pattern) && isThatRoute(route, pattern),
  );
  if (found) return found[1](real);
  if (route === 'POST /link-session' && state.script) return sessionWithScript(real, state.script);
  return real();
}

/** `GET /accounts` is the list, not what lies below it. */
function isThatRoute(route: string, pattern: string): boolean {
  const rest = route.slice(pattern.length);
  return rest === '' || rest.startsWith('?') || pattern.endsWith('?');
}

async function sessionWithScript(
  real: () => Promise<Response>,
  script: 'missing' | 'never',
): Promise<Response> {
  const session = (await (await real()).json()) as object;
  // Port 9 refuses; `never` is answered by the demo's site after the page has long given up.
  const sdk_url = script === 'never' ? '/script-never.js' : 'http://127.0.0.1:9/link.js';
  return json({ ...session, sdk_url });
}

/** As `fetch` does it: an abort rejects, whatever the backend is doing. */
function abortable(work: Promise<Response>, signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
    work.then(resolve, reject);
  });
}
