import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHostClient, type HostClient } from '../../src/client/index.js';
import { readIdentity } from '../../src/client/routes/identity.js';
import type { Entity } from '../../src/domain/entity.js';
import { createLeanProxy, memoryStorage, type LeanProxyOptions } from '../../src/proxy/index.js';
import { createLeanSimulator, type LeanSimulator } from '../../src/simulator/index.js';

const ORIGIN = 'http://127.0.0.1';
const NOW = Date.UTC(2026, 10, 23, 9);
const PERMISSIONS = ['accounts', 'balance', 'transactions', 'identity'] as const;

interface Stack {
  client: HostClient;
  simulator: LeanSimulator;
  /** A client of another backend in front of the same simulator. */
  renew: () => HostClient;
}

/** The client in front of the real backend in front of the real simulator, without any network. */
function startStack(region: 'ae' | 'sa', apiVersion: 'v1' | 'v2', scenario: string): Stack {
  const clientId = 'sample-client';
  const clientSecret = 'sample-secret-of-a-test';
  const simulator = createLeanSimulator({
    region,
    seed: 1,
    clock: () => NOW,
    clientId,
    clientSecret,
    appToken: clientId,
  });
  const options = {
    permissions: PERMISSIONS,
    identity: true,
    consent: { days: 180, historyDays: 1095 },
    clock: () => simulator.clock.now(),
    log: () => undefined,
    getUser: () => ({ appUserId: 'sample-customer' }),
    lean: {
      region,
      apiVersion,
      environment: 'sandbox',
      clientId,
      clientSecret,
      appToken: clientId,
      webhookSecrets: ['sample'],
      baseUrl: ORIGIN,
      fetch: simulator.fetch,
    },
  } as const satisfies Partial<LeanProxyOptions>;
  const customer = simulator.customer('sample-customer');
  simulator.setScenario(customer.customer_id, scenario);
  simulator.linkEntity({ customerId: customer.customer_id, permissions: PERMISSIONS });
  const renew = (): HostClient => {
    const proxy = createLeanProxy({ ...options, storage: memoryStorage() });
    return createHostClient({
      proxy: `${ORIGIN}/api/lean`,
      credentials: 'same-origin',
      fetch: (input, init) => proxy.fetch(new Request(input, init)),
    });
  };
  return { client: renew(), simulator, renew };
}

async function onlyEntity(client: HostClient): Promise<Entity> {
  const [entity, ...others] = await client.entities();
  assert.ok(entity && others.length === 0);
  return entity;
}

function okData<Data>(answer: { status: string; data?: Data }): Data {
  assert.equal(answer.status, 'ok');
  return answer.data as Data;
}

for (const region of ['ae', 'sa'] as const) {
  for (const apiVersion of ['v1', 'v2'] as const) {
    describe(`the ${region} stack on API ${apiVersion}`, () => {
      it('gives a bank, its accounts, balances and history without a field that could not be read', async () => {
        const { client, simulator } = startStack(region, apiVersion, 'ready');
        const entity = await onlyEntity(client);
        assert.ok(entity.bank?.name);
        for (const permission of PERMISSIONS) assert.ok(entity.permissions.includes(permission));

        const accounts = okData(await client.accounts(entity.entityId));
        assert.ok(accounts.length >= 3);
        for (const account of accounts) assert.equal(account.currency, region === 'ae' ? 'AED' : 'SAR');
        const current = accounts.find(({ type }) => type === 'current');
        assert.ok(current);
        assert.equal(current.iban?.slice(0, 2), region.toUpperCase());

        const of = { accountId: current.accountId, entityId: entity.entityId };
        const balances = okData(await client.balances(of));
        assert.equal(balances.length, apiVersion === 'v1' ? 1 : 13);

        const page = okData(await client.transactions({ ...of, from: null, to: null, page: 0, size: 100 }));
        assert.equal(page.totalPages > 1, apiVersion === 'v2');
        for (const row of page.items) {
          assert.ok(row.money && row.direction && row.description && row.bookedAt);
          assert.notEqual(row.status, 'unknown');
          assert.equal(row.money.amount.startsWith('-'), row.direction === 'debit');
        }
        const [person] = okData(await readIdentity(client.request, entity.entityId));
        assert.ok(person?.fullName);
        simulator.close();
      });

      it('gives all of two hundred accounts, and the balance of the last to whoever asks for it first', async () => {
        const { client, simulator, renew } = startStack(region, apiVersion, 'accounts-200');
        const { entityId } = await onlyEntity(client);
        const accounts = okData(await client.accounts(entityId));
        assert.equal(new Set(accounts.map(({ accountId }) => accountId)).size, 200);
        // A backend that has not seen the list yet.
        const { accountId } = accounts.at(-1)!;
        assert.ok(okData(await renew().balances({ entityId, accountId })).length > 0);
        simulator.close();
      });

      it('gives a reconnect id that Link can use, and data again afterwards', async () => {
        const { client, simulator } = startStack(region, apiVersion, 'reconnect-otp');
        const { entityId } = await onlyEntity(client);
        const answer = await client.accounts(entityId);
        assert.ok(answer.status === 'reconnect-required' && answer.reconnectId);
        await simulator.link.confirmReconnect(answer.reconnectId);
        assert.equal((await client.accounts(entityId)).status, 'ok');
        simulator.close();
      });

      it('gives a pending result once it is there', async () => {
        const { client, simulator } = startStack(region, apiVersion, 'pending-results');
        const { entityId } = await onlyEntity(client);
        const answer = await client.accounts(entityId);
        assert.ok(answer.status === 'pending' && answer.resultsId);
        assert.equal((await client.accountsResult(answer.resultsId, { entityId })).status, 'pending');
        await simulator.clock.advance(60);
        const late = okData(await client.accountsResult(answer.resultsId, { entityId }));
        assert.equal(late[0]?.entityId, entityId);
        simulator.close();
      });
    });
  }
}
