/** Where Lean's script comes from, and which other addresses are obeyed (product.md §2, `sdk_url`). */
import { isLoopbackHost } from '../domain/loopback.js';
import { LeanError } from '../domain/error.js';
import type { Region } from '../domain/region.js';
import { isRegion } from '../domain/region.js';
import type { LinkSession } from '../wire/contract.js';

const LEAN_CDN = 'https://cdn.leantech.me/';

/** Lean's loader for a country: the same script serves sandbox and production. */
export function sdkUrlOfRegion(region: Region): string {
  return `${LEAN_CDN}link/loader/prod/${region}/latest/lean-link-loader.min.js`;
}

/** The country in the path of one of Lean's scripts, in any of its three generations; null in another path. */
export function regionOfSdkUrl(url: string): Region | null {
  if (!URL.canParse(url)) return null;
  const path = new URL(url).pathname;
  const named = /\/link\/(?:loader|sdk\/web\/v2)\/prod\/(ae|sa)\//.exec(path)?.[1];
  if (isRegion(named)) return named;
  if (path.startsWith('/sa/link/sdk/web/')) return 'sa';
  return path.startsWith('/link/sdk/web/') ? 'ae' : null;
}

/** True for the direct V2 bundle, whose global is `LeanV2`. */
export function isV2Url(url: string): boolean {
  return /\/link\/(?:sdk\/web\/)?v2\//.test(new URL(url).pathname);
}

/** True for the old V1 bundle. */
export function isV1Url(url: string): boolean {
  return /\/link\/sdk\/web\/(?!v2\/)/.test(new URL(url).pathname);
}

/** True when a script may come from there: Lean's CDN, the page's own origin, or, both on loopback, a simulator. */
export function isAllowedSource(url: URL, page: URL, sandbox: boolean): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  if (url.username !== '' || url.password !== '') return false;
  if (url.href.startsWith(LEAN_CDN) || url.origin === page.origin) return true;
  return sandbox && isLoopbackHost(page.hostname) && isLoopbackHost(url.hostname);
}

/** The page's own address; a `srcdoc` frame has none and borrows its parent's. */
export function pageUrl(): URL {
  return new URL(location.protocol.startsWith('http') ? location.href : document.baseURI);
}

/**
 * The script for a link session: its `sdk_url`, else Lean's own for its region.
 * @throws LeanError `sdk_url_refused` when the backend names an address that is not obeyed
 */
export function sdkUrl(session: Pick<LinkSession, 'region' | 'sandbox' | 'sdk_url'>): string {
  if (!session.sdk_url) return sdkUrlOfRegion(session.region);
  const page = pageUrl();
  const url = URL.canParse(session.sdk_url, page) ? new URL(session.sdk_url, page) : null;
  if (url !== null && isAllowedSource(url, page, session.sandbox)) return url.href;
  throw new LeanError(
    'sdk_url_refused',
    `The link session's sdk_url ${url === null ? 'is no URL' : `at ${url.origin} is not obeyed`}: it must be of the page's own origin or under ${LEAN_CDN}.`,
  );
}
