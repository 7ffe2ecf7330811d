/** Lean's own client for Node, `@leantechnologies/node-sdk` (v1 only), against the simulator as a server. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { listen, type Listener } from '../../src/cli/listen.js';
import { createLeanSimulator, type LeanSimulator } from '../../src/simulator/index.js';

interface OldAccount {
  account_id: string;
  name: string;
  currency_code: string;
  type: string;
  iban: string;
}

/** What the client offers for data; its own types describe payments in the main and leave `payload` out. */
interface LeanClient {
  /** Private, and the only way to send the client anywhere but to Lean. */
  _axios: { defaults: { baseURL: string } };
  createCustomer(appUserId: string): Promise<{ customer_id: string; app_user_id: string }>;
  getIdentity(entityId: string): Promise<Record<string, string | null>>;
  getAccounts(entityId: string): Promise<{ type: string; accounts: OldAccount[]; reconnect_id?: string }>;
  getBalance(entityId: string, accountId: string): Promise<Record<string, unknown>>;
  getTransactions(
    entityId: string,
    accountId: string,
    startDate: string,
    endDate: string,
    insights: boolean,
  ): Promise<{ transactions: Record<string, unknown>[] }>;
  getSupportedBanks(): Promise<{ identifier: string }[]>;
  verifyWebhook(webhookData: string, webhookSignature: string): boolean;
}

type LeanConstructor = new (
  appToken: string,
  environment: string,
  mtls?: undefined,
  webhookSecret?: string,
) => LeanClient;

// CommonJS with a default of its own, which `import` shows one way in Node and another through a bundler.
const require = createRequire(import.meta.url);
const { default: Lean } = require('@leantechnologies/node-sdk') as { default: LeanConstructor };

const WEBHOOK_SECRET = 'a-webhook-secret';

for (const region of ['ae', 'sa'] as const) {
  describe(`Lean's node client 0.3.2 in ${region}`, () => {
    let simulator: LeanSimulator;
    let server: Listener;
    let lean: LeanClient;
    let customerId: string;
    let entityId: string;
    let account: OldAccount;
    /** What came to the webhook's address, byte for byte. */
    const received: { body: string; signature: string }[] = [];
    let receiver: Listener;

    before(async () => {
      [server, receiver] = await Promise.all([listen(0), listen(0)]);
      receiver.serve(async (request) => {
        const signature = request.headers.get('lean-signature') ?? '';
        received.push({ body: await request.text(), signature });
        return new Response();
      });
      simulator = createLeanSimulator({
        region,
        baseUrl: server.origin,
        appToken: 'an-app-token',
        webhookSecret: WEBHOOK_SECRET,
        webhookUrl: `${receiver.origin}/hook`,
      });
      server.serve(simulator.fetch);
      lean = new Lean('an-app-token', 'sandbox', undefined, WEBHOOK_SECRET);
      lean._axios.defaults.baseURL = server.origin;
      const customer = await lean.createCustomer('sample-user');
      customerId = customer.customer_id;
      entityId = simulator.linkEntity({ customerId, bankIdentifier: 'LEANMB1' }).id;
      const [first] = (await lean.getAccounts(entityId)).accounts;
      assert.ok(first);
      account = first;
    });
    after(async () => {
      simulator.close();
      await Promise.all([server.close(), receiver.close()]);
    });

    it('creates a customer, and learns when there is one already', async () => {
      assert.equal(simulator.customer('sample-user').customer_id, customerId);
      await assert.rejects(lean.createCustomer('sample-user'), (error: Error) => {
        assert.deepEqual(
          [error.name, error.message],
          ['CUSTOMER_ALREADY_EXISTS', 'A customer already exists for the app_user_id you have provided.'],
        );
        return true;
      });
    });

    it('gets the supported banks', async () => {
      const banks = await lean.getSupportedBanks();
      assert.ok(banks.some(({ identifier }) => identifier === 'LEANMB1'));
    });

    it('gets the identity', async () => {
      const identity = await lean.getIdentity(entityId);
      for (const field of [
        'full_name',
        'mobile_number',
        'gender',
        'birth_date',
        'email_address',
        'address',
      ]) {
        assert.equal(typeof identity[field], 'string', field);
      }
    });

    it('gets the accounts', async () => {
      const { accounts } = await lean.getAccounts(entityId);
      assert.equal(accounts.length, 3);
      for (const { account_id, name, currency_code, type, iban } of accounts) {
        assert.ok(account_id && name && type);
        assert.equal(currency_code, region === 'ae' ? 'AED' : 'SAR');
        assert.ok(iban.startsWith(region === 'ae' ? 'AE' : 'SA'));
      }
    });

    it('gets a balance', async () => {
      const balance = await lean.getBalance(entityId, account.account_id);
      assert.equal(balance['account_id'], account.account_id);
      assert.equal(typeof balance['balance'], 'number');
      assert.equal(balance['currency_code'], account.currency_code);
    });

    it('gets transactions with and without insights', async () => {
      const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
      const plain = await lean.getTransactions(entityId, account.account_id, day(90), day(1), false);
      const rich = await lean.getTransactions(entityId, account.account_id, day(90), day(1), true);
      assert.ok(plain.transactions.length > 20);
      assert.deepEqual(
        rich.transactions.map(({ id }) => id),
        plain.transactions.map(({ id }) => id),
      );
      for (const row of rich.transactions) {
        assert.equal(typeof row['amount'], 'number');
        assert.equal(typeof (row['insights'] as { category: string }).category, 'string');
      }
    });

    it('throws the error of an entity that is not there', async () => {
      await assert.rejects(lean.getAccounts('e34d8e49-9af2-4252-a53e-bd2df8551340'), {
        name: 'UNKNOWN_ENTITY',
      });
    });

    it('throws where its application token is not accepted', async () => {
      const stranger = new Lean('another-token', 'sandbox');
      stranger._axios.defaults.baseURL = server.origin;
      await assert.rejects(stranger.getSupportedBanks(), { name: 'UNAUTHORIZED' });
    });

    it('hands on the reconnect id when the bank wants the customer again', async () => {
      const other = simulator.customer('other-user').customer_id;
      const { id } = simulator.linkEntity({ customerId: other, bankIdentifier: 'LEANMB1' });
      simulator.expireSession(id);
      const answer = await lean.getAccounts(id);
      assert.equal(answer.type, 'reconnect');
      assert.ok(answer.reconnect_id);
    });

    it('verifies every webhook that was sent, and none that was changed', async () => {
      await simulator.clock.advance(1);
      assert.ok(received.length >= 3);
      assert.equal((JSON.parse(received[0]?.body ?? '') as { type: string }).type, 'entity.created');
      for (const { body, signature } of received) {
        assert.equal(lean.verifyWebhook(body, signature), true);
        assert.equal(lean.verifyWebhook(body.replace(entityId, customerId) + ' ', signature), false);
      }
    });
  });
}
