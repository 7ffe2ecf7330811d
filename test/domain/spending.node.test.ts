import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { absoluteAmount, addAmounts, negateAmount } from '../../src/domain/money.js';
import type { Flow, SpendingRow } from '../../src/domain/spending/flow.js';
import { spendingOf, type CurrencySpending, type Spending } from '../../src/domain/spending/spending.js';
import { anyTransaction } from './support/transactions.js';

const TODAY = '2026-11-23';

function row(fields: Partial<SpendingRow> & { amount?: string } = {}): SpendingRow {
  const { amount = '-10', ...rest } = fields;
  return {
    accountId: 'a',
    money: { amount, currency: 'AED' },
    direction: amount.startsWith('-') ? 'debit' : 'credit',
    status: 'booked',
    category: 'GROCERIES',
    type: 'POS',
    merchantName: null,
    description: null,
    day: '2026-11-10',
    ...rest,
  };
}

function spend(rows: Iterable<SpendingRow>, mostPayees?: number): Spending {
  const steps = spendingOf(rows, { today: TODAY, mostPayees });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function only(rows: readonly SpendingRow[]): CurrencySpending {
  const { currencies } = spend(rows);
  assert.equal(currencies.length, 1);
  return currencies[0]!;
}

test('tells in, out and net of every month between the first and the last', () => {
  const { months } = only([
    row({ day: '2026-11-01', amount: '-0.1' }),
    row({ day: '2026-11-30', amount: '-0.2' }),
    row({ day: '2026-09-30', amount: '5000' }),
  ]);
  assert.deepEqual(
    months.map(({ month, total }) => ({ month, ...total })),
    [
      { month: '2026-09', in: '5000', out: '0', net: '5000', count: 1 },
      { month: '2026-10', in: '0', out: '0', net: '0', count: 0 },
      { month: '2026-11', in: '0', out: '0.3', net: '-0.3', count: 2 },
    ],
  );
});

test('follows months over the turn of a year', () => {
  const { months } = only([row({ day: '2025-11-30' }), row({ day: '2026-02-01' })]);
  assert.deepEqual(
    months.map(({ month }) => month),
    ['2025-11', '2025-12', '2026-01', '2026-02'],
  );
});

test('compares this month with the same days of the last', () => {
  const { months, lastMonthSoFar } = only([
    row({ day: '2026-11-23', amount: '-7' }),
    row({ day: '2026-10-23', amount: '-3' }),
    row({ day: '2026-10-24', amount: '-4' }),
    row({ day: '2026-09-01', amount: '-100' }),
  ]);
  assert.deepEqual(
    months.map(({ total }) => total.out),
    ['100', '7', '7'],
  );
  assert.equal(lastMonthSoFar.out, '3');
});

test('puts the categories that cost most first, and rows without one in their own', () => {
  const { categories } = only([
    row({ category: 'TRAVEL', amount: '-30' }),
    row({ category: null, amount: '-50' }),
    row({ category: 'TRAVEL', amount: '-25' }),
    row({ category: 'SALARY_AND_REVENUE', amount: '900' }),
  ]);
  assert.deepEqual(
    categories.map(({ category, out, count }) => [category, out, count]),
    [
      ['TRAVEL', '55', 2],
      [null, '50', 1],
      ['SALARY_AND_REVENUE', '0', 1],
    ],
  );
});

test('knows a payee by its merchant, or by its words without numbers, however they are written', () => {
  const { payees } = only([
    row({ merchantName: 'Noon', amount: '-1' }),
    row({ merchantName: 'NOON', amount: '-2' }),
    row({ description: 'POS 8812 مقهى دبي 4411XXXX9920', amount: '-20' }),
    row({ description: 'POS 9913 مقهي دبي 4411XXXX9920', amount: '-5' }),
    row({ description: '123456', amount: '-500' }),
    row({ merchantName: 'Employer', amount: '9000' }),
  ]);
  assert.deepEqual(
    payees.map(({ name, out, count }) => [name, out, count]),
    [
      ['POS مقهى دبي', '25', 2],
      ['Noon', '3', 2],
    ],
  );
});

test('names no more payees than asked for', () => {
  const rows = Array.from({ length: 30 }, (_, index) => row({ merchantName: `M ${'x'.repeat(index + 1)}` }));
  assert.equal(spend(rows).currencies[0]!.payees.length, 10);
  assert.equal(spend(rows, 3).currencies[0]!.payees.length, 3);
});

const transfer = { category: 'TRANSFER', type: 'LOCAL_BANK_TRANSFER' } as const;

test('leaves a transfer between two given accounts out on both ends', () => {
  const spending = spend([
    row({ ...transfer, accountId: 'a', amount: '-500', day: '2026-11-12' }),
    row({ ...transfer, accountId: 'b', amount: '500', day: '2026-11-15' }),
    row({ amount: '-9' }),
  ]);
  assert.equal(spending.ownTransfers, 2);
  assert.deepEqual(spending.currencies[0]!.total, { in: '0', out: '9', net: '-9', count: 1 });
});

test('counts transfers of which only one end is given, or which do not fit', () => {
  const debit = row({ ...transfer, accountId: 'a', amount: '-500', day: '2026-11-12' });
  const others = [
    row({ ...transfer, accountId: 'a', amount: '500', day: '2026-11-12' }),
    row({ ...transfer, accountId: 'b', amount: '500.01', day: '2026-11-12' }),
    row({ ...transfer, accountId: 'b', amount: '500', day: '2026-11-16' }),
    row({ ...transfer, accountId: 'b', money: { amount: '500', currency: 'SAR' }, direction: 'credit' }),
    row({ accountId: 'b', amount: '500', day: '2026-11-12' }),
  ];
  for (const other of others) assert.equal(spend([debit, other]).ownTransfers, 0);
});

test('pairs each end once, the nearest day first', () => {
  const spending = spend([
    row({ ...transfer, accountId: 'a', amount: '-500', day: '2026-11-12' }),
    row({ ...transfer, accountId: 'a', amount: '-500', day: '2026-11-14' }),
    row({ ...transfer, accountId: 'b', amount: '500', day: '2026-11-14' }),
  ]);
  assert.equal(spending.ownTransfers, 2);
  assert.deepEqual(spending.currencies[0]!.total.out, '500');
});

test('leaves out what is pending, rejected or cannot be placed, and says how many', () => {
  const spending = spend([
    row({ status: 'pending' }),
    row({ status: 'rejected' }),
    row({ money: null }),
    row({ direction: null }),
    row({ day: null }),
    row({ status: 'unknown' }),
  ]);
  assert.equal(spending.pending, 1);
  assert.equal(spending.leftOut, 4);
  assert.equal(spending.currencies[0]!.total.count, 1);
});

test('fills no chart with the months of a broken date', () => {
  const { months, total } = only([row({ day: '1001-01-01' }), row({ day: '2026-11-01' })]);
  assert.equal(months.length, 120);
  assert.equal(total.count, 2);
});

test('keeps the real months beside a row at the end of time', () => {
  const { months, total } = only([
    row({ day: '2026-09-15' }),
    row({ day: '2026-11-01' }),
    row({ day: '9999-12-31' }),
  ]);
  assert.deepEqual(
    months.map(({ month }) => month),
    ['2026-09', '2026-10', '2026-11'],
  );
  assert.equal(total.count, 3);
});

test('shows the months of rows that are all ahead, as where a clock is wrong', () => {
  const { months } = only([row({ day: '2031-02-01' }), row({ day: '2031-03-01' })]);
  assert.equal(months.length, 2);
});

test('is nothing for nothing', () => {
  assert.deepEqual(spend([]), { currencies: [], ownTransfers: 0, pending: 0, leftOut: 0 });
});

const anyRow: fc.Arbitrary<SpendingRow> = fc
  .tuple(anyTransaction(), fc.constantFrom('2026-11-01', '2026-10-31', '2026-09-15', null))
  .map(([transaction, day]) => ({ ...transaction, day }));

test('adds up exactly, by every part, without mixing currencies', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => {
      const spending = spend(rows, 1000);
      const kept = rows.length - spending.leftOut - spending.pending - spending.ownTransfers;
      assert.equal(sum(spending.currencies.map(({ total }) => total.count)), kept);
      for (const { currency, total, months, categories, payees } of spending.currencies) {
        const ofMonths = months.map((month) => month.total);
        for (const month of months) assertSame(month.categories, month.total);
        assert.equal(
          addAmounts(payees.map(({ out }) => out)),
          addAmounts(months.flatMap((month) => month.payees.map(({ out }) => out))),
        );
        for (const parts of [ofMonths, categories]) assertSame(parts, total);
        assert.equal(total.net, addAmounts([total.in, negateAmount(total.out)]));
        if (spending.ownTransfers > 0) continue;
        assert.equal(total.in, sumOf(rows, currency, 'credit'));
        assert.equal(total.out, sumOf(rows, currency, 'debit'));
      }
    }),
    { numRuns: 300 },
  );
});

function assertSame(parts: readonly Flow[], whole: Flow): void {
  assert.deepEqual(
    {
      in: addAmounts(parts.map((part) => part.in)),
      out: addAmounts(parts.map((part) => part.out)),
      net: addAmounts(parts.map((part) => part.net)),
      count: sum(parts.map((part) => part.count)),
    },
    whole,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sumOf(rows: readonly SpendingRow[], currency: string, wanted: string): string {
  return addAmounts(
    rows
      .filter(({ status, day }) => (status === 'booked' || status === 'unknown') && day !== null)
      .filter(({ money, direction }) => money?.currency === currency && direction === wanted)
      .map(({ money }) => absoluteAmount(money?.amount ?? '0')),
  );
}
