/** The backend on the faithful double of Lean: every route, both API generations, both countries. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { createLeanProxy, memoryStorage, type LogEntry } from '../../src/proxy/index.js';
import { createLeanSimulator } from '../../src/simulator/index.js';
import { BanksSchema, EntitiesSchema, LinkSessionSchema, RefreshSchema } from '../../src/wire/contract.js';
import { BASE, post } from './support/backend.js';

interface Setting {
  region: 'ae' | 'sa';
  apiVersion: 'v1' | 'v2';
  sealIds: boolean;
  scenario?: string;
}

function createStack({ region, apiVersion, sealIds, scenario = 'ready' }: Setting) {
  const now = Date.parse('2026-11-23T10:00:00Z');
  const log: LogEntry[] = [];
  const simulator = createLeanSimulator({
    region,
    scenario,
    clock: () => now,
    clientId: 'client',
    clientSecret: 'client-secret',
    appToken: 'client',
    webhookUrl: `${BASE}/webhooks`,
    webhookSecret: 'webhook-secret',
    fetch: (input, init) => proxy.fetch(new Request(input, init)),
  });
  const proxy = createLeanProxy({
    lean: {
      region,
      apiVersion,
      environment: 'sandbox',
      clientId: 'client',
      clientSecret: 'client-secret',
      appToken: 'client',
      webhookSecrets: ['webhook-secret'],
      baseUrl: 'http://127.0.0.1:1',
      fetch: simulator.fetch,
    },
    getUser: (request) => ({ appUserId: request.headers.get('x-user') ?? 'amal' }),
    storage: memoryStorage({ clock: () => now }),
    permissions: ['accounts', 'balance', 'transactions', 'identity'],
    consent: { days: 180, historyDays: 3 * 365 },
    identity: true,
    sealIds,
    sealKeys: ['a key of sixteen or more'],
    clock: () => simulator.clock.now(),
    log: (entry) => log.push(entry),
  });
  const ask = async (route: string, init?: RequestInit) => {
    const response = await proxy.fetch(new Request(BASE + route, init));
    const text = await response.text();
    const body = (text === '' ? null : JSON.parse(text)) as Body;
    return { status: response.status, headers: response.headers, body };
  };
  const advance = async (seconds: number) => {
    await simulator.clock.advance(seconds);
  };
  return { simulator, proxy, ask, advance, log };
}

type Stack = ReturnType<typeof createStack>;

/** Connects a bank as the customer would; resolves with the entity as the page knows it. */
async function connect({ simulator, ask, advance }: Stack): Promise<string> {
  const session = v.parse(LinkSessionSchema, (await ask('/link-session', post({ method: 'connect' }))).body);
  simulator.linkEntity({ customerId: session.customer_id, permissions: session.permissions ?? undefined });
  await advance(15);
  const [entity] = v.parse(EntitiesSchema, (await ask('/entities')).body);
  assert.ok(entity);
  return entity.id;
}

interface Body {
  status: string;
  code?: string;
  results_id?: string;
  reconnect_id?: string;
  refresh_id?: string;
  data?: { accounts?: { account_id: string }[]; transactions?: unknown[]; balances?: unknown[] } | null;
  payload?: { accounts?: { account_id: string }[]; transactions?: unknown[]; reconnect_id?: string };
}

const accountsOf = (body: Body) => (body.payload ?? body.data)?.accounts ?? [];

for (const region of ['ae', 'sa'] as const) {
  for (const apiVersion of ['v1', 'v2'] as const) {
    for (const sealIds of [false, true]) {
      const setting: Setting = { region, apiVersion, sealIds };
      const name = `${region} ${apiVersion}${sealIds ? ' sealed' : ''}`;

      describe(`the backend on Lean: ${name}`, () => {
        it('serves the whole way from link session to disconnect', async () => {
          const stack = createStack(setting);
          const { ask } = stack;
          const entityId = await connect(stack);
          const [entity] = v.parse(EntitiesSchema, (await ask('/entities')).body);
          assert.ok(entity?.bank?.name);
          assert.equal(entity.data_status, 'READY');
          assert.ok(v.parse(BanksSchema, (await ask('/banks')).body).length > 0);

          const accounts = await ask(`/accounts?entity_id=${entityId}`);
          assert.equal(accounts.status, 200);
          assert.equal(accounts.body.status, 'OK');
          const [account] = accountsOf(accounts.body);
          assert.ok(account);
          const below = `/accounts/${account.account_id}`;
          const balances = await ask(`${below}/balances?entity_id=${entityId}`);
          assert.equal(balances.body.status, 'OK');
          if (apiVersion === 'v2') assert.equal(balances.body.data?.balances?.length, 13);
          const transactions = await ask(
            `${below}/transactions?entity_id=${entityId}&start_date=2026-10-01&page=0&size=10`,
          );
          assert.equal(transactions.body.status, 'OK');
          const rows = (transactions.body.payload ?? transactions.body.data)?.transactions ?? [];
          assert.ok(rows.length > 0);
          const identity = await ask(`/identity?entity_id=${entityId}`);
          assert.equal(identity.body.status, 'OK');

          assert.equal((await ask(`/entities/${entityId}`, { method: 'DELETE' })).status, 204);
          assert.deepEqual((await ask('/entities')).body, []);
          assert.equal((await ask(`/accounts?entity_id=${entityId}`)).status, 404);
          assert.deepEqual(
            stack.log.filter(({ level }) => level !== 'info'),
            [],
          );
        });

        it('leads through a reconnect and answers the failed call afterwards', async () => {
          const stack = createStack(setting);
          const { ask, simulator } = stack;
          const entityId = await connect(stack);
          const leanId = await stack.proxy.open({ appUserId: 'amal' }, 'entity', entityId);
          simulator.expireSession(leanId ?? '');
          const { body } = await ask(`/accounts?entity_id=${entityId}`);
          const failed = body;
          assert.equal(failed.status, 'RECONNECT_REQUIRED');
          const reconnectId = failed.payload?.reconnect_id ?? failed.results_id ?? '';
          const session = await ask(
            '/link-session',
            post({ method: 'reconnect', reconnect_id: reconnectId }),
          );
          assert.equal(session.status, 200);
          await simulator.link.confirmReconnect(reconnectId);
          await stack.advance(5);
          assert.equal((await ask(`/accounts?entity_id=${entityId}`)).body.status, 'OK');
          const results = await ask(`/results/${failed.results_id}`);
          assert.equal(results.body.status, 'OK');
          assert.ok(accountsOf(results.body).length > 0);
        });

        it('picks a pending result up once Lean has it', async () => {
          const stack = createStack({ ...setting, scenario: 'pending-results' });
          const entityId = await connect(stack);
          const first = await stack.ask(`/accounts?entity_id=${entityId}`);
          assert.equal(first.body.status, 'PENDING');
          const resultsId = first.body.results_id;
          const early = await stack.ask(`/results/${resultsId}`);
          assert.equal(early.body.status, apiVersion === 'v1' ? 'PENDING' : 'UNKNOWN_RESULTS_ID');
          await stack.advance(3);
          const late = await stack.ask(`/results/${resultsId}`);
          assert.equal(late.body.status, 'OK');
          assert.ok(accountsOf(late.body).length > 0);
        });
      });
    }
  }
}

describe('the backend on Lean', () => {
  const v2: Setting = { region: 'ae', apiVersion: 'v2', sealIds: true };

  it('shows a slow sync as pending until the webhook says that it is done', async () => {
    const stack = createStack({ ...v2, scenario: 'slow-sync-40s' });
    await connect(stack);
    const statusOf = async () => v.parse(EntitiesSchema, (await stack.ask('/entities')).body)[0]?.data_status;
    assert.equal(await statusOf(), 'PENDING');
    await stack.advance(40);
    assert.equal(await statusOf(), 'READY');
  });

  it('refreshes and follows the refresh to its end', async () => {
    const stack = createStack(v2);
    const entityId = await connect(stack);
    const started = v.parse(
      RefreshSchema,
      (await stack.ask('/refreshes', post({ entity_id: entityId }))).body,
    );
    assert.equal(started.status, 'OK');
    await stack.advance(60);
    const done = v.parse(RefreshSchema, (await stack.ask(`/refreshes/${started.refresh_id}`)).body);
    assert.equal(done.status, 'FINISHED');
    assert.equal(done.refresh_id, started.refresh_id);
    assert.equal(v.parse(EntitiesSchema, (await stack.ask('/entities')).body)[0]?.data_status, 'READY');
  });

  it('finds by reconcile what no webhook brought', async () => {
    const stack = createStack(v2);
    await connect(stack);
    const first = await stack.proxy.reconcile();
    assert.ok(first.seen > 0);
    assert.equal(first.applied, 0);
  });

  for (const scenario of [
    'html-instead-of-json',
    'empty-body',
    'truncated-json',
    'reset',
    'huge-body',
    'wrong-content-type',
  ]) {
    it(`turns ${scenario} into a problem document`, async () => {
      const stack = createStack({ ...v2, scenario });
      const entityId = await connect(stack);
      const { status, headers, body } = await stack.ask(`/accounts?entity_id=${entityId}`);
      assert.equal(status, 502);
      assert.equal(headers.get('content-type'), 'application/problem+json');
      assert.match(body.code ?? '', /^upstream_/);
    });
  }

  for (const [scenario, httpStatus, leanStatus] of [
    ['consent-expired', 200, 'CONSENT_EXPIRED'],
    ['failed-bank-issue', 200, 'FAILED'],
    ['duplicated-request', 429, 'DUPLICATED_REQUEST'],
    ['rate-limit', 429, 'RATE_LIMIT_EXCEEDED'],
    ['unknown-status', 200, undefined],
  ] as const) {
    it(`passes ${scenario} on as Lean says it`, async () => {
      const stack = createStack({ ...v2, scenario });
      const entityId = await connect(stack);
      const { status, body } = await stack.ask(`/accounts?entity_id=${entityId}`);
      assert.equal(status, httpStatus);
      if (leanStatus !== undefined) assert.equal(body.status, leanStatus);
    });
  }
});
