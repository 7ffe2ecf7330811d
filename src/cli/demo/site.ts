import { Hono } from 'hono';
import type { Controls } from './controls.js';
import type { Files } from './files.js';
import type { Visitors } from './visitors.js';

/** Where banks send the customer back to; it leads on to the page they left. */
export const BANK_RETURN = '/bank-return';
/** One element in one state, as states.html frames it. */
const STATE_PAGE = '/state.html';
/** A script that does not come, for the state in which the bank window is being loaded. */
const NEVER_SCRIPT = '/state-never.js';
const NEVER_MS = 60_000;
/** Where the site's backend for the elements answers. */
export const PROXY_PATH = '/api/lean';

interface SiteOptions {
  /** Of the site itself, and of Lean's script, images and bank pages: here the simulator's. */
  origins: { site: string; lean: string };
  files: Files;
  visitors: Visitors;
  proxy: (request: Request) => Promise<Response>;
  controls: Controls;
}

/** The sample host: pages, sessions, the proxy below `/api/lean`, and the demo's own controls. */
export function createSite({ origins, files, visitors, proxy, controls }: SiteOptions): Hono {
  const site = new Hono();

  site.use(async (context, next) => {
    // The session cookie and the way back from a bank belong to one host name.
    const url = new URL(context.req.url);
    if (url.host !== new URL(origins.site).host)
      return context.redirect(origins.site + url.pathname + url.search, 307);
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'same-origin');
  });

  site.all(`${PROXY_PATH}/*`, (context) => proxy(context.req.raw));
  site.route('/demo', controls);

  site.get(BANK_RETURN, (context) => {
    const { search } = new URL(context.req.url);
    return context.redirect((visitors.of(context.req.raw)?.lastPage ?? '/') + search, 303);
  });

  site.get(NEVER_SCRIPT, async (context) => {
    await new Promise<void>((resolve) => {
      context.req.raw.signal.addEventListener('abort', () => resolve());
      setTimeout(resolve, NEVER_MS).unref();
    });
    return context.body(null, 504);
  });

  site.get('*', async (context) => {
    const path = context.req.path;
    const file = await files.read(path);
    if (!file) return context.text('There is no such page.', 404);
    context.header('content-type', file.type);
    context.header('cache-control', 'no-cache');
    if (files.isPage(path)) {
      const visitor = visitors.of(context.req.raw) ?? visitors.signIn(context);
      if (path !== STATE_PAGE) visitor.lastPage = path;
      context.header('content-security-policy', contentSecurityPolicy(origins.lean, path === STATE_PAGE));
    }
    return context.body(file.body);
  });
  return site;
}

/** What the elements need on a page with a policy of its own, and nothing more (docs/going-to-production.md, section 5). */
function contentSecurityPolicy(leanOrigin: string, isFramed: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${leanOrigin}`,
    `connect-src 'self' ${leanOrigin}`,
    `img-src 'self' data: ${leanOrigin}`,
    `frame-src 'self' ${leanOrigin}`,
    "style-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
  ].join('; ');
}
