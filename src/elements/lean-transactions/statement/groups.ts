import { placeOf } from '../../../domain/transactions/block.js';
import type { TransactionColumns } from '../../../domain/transactions/columns.js';
import { groupByDay, UNKNOWN_DAY, type DayGroups } from '../../../domain/transactions/day-groups.js';

/** Stands for the day of the group of pending rows. */
export const PENDING = UNKNOWN_DAY + 1;

/** Rows in the order in which they are shown, and their groups; no groups where rows stand without headings. */
export interface Grouped {
  rows: Uint32Array;
  groups: DayGroups;
}

const NO_GROUPS: DayGroups = { count: 0, days: new Int32Array(), starts: new Uint32Array() };

export function ungrouped(rows: Uint32Array): Grouped {
  return { rows, groups: NO_GROUPS };
}

/**
 * Rows that are ordered by day under their days, with what is pending in a group of its own before them: a bank sends
 * it again, under another id, on the day on which it is booked.
 */
export function groupRows(columns: TransactionColumns, rows: Uint32Array): Grouped {
  const isPending = columns.kinds.map(({ status }) => status === 'pending');
  if (!isPending.includes(true)) return { rows, groups: groupByDay(columns, rows) };
  const ordered = new Uint32Array(rows.length);
  const pending: number[] = [];
  let count = 0;
  for (const row of rows) {
    if (isPending[columns.blockOf(row).kinds[placeOf(row)] ?? 0]) {
      pending.push(row);
    } else {
      ordered[count] = row;
      count += 1;
    }
  }
  if (pending.length === 0) return { rows, groups: groupByDay(columns, rows) };
  ordered.copyWithin(pending.length, 0, count);
  ordered.set(pending);
  const { days, starts } = groupByDay(columns, ordered.subarray(pending.length));
  return {
    rows: ordered,
    groups: {
      count: days.length + 1,
      days: Int32Array.from([PENDING, ...days]),
      starts: Uint32Array.from([0, ...starts.map((start) => start + pending.length)]),
    },
  };
}
