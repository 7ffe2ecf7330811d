import type { CalendarDate } from '../../domain/calendar.js';
import { keptIn } from '../../domain/kept.js';
import type { TransactionsSnapshot } from '../../domain/snapshot.js';
import type { SpendingRow } from '../../domain/spending/flow.js';
import { dayText } from '../../domain/transactions/sent-time.js';

type Ready = Extract<TransactionsSnapshot, { status: 'ready' }>;

/** What of a snapshot was asked for; its table may hold other accounts and days as well. */
export function* spendingRows(
  { table, accountIds }: Pick<Ready, 'table' | 'accountIds'>,
  from: CalendarDate | null,
  to: CalendarDate | null,
): Generator<SpendingRow, void> {
  const wanted = accountIds && new Set<string | null>(accountIds);
  const days = new Map<number, CalendarDate>();
  // A row number stays its row's while others arrive, so the list of them may be read in slices.
  for (const row of table.rows().slice()) {
    const glance = table.columns.glance(row);
    if (wanted && !wanted.has(glance.accountId)) continue;
    const number = table.dayOf(row);
    const day = number === null ? null : keptIn(days, number, dayText);
    if (day !== null && ((from !== null && day < from) || (to !== null && day > to))) continue;
    yield { ...glance, day };
  }
}
