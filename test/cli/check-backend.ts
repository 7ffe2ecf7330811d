/** A backend that keeps the contract, and ways to look at it with `check`. */
import type { Finding } from '../../src/cli/check/finding.js';
import { runChecks } from '../../src/cli/check/run-checks.js';
import { createLeanProxy, memoryStorage } from '../../src/proxy/index.js';
import { createLeanSimulator } from '../../src/simulator/index.js';

export type Handler = (request: Request) => Promise<Response>;

/** The sessions of the backend: a token for each of its two customers. */
const tokens = new Map([
  ['Bearer token-of-amal', 'amal'],
  ['Bearer token-of-badr', 'badr'],
]);
const userOfToken = (authorization: string | null) => tokens.get(authorization ?? '') ?? null;

/** A backend on the simulator with two customers, `amal` and `badr`, each with a bank. */
export async function createBackend(): Promise<Handler> {
  const simulator = createLeanSimulator({ clientId: 'client', clientSecret: 'client-secret' });
  const proxy = createLeanProxy({
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId: 'client',
      clientSecret: 'client-secret',
      appToken: 'client',
      webhookSecrets: ['simulator'],
      baseUrl: 'http://127.0.0.1:1',
      fetch: simulator.fetch,
    },
    getUser(request) {
      const appUserId = request.headers.get('x-user') ?? userOfToken(request.headers.get('authorization'));
      return appUserId === null ? null : { appUserId };
    },
    storage: memoryStorage(),
    permissions: ['accounts', 'balance', 'transactions'],
    consent: { days: 90, historyDays: 365 },
  });
  for (const user of ['amal', 'badr']) {
    const headers = { 'x-user': user, 'content-type': 'application/json' };
    const request = new Request(`${BASE}/link-session`, {
      method: 'POST',
      headers,
      body: '{"method":"connect"}',
    });
    const session = (await (await proxy.fetch(request)).json()) as { customer_id: string };
    simulator.linkEntity({ customerId: session.customer_id });
  }
  return proxy.fetch;
}

const BASE = 'http://shop.example/api/lean';

export function look(
  handle: Handler,
  session: Record<string, string> = { authorization: 'Bearer token-of-amal' },
): Promise<Finding[]> {
  return runChecks({
    base: new URL(BASE),
    session: new Headers(session),
    other: new Headers({ authorization: 'Bearer token-of-badr' }),
    fetch: (input, init) => handle(new Request(input, init)),
  });
}

/** A request body that is in order. */
export const shortened: RequestInit = { method: 'POST', body: '{"method":"connect"}' };

export function jsonOf(request: Request): Headers {
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  return headers;
}

export const brokenIn = (findings: readonly Finding[]) =>
  findings.filter(({ outcome }) => outcome === 'broken');

/** The same answer with other headers. */
export const withHeaders = (response: Response, change: (headers: Headers) => void) => {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
};
