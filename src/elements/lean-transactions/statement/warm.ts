import { addDays, dayAt, yearsBefore } from '../../../domain/calendar.js';
import type { Transaction } from '../../../domain/transaction.js';
import { handOver } from '../../../domain/transactions/hand-over.js';
import { createTransactionTable } from '../../../domain/transactions/table.js';
import { FoundRows } from './found-rows.js';
import { RowList } from './row-list.js';
import type { StatementContext } from './statement-context.js';

const SAMPLE: Transaction = {
  transactionId: '00000000-0000-4000-8000-000000000000',
  accountId: null,
  entityId: null,
  description: 'x',
  merchantName: null,
  reference: 'x',
  money: { amount: '-1.5', currency: 'AED' },
  direction: 'debit',
  status: 'booked',
  bookedAt: '2026-01-02T00:00:00Z',
  valueAt: null,
  category: 'OTHER',
  type: null,
};

const SIZES = { row: 56, head: 40, stickyTop: 0 };

/**
 * Draws a few sample rows out of sight, so that the code of the first picture is compiled, and the page's first use of
 * `Intl` paid for, while the data is on its way.
 */
export function* warmSteps(context: StatementContext): Generator<void, void> {
  const { format, messages, zoneOf, now } = context;
  const zone = zoneOf(null);
  const today = dayAt(now, zone);
  messages.transactions.since(format.count(1), format.month(today));
  yield;
  const table = createTransactionTable();
  // Near and far days, in headings and in rows, are written by different formatters.
  const samples = [today, addDays(today, -9), yearsBefore(today, 1)].flatMap((day) =>
    (['booked', 'pending'] as const).map((status) => ({
      ...SAMPLE,
      transactionId: `${status} ${day}`,
      direction: status === 'booked' ? ('credit' as const) : ('debit' as const),
      status,
      bookedAt: `${day}T00:00:00Z`,
    })),
  );
  yield* handOver(table, samples, () => zone);
  const found = new FoundRows(() => undefined);
  found.update({ table, accountIds: null, filter: context.filter, isGrouped: true });
  yield;
  const list = new RowList(document.createElement('div'));
  const picture = {
    found,
    first: 0,
    count: samples.length,
    showsAccounts: false,
    text: context,
    open: null,
    details: null,
  };
  list.show(document.createElement('div'), SIZES, picture, true);
  yield;
  list.stop();
  found.stop();
}
