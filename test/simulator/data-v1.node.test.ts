import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountBody } from './bodies.js';
import { openBench, JSON_TYPE } from './bench.js';
import { differences } from './shapes.js';

const envelope = { status: 'string', results_id: 'string', message: 'string', timestamp: 'string' };

async function openLinked(bankIdentifier = 'LEANMB1') {
  const bench = openBench({ region: 'sa' });
  const { entityId, accountId } = await bench.linked(bankIdentifier);
  return { bench, ids: { entity_id: entityId, account_id: accountId }, entityId, accountId };
}

describe('data API v1, as the old guide calls it', () => {
  it('answers identity with one person and an address of one line', async () => {
    const { bench, entityId } = await openLinked();
    const { status, body } = await bench.v1('/data/v1/identity', { entity_id: entityId });
    const payload = {
      type: 'string',
      full_name: 'string',
      mobile_number: 'string',
      gender: 'string',
      national_identity_number: 'string',
      birth_date: 'string',
      email_address: 'string',
      address: 'string',
    };
    assert.equal(status, 200);
    assert.deepEqual(differences(body, { ...envelope, payload }), []);
    assert.match(body.payload.gender, /^(fe)?male$/);
  });

  it('answers accounts with words for types and IBANs in groups of four', async () => {
    const { bench, entityId } = await openLinked();
    const { body } = await bench.v1('/data/v1/accounts', { entity_id: entityId });
    const account = {
      account_id: 'string',
      name: 'string',
      currency_code: 'string',
      type: 'string',
      iban: 'string',
      account_number: 'string',
      'credit?': {
        card_number_last_four: 'string',
        limit: 'number',
        next_payment_due_date: 'string',
        next_payment_due_amount: 'number',
      },
      bank_identifier: 'string',
    };
    assert.deepEqual(
      differences(body, { ...envelope, payload: { type: 'string', accounts: [account] } }),
      [],
    );
    const [current, savings, card] = body.payload.accounts as [AccountBody, AccountBody, AccountBody];
    assert.deepEqual([current.type, savings.type, card.type], ['Checkings', 'Savings', 'Credit']);
    assert.match(current.iban, /^SA\d{2}( [A-Z0-9]{4}){5}$/);
    assert.ok(current.credit === null && card.credit !== null);
  });

  it('speaks of CURRENT at banks that came later', async () => {
    const { bench, entityId } = await openLinked('LEA1_RETAIL_SAU');
    const { body } = await bench.v1('/data/v1/accounts', { entity_id: entityId });
    assert.equal(body.payload.accounts[0]!.type, 'CURRENT');
  });

  for (const prefix of ['/v1', '/data/v1']) {
    it(`answers balance on ${prefix}/balance`, async () => {
      const { bench, ids } = await openLinked();
      const { body } = await bench.v1(`${prefix}/balance`, ids);
      const payload = {
        type: 'string',
        balance: 'number',
        currency_code: 'string',
        account_id: 'string',
        account_name: 'string',
        account_type: 'string',
      };
      assert.deepEqual(differences(body, { ...envelope, payload }), []);
      assert.equal(body.payload.account_id, ids.account_id);
    });

    it(`answers transactions on ${prefix}/transactions with signed amounts and insights`, async () => {
      const { bench, ids } = await openLinked();
      const asked = { ...ids, start_date: '2026-10-01', end_date: '2026-10-31', insights: true };
      const { body } = await bench.v1(`${prefix}/transactions`, asked);
      const insights = {
        description_cleansed: 'string',
        category: 'string',
        category_confidence: 'number',
        type: 'string',
        type_confidence: 'number',
      };
      const row = {
        id: 'string',
        description: 'string',
        amount: 'number',
        currency_code: 'string',
        pending: 'boolean',
        timestamp: 'string',
        index: 'number',
        insights,
        running_balance: 'number',
        transaction_reference: 'string',
        value_timestamp: 'string',
        transaction_timestamp: 'string',
      };
      const rows = body.payload.transactions;
      assert.deepEqual(
        differences(body, { ...envelope, payload: { type: 'string', transactions: [row] } }),
        [],
      );
      assert.ok(rows.some(({ amount }) => amount > 0) && rows.some(({ amount }) => amount < 0));
      assert.ok(rows.every(({ timestamp }) => timestamp.startsWith('2026-10-')));
      assert.ok(rows.some(({ insights: { category } }) => category === 'LOANS_AND_INVESTMENTS'));
    });
  }

  it('leaves insights out unless they are asked for', async () => {
    const { bench, ids } = await openLinked();
    const { body } = await bench.v1('/data/v1/transactions', { ...ids, start_date: '2026-11-01' });
    assert.ok(body.payload.transactions.length > 0);
    for (const row of body.payload.transactions) assert.equal('insights' in row, false);
  });

  it('accepts a bearer token and a slash at the end', async () => {
    const { bench, entityId } = await openLinked();
    const { status } = await bench.post('/data/v1/accounts/', { entity_id: entityId });
    assert.equal(status, 200);
  });

  it('refuses GET, another token and a broken body', async () => {
    const { bench } = await openLinked();
    const get = await bench.send('GET', '/data/v1/accounts', { 'lean-app-token': 'simulator' });
    const token = await bench.send(
      'POST',
      '/data/v1/accounts',
      { 'lean-app-token': 'x', ...JSON_TYPE },
      '{}',
    );
    const broken = await bench.send(
      'POST',
      '/data/v1/accounts',
      { 'lean-app-token': 'simulator', ...JSON_TYPE },
      '{',
    );
    assert.deepEqual([get.status, token.status, broken.status], [405, 401, 400]);
  });

  it('answers the same account, balance and rows as v2', async () => {
    const { bench, ids, entityId, accountId } = await openLinked();
    const v2 = await bench.get(bench.accountPath({ entityId, accountId }, 'balances'));
    const booked = v2.body.data.balances.find(({ type }) => type === 'INTERIM_BOOKED');
    const v1 = await bench.v1('/data/v1/balance', ids);
    assert.equal(v1.body.payload.balance, booked!.amount.amount);
    const range = { start_date: '2026-09-01', end_date: '2026-09-30' };
    const rowsV1 = await bench.v1('/data/v1/transactions', { ...ids, ...range });
    const query = `transactions?size=100&${new URLSearchParams(range).toString()}`;
    const rowsV2 = await bench.get(bench.accountPath({ entityId, accountId }, query));
    assert.deepEqual(
      rowsV1.body.payload.transactions.map(({ id }) => id),
      rowsV2.body.data.transactions.map(({ transaction_id }) => transaction_id),
    );
  });

  it('makes the guide’s PENDING and hands the result over later', async () => {
    const { bench, ids, entityId } = await openLinked();
    const pending = await bench.v1('/data/v1/accounts', { entity_id: entityId, async: true });
    assert.equal(pending.status, 202);
    assert.deepEqual(differences(pending.body, envelope), []);
    assert.deepEqual(
      [pending.body.status, pending.body.message],
      ['PENDING', 'Results not yet returned. Please try again later'],
    );
    const path = `/v1/results/${pending.body.results_id}`;
    const early = await bench.send('GET', path, { 'lean-app-token': 'simulator' });
    assert.deepEqual([early.status, early.body.status], [202, 'PENDING']);
    await bench.simulator.clock.advance(1);
    const late = await bench.send('GET', path, { 'lean-app-token': 'simulator' });
    assert.equal(late.body.status, 'OK');
    assert.equal(late.body.results_id, pending.body.results_id);
    assert.equal(late.body.payload.accounts[0]!.account_id, ids.account_id);
  });

  it('makes the guide’s RECONNECT_REQUIRED with a reconnect_id of its own', async () => {
    const { bench, ids, entityId } = await openLinked();
    bench.simulator.expireSession(entityId);
    const { status, body } = await bench.v1('/v1/balance', ids);
    assert.equal(status, 200);
    assert.deepEqual(
      differences(body, { ...envelope, payload: { reconnect_id: 'string', type: 'string' } }),
      [],
    );
    assert.deepEqual(
      [body.status, body.payload.type, body.message],
      ['RECONNECT_REQUIRED', 'reconnect', 'User input is required to reconnect with the bank'],
    );
    assert.notEqual(body.payload.reconnect_id, body.results_id);
    await bench.simulator.link.confirmReconnect(body.payload.reconnect_id);
    assert.equal((await bench.v1('/v1/balance', ids)).body.status, 'OK');
    const result = await bench.send('GET', `/data/v1/results/${body.results_id}`, {
      'lean-app-token': 'simulator',
    });
    assert.equal(result.body.payload.account_id, ids.account_id);
  });
});
