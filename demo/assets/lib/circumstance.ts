/** What of the host's circumstances the page itself acts out; the demo's backend does the others. */

/** Set by the demo's backend with the choice. */
const NAMED = /(?:^|; )housebook_circumstance=([\w-]+)/;
const PROXY_PATH = '/api/lean/';

function isOffline(): boolean {
  return NAMED.exec(document.cookie)?.[1] === 'page-offline';
}

/** Call it before the elements start. */
export function actCircumstance(): void {
  const realFetch = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    const isCut = isOffline() && pathname.startsWith(PROXY_PATH);
    return isCut ? Promise.reject(new TypeError('Failed to fetch')) : realFetch(input, init);
  };
  const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
  Object.defineProperty(navigator, 'onLine', {
    get: () => !isOffline() && real?.get?.call(navigator) !== false,
  });
  if (NAMED.exec(document.cookie)?.[1] === 'page-without-proxy') {
    for (const provider of document.querySelectorAll('lean-provider')) provider.removeAttribute('proxy');
  }
}

/** Tells the page, as a browser does, when the network has gone or come back. */
export function tellNetwork(wasOnLine: boolean): void {
  if (navigator.onLine !== wasOnLine) dispatchEvent(new Event(navigator.onLine ? 'online' : 'offline'));
}

/** Past every limit of the elements' patience. */
const LATER_MS = 200_000;

/** For the page's elements some three minutes have passed. */
export function letMinutesPass(): void {
  const now = performance.now.bind(performance);
  performance.now = () => now() + LATER_MS;
}
