import { json } from './states/replies.js';
import type { State } from './states/state.js';

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
    open += 1;
    const answer = Promise.resolve(replyTo(state, route, real)).finally(() => {
      open -= 1;
      answeredAt = Date.now();
    });
    return abortable(answer, init.signal);
  };
  if (state.isOffline) Object.defineProperty(navigator, 'onLine', { value: false });
}

let open = 0;
let answeredAt: number | null = null;
const SETTLED_MS = 1000;

/** Once something was answered, and nothing more has been asked for a second. */
export async function answersSettled(): Promise<void> {
  while (open > 0 || answeredAt === null || Date.now() - answeredAt < SETTLED_MS) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

let hasLinkEnded = false;
let isDown = false;

/** From now on the backend has what Link led to. */
export function endLink(): void {
  hasLinkEnded = true;
}

/** From now on the backend answers nothing properly. */
export function goDown(): void {
  isDown = true;
}

function replyTo(state: State, route: string, real: () => Promise<Response>): Response | Promise<Response> {
  if (isDown) return new Response('<h1>Down</h1>', { status: 502 });
  const isEmpty = state.isWithoutBank === true || (state.isWithoutBank && !hasLinkEnded);
  if (isEmpty && route === 'GET /entities') return json([]);
  const found = Object.entries(state.replies ?? {}).find(([pattern]) =>
    pattern.startsWith('/') ? route.includes(pattern) : isThatRoute(route, pattern),
  );
  if (found) return found[1](real);
  const script = SCRIPTS[state.script ?? ''];
  if (route === 'POST /link-session' && script) return sessionWithScript(real, script);
  return real();
}

/** `GET /accounts` is the list, not what lies below it; `DELETE /entities` is any of them. */
function isThatRoute(route: string, pattern: string): boolean {
  if (!route.startsWith(pattern)) return false;
  const rest = route.slice(pattern.length);
  return rest === '' || rest.startsWith('?') || pattern.startsWith('DELETE');
}

/** Where Lean's script is looked for, seen from where it is. The first is a port that refuses; the others the demo answers. */
const SCRIPTS: Readonly<Record<string, (real: string) => string>> = {
  'outside-policy': () => 'http://127.0.0.1:9/link.js',
  blocked: (real) => new URL('/link/blocked.js', real).href,
  never: (real) => new URL('/link/never.js', real).href,
};

async function sessionWithScript(
  real: () => Promise<Response>,
  script: (real: string) => string,
): Promise<Response> {
  const session = (await (await real()).json()) as { sdk_url: string };
  return json({ ...session, sdk_url: script(session.sdk_url) });
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
