/**
 * Lean's stand-in for the load, as a process of its own: `lean-server.ts <settings as JSON>`; prints its origin. It
 * waits as long as it was told before each answer, names in every answer the customer it is about, and lets a share of
 * its answers fail once that is switched on. What it holds is made by rule from the ids it is asked for, and its rows
 * are of the simulator's kind and size. It is bare `node:http`, so that the machine is left to the backend.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { transactionsTemplate } from './template.js';

export interface LeanServerSettings {
  delayMs: number;
  rowsPerPage: number;
}

/** What the load asks of this process through its channel, and the answer to `count`. */
export type LeanServerMessage = { faultShare: number } | { count: true };
export interface LeanServerCount {
  calls: number;
  failed: number;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as LeanServerSettings;
const pageOf = await transactionsTemplate(settings.rowsPerPage);
const json = { 'content-type': 'application/json', 'lean-correlation-id': 'correlation' };
const stamp = { timestamp: '2026-11-23T10:00:00.487549603Z' };
const customers = new Set<string>();
let faultShare = 0;
let calls = 0;
let failed = 0;

type Answer = [status: number, body: string];
const ok = (value: unknown): Answer => [200, JSON.stringify(value)];
const data = (content: object): Answer =>
  ok({ status: 'OK', results_id: null, message: 'ok', ...stamp, data: content });
const error = (status: number, code: string): Answer => [
  status,
  JSON.stringify({ status: code, message: code, ...stamp }),
];

/** `entity-user-0001` is user-0001's. */
const userOf = (id: string) => /user-\d+/.exec(id)?.[0] ?? '';

function answer(method: string, path: string, query: URLSearchParams, body: string): Answer {
  if (path === '/oauth2/token') return ok({ access_token: 'token', token_type: 'bearer', expires_in: 3599 });
  if (path === '/banks/v1')
    return ok([{ identifier: 'BANK1', name: 'First Bank', arabic_name: null, logo: null }]);
  if (path === '/customers/v1/' && method === 'POST') {
    const { app_user_id: appUserId } = JSON.parse(body) as { app_user_id: string };
    customers.add(appUserId);
    return ok({ customer_id: `customer-${appUserId}`, app_user_id: appUserId });
  }
  const user = userOf(path + (query.get('entity_id') ?? ''));
  const entity_id = `entity-${user}`;
  const account_id = `account-${user}`;
  if (path.startsWith('/customers/v1/app-user-id/')) {
    return customers.has(user) ? ok({ customer_id: `customer-${user}` }) : error(404, 'UNKNOWN_CUSTOMER');
  }
  if (path.startsWith('/customers/v1/')) {
    return ok([
      { id: entity_id, customer_id: `customer-${user}`, bank_identifier: 'BANK1', permissions: {} },
    ]);
  }
  if (path === '/data/v2/accounts') return data({ type: 'accounts', accounts: [{ entity_id, account_id }] });
  if (path === '/data/v2/refreshes') {
    return ok({
      data: [{ refresh_id: `refresh-${user}`, entity_id, status: 'FINISHED', updated_at: stamp.timestamp }],
    });
  }
  if (path.endsWith('/balances')) {
    const amount = { amount: 12.5, currency: 'AED' };
    return data({
      type: 'balances',
      balances: [{ entity_id, account_id, type: 'INTERIM_AVAILABLE', amount }],
    });
  }
  if (path.endsWith('/transactions')) return [200, pageOf(entity_id, account_id)];
  return error(404, 'INVALID_URL');
}

function serve(request: IncomingMessage, response: ServerResponse, body: string): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lean');
  calls += 1;
  const fails = pathname !== '/oauth2/token' && Math.random() < faultShare;
  if (fails) failed += 1;
  const [status, text] = fails
    ? error(503, 'INTERNAL_SERVER_ERROR')
    : answer(request.method ?? 'GET', pathname, searchParams, body);
  setTimeout(() => response.writeHead(status, json).end(text), settings.delayMs);
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
  request.on('end', () => serve(request, response, body));
});
server.keepAliveTimeout = 60_000;
process.on('message', (message: LeanServerMessage) => {
  if ('faultShare' in message) ({ faultShare } = message);
  else process.send?.({ calls, failed } satisfies LeanServerCount);
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
