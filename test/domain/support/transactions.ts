/** Transactions of every kind a bank may send, for property tests. */
import fc from 'fast-check';
import { CATEGORIES } from '../../../src/domain/category.js';
import { decimalText } from '../../../src/domain/money.js';
import type { Transaction } from '../../../src/domain/transaction.js';
import { NO_FILTER, type TransactionQuery } from '../../../src/domain/transactions/select.js';

/** A plain booked card payment, with what a test cares about written over it. */
export function transaction(fields: Partial<Transaction> = {}): Transaction {
  return {
    transactionId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    accountId: 'account-1',
    entityId: 'entity-1',
    description: 'POS CARREFOUR DUBAI',
    merchantName: null,
    reference: null,
    money: { amount: '-12.5', currency: 'AED' },
    direction: 'debit',
    status: 'booked',
    bookedAt: '2026-11-20T00:00:00Z',
    valueAt: null,
    category: 'GROCERIES',
    type: 'POS',
    ...fields,
  };
}

/** A query that asks nothing, with what a test asks written over it. */
export function query(fields: Partial<TransactionQuery> = {}): TransactionQuery {
  return { ...NO_FILTER, accountIds: [], ...fields };
}

const words = [
  'CARREFOUR',
  'carrefour',
  'كارفور',
  'شراء',
  'الإمارات',
  'الامارات',
  'مقهى',
  'كافيه',
  'Müller',
  'кофе',
  'ΟΔΟΣ',
  '東京',
  'कुल',
  'straße',
  '😀',
  '\ud800',
  '\u202e',
  'AE123',
  '12.50',
  '١٢٫٥',
  '\x7f',
  '\x85',
];

/** Bank text: words of many scripts, then anything at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

const day = fc
  .integer({ min: 0, max: 60 })
  .map((count) => new Date(Date.UTC(2026, 9, 1) + count * 86_400_000).toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Times as banks write them, and worse. */
export const anyTime: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: day.map((date) => `${date}T00:00:00Z`) },
  { weight: 2, arbitrary: day },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        day,
        clock,
        fc.constantFrom('', ':07', ':59.1', ':00.123', ':30.619123', ':30.123456789', ':12.000'),
        fc.constantFrom('', 'Z', 'z', '+04:00', '-0530', ' Z'),
      )
      .map(([date, time, seconds, zone]) => `${date}T${time}${seconds}${zone}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2026-02-30',
      '',
      'yesterday',
      ' 2026-10-05 ',
      '2026-10-05 10:00',
      '9998-12-31T23:59:59Z',
      '0001-01-01',
    ),
  },
);

/** Canonical decimal texts from nothing to more digits than a float keeps. */
export const anyAmount: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.integer({ min: -200_000, max: 200_000 }).map((units) => canonical(units / 100)),
  },
  { weight: 1, arbitrary: fc.integer({ min: -99_999, max: 99_999 }).map((units) => canonical(units / 1000)) },
  {
    weight: 1,
    arbitrary: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((units) => canonical(`${units}e-4`)),
  },
);

function canonical(value: number | string): string {
  return decimalText(value) ?? '0';
}

/** Any transaction of any of these accounts; ids repeat, so that rows meet themselves again. */
export function anyTransaction(
  accountIds: readonly (string | null)[] = ['a', 'b', null],
): fc.Arbitrary<Transaction> {
  return fc.record<Transaction>(
    {
      transactionId: fc.oneof(
        fc
          .integer({ min: 0, max: 40 })
          .map((n) => `7c9e6679-7425-40de-944b-e07fc1f9${n.toString(16).padStart(4, '0')}`),
        fc.integer({ min: 0, max: 40 }).map((n) => `row-${n}`),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      accountId: fc.constantFrom(...accountIds),
      entityId: fc.constantFrom('entity-1', null),
      description: fc.option(anyText),
      merchantName: fc.option(anyText, { freq: 2 }),
      reference: fc.option(anyText, { freq: 2 }),
      money: fc.option(
        fc.record(
          { amount: anyAmount, currency: fc.constantFrom('AED', 'SAR', 'KWD', 'JPY', '') },
          { noNullPrototype: true },
        ),
        { freq: 9 },
      ),
      direction: fc.constantFrom('credit', 'debit', null),
      status: fc.constantFrom('booked', 'pending', 'rejected', 'unknown'),
      bookedAt: fc.option(anyTime, { freq: 9 }),
      valueAt: fc.option(anyTime),
      category: fc.constantFrom(null, ...CATEGORIES.slice(0, 4)),
      type: fc.option(fc.constantFrom('POS', 'ATM', '')),
    },
    { noNullPrototype: true },
  );
}

/** Transactions that are all different rows. */
export function distinctTransactions(accountIds?: readonly (string | null)[]): fc.Arbitrary<Transaction[]> {
  return fc.uniqueArray(anyTransaction(accountIds), {
    maxLength: 40,
    selector: ({ accountId, transactionId }) => JSON.stringify([accountId, transactionId]),
  });
}
