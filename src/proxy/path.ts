/** The routes of the contract, as hono writes patterns. */
export const ROUTE_PATHS = [
  '/link-session',
  '/entities',
  '/entities/:entityId',
  '/accounts',
  '/accounts/:accountId/balances',
  '/accounts/:accountId/transactions',
  '/identity',
  '/results/:resultsId',
  '/refreshes',
  '/refreshes/:refreshId',
  '/banks',
  '/webhooks',
] as const;
export type RoutePath = (typeof ROUTE_PATHS)[number];

/** No route has this path: what leads nowhere is sent here. */
export const NOWHERE = '/-';

/** Longest first, so that an entity called `accounts` is still an entity. */
const ENDINGS = [...ROUTE_PATHS]
  .sort((one, other) => other.split('/').length - one.split('/').length)
  .map((path) => new RegExp(`${path.replaceAll(/:\w+/g, '[^/]+')}$`));

/**
 * The route's part of a request's path. With a base path, what follows it; without, the longest ending that is a
 * route. Doubled, missing or trailing slashes, path parameters and encoded slashes or dots lead nowhere.
 */
export function routePath(pathname: string, basePath: string | undefined): string {
  if (/\/\/|\/$|;|\\|%2f|%5c|%00/i.test(pathname)) return NOWHERE;
  if (basePath !== undefined) {
    return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : NOWHERE;
  }
  for (const ending of ENDINGS) {
    const found = ending.exec(pathname);
    if (found !== null) return found[0];
  }
  return NOWHERE;
}
