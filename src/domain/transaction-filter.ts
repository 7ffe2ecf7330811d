import { categoryOf, type Category } from './category.js';
import { foldText } from './fold.js';
import { absoluteAmount, compareAmounts, decimalText } from './money.js';
import type { Transaction, TransactionDirection } from './transaction.js';

/** What a customer asks of a transaction list; a null or empty field asks nothing. */
export interface TransactionFilter {
  /** Words that must all appear in description, merchant, reference or amount. */
  search: string;
  /** Any of these. */
  categories: readonly Category[];
  direction: TransactionDirection | null;
  bookingStatus: 'booked' | 'pending' | null;
  /** Inclusive days (`YYYY-MM-DD`) in the bank's zone; they bound what is asked for, not what is dropped. */
  from: string | null;
  to: string | null;
  /** Decimal texts that bound the size of an amount, whatever its sign; inclusive. */
  minAmount: string | null;
  maxAmount: string | null;
}

/** The decimal text a person typed (`1,234.50`, `١٢٫٥`), or null. */
export function typedAmount(text: string | null | undefined): string | null {
  const digits = foldText(text ?? '').replace(/[,\s]/g, '');
  const amount = decimalText(digits);
  return amount === null ? null : absoluteAmount(amount);
}

/** The known categories named in a list separated by spaces or commas. */
export function typedCategories(text: string | null | undefined): Category[] {
  const found = (text ?? '').split(/[\s,]+/).map((word) => categoryOf(word));
  return [...new Set(found.filter((category) => category !== null))];
}

/** The transactions a filter lets through, in their own order. */
export function filterTransactions(
  transactions: readonly Transaction[],
  filter: TransactionFilter,
): readonly Transaction[] {
  const tests = testsOf(filter);
  if (tests.length === 0) return transactions;
  return transactions.filter((transaction) => tests.every((test) => test(transaction)));
}

/** Tells whether a filter asks anything that `filterTransactions` answers. */
export function isFiltering(filter: TransactionFilter): boolean {
  return testsOf(filter).length > 0;
}

type Test = (transaction: Transaction) => boolean;

function testsOf(filter: TransactionFilter): Test[] {
  const { categories, direction, bookingStatus, minAmount, maxAmount } = filter;
  const words = foldText(filter.search).split(/\s+/).filter(Boolean);
  const tests: Test[] = [];
  if (categories.length > 0) {
    tests.push(({ category }) => category !== null && categories.includes(category));
  }
  if (direction !== null) tests.push((transaction) => transaction.direction === direction);
  if (bookingStatus !== null) tests.push(({ status }) => status === bookingStatus);
  if (minAmount !== null) tests.push((transaction) => compareSize(transaction, minAmount) >= 0);
  if (maxAmount !== null) tests.push((transaction) => compareSize(transaction, maxAmount) <= 0);
  if (words.length > 0) tests.push((transaction) => containsAll(transaction, words));
  return tests;
}

/** An amount that cannot be read lies within no bounds. */
function compareSize({ money }: Transaction, bound: string): number {
  return money ? compareAmounts(absoluteAmount(money.amount), bound) : Number.NaN;
}

function containsAll(transaction: Transaction, words: readonly string[]): boolean {
  const { description, merchantName, reference, money } = transaction;
  const text = foldText([description, merchantName, reference].filter(Boolean).join('\n'));
  const amount = money ? absoluteAmount(money.amount) : '';
  return words.every((word) => text.includes(word) || amount.includes(word.replace(/[,+\-−]/g, '') || ' '));
}
