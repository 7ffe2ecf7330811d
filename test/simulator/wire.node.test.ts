/** What the simulator sends, read with the schemas that the elements and the backend read Lean with. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../src/domain/answer.js';
import { decodeAccountsAnswer } from '../../src/wire/accounts.js';
import { decodeBalancesAnswer } from '../../src/wire/balances.js';
import type { AnswerContext } from '../../src/wire/context.js';
import { decodeBanks, decodeEntities } from '../../src/wire/entities.js';
import { decodeIdentityAnswer } from '../../src/wire/identity.js';
import { decodeTransactionsAnswer } from '../../src/wire/transactions.js';
import { decodeWebhook } from '../../src/wire/webhook.js';
import { openBench, type Reply } from './bench.js';

function contextOf(reply: Reply): AnswerContext {
  return { route: null, httpStatus: reply.status, correlationId: reply.headers.get('lean-correlation-id') };
}

/** The data of an answer that must be `ok`. */
function dataOf<Data>(reply: Reply, decode: (body: unknown, context: AnswerContext) => Answer<Data>): Data {
  const answer = decode(reply.body, contextOf(reply));
  assert.equal(answer.status, 'ok');
  return (answer as { data: Data }).data;
}

for (const region of ['ae', 'sa'] as const) {
  describe(`answers of ${region}, decoded`, () => {
    const bankCount = openBench({ region }).simulator.link.banks({}).length;

    it('give every bank, entity, account, balance and identity in full', async () => {
      const bench = openBench({ region });
      const ids = await bench.linked();
      const banks = decodeBanks(
        (await bench.get('/banks/v1')).list(),
        contextOf(await bench.get('/banks/v1')),
      );
      const entities = await bench.get(`/customers/v1/${bench.customerId}/entities`);
      const accounts = dataOf(
        await bench.get(`/data/v2/accounts?entity_id=${ids.entityId}`),
        decodeAccountsAnswer,
      );
      const balances = dataOf(await bench.get(bench.accountPath(ids, 'balances')), decodeBalancesAnswer);
      const people = dataOf(
        await bench.get(`/data/v2/identity?entity_id=${ids.entityId}`),
        decodeIdentityAnswer,
      );
      assert.equal(banks.length, bankCount);
      assert.equal(decodeEntities(entities.list(), contextOf(entities))[0]!.entityId, ids.entityId);
      assert.equal(accounts.length, region === 'ae' ? 9 : 7);
      for (const { iban, currency, status } of accounts) {
        assert.ok(iban !== null && currency.length === 3);
        assert.equal(status, 'enabled');
      }
      assert.equal(balances.length, 13);
      assert.ok(
        people[0]!.fullName !== null && people[0]!.address !== null && people[0]!.mobileNumber !== null,
      );
    });

    it('give every row of v2 its money, direction, day and status', async () => {
      const bench = openBench({ region });
      const ids = await bench.linked();
      let pages = 1;
      for (let page = 0; page < pages; page += 1) {
        const path = `transactions?size=100&page=${String(page)}&insights=true`;
        const read = dataOf(await bench.get(bench.accountPath(ids, path)), decodeTransactionsAnswer);
        pages = read.totalPages;
        for (const row of read.items) {
          const { money, direction, bookedAt, status, description, category } = row;
          assert.ok(money !== null && direction !== null && bookedAt !== null && description !== null);
          assert.ok(status === 'booked' || status === 'pending');
          assert.notEqual(category, null);
          assert.equal(money.amount.startsWith('-'), direction === 'debit');
        }
      }
      assert.ok(pages > 10);
    });

    it('mean the same in v1', async () => {
      const bench = openBench({ region });
      const { entityId, accountId } = await bench.linked('LEANMB1');
      const ids = { entity_id: entityId, account_id: accountId };
      const accounts = dataOf(await bench.v1('/data/v1/accounts', ids), decodeAccountsAnswer);
      const [balance] = dataOf(await bench.v1('/v1/balance', ids), decodeBalancesAnswer);
      const range = { start_date: '2026-05-01', end_date: '2026-05-31' };
      const old = dataOf(await bench.v1('/v1/transactions', { ...ids, ...range }), decodeTransactionsAnswer);
      const path = `transactions?size=100&${new URLSearchParams(range).toString()}`;
      const today = dataOf(
        await bench.get(bench.accountPath({ entityId, accountId }, path)),
        decodeTransactionsAnswer,
      );
      assert.deepEqual(
        accounts.map(({ type }) => type),
        ['current', 'savings', 'credit'],
      );
      assert.equal(balance!.money.currency, region === 'ae' ? 'AED' : 'SAR');
      assert.deepEqual(
        old.items.map(({ transactionId, money, description }) => [transactionId, money, description]),
        today.items.map(({ transactionId, money, description }) => [transactionId, money, description]),
      );
    });

    it('tell webhooks of known types only', async () => {
      const bench = openBench({ region });
      const { entityId } = await bench.linked('LEANMB1');
      bench.simulator.expireSession(entityId);
      const { body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}`);
      await bench.simulator.link.confirmReconnect(body.results_id);
      bench.simulator.setBankAvailability('LEANMB1', { data: false });
      bench.simulator.revokeConsent(entityId);
      const types = bench.simulator
        .webhooks()
        .map((delivery) => decodeWebhook(JSON.parse(delivery.body))?.type);
      assert.deepEqual([...new Set(types)].sort(), [
        'bank.availability.updated',
        'entity.created',
        'entity.data.refresh.updated',
        'entity.reconnected',
        'entity.updated',
        'results.ready',
      ]);
    });
  });
}
