import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';

/** What a page on an allowed origin may read besides the body. */
const EXPOSED = 'lean-correlation-id, retry-after, x-lean-elements-max-size';
const DEFAULT_HEADERS = 'accept, authorization, content-type, x-lean-elements';
const METHODS = 'GET, POST, DELETE';
const PREFLIGHT_SECONDS = '600';

/**
 * Refuses what another website sends with the customer's cookies: its scripts (`Origin`), its images and forms
 * (`Sec-Fetch-Site`). A request without either header does not come from a page in a current browser. No custom
 * header is demanded on top: a page can send neither a JSON body nor a DELETE to another origin without a preflight.
 */
export function checkOrigin(request: Request, config: ProxyConfig): void {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin') return;
  const origin = request.headers.get('origin');
  if (origin !== null) {
    // A browser that says more than the origin has compared the schemes, which we cannot.
    if (isAllowed(origin, config) || (site === null && isSameHost(origin, request))) return;
    throw new ProblemError('origin_refused');
  }
  if (site === 'cross-site' || site === 'same-site') throw new ProblemError('origin_refused');
}

/** The answer to a preflight. An origin that is not allowed learns nothing from it. */
export function preflight(request: Request, config: ProxyConfig): Response {
  const origin = request.headers.get('origin');
  if (origin === null || !isAllowed(origin, config)) throw new ProblemError('origin_refused');
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': METHODS,
      // Hosts name their own session headers in getHeaders, so an allowed origin may send what it asks for.
      'access-control-allow-headers':
        request.headers.get('access-control-request-headers') ?? DEFAULT_HEADERS,
      'access-control-max-age': PREFLIGHT_SECONDS,
    },
  });
}

/** The headers every answer carries: never cached, never embedded, readable only by allowed origins. */
export function secureHeaders(request: Request, response: Response, config: ProxyConfig): Response {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.append('vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin !== null && isAllowed(origin, config)) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-expose-headers', EXPOSED);
  }
  return new Response(response.body, { status: response.status, headers });
}

function isAllowed(origin: string, config: ProxyConfig): boolean {
  return config.allowedOrigins.includes(origin);
}

/** Only the host is compared: behind a proxy that ends TLS this process sees `http` where the page says `https`. */
function isSameHost(origin: string, request: Request): boolean {
  const page = URL.canParse(origin) ? new URL(origin) : null;
  return page?.origin === origin && page.host === new URL(request.url).host;
}
