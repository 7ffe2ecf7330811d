/** Scripts in the place of Lean's, served inside the test page by msw, each on an address of its own. */
import { http, HttpResponse, type RequestHandler } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { pageState } from '../../src/link/page-state.js';

/** A script that offers both methods under a name. */
export function sdkScript(name: 'Lean' | 'LeanV2' = 'Lean', mark = 'sdk'): string {
  return `window.${name} = { mark: '${mark}', connect() {}, reconnect() {} };`;
}

let worker: SetupWorker | undefined;
let count = 0;

async function running(): Promise<SetupWorker> {
  if (worker === undefined) {
    worker = setupWorker();
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  }
  return worker;
}

/** One served address. `answer` may be replaced while the test runs. */
export interface Served {
  url: string;
  /** Requests for the script itself; the probe after a failure asks with HEAD and does not count. */
  requests: number;
  answer: () => Response | Promise<Response>;
}

/** Serves a script that no other test asks for. */
export async function serveScript(answer: string | (() => Response | Promise<Response>)): Promise<Served> {
  count += 1;
  const served: Served = {
    url: `${location.origin}/served/${String(count)}.js`,
    requests: 0,
    answer: typeof answer === 'string' ? () => script(answer) : answer,
  };
  await serveAt(served);
  return served;
}

/** Serves an address of the test's choice. */
export async function serveAt(served: Served): Promise<void> {
  (await running()).use(...scriptHandlers(served));
}

/** What a worker needs to serve an address. */
export function scriptHandlers(served: Served): RequestHandler[] {
  return [
    http.get(served.url, () => {
      served.requests += 1;
      return served.answer();
    }),
    http.head(served.url, () => served.answer()),
  ];
}

export function script(text: string): Response {
  return new HttpResponse(text, { headers: { 'content-type': 'text/javascript' } });
}

/** An answer that waits until the test lets it go. */
export function heldBack(text: string): { answer: () => Promise<Response>; release: () => void } {
  const gate = new AbortController();
  const opened = new Promise((resolve) => {
    gate.signal.addEventListener('abort', resolve);
  });
  return {
    answer: () => opened.then(() => script(text)),
    release: () => {
      gate.abort();
    },
  };
}

/** Puts a tag on the page as a host would. */
export function hostTag(url: string): HTMLScriptElement {
  const tag = document.createElement('script');
  tag.src = url;
  tag.dataset['host'] = '';
  document.head.append(tag);
  return tag;
}

/** All tags on the page that ask for a script. */
export function tagsFor(url: string): HTMLScriptElement[] {
  return [...document.scripts].filter((tag) => tag.src === url);
}

type Globals = Record<string, unknown>;

/** Forgets what a test has loaded. */
export function forgetSdk(): void {
  const page = window as unknown as Globals;
  delete page['Lean'];
  delete page['LeanV2'];
  const state = pageState();
  state.loads.clear();
  state.loadedUrl = null;
  state.said.clear();
  for (const tag of document.querySelectorAll('script[data-lean-elements-sdk], script[data-host]'))
    tag.remove();
}
