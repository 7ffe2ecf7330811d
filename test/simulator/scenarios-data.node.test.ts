import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { RowBody } from './bodies.js';
import { testScenarios } from './scenario-tests.js';

const { scenario, testNoneIsLeftOut } = testScenarios('data');

describe('scenarios of data', () => {
  for (const rows of [10_000, 100_000]) {
    scenario(`rows-${String(rows)}`, 'counts so many, each page full', async ({ transactions }) => {
      const { body } = await transactions('?size=100');
      assert.equal(body.data.page.total_elements, rows);
      const last = await transactions(`?size=100&page=${String(rows / 100 - 1)}`);
      assert.equal(last.body.data.transactions.length, 100);
      assert.ok(last.body.data.transactions.at(-1)!.booking_date_time.startsWith('2026-11-23'));
    });
  }

  scenario('three-decimals', 'is in dinars', async ({ balances, transactions }) => {
    const amounts = (await transactions('?size=100')).body.data.transactions.map(
      ({ amount }) => amount.amount,
    );
    assert.equal((await balances()).body.data.balances[0]!.amount.currency, 'KWD');
    assert.ok(amounts.every((amount) => /^\d+(\.\d{1,3})?$/.test(String(amount))));
    assert.ok(amounts.some((amount) => /\.\d{3}$/.test(String(amount))));
  });

  scenario('two-currencies', 'has one account in dollars', async ({ accounts }) => {
    const { body } = await accounts();
    assert.deepEqual(
      body.data.accounts.map(({ currency }) => currency),
      ['AED', 'USD', 'AED'],
    );
  });

  scenario('arabic-bank', 'writes everything in Arabic', async ({ accounts, transactions }) => {
    const { body } = await accounts();
    for (const { nickname, account_holder_name } of body.data.accounts) {
      assert.match(nickname + account_holder_name, /^[\u0600-\u06ff ]+$/);
    }
    for (const { transaction_information } of (await transactions()).body.data.transactions) {
      assert.match(transaction_information, /[\u0600-\u06ff]/);
    }
  });

  scenario('hostile-text', 'has markup, overrides and great lengths', async ({ transactions }) => {
    const { body } = await transactions('?size=100');
    const texts = body.data.transactions
      .map(({ transaction_information }) => transaction_information)
      .join('\n');
    assert.ok(texts.includes('<script>') && texts.includes('\u202e') && texts.length > 10_000);
  });

  scenario('no-accounts', 'has none', async ({ accounts }) => {
    const { body } = await accounts();
    assert.deepEqual([body.status, body.data.accounts], ['OK', []]);
  });

  scenario('no-balances', 'has none', async ({ balances }) => {
    const { body } = await balances();
    assert.deepEqual([body.status, body.data.balances], ['OK', []]);
  });

  scenario('no-transactions', 'has accounts and balances, and no rows', async (met) => {
    assert.equal((await met.balances()).body.status, 'OK');
    const { body } = await met.transactions();
    assert.deepEqual([body.status, body.data.transactions, body.data.page.total_elements], ['OK', [], 0]);
  });

  scenario('no-identity', 'has nobody', async ({ bench, entityId }) => {
    const { body } = await bench.get(`/data/v2/identity?entity_id=${entityId}`);
    assert.deepEqual([body.status, (body.data as { identities?: unknown }).identities], ['OK', []]);
  });

  scenario('accounts-200', 'has so many, no two alike', async ({ bench, entityId }) => {
    const pages = await Promise.all(
      [0, 1].map((page) =>
        bench.get(`/data/v2/accounts?entity_id=${entityId}&page=${String(page)}&size=100`),
      ),
    );
    const all = pages.flatMap(({ body }) => body.data.accounts);
    assert.equal(new Set(all.map(({ account_id }) => account_id)).size, 200);
    assert.equal(new Set(all.map(({ nickname }) => nickname)).size, 200);
  });

  scenario('unknown-status', 'answers a status of no document', async ({ accounts }) => {
    const { status, body } = await accounts();
    assert.deepEqual([status, body.status, body.data], [200, 'DATA_TEMPORARILY_UNAVAILABLE', null]);
  });

  scenario('processing-started', 'answers PROCESSING_STARTED', async ({ accounts }) => {
    assert.equal((await accounts()).body.status, 'PROCESSING_STARTED');
  });

  scenario(
    'missing-fields',
    'leaves most out of every second item',
    async ({ bench, entityId, transactions }) => {
      const [whole, broken] = (await transactions()).body.data.transactions as [RowBody, RowBody];
      assert.equal('amount' in whole, true);
      assert.equal('amount' in broken, false);
      const v1 = await bench.v1('/data/v1/accounts', { entity_id: entityId });
      assert.equal('currency_code' in v1.body.payload.accounts[1]!, false);
    },
  );

  scenario('wrong-types', 'turns every second item over', async ({ transactions }) => {
    const [whole, broken] = (await transactions()).body.data.transactions as [RowBody, RowBody];
    assert.equal(typeof whole.booking_date_time, 'string');
    assert.equal(typeof broken.booking_date_time, 'number');
    assert.ok(Array.isArray(broken.amount));
  });

  scenario('unknown-currency', 'counts in a currency nobody has', async ({ bench, entityId, balances }) => {
    assert.equal((await balances()).body.data.balances[0]!.amount.currency, 'QQQ');
    const v1 = await bench.v1('/data/v1/accounts', { entity_id: entityId });
    assert.equal(v1.body.payload.accounts[0]!.currency_code, 'QQQ');
  });

  testNoneIsLeftOut();
});
