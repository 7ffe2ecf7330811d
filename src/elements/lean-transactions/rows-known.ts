import type { TransactionsSnapshot } from '../../domain/snapshot.js';
import { isFiltering, type TransactionFilter } from '../../domain/transaction-filter.js';
import type { Statement } from './statement/statement.js';
import type { FrameContext, RowsKnown } from './transactions.view.js';

type Ready = Extract<TransactionsSnapshot, { status: 'ready' }>;

/** What the frame says of the rows, and the list itself; null while there is none to draw. */
export function rowsKnown(
  part: Statement | null,
  snapshot: TransactionsSnapshot,
  filter: TransactionFilter,
  isBeingGiven: boolean,
  context: FrameContext,
): RowsKnown | null {
  if (!part || part.pending || context.isSilent || snapshot.status === 'failed') return null;
  const ready = snapshot.status === 'ready' ? snapshot : null;
  const { all, rows, oldestDay } = part.found;
  return {
    total: ready && !isBeingGiven ? all.length : 0,
    count: ready ? rows.length : 0,
    oldest: ready && oldestDay,
    isReading: ready !== null && isReading(ready),
    isFiltering: isFiltering(filter),
    list: part.view(ready, context),
  };
}

/** Older rows are still on their way. What a bank holds back is not: its notice says so. */
export function isReading({ complete, refreshing }: Ready): boolean {
  return !complete && refreshing;
}
