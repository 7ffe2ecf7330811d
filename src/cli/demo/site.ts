import { Hono } from 'hono';
import { answerInstead, scriptInstead } from './circumstances.js';
import type { Controls } from './controls.js';
import type { Files } from './files.js';
import type { Visitors } from './visitors.js';

/** Where banks send the customer back to; it leads on to the page they left. */
export const BANK_RETURN = '/bank-return';
/** One element in one state, as states.html frames it. */
const STATE_PAGE = '/state.html';
/** Where the site's backend for the elements answers. */
export const PROXY_PATH = '/api/lean';
const LINK_SESSION = `${PROXY_PATH}/link-session`;
/** Parts of the package that come when they are needed; without the others no element would stand. */
const PARTS = /^\/chunks\/(connect-life|connect-run|refresh-button|statement|extras|\w+-body)-/;
/** The same files without those parts, for the state in which they are missing. */
const WITHOUT_PARTS = '/without-parts';

interface SiteOptions {
  /** Of the site itself, and of Lean's script, images and bank pages: here the simulator's. */
  origins: { site: string; lean: string };
  files: Files;
  visitors: Visitors;
  proxy: (request: Request) => Response | Promise<Response>;
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

  site.all(`${PROXY_PATH}/*`, async (context) => {
    const visitor = visitors.of(context.req.raw);
    const instead = await answerInstead(context.req.raw, visitor);
    if (instead) return instead;
    const answer = await proxy(context.req.raw);
    const script = scriptInstead(visitor, origins.lean);
    if (script === null || !answer.ok || context.req.path !== LINK_SESSION) return answer;
    return context.json({ ...((await answer.json()) as object), sdk_url: script });
  });
  site.route('/demo', controls);

  site.get(BANK_RETURN, (context) => {
    const { search } = new URL(context.req.url);
    return context.redirect((visitors.of(context.req.raw)?.lastPage ?? '/') + search, 303);
  });

  site.get('*', async (context) => {
    const asked = context.req.path;
    const isBare = asked.startsWith(WITHOUT_PARTS);
    const path = isBare ? asked.slice(WITHOUT_PARTS.length) : asked;
    const visitor = visitors.of(context.req.raw);
    const isMissing = (isBare || visitor?.scenario === 'page-parts-missing') && PARTS.test(path);
    const file = isMissing ? null : await files.read(path);
    if (!file) return context.text('There is no such page.', 404);
    context.header('content-type', file.type);
    context.header('cache-control', 'no-cache');
    if (files.isPage(path)) {
      const isState = path === STATE_PAGE;
      const someone = visitor ?? visitors.signIn(context);
      if (!isState) someone.lastPage = path;
      const scripts = someone.scenario === 'page-blocks-script' ? [] : [origins.lean];
      context.header('content-security-policy', contentSecurityPolicy(origins.lean, scripts, isState));
    }
    return context.body(file.body);
  });
  return site;
}

/** What the elements need on a page with a policy of its own, and nothing more (docs/going-to-production.md, section 5). */
function contentSecurityPolicy(leanOrigin: string, scripts: readonly string[], isFramed: boolean): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
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
