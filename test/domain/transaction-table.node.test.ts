import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateInZone, instantOf } from '../../src/domain/calendar.js';
import type { Transaction } from '../../src/domain/transaction.js';
import { groupByDay, UNKNOWN_DAY } from '../../src/domain/transactions/day-groups.js';
import { handOver } from '../../src/domain/transactions/hand-over.js';
import { dayText } from '../../src/domain/transactions/sent-time.js';
import { createTransactionTable, type TransactionTable } from '../../src/domain/transactions/table.js';
import { anyTransaction, distinctTransactions, transaction } from './support/transactions.js';

const ZONE = 'Asia/Dubai';

function shown(table: TransactionTable): Transaction[] {
  return Array.from(table.rows(), (row) => table.row(row));
}

function ids(table: TransactionTable): string[] {
  return shown(table).map(({ transactionId }) => transactionId);
}

/** The number of a transaction's row, or null. */
function rowOf(table: TransactionTable, transactionId: string): number | null {
  return table.rows().find((row) => table.row(row).transactionId === transactionId) ?? null;
}

function keyOf({ accountId, transactionId }: Transaction): string {
  return JSON.stringify([accountId, transactionId]);
}

/** Rows of one account, from its newest window to its oldest; each window oldest first. */
function readAll(
  table: TransactionTable,
  accountId: string | null,
  windows: Transaction[][],
  pageSize = 100,
): void {
  const reading = table.read(accountId, ZONE);
  windows.forEach((rows, window) => {
    for (let offset = 0; offset < rows.length; offset += pageSize) {
      reading.add(rows.slice(offset, offset + pageSize), { window, offset });
    }
  });
  reading.finish();
}

function drain(steps: Generator<void, void>): number {
  let count = 0;
  while (!steps.next().done) count += 1;
  return count;
}

test('gives every row back as it was sent', () => {
  fc.assert(
    fc.property(distinctTransactions(['a']), (sent) => {
      const table = createTransactionTable();
      table.read('a', ZONE).add(sent, { window: 0, offset: 0 });
      const byKey = new Map(shown(table).map((row) => [keyOf(row), row]));
      for (const row of sent) assert.deepEqual(byKey.get(keyOf(row)), row);
    }),
    { numRuns: 300 },
  );
});

test('gives rows back from blocks that are full and packed', () => {
  const sent = Array.from({ length: 5000 }, (_, index) =>
    transaction({
      transactionId:
        index % 1500 === 7
          ? `odd-${index}`
          : `7c9e6679-7425-40de-944b-${index.toString(16).padStart(12, '0')}`,
      description: index % 3 === 0 ? `شراء ${index}` : index % 3 === 1 ? `POS ${index}` : null,
      reference: index % 2 === 0 ? `REF${index}` : null,
      merchantName: `M${index % 7}`,
    }),
  );
  const table = createTransactionTable();
  readAll(table, 'account-1', [sent], 70);
  assert.deepEqual(shown(table).reverse(), sent);
});

test('shows a bank day before the days that came before it, whatever the zone its times are written in', () => {
  const table = createTransactionTable();
  const sent = ['2026-11-20T20:30:00Z', '2026-11-20T23:30:00', '2026-11-21', '2026-11-21T03:00:00+04:00'];
  table.read('account-1', ZONE).add(
    sent.map((bookedAt) => transaction({ transactionId: bookedAt, bookedAt })),
    { window: 0, offset: 0 },
  );
  assert.deepEqual(ids(table), [
    '2026-11-21T03:00:00+04:00',
    '2026-11-20T20:30:00Z',
    '2026-11-21',
    '2026-11-20T23:30:00',
  ]);
  assert.deepEqual(
    Array.from(table.rows(), (row) => dayText(table.dayOf(row) ?? 0)),
    ['2026-11-21', '2026-11-21', '2026-11-21', '2026-11-20'],
  );
});

test('reads the day of every row as the calendar does', () => {
  fc.assert(
    fc.property(
      distinctTransactions(['a']),
      fc.constantFrom(ZONE, 'America/New_York', 'UTC'),
      (sent, zone) => {
        const table = createTransactionTable();
        table.read('a', zone).add(sent, { window: 0, offset: 0 });
        for (const row of table.rows()) {
          const { bookedAt } = table.row(row);
          const isRead =
            bookedAt !== null && (instantOf(bookedAt) !== null || dateInZone(bookedAt, zone) !== null);
          const day = table.dayOf(row);
          assert.equal(day === null ? null : dayText(day), isRead ? dateInZone(bookedAt, zone) : null);
        }
      },
    ),
  );
});

test('loses no row and shows none twice, whatever the windows, pages, overlaps and repetitions', () => {
  const reading = fc.record({
    cuts: fc.array(fc.nat(40), { maxLength: 4 }),
    overlap: fc.nat(3),
    pageSize: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(distinctTransactions(), fc.array(reading, { minLength: 1, maxLength: 3 }), (sent, plans) => {
      const table = createTransactionTable();
      for (const { cuts, overlap, pageSize } of plans) {
        for (const accountId of new Set(sent.map((row) => row.accountId))) {
          const rows = sent.filter((row) => row.accountId === accountId);
          readAll(table, accountId, cutNewestFirst(rows, cuts, overlap), pageSize);
        }
      }
      assert.equal(table.count, sent.length);
      assert.deepEqual(shown(table).map(keyOf).sort(), sent.map(keyOf).sort());
      assertNewestFirst(table);
    }),
    { numRuns: 300 },
  );
});

/** Windows from the newest back that share some rows with their neighbours. */
function cutNewestFirst(rows: Transaction[], cuts: number[], overlap: number): Transaction[][] {
  const places = [0, ...cuts.map((cut) => Math.min(cut, rows.length)).sort((a, b) => a - b), rows.length];
  return places
    .slice(1)
    .map((end, index) => rows.slice(Math.max(0, (places[index] ?? 0) - overlap), end))
    .reverse();
}

function assertNewestFirst(table: TransactionTable): void {
  const days = Array.from(table.rows(), (row) => table.dayOf(row) ?? Number.NEGATIVE_INFINITY);
  assert.deepEqual(
    days,
    [...days].sort((one, other) => (one === other ? 0 : other - one)),
  );
}

test('shows the same order however the history was cut into windows and pages', () => {
  const sent = Array.from({ length: 30 }, (_, index) =>
    transaction({
      transactionId: `t${index}`,
      bookedAt: `2026-11-${String(1 + Math.floor(index / 6)).padStart(2, '0')}`,
    }),
  );
  const whole = createTransactionTable();
  readAll(whole, 'account-1', [sent]);
  assert.deepEqual(ids(whole), sent.map(({ transactionId }) => transactionId).reverse());
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (cuts, pageSize) => {
      const table = createTransactionTable();
      readAll(table, 'account-1', cutNewestFirst(sent, cuts, 0), pageSize);
      assert.deepEqual(ids(table), ids(whole));
    }),
  );
});

test('keeps two accounts apart that use the same transaction ids', () => {
  const table = createTransactionTable();
  table.read('a', ZONE).add([transaction({ accountId: 'a' })], { window: 0, offset: 0 });
  table.read('b', ZONE).add([transaction({ accountId: 'b' })], { window: 0, offset: 0 });
  assert.equal(table.count, 2);
  assert.equal(shown(table).filter(({ accountId }) => accountId === 'b').length, 1);
});

test('brings a row up to date in its place and keeps its number', () => {
  const table = createTransactionTable();
  const sent = ['1', '2', '3'].map((transactionId) => transaction({ transactionId, status: 'pending' }));
  readAll(table, 'account-1', [sent]);
  const row = rowOf(table, '2');
  const { version } = table;
  const reading = table.read('account-1', ZONE);
  const changed = reading.add(
    sent.map((each) =>
      each.transactionId === '2' ? { ...each, status: 'booked', description: 'مقهى' } : each,
    ),
    { window: 0, offset: 0 },
  );
  assert.equal(changed, 1);
  assert.equal(reading.finish(), 0);
  assert.ok(table.version > version);
  assert.deepEqual(ids(table), ['3', '2', '1']);
  assert.equal(rowOf(table, '2'), row);
  assert.deepEqual([table.row(row ?? -1).status, table.row(row ?? -1).description], ['booked', 'مقهى']);
});

test('stays at its version when a refresh brings nothing new', () => {
  const table = createTransactionTable();
  fc.assert(
    fc.property(distinctTransactions(['a']), (sent) => {
      readAll(table, 'a', [sent], 7);
      const { version } = table;
      readAll(table, 'a', [sent], 5);
      assert.equal(table.version, version);
    }),
  );
});

test('moves a row whose time changed', () => {
  const table = createTransactionTable();
  readAll(table, 'account-1', [['1', '2', '3'].map((transactionId) => transaction({ transactionId }))]);
  table
    .read('account-1', ZONE)
    .add([transaction({ transactionId: '1', bookedAt: '2026-11-22' })], { window: 0, offset: 0 });
  assert.deepEqual(ids(table), ['1', '3', '2']);
});

test('follows the bank when it sends the rows of one day in another order', () => {
  const table = createTransactionTable();
  const [one, two, three] = ['1', '2', '3'].map((transactionId) => transaction({ transactionId }));
  readAll(table, 'account-1', [[one!, two!, three!]]);
  readAll(table, 'account-1', [[two!, three!, one!]]);
  assert.deepEqual(ids(table), ['1', '3', '2']);
});

test('drops what a finished reading did not send, and takes it back when it is sent again', () => {
  const table = createTransactionTable();
  const [one, two] = [
    transaction({ transactionId: 'pending-1' }),
    transaction({ transactionId: 'booked-1' }),
  ];
  readAll(table, 'account-1', [[one]]);
  readAll(table, 'account-1', [[two]]);
  assert.deepEqual(ids(table), ['booked-1']);
  assert.equal(rowOf(table, 'pending-1'), null);
  readAll(table, 'account-1', [[one, two]]);
  assert.deepEqual(ids(table), ['booked-1', 'pending-1']);
});

test('drops nothing of a reading that ended early, nor of other accounts', () => {
  const table = createTransactionTable();
  readAll(table, 'a', [[transaction({ accountId: 'a' })]]);
  readAll(table, 'b', [[transaction({ accountId: 'b' })]]);
  table.read('a', ZONE).add([], { window: 0, offset: 0 });
  assert.equal(table.count, 2);
  readAll(table, 'a', []);
  assert.deepEqual(
    shown(table).map(({ accountId }) => accountId),
    ['b'],
  );
});

test('holds exactly what was handed over last, whatever its order', () => {
  fc.assert(
    fc.property(fc.array(distinctTransactions(), { minLength: 1, maxLength: 3 }), (lists) => {
      const table = createTransactionTable();
      for (const list of lists) {
        drain(handOver(table, list, () => ZONE));
        assert.deepEqual(shown(table).map(keyOf).sort(), list.map(keyOf).sort());
        assertNewestFirst(table);
      }
    }),
  );
});

test('has one row for two that were given with the same id, and the later given one', () => {
  const table = createTransactionTable();
  const [one, two] = [
    transaction({ transactionId: 'd', bookedAt: '2026-11-10', description: 'ONE' }),
    transaction({ transactionId: 'd', bookedAt: '2026-11-11', description: 'TWO' }),
  ];
  for (let times = 0; times < 2; times += 1) {
    drain(handOver(table, [one, two], () => ZONE));
    assert.equal(table.count, 1);
    assert.deepEqual(shown(table), [two]);
  }
});

test('has the newest rows after the first step, from lists in either order', () => {
  const oldestFirst = Array.from({ length: 3000 }, (_, index) =>
    transaction({
      transactionId: `t${index}`,
      bookedAt: new Date(1_700_000_000_000 + index * 3_600_000).toISOString(),
    }),
  );
  for (const list of [oldestFirst, [...oldestFirst].reverse()]) {
    const table = createTransactionTable();
    const steps = handOver(table, list, () => ZONE);
    steps.next();
    assert.ok(table.count < 200);
    assert.deepEqual(ids(table).slice(0, 3), ['t2999', 't2998', 't2997']);
    assert.ok(drain(steps) > 5);
    assert.deepEqual(ids(table), oldestFirst.map(({ transactionId }) => transactionId).reverse());
  }
});

test('puts every row into the one group of its day', () => {
  fc.assert(
    fc.property(fc.array(anyTransaction(['a']), { maxLength: 40 }), (sent) => {
      const table = createTransactionTable();
      table.read('a', ZONE).add(sent, { window: 0, offset: 0 });
      const rows = table.rows();
      const { count, days, starts } = groupByDay(table.columns, rows);
      assert.equal(new Set(days).size, count);
      assert.deepEqual([starts.length, starts[count]], [count + 1, rows.length]);
      days.forEach((day, group) => {
        for (const row of rows.subarray(starts[group], starts[group + 1])) {
          assert.equal(table.dayOf(row) ?? UNKNOWN_DAY, day);
        }
      });
    }),
  );
});

test('has a day that can be written for a booking at the end of time', () => {
  const table = createTransactionTable();
  readAll(table, 'account-1', [[transaction({ bookedAt: '9999-12-31T23:59:59Z' })]]);
  assert.equal(dayText(table.dayOf(0) ?? 0), '9999-12-31');
  assert.equal(table.row(0).bookedAt, '9999-12-31T23:59:59Z');
});
