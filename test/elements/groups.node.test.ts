import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { handOver } from '../../src/domain/transactions/hand-over.js';
import { createTransactionTable } from '../../src/domain/transactions/table.js';
import { groupRows, PENDING } from '../../src/elements/lean-transactions/statement/groups.js';
import { transaction } from '../domain/support/transactions.js';

/** How many rows each day has, and of which rows the bank is not sure yet: few, none, or one in so many. */
const history = fc.record({
  rowsOfDays: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 }),
  pendingEach: fc.constantFrom(0, 1, 2, 7, 400),
  isOldestFirst: fc.boolean(),
});

test('puts pending rows before the days, and every other row under its own day', () => {
  fc.assert(
    fc.property(history, ({ rowsOfDays, pendingEach, isOldestFirst }) => {
      const sent = rowsOfDays.flatMap((count, day) =>
        Array.from({ length: count }, (_, each) =>
          transaction({
            transactionId: `${day}-${each}`,
            bookedAt: new Date(Date.UTC(2026, 10, 20) - day * 86_400_000).toISOString().slice(0, 10),
            status: pendingEach > 0 && (day * 7 + each) % pendingEach === 0 ? 'pending' : 'booked',
          }),
        ),
      );
      const table = createTransactionTable();
      for (const _ of handOver(table, sent, () => 'Asia/Dubai'));
      const newest = table.rows().slice();
      const asked = isOldestFirst ? newest.reverse() : newest;
      const { rows, groups } = groupRows(table.columns, asked);
      const isPending = (row: number) => table.row(row).status === 'pending';
      assert.deepEqual(
        [...rows],
        [...[...asked].filter(isPending), ...[...asked].filter((row) => !isPending(row))],
      );
      const days = Array.from(rows, (row) => (isPending(row) ? PENDING : table.dayOf(row)));
      const expected = days.flatMap((day, index) => (index === 0 || day !== days[index - 1] ? [index] : []));
      assert.deepEqual([...groups.starts], [...expected, rows.length]);
      assert.deepEqual(
        [...groups.days],
        expected.map((start) => days[start]),
      );
    }),
  );
});
