import { addDays } from '../calendar.js';
import { keptIn } from '../kept.js';
import { absoluteAmount } from '../money.js';
import type { CountedRow } from './flow.js';

/** How many days apart two banks may book the two ends of a transfer: over a weekend of the Gulf. */
const MOST_DAYS_APART = 3;

const STEP_ROWS = 512;

/**
 * The rows that are two ends of one transfer between the customer's own accounts: a debit and a credit of the same
 * amount and currency on different accounts, both called a transfer by category or type, booked at most three days
 * apart. Each row is in one pair at most, the nearest by day first. Banks do not say which transfers are one's own;
 * this finds those of which two given accounts show both ends, and never pairs rows that are not called transfers.
 */
export function* findOwnTransfers(rows: readonly CountedRow[]): Generator<void, Set<CountedRow>> {
  const debits: CountedRow[] = [];
  const credits = new Map<string, CountedRow[]>();
  for (const [index, row] of rows.entries()) {
    if (index % STEP_ROWS === STEP_ROWS - 1) yield;
    if (!isTransfer(row) || row.accountId === null) continue;
    if (row.direction === 'debit') debits.push(row);
    else keptIn(credits, keyOf(row, row.day), () => []).push(row);
  }
  const own = new Set<CountedRow>();
  for (let distance = 0; distance <= MOST_DAYS_APART; distance += 1) {
    for (const [index, debit] of debits.entries()) {
      if (index % STEP_ROWS === STEP_ROWS - 1) yield;
      if (own.has(debit)) continue;
      const credit = takeCredit(credits, debit, distance);
      if (credit) own.add(debit).add(credit);
    }
  }
  return own;
}

function isTransfer({ category, type }: CountedRow): boolean {
  return category === 'TRANSFER' || (type?.includes('TRANSFER') ?? false);
}

function keyOf({ money }: CountedRow, day: string): string {
  return `${money.currency} ${absoluteAmount(money.amount)} ${day}`;
}

/** Takes out a credit that is so many days after or before a debit, on another account. */
function takeCredit(
  credits: ReadonlyMap<string, CountedRow[]>,
  debit: CountedRow,
  distance: number,
): CountedRow | null {
  for (const days of distance === 0 ? [0] : [distance, -distance]) {
    const alike = credits.get(keyOf(debit, addDays(debit.day, days))) ?? [];
    const at = alike.findIndex(({ accountId }) => accountId !== debit.accountId);
    if (at >= 0) return alike.splice(at, 1)[0] ?? null;
  }
  return null;
}
