import { CATEGORIES, type Category } from './category.js';
import { readMoney } from './money.js';
import type { Transaction, TransactionDirection, TransactionStatus } from './transaction.js';

/** A transaction handed over by the host page: whatever is left out counts as not known. */
export type GivenTransaction = Partial<Transaction> & Pick<Transaction, 'transactionId'>;

const STATUSES: readonly unknown[] = [
  'booked',
  'pending',
  'rejected',
  'unknown',
] satisfies TransactionStatus[];
const TEXTS = [
  'accountId',
  'entityId',
  'description',
  'merchantName',
  'reference',
  'bookedAt',
  'valueAt',
  'type',
] as const satisfies (keyof Transaction)[];

const PLAIN = /^-?\d+(\.\d+)?$/;

/**
 * A row as a page gave it, with what cannot be read of it as null (`unknown` for its status); null for what is no
 * transaction at all, since it has no id. Most rows are right and come back as they are.
 */
export function givenTransaction(row: unknown): Transaction | null {
  if (typeof row !== 'object' || row === null) return null;
  const given = row as Record<keyof Transaction, unknown>;
  if (typeof given.transactionId !== 'string') return null;
  const { money, direction, status, category } = given;
  const isWhole =
    TEXTS.every((name) => isTextOrNull(given[name])) &&
    isMoneyOrNull(money) &&
    isDirectionOrNull(direction) &&
    STATUSES.includes(status) &&
    isCategoryOrNull(category);
  if (isWhole) return row as Transaction;
  const texts = TEXTS.map((name) => [name, isTextOrNull(given[name]) ? given[name] : null]);
  return {
    ...(Object.fromEntries(texts) as Record<(typeof TEXTS)[number], string | null>),
    transactionId: given.transactionId,
    money: readMoney(money),
    direction: isDirectionOrNull(direction) ? direction : null,
    status: STATUSES.includes(status) ? (status as TransactionStatus) : 'unknown',
    category: isCategoryOrNull(category) ? category : null,
  };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isMoneyOrNull(value: unknown): value is Transaction['money'] {
  if (value === null) return true;
  const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
  return typeof currency === 'string' && typeof amount === 'string' && PLAIN.test(amount);
}

function isDirectionOrNull(value: unknown): value is TransactionDirection | null {
  return value === null || value === 'credit' || value === 'debit';
}

function isCategoryOrNull(value: unknown): value is Category | null {
  return value === null || CATEGORIES.includes(value as Category);
}
