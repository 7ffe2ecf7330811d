import { categoryOf, type Category } from './category.js';
import { foldText } from './fold.js';
import { absoluteAmount, decimalText } from './money.js';
import type { TransactionDirection } from './transaction.js';

/** What a customer asks of a transaction list; a null or empty field asks nothing. */
export interface TransactionFilter {
  /** One account's alone. */
  accountId: string | null;
  /** Words that must all appear in description, merchant, reference or amount. */
  search: string;
  /** Any of these. */
  categories: readonly Category[];
  direction: TransactionDirection | null;
  bookingStatus: 'booked' | 'pending' | null;
  /** Inclusive days (`YYYY-MM-DD`) in the bank's zone. */
  from: string | null;
  to: string | null;
  /** Decimal texts that bound the size of an amount, whatever its sign; inclusive. */
  minAmount: string | null;
  maxAmount: string | null;
  order: TransactionOrder;
}

/** In which order transactions are shown. */
export const TRANSACTION_ORDERS = ['newest', 'oldest', 'largest', 'smallest', 'name'] as const;

export type TransactionOrder = (typeof TRANSACTION_ORDERS)[number];

/** Commas that group the digits before the point, the last three at least: `1,234.50`, `1,00,000`. */
const GROUPED = /^[^\d,]*\d{1,3}(,\d{2,3})*,\d{3}(\.|$)/;

/** The decimal text a person typed (`1,234.50`, `١٢٫٥`), or null; `1,5` may mean two things and is none. */
export function typedAmount(text: string | null | undefined): string | null {
  const typed = foldText(text ?? '').replace(/\s/g, '');
  if (typed.includes(',') && !GROUPED.test(typed)) return null;
  const digits = typed.replaceAll(',', '');
  const amount = decimalText(digits);
  return amount === null ? null : absoluteAmount(amount);
}

/** The known categories named in a list separated by spaces or commas. */
export function typedCategories(text: string | null | undefined): Category[] {
  const found = wordsOf(text).map((word) => categoryOf(word));
  return [...new Set(found.filter((category) => category !== null))];
}

/** The words of a list separated by spaces or commas. */
export function wordsOf(text: string | null | undefined): string[] {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

/** Tells whether a filter leaves anything out; which account is read is no filter of its rows. */
export function isFiltering(filter: TransactionFilter): boolean {
  const { search, categories, direction, bookingStatus, from, to, minAmount, maxAmount } = filter;
  const bounds = [direction, bookingStatus, from, to, minAmount, maxAmount];
  return search.trim() !== '' || categories.length > 0 || bounds.some((bound) => bound !== null);
}
