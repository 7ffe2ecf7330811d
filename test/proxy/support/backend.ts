import {
  createLeanProxy,
  memoryStorage,
  type LeanProxy,
  type LeanProxyOptions,
  type LogEntry,
} from '../../../src/proxy/index.js';
import { createFakeLean, type FakeLean } from './fake-lean.js';

export const ORIGIN = 'https://shop.example';
export const BASE = `${ORIGIN}/api/lean`;

export interface Backend {
  lean: FakeLean;
  proxy: LeanProxy;
  log: LogEntry[];
  /** Asks as a user of the host; null asks without a session. */
  ask(user: string | null, route: string, init?: RequestInit): Promise<Response>;
  /** Links a bank for a user whose customer is created on the way. */
  link(user: string, entityId: string, accountIds: string[]): Promise<string>;
}

type Settings = Partial<Omit<LeanProxyOptions, 'lean'>> & {
  lean?: Partial<LeanProxyOptions['lean']>;
  fake?: FakeLean;
};

/** A backend on the fake Lean, whose session is the header `x-user`. */
export function createBackend({ lean: leanOptions, fake, ...settings }: Settings = {}): Backend {
  const lean = fake ?? createFakeLean();
  const log: LogEntry[] = [];
  const proxy = createLeanProxy({
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId: 'client',
      clientSecret: 'client-secret',
      appToken: 'app-token',
      webhookSecrets: ['webhook-secret'],
      fetch: lean.fetch,
      ...leanOptions,
    },
    getUser: (request) => {
      const appUserId = request.headers.get('x-user');
      return appUserId === null ? null : { appUserId };
    },
    storage: memoryStorage(),
    permissions: ['accounts', 'balance', 'transactions'],
    consent: { days: 90, historyDays: 365 },
    log: (entry) => log.push(entry),
    ...settings,
  });
  const ask: Backend['ask'] = (user, route, init = {}) => {
    const headers = new Headers(init.headers);
    if (user !== null) headers.set('x-user', user);
    return proxy.fetch(new Request(BASE + route, { ...init, headers }));
  };
  return {
    lean,
    proxy,
    log,
    ask,
    async link(user, entityId, accountIds) {
      await ask(user, '/link-session', post({ method: 'connect' }));
      const customerId = lean.customerId(user);
      if (customerId === undefined) throw new Error(`No customer was created for ${user}`);
      lean.link(customerId, entityId, accountIds);
      return customerId;
    },
  };
}

/** A JSON POST. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
}

/** The status and the JSON body of an answer. */
export async function read(
  response: Promise<Response>,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const { status, headers } = await response;
  const text = await (await response).text();
  return { status, headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
}
