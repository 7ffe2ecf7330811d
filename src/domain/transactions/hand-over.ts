import { instantOf } from '../calendar.js';
import { givenTransaction, type GivenTransaction } from '../given-transaction.js';
import { keptIn } from '../kept.js';
import type { Transaction } from '../transaction.js';
import type { AccountReading, TransactionTable } from './table.js';

/** Enough for most screens: what is there after the first step can be painted. */
const FIRST_STEP_ROWS = 32;
const STEP_ROWS = 256;

/**
 * Makes a table hold exactly the given transactions, the newest first and some at each step. The list may be in
 * either order, and hold what is no transaction: `leftOut` is told how many that were. `timeZoneOf` tells in which
 * zone an account's bank books, `firstRows` how many fill the screen.
 */
export function* handOver(
  table: TransactionTable,
  transactions: readonly GivenTransaction[],
  timeZoneOf: (accountId: string | null) => string,
  firstRows = FIRST_STEP_ROWS,
  leftOut: (count: number) => void = () => undefined,
): Generator<void, void> {
  let missing = 0;
  const readings = new Map<string | null, AccountReading>();
  const isNewestFirst = beginsWithTheNewest(transactions);
  let end = transactions.length;
  while (end > 0) {
    const start = Math.max(0, end - (end === transactions.length ? firstRows : STEP_ROWS));
    const oldestFirst = isNewestFirst
      ? transactions.slice(transactions.length - end, transactions.length - start).reverse()
      : transactions.slice(start, end);
    const read = oldestFirst.map(givenTransaction).filter((transaction) => transaction !== null);
    missing += oldestFirst.length - read.length;
    for (const [accountId, rows] of byAccount(read)) {
      const reading = readings.get(accountId) ?? table.read(accountId, timeZoneOf(accountId));
      readings.set(accountId, reading);
      reading.add(rows, { window: 0, offset: start });
    }
    end = start;
    yield;
  }
  for (const accountId of table.accountIds()) {
    (readings.get(accountId) ?? table.read(accountId, timeZoneOf(accountId))).finish();
  }
  if (missing > 0) leftOut(missing);
}

function beginsWithTheNewest(transactions: readonly GivenTransaction[]): boolean {
  const first = instantOf(givenTransaction(transactions[0])?.bookedAt ?? null);
  const last = instantOf(givenTransaction(transactions.at(-1))?.bookedAt ?? null);
  return first !== null && last !== null && first > last;
}

function byAccount(transactions: readonly Transaction[]): Map<string | null, Transaction[]> {
  const groups = new Map<string | null, Transaction[]>();
  for (const transaction of transactions) {
    keptIn(groups, transaction.accountId, (): Transaction[] => []).push(transaction);
  }
  return groups;
}
