/**
 * The whole backend inside the test page: msw hands every request for `/api/lean` to the real reference backend,
 * and everything of Lean's to the real simulator. Only the network is replaced, nothing between.
 */
import { http, type RequestHandler } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import type { Region } from '../../src/domain/index.js';
import {
  createLeanProxy,
  memoryStorage,
  type LeanProxy,
  type LeanProxyOptions,
} from '../../src/proxy/index.js';
import { createLeanSimulator, type LeanSimulator } from '../../src/simulator/index.js';
import { customerIdOf } from '../../src/cli/demo/customer.js';

/** Where the stack answers for the host's backend. */
export const PROXY_PATH = '/api/lean';

export interface StackOptions {
  region?: Region;
  apiVersion?: 'v1' | 'v2';
  /** The scenario the customer meets; `ready` by default. */
  scenario?: string;
  seed?: number;
  /** The simulator's and the backend's clock, in epoch milliseconds. */
  clock?: () => number;
  /** Options of the reference backend beside those the stack sets. */
  proxy?: Partial<Omit<LeanProxyOptions, 'lean' | 'getUser'>>;
}

/** One request that reached the host's backend, and how it was answered (0 while it is under way, or when it broke). */
export interface LoggedRequest {
  method: string;
  /** Below the proxy path, with its query: `/accounts?entity_id=…`. */
  path: string;
  headers: Headers;
  body: string;
  status: number;
}

export interface Stack {
  readonly simulator: LeanSimulator;
  readonly proxy: LeanProxy;
  /** Lean's id of the signed-in customer. */
  readonly customerId: string;
  /** Everything the page asked of its backend, in order. */
  readonly requests: LoggedRequest[];
  /** Answers that come before the stack's own until it stops. */
  use(...handlers: RequestHandler[]): void;
  /** The host's session ends: its backend answers 401 until `signIn`. */
  signOut(): void;
  signIn(): void;
  /** Somebody else is signed in from now on, as in another tab; gives Lean's id of that customer. */
  signInAs(appUserId: string): Promise<string>;
  /** Ends the simulator and lets nothing more through; for `afterEach`. */
  stop(): void;
}

const CREDENTIALS = { clientId: 'stack-client', clientSecret: 'stack-secret-of-tests' };
const APP_TOKEN = 'stack-client';
const WEBHOOK_SECRET = 'stack-webhook-secret';
const APP_USER_ID = 'sample-customer';

/** One worker per page: registering it anew for each test costs more than the test. */
let worker: SetupWorker | undefined;

async function startWorker(): Promise<SetupWorker> {
  if (worker) return worker;
  worker = setupWorker();
  await worker.start({
    quiet: true,
    onUnhandledRequest(request) {
      // The worker sees the test runner's own requests too; what is ours ends at the handlers below.
      if (new URL(request.url).origin === location.origin) return;
      console.error(`A test asked the network for ${request.url}`);
    },
  });
  return worker;
}

/** Starts the backend for one test, with a signed-in customer who has no bank yet. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { region = 'ae', apiVersion = 'v2', scenario = 'ready', seed = 1, clock } = options;
  const origin = location.origin;
  const running = await startWorker();
  const requests: LoggedRequest[] = [];
  let isSignedIn = true;
  let appUserId = APP_USER_ID;

  const simulator = createLeanSimulator({
    region,
    seed,
    clock,
    ...CREDENTIALS,
    appToken: APP_TOKEN,
    baseUrl: origin,
    webhookUrl: `${origin}${PROXY_PATH}/webhooks`,
    webhookSecret: WEBHOOK_SECRET,
    fetch: (input, init) => proxy.fetch(new Request(input, init)),
  });
  const proxy: LeanProxy = createLeanProxy({
    storage: memoryStorage(),
    permissions: ['accounts', 'balance', 'transactions'],
    consent: { days: 180, historyDays: 3 * 365 },
    sdkUrl: `${origin}/link/loader/lean-link-loader.min.js`,
    clock: () => simulator.clock.now(),
    ...options.proxy,
    lean: {
      region,
      apiVersion,
      environment: 'sandbox',
      ...CREDENTIALS,
      appToken: APP_TOKEN,
      webhookSecrets: [WEBHOOK_SECRET],
      baseUrl: origin,
      fetch: simulator.fetch,
    },
    getUser: () => (isSignedIn ? { appUserId } : null),
  });

  const idOf = (user: string) => customerIdOf(user, { origin, ...CREDENTIALS, fetch: simulator.fetch });
  const customerId = await idOf(APP_USER_ID);
  simulator.setScenario(customerId, scenario);

  async function logged(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const body = await request.clone().text();
    const path = pathname.slice(PROXY_PATH.length) + search;
    const entry: LoggedRequest = { method: request.method, path, headers: request.headers, body, status: 0 };
    requests.push(entry);
    const response = await proxy.fetch(request);
    entry.status = response.status;
    return response;
  }
  const own = [
    http.all(`${origin}${PROXY_PATH}/*`, ({ request }) => logged(request)),
    ...['/link/*', '/_link/*', '/img/*'].map((path) =>
      http.all(origin + path, ({ request }) => simulator.fetch(request)),
    ),
  ];
  running.resetHandlers(...own);

  return {
    simulator,
    proxy,
    customerId,
    requests,
    use: (...handlers) => running.use(...handlers),
    signOut: () => void (isSignedIn = false),
    signIn: () => void (isSignedIn = true),
    async signInAs(user) {
      appUserId = user;
      return idOf(user);
    },
    stop() {
      running.resetHandlers(
        http.all(`${origin}${PROXY_PATH}/*`, () => new Response('The stack has stopped.', { status: 503 })),
      );
      simulator.close();
    },
  };
}
