import { Hono } from 'hono';
import { pendingAnswer, type Answer } from './answer.js';
import { resolveOptions } from './config.js';
import { inTime } from './flights.js';
import { checkOrigin, preflight, secureHeaders } from './guard.js';
import type { LeanProxyOptions, ProxyConfig, ProxyUser } from './options.js';
import { NOWHERE, routePath } from './path.js';
import { ProblemError, problemResponse } from './problem.js';
import { Query } from './query.js';
import { reconcile, type Reconciliation } from './reconcile.js';
import { ROUTES, type Route } from './routes/index.js';
import { receiveWebhook } from './routes/webhooks.js';
import type { SealKind } from './seal.js';
import { createServices, type Services } from './services.js';

/** The backend: one handler for every route of the contract, on web-standard `Request` and `Response`. */
export interface LeanProxy {
  /**
   * Answers a request. Bound, so that it can be handed on as it is; further arguments of a platform are looked
   * through for a `waitUntil`, which keeps slow calls to Lean alive after the answer. Never rejects.
   */
  fetch: (request: Request, ...platform: unknown[]) => Promise<Response>;
  /** A Lean id as the user's browser knows it, for pages the host renders; the id itself where sealing is off. */
  seal: (user: ProxyUser, kind: SealKind, id: string) => Promise<string>;
  /** The Lean id behind what a user's browser sent, or null when it is not one of this user's. */
  open: (user: ProxyUser, kind: SealKind, sealed: string) => Promise<string | null>;
  /** Reads what webhooks did not bring from Lean's events; to be called now and then, and after an outage. */
  reconcile: () => Promise<Reconciliation>;
}

/** What hono carries besides the request. */
interface Env {
  Bindings: { keepAlive: (work: Promise<unknown>) => void };
}

/** The longest id Lean takes for a user of the host. */
const APP_USER_ID_LENGTH = 255;

/** Makes the backend. Throws a `ProxyConfigError` that names what is set up wrongly. */
export function createLeanProxy(options: LeanProxyOptions): LeanProxy {
  const config = resolveOptions(options);
  const services = createServices(config);
  const app = createApp(config, services);
  return {
    async fetch(request, ...platform) {
      // hono would run a whole GET for a HEAD, which nothing here asks for.
      const isHead = request.method === 'HEAD';
      const response = isHead
        ? problemResponse('method_not_allowed')
        : await app.fetch(request, { keepAlive: keepAliveOf(platform) });
      return secureHeaders(request, response, config);
    },
    seal: (user, kind, id) => services.seals.seal(user.appUserId, kind, id),
    open: (user, kind, sealed) => services.seals.open(user.appUserId, kind, sealed),
    reconcile: () => reconcile(services),
  };
}

function createApp(config: ProxyConfig, services: Services): Hono<Env> {
  const app = new Hono<Env>({
    getPath: (request) => routePath(new URL(request.url).pathname, config.basePath),
  });
  app.onError((error) => failureResponse(error, config));
  app.notFound(() => problemResponse('not_found'));

  for (const route of ROUTES) {
    app.on(route.method, route.path, async (context) => {
      const startedAt = performance.now();
      const { raw: request } = context.req;
      const run = () => answer(route, request, context.req.param(), services, context.env.keepAlive);
      const response = await run().catch((error: unknown) => failureResponse(error, config));
      logRequest(config, `${route.method} ${route.path}`, response, startedAt);
      return response;
    });
  }
  app.post('/webhooks', async (context) => asResponse(await receiveWebhook(services, context.req.raw)));

  for (const path of new Set([...ROUTES.map((route) => route.path), '/webhooks'])) {
    const methods = ROUTES.filter((route) => route.path === path).map((route) => route.method);
    const allow = methods.length === 0 ? 'POST' : methods.join(', ');
    if (methods.length > 0) app.options(path, (context) => preflight(context.req.raw, config));
    app.all(path, () => problemResponse('method_not_allowed', { headers: { allow } }));
  }
  app.all(NOWHERE, () => problemResponse('not_found'));
  return app;
}

/** Origin, session, question, answer: nothing is read before the two guards have let the request through. */
async function answer(
  route: Route,
  request: Request,
  params: Record<string, string>,
  services: Services,
  keepAlive: (work: Promise<unknown>) => void,
): Promise<Response> {
  const { config } = services;
  checkOrigin(request, config);
  const user = await sessionUser(request, config);
  const url = new URL(request.url);
  const call = { ...services, request, user, params, query: new Query(url.searchParams) };
  const job = () => route.handle(call);
  const key = JSON.stringify([user.appUserId, route.path, params, url.search]);
  const settled =
    route.kind === 'act'
      ? await inTime(config.deadlineMs, job(), keepAlive)
      : await services.flights.join(key, job, keepAlive);
  if (settled !== null) return asResponse(settled);
  if (route.kind === 'data') return asResponse(pendingAnswer(config.clock()));
  throw new ProblemError('upstream_timeout', { retryAfter: 5 });
}

/** Who the host says is there. Anything but one sane id is nobody: there is no default customer. */
async function sessionUser(request: Request, config: ProxyConfig): Promise<ProxyUser> {
  let user: ProxyUser | null | undefined;
  try {
    user = await config.getUser(request);
  } catch (error) {
    config.log({
      level: 'error',
      event: 'session_failed',
      errorName: error instanceof Error ? error.name : 'unknown',
    });
    throw new ProblemError('internal_error', { detail: 'The session could not be read' });
  }
  const appUserId: unknown = user?.appUserId;
  if (typeof appUserId !== 'string' || !isUserId(appUserId)) {
    throw new ProblemError('unauthenticated');
  }
  return { appUserId };
}

/**
 * Half of a surrogate pair is the same bytes as half of any other, so that two users would be one; a dot or two are
 * no name in a path of Lean's but a way up.
 */
function isUserId(text: string): boolean {
  return text.trim() !== '' && text.length <= APP_USER_ID_LENGTH && !/\p{Surrogate}|^\.{1,2}$/u.test(text);
}

function asResponse(settled: Answer): Response {
  return new Response(settled.body, { status: settled.status, headers: settled.headers });
}

function failureResponse(error: unknown, config: ProxyConfig): Response {
  if (error instanceof ProblemError) return problemResponse(error.code, error.more);
  config.log({
    level: 'error',
    event: 'internal_error',
    errorName: error instanceof Error ? error.name : 'unknown',
  });
  return problemResponse('internal_error');
}

function logRequest(config: ProxyConfig, route: string, response: Response, startedAt: number): void {
  const durationMs = Math.round(performance.now() - startedAt);
  config.log({ level: 'info', event: 'request', route, status: response.status, durationMs });
}

/** Workers end what a request started once it is answered, unless they are told to wait. */
function keepAliveOf(platform: readonly unknown[]): (work: Promise<unknown>) => void {
  for (const each of platform) {
    const waitUntil = (each as { waitUntil?: unknown } | null | undefined)?.waitUntil;
    if (typeof waitUntil === 'function') return (work) => void waitUntil.call(each, work);
  }
  return () => undefined;
}
