/** Lean in a box: one `fetch` handler for all of Lean's hosts, and the handles that tests turn. */
import type { Context, MiddlewareHandler } from 'hono';
import type { Answer } from './answers.js';
import type { SimulatorClock } from './clock.js';
import { ConnectionReset } from './fault-streams.js';
import { toResponse } from './faults.js';
import type { LinkBackend } from './link/backend.js';
import { createLinkRoutes } from './link/routes.js';
import { createLinkBackend } from './link-backend.js';
import type { LeanSimulatorOptions } from './options.js';
import { accessRefusal } from './routes/access.js';
import { createRoutes } from './routes/app.js';
import { addBankRoutes } from './routes/banks.js';
import { addControlRoutes, controlRefusal } from './routes/control.js';
import { addCustomerRoutes } from './routes/customers.js';
import { addDataV1Routes } from './routes/data-v1.js';
import { addDataV2Routes } from './routes/data-v2.js';
import { addEventRoutes } from './routes/events.js';
import { addOauthRoutes } from './routes/oauth.js';
import { addRefreshRoutes } from './routes/refreshes.js';
import { addResultRoutes } from './routes/results.js';
import { listScenarios, type ScenarioLine } from './scenarios.js';
import { createSimulation, type Simulation } from './simulation.js';
import type { Delivery } from './webhooks.js';
import { createWorld } from './world.js';

/** A running simulator. Nothing in it listens to a port; `fetch` answers whoever calls it. */
export interface LeanSimulator extends Simulation {
  /**
   * Answers a request to any of Lean's hosts; only the path counts. May be called detached, also as a stand-in for
   * the global `fetch`. Rejects where its scenario breaks the connection, as `fetch` does.
   */
  fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  clock: SimulatorClock;
  /** Every scenario, with one line of meaning. */
  scenarios(): ScenarioLine[];
  /** Webhooks so far, oldest first, with every try to deliver them. */
  webhooks(): Delivery[];
  /** What the Link SDK's double acts on. */
  link: LinkBackend;
  /** Stops timers; webhooks that wait are not sent any more. */
  close(): void;
}

/** On every answer, so that nobody takes the simulator for Lean. */
const MARK = { name: 'x-lean-simulator', value: 'SIMULATOR' };

function refuseProduction(): void {
  const host = globalThis as { process?: { env?: Record<string, string | undefined> } };
  if (host.process?.env?.['NODE_ENV'] === 'production') {
    throw new Error('The Lean simulator does not run with NODE_ENV=production: its data is made up.');
  }
}

/** Lets a request through unless there is a refusal. */
function guard(refusalOf: (context: Context) => Answer | null | Promise<Answer | null>): MiddlewareHandler {
  return async (context, next) => {
    const refusal = await refusalOf(context as Context);
    return refusal ? toResponse(refusal) : next();
  };
}

/**
 * Makes a simulator. Throws an `Error` in production, and a `RangeError` when the scenario is in no list.
 */
export function createLeanSimulator(options: LeanSimulatorOptions = {}): LeanSimulator {
  refuseProduction();
  const world = createWorld(options);
  const simulation = createSimulation(world);
  const link = createLinkBackend(world);
  const routes = createRoutes();
  const { app } = routes;
  /** What `fetch` must reject with: hono would turn an error into an answer. */
  const broken = new WeakMap<Request, Error>();

  app.use(async (context, next) => {
    await next();
    const { correlationId, traceId } = world.identifiers.correlation();
    context.res.headers.set('lean-correlation-id', correlationId);
    context.res.headers.set('lean-trace-id', traceId);
    context.res.headers.set(MARK.name, MARK.value);
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  });
  for (const path of ['/customers/*', '/banks/*', '/data/v1/*', '/v1/*']) {
    app.use(
      path,
      guard((context) => accessRefusal(context, world, true)),
    );
  }
  for (const path of ['/data/v2/*', '/events/*']) {
    app.use(
      path,
      guard((context) => accessRefusal(context, world, false)),
    );
  }
  app.use(
    '/_simulator/*',
    guard((context) => controlRefusal(context, world)),
  );

  addOauthRoutes(routes, world);
  addCustomerRoutes(routes, world);
  addBankRoutes(routes, world);
  addDataV2Routes(routes, world);
  addDataV1Routes(routes, world);
  addResultRoutes(routes, world);
  addRefreshRoutes(routes, world);
  addEventRoutes(routes, world);
  addControlRoutes(routes, world, simulation);
  app.route('/', createLinkRoutes(link, world.baseUrl === null ? {} : { origin: world.baseUrl }));

  app.notFound((context) =>
    toResponse(world.answers.error(routes.hasPath(context.req.path) ? 'INVALID_HTTP_METHOD' : 'INVALID_URL')),
  );
  app.onError((error, context) => {
    const isOurs = error instanceof ConnectionReset || context.req.raw.signal.aborted;
    // Anything else is a fault of the simulator's own and must be seen as such.
    if (!isOurs) console.error(error);
    broken.set(context.req.raw, error);
    return toResponse(world.answers.error('INTERNAL_SERVER_ERROR'));
  });

  return {
    ...simulation,
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      const response = await app.fetch(request);
      const error = broken.get(request);
      if (error) throw error;
      return response;
    },
    clock: { now: () => world.clock.now(), advance: (seconds) => world.clock.advance(seconds) },
    scenarios: listScenarios,
    webhooks: () => world.webhooks.deliveries(),
    link,
    close() {
      world.clock.close();
    },
  };
}
