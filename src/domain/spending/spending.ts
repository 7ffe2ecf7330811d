import type { CalendarDate } from '../calendar.js';
import { keptIn } from '../kept.js';
import { FlowSum, isCounted, type CountedRow, type Flow, type SpendingRow } from './flow.js';
import { monthBefore, monthsBetween } from './months.js';
import { findOwnTransfers } from './own-transfers.js';
import { payeeOf, Tally, type Breakdown } from './tally.js';

export interface MonthSpending extends Breakdown {
  /** `YYYY-MM`. */
  month: string;
}

/** What one currency came to. */
export interface CurrencySpending extends Breakdown {
  currency: string;
  /** Every month from the first to the last, those without transactions too; oldest first, at most ten years. */
  months: MonthSpending[];
  /** The month before this one up to the same day: what this month so far can fairly be compared with. */
  lastMonthSoFar: Flow;
}

export interface Spending {
  /** Most used first; currencies are never added up. */
  currencies: CurrencySpending[];
  /** Rows left out because they are transfers between two of these accounts. */
  ownTransfers: number;
  /** Rows left out because they are pending: they come again once they are booked. */
  pending: number;
  /** Rows left out because they were rejected, or lack amount, direction or day. */
  leftOut: number;
}

export interface SpendingOptions {
  /** Today in the bank's zone. */
  today: CalendarDate;
  /** How many payees to name. */
  mostPayees?: number;
}

const STEP_ROWS = 256;
const MOST_PAYEES = 10;

/**
 * In, out and net by month, category and payee, exact, for each currency; some rows at each step. Transfers between
 * two of the given accounts are neither earned nor spent and are left out in pairs (own-transfers.ts); with one
 * account given there are none, and money put aside counts as spent from it.
 */
export function* spendingOf(
  rows: Iterable<SpendingRow>,
  { today, mostPayees = MOST_PAYEES }: SpendingOptions,
): Generator<void, Spending> {
  const counted: CountedRow[] = [];
  let seen = 0;
  let pending = 0;
  for (const row of rows) {
    if (isCounted(row)) counted.push(row);
    else if (row.status === 'pending') pending += 1;
    seen += 1;
    if (seen % STEP_ROWS === 0) yield;
  }
  const own = yield* findOwnTransfers(counted);
  const currencies = new Map<string, CurrencyTally>();
  const lastMonth = monthBefore(today.slice(0, 7));
  const lastMonthToday = lastMonth + today.slice(7);
  for (const [index, row] of counted.entries()) {
    if (index % STEP_ROWS === STEP_ROWS - 1) yield;
    if (own.has(row)) continue;
    const { all, months, lastMonthSoFar } = keptIn(currencies, row.money.currency, emptyTally);
    const month = row.day.slice(0, 7);
    const payee = payeeOf(row);
    all.add(row, payee);
    keptIn(months, month, () => new Tally()).add(row, payee);
    if (month === lastMonth && row.day <= lastMonthToday) lastMonthSoFar.add(row);
  }
  return {
    currencies: [...currencies]
      .map(([currency, tally]) => currencySpending(currency, tally, today, mostPayees))
      .sort((one, other) => other.total.count - one.total.count),
    ownTransfers: own.size,
    pending,
    leftOut: seen - counted.length - pending,
  };
}

interface CurrencyTally {
  all: Tally;
  lastMonthSoFar: FlowSum;
  months: Map<string, Tally>;
}

function emptyTally(): CurrencyTally {
  return { all: new Tally(), lastMonthSoFar: new FlowSum(), months: new Map() };
}

function currencySpending(
  currency: string,
  { all, months, lastMonthSoFar }: CurrencyTally,
  today: CalendarDate,
  mostPayees: number,
): CurrencySpending {
  const breakdownOf = (month: string): Breakdown => (months.get(month) ?? new Tally()).breakdown(mostPayees);
  return {
    currency,
    ...all.breakdown(mostPayees),
    months: monthsBetween([...months.keys()], today).map((month) => ({ month, ...breakdownOf(month) })),
    lastMonthSoFar: lastMonthSoFar.flow,
  };
}
