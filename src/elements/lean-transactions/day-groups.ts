import type { CalendarDate } from '../../domain/calendar.js';
import { totalsByCurrency, type Money } from '../../domain/money.js';
import type { Transaction } from '../../domain/transaction.js';

/** The transactions of one day with what they come to, per currency. */
export interface DayGroup {
  /** Null for those whose day the bank did not give. */
  day: CalendarDate | null;
  transactions: readonly Transaction[];
  /** Rejected ones moved no money and are left out. */
  totals: readonly Money[];
}

/** Groups transactions by day in the order in which days first appear; those without a day come last. */
export function groupByDay(
  transactions: readonly Transaction[],
  dayOf: (transaction: Transaction) => CalendarDate | null,
): DayGroup[] {
  const days = new Map<CalendarDate | null, Transaction[]>();
  for (const transaction of transactions) {
    const day = dayOf(transaction);
    const known = days.get(day);
    if (known) known.push(transaction);
    else days.set(day, [transaction]);
  }
  const undated = days.get(null);
  days.delete(null);
  const groups = [...days].map(([day, rows]) => groupOf(day, rows));
  return undated ? [...groups, groupOf(null, undated)] : groups;
}

function groupOf(day: CalendarDate | null, transactions: readonly Transaction[]): DayGroup {
  return { day, transactions, totals: sumsOf(transactions) };
}

/** What transactions come to, per currency. */
export function sumsOf(transactions: readonly Transaction[]): Money[] {
  const moved = transactions.filter(({ status }) => status !== 'rejected');
  return totalsByCurrency(moved.map(({ money }) => money).filter((money) => money !== null));
}

/** The part of the groups that holds rows `start` to `end`; totals stay those of the whole day. */
export function sliceGroups(groups: readonly DayGroup[], start: number, end: number): DayGroup[] {
  const sliced: DayGroup[] = [];
  let at = 0;
  for (const group of groups) {
    const rows = group.transactions.slice(Math.max(start - at, 0), Math.max(end - at, 0));
    if (rows.length > 0) sliced.push({ ...group, transactions: rows });
    at += group.transactions.length;
    if (at >= end) break;
  }
  return sliced;
}
