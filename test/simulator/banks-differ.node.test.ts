import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RowBody as Row } from './bodies.js';
import { openBench, START } from './bench.js';

describe('what differs between banks and countries', () => {
  it('adds a masked PAN to Saudi cards, between IBAN and BBAN', async () => {
    const bench = openBench({ region: 'sa' });
    const { entityId } = await bench.linked();
    const { body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}`);
    const schemes = body.data.accounts[2]!.account.map(({ scheme_name }) => scheme_name);
    assert.deepEqual(schemes, ['IBAN', 'PAN', 'BBAN']);
    assert.match(body.data.accounts[2]!.account[1]!.identification, /^\*{12}\d{4}$/);
  });

  it("tells a local bank day as the evening before in UTC where a bank's dates are local", async () => {
    const bench = openBench({ region: 'ae' });
    const ids = await bench.linked('FALAJ_RETAIL_UAE');
    const { body } = await bench.get(bench.accountPath(ids, 'transactions?size=3'));
    for (const row of body.data.transactions) assert.match(row.booking_date_time, /T20:00:00Z$/);
  });

  it("finds a local bank day's rows under their UTC date", async () => {
    const bench = openBench({ region: 'ae' });
    const ids = await bench.linked('FALAJ_RETAIL_UAE');
    const path = 'transactions?start_date=2026-03-01&end_date=2026-03-01';
    const { body } = await bench.get(bench.accountPath(ids, path));
    assert.ok(body.data.transactions.length > 0);
    for (const row of body.data.transactions) {
      assert.equal(row.booking_date_time, '2026-03-01T20:00:00Z');
    }
  });

  it("repeats the row's own amount as its balance in the Emirates only", async () => {
    const same: boolean[] = [];
    for (const region of ['ae', 'sa'] as const) {
      const bench = openBench({ region });
      const { body } = await bench.get(bench.accountPath(await bench.linked(), 'transactions?size=20'));
      const rows = body.data.transactions;
      same.push(rows.every((row) => row.balance.amount.amount === row.amount.amount));
    }
    assert.deepEqual(same, [true, false]);
  });

  it('keeps the balance in step with the booked rows', async () => {
    const bench = openBench({ region: 'sa' });
    const ids = await bench.linked();
    const { body } = await bench.get(bench.accountPath(ids, 'balances'));
    const booked = body.data.balances.find(({ type }) => type === 'CLOSING_BOOKED');
    const day = await bench.get(
      bench.accountPath(ids, 'transactions?start_date=2026-11-22&end_date=2026-11-22'),
    );
    const last = day.body.data.transactions.at(-1);
    assert.equal(last!.balance.amount.amount, booked!.amount.amount);
  });

  it('gives what Lean last read from the bank until it reads again', async () => {
    const bench = openBench();
    const ids = await bench.linked();
    const total = async () =>
      (await bench.get(bench.accountPath(ids, 'transactions'))).body.data.page.total_elements;
    const before = await total();
    await bench.simulator.clock.advance(3 * 24 * 3600);
    assert.equal(bench.simulator.clock.now(), START + 3 * 24 * 3_600_000);
    assert.equal(await total(), before);
    await bench.post('/data/v2/refreshes', { entity_id: ids.entityId });
    await bench.simulator.clock.advance(2);
    assert.ok((await total()) > before);
  });

  it('books pending rows under another id once they are old enough', async () => {
    const bench = openBench();
    const ids = await bench.linked();
    const rowsOf = async (): Promise<Row[]> =>
      (await bench.get(bench.accountPath(ids, 'transactions?start_date=2026-11-22&end_date=2026-11-22'))).body
        .data.transactions;
    const before = await rowsOf();
    await bench.simulator.clock.advance(3 * 24 * 3600);
    await bench.post('/data/v2/refreshes', { entity_id: ids.entityId });
    await bench.simulator.clock.advance(2);
    const after = await rowsOf();
    const pending = before.filter(({ status }) => status === 'PENDING');
    assert.ok(pending.length > 0);
    assert.deepEqual(
      after.map(({ status }) => status),
      after.map(() => 'BOOKED'),
    );
    for (const { transaction_id } of pending) {
      assert.ok(after.every((row) => row.transaction_id !== transaction_id));
    }
  });
});
