import type { CalendarDate } from '../calendar.js';
import type { Category } from '../category.js';
import { foldText } from '../fold.js';
import { FlowSum, isCounted, mostSpent, type CountedRow, type Flow, type SpendingRow } from './flow.js';
import { monthBefore, monthsBetween } from './months.js';
import { findOwnTransfers } from './own-transfers.js';

export interface MonthFlow extends Flow {
  /** `YYYY-MM`. */
  month: string;
}

export interface CategoryFlow extends Flow {
  /** Null for what the bank did not put into one. */
  category: Category | null;
}

export interface PayeeFlow extends Flow {
  name: string;
}

/** What one currency came to. */
export interface CurrencySpending {
  currency: string;
  total: Flow;
  /** Every month from the first to the last, those without transactions too; oldest first, at most ten years. */
  months: MonthFlow[];
  /** Most spent first. */
  categories: CategoryFlow[];
  /** Most spent first; only those money went to. */
  payees: PayeeFlow[];
  /** This month so far, the month before, and that month up to the same day: only these two are fair to compare. */
  thisMonth: Flow;
  lastMonth: Flow;
  lastMonthSoFar: Flow;
}

export interface Spending {
  /** Most used first; currencies are never added up. */
  currencies: CurrencySpending[];
  /** Rows left out because they are transfers between two of these accounts. */
  ownTransfers: number;
  /** Rows left out because they are pending, rejected, or lack amount, direction or day. */
  leftOut: number;
}

export interface SpendingOptions {
  /** Today in the bank's zone. */
  today: CalendarDate;
  /** How many payees to name. */
  mostPayees?: number;
}

const STEP_ROWS = 512;
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
  for (const row of rows) {
    if (isCounted(row)) counted.push(row);
    seen += 1;
    if (seen % STEP_ROWS === 0) yield;
  }
  const own = yield* findOwnTransfers(counted);
  const currencies = new Map<string, CurrencyTally>();
  for (const [index, row] of counted.entries()) {
    if (index % STEP_ROWS === STEP_ROWS - 1) yield;
    if (own.has(row)) continue;
    const { currency } = row.money;
    let tally = currencies.get(currency);
    if (!tally) {
      tally = createTally();
      currencies.set(currency, tally);
    }
    addTo(tally, row, today);
  }
  return {
    currencies: [...currencies]
      .map(([currency, tally]) => currencySpending(currency, tally, today, mostPayees))
      .sort((one, other) => other.total.count - one.total.count),
    ownTransfers: own.size,
    leftOut: seen - counted.length,
  };
}

interface CurrencyTally {
  total: FlowSum;
  lastMonthSoFar: FlowSum;
  months: Map<string, FlowSum>;
  categories: Map<Category | null, FlowSum>;
  /** By folded name; the name as it was first written. */
  payees: Map<string, { name: string; sum: FlowSum }>;
}

function createTally(): CurrencyTally {
  return {
    total: new FlowSum(),
    lastMonthSoFar: new FlowSum(),
    months: new Map(),
    categories: new Map(),
    payees: new Map(),
  };
}

function addTo(tally: CurrencyTally, row: CountedRow, today: CalendarDate): void {
  const month = row.day.slice(0, 7);
  tally.total.add(row);
  sumOf(tally.months, month).add(row);
  sumOf(tally.categories, row.category).add(row);
  if (month === monthBefore(today.slice(0, 7)) && row.day.slice(8) <= today.slice(8)) {
    tally.lastMonthSoFar.add(row);
  }
  const name = payeeName(row);
  const key = foldText(name);
  if (row.direction === 'credit' || key === '') return;
  const payee = tally.payees.get(key) ?? { name, sum: new FlowSum() };
  tally.payees.set(key, payee);
  payee.sum.add(row);
}

function sumOf<Key>(sums: Map<Key, FlowSum>, key: Key): FlowSum {
  let sum = sums.get(key);
  if (!sum) {
    sum = new FlowSum();
    sums.set(key, sum);
  }
  return sum;
}

/** The merchant, else the bank's text without the words that hold digits: numbers of cards and receipts differ each time. */
function payeeName({ merchantName, description }: SpendingRow): string {
  const name = merchantName ?? (description ?? '').replace(/\S*\p{Nd}\S*/gu, ' ');
  return name.trim().replace(/\s+/g, ' ');
}

function currencySpending(
  currency: string,
  tally: CurrencyTally,
  today: CalendarDate,
  mostPayees: number,
): CurrencySpending {
  const thisMonth = today.slice(0, 7);
  const flowOf = (month: string): Flow => (tally.months.get(month) ?? new FlowSum()).flow;
  return {
    currency,
    total: tally.total.flow,
    months: monthsBetween([...tally.months.keys()]).map((month) => ({ month, ...flowOf(month) })),
    categories: [...tally.categories].map(([category, sum]) => ({ category, ...sum.flow })).sort(mostSpent),
    payees: [...tally.payees.values()]
      .map(({ name, sum }) => ({ name, ...sum.flow }))
      .sort(mostSpent)
      .slice(0, mostPayees),
    thisMonth: flowOf(thisMonth),
    lastMonth: flowOf(monthBefore(thisMonth)),
    lastMonthSoFar: tally.lastMonthSoFar.flow,
  };
}
