import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CATEGORIES } from '../../src/domain/category.js';
import { foldText } from '../../src/domain/fold.js';
import { absoluteAmount, addAmounts, compareAmounts, negateAmount } from '../../src/domain/money.js';
import type { Transaction } from '../../src/domain/transaction.js';
import { createTransactionSearch, type TransactionSearch } from '../../src/domain/transactions/search.js';
import { searchWords } from '../../src/domain/transactions/search-words.js';
import { selectRows, type TransactionQuery } from '../../src/domain/transactions/select.js';
import { dayText } from '../../src/domain/transactions/sent-time.js';
import { sortRows, type TransactionSort } from '../../src/domain/transactions/sort.js';
import { createTransactionTable, type TransactionTable } from '../../src/domain/transactions/table.js';
import { totalsOf } from '../../src/domain/transactions/totals.js';
import { anyAmount, anyText, distinctTransactions, query, transaction } from './support/transactions.js';

const decimals = (currency: string): number => ({ JPY: 0, KWD: 3 })[currency] ?? 2;

interface Searched {
  table: TransactionTable;
  search: TransactionSearch;
  ask(fields: Partial<TransactionQuery>): Transaction[];
}

function tableOf(sent: readonly Transaction[]): Searched {
  const table = createTransactionTable();
  for (const accountId of new Set(sent.map((row) => row.accountId))) {
    const rows = sent.filter((row) => row.accountId === accountId);
    table.read(accountId, 'Asia/Dubai').add(rows, { window: 0, offset: 0 });
  }
  const search = createTransactionSearch(table.columns, decimals);
  const ask = (fields: Partial<TransactionQuery>) =>
    Array.from(selectRows(table.rows(), table.columns, search, query(fields)), (row) => table.row(row));
  return { table, search, ask };
}

/** What a row shows, as a person reads it; no index, no bytes. */
function isFoundIn(row: Transaction, typed: string): boolean {
  const text = [row.description, row.merchantName, row.reference]
    .map((each) => foldText(each ?? ''))
    .join('\t');
  const amount = row.money ? padded(absoluteAmount(row.money.amount), decimals(row.money.currency)) : '';
  return foldText(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => {
      const number = word.replace(/[,+\-−]/g, '');
      const forms = /^\d+(\.\d*)?$/.test(number) ? [word, number] : [word];
      return forms.some((form) => `${text}\t${amount}`.includes(form));
    });
}

function padded(amount: string, count: number): string {
  const [whole = '', fraction = ''] = amount.split('.');
  const digits = fraction.padEnd(count, '0');
  return digits === '' ? whole : `${whole}.${digits}`;
}

test('finds what is in description, merchant, reference or amount, in any script', () => {
  fc.assert(
    fc.property(distinctTransactions(), anyText, (sent, typed) => {
      const found = tableOf(sent).ask({ search: typed });
      const expected = tableOf(sent)
        .ask({})
        .filter((row) => isFoundIn(row, typed));
      assert.deepEqual(found, expected);
    }),
    { numRuns: 500 },
  );
});

test('finds a piece of any text that a row holds', () => {
  const place = fc.tuple(fc.nat(), fc.nat());
  fc.assert(
    fc.property(distinctTransactions(), place, (sent, [start, length]) => {
      const { ask } = tableOf(sent);
      for (const row of sent) {
        const text = row.description ?? '';
        const letters = Array.from(text);
        const from = start % (letters.length + 1);
        const piece = letters.slice(from, from + 1 + (length % 5)).join('');
        assert.ok(ask({ search: piece }).some(({ transactionId }) => transactionId === row.transactionId));
      }
    }),
  );
});

const spoken: [typed: string, description: string][] = [
  ['كارفور الامارات', 'شراء من كارفور الإمارات'],
  ['إمارات', 'الامارات'],
  ['مكتبه', 'مكتبة جرير'],
  ['مقهي', 'مقهى دبي'],
  ['محمد', 'تحويل من مُحَمَّد'],
  ['كارفور', 'كـارفـور'],
  ['٤٥', 'POS 45'],
  ['creme', 'CRÈME'],
  ['кофе', 'КОФЕ'],
  ['東', '東京'],
];

test('finds Arabic and other words however they are typed', () => {
  for (const [search, description] of spoken) {
    assert.equal(
      tableOf([transaction({ description })]).ask({ search }).length,
      1,
      `${search} in ${description}`,
    );
  }
});

test('finds amounts as they are shown and as they are typed', () => {
  const money = { amount: '-1234.5', currency: 'AED' };
  const { ask } = tableOf([transaction({ money, description: null })]);
  for (const search of ['1234.50', '1,234.5', '-1,234.50', '١٬٢٣٤٫٥٠', '234']) {
    assert.equal(ask({ search }).length, 1, search);
  }
  for (const search of ['1234.55', '1235', '-']) assert.equal(ask({ search }).length, 0, search);
});

test('finds no word across two fields or two rows', () => {
  const { ask } = tableOf([
    transaction({ transactionId: '1', description: 'one', merchantName: 'two', reference: 'three' }),
    transaction({ transactionId: '2', description: 'four' }),
  ]);
  assert.equal(ask({ search: 'onetwo' }).length, 0);
  assert.equal(ask({ search: 'one three' }).length, 1);
  assert.equal(ask({ search: 'one four' }).length, 0);
});

test('tells letters apart that the index keeps under one sign', () => {
  const { ask } = tableOf([
    transaction({ transactionId: '1', description: '東京' }),
    transaction({ transactionId: '2', description: '大阪' }),
  ]);
  assert.deepEqual(
    ask({ search: '大' }).map(({ description }) => description),
    ['大阪'],
  );
});

test('finds a merchant that the index cannot tell from the description', () => {
  const { ask } = tableOf([transaction({ description: '東京 x', merchantName: '大阪' })]);
  assert.equal(ask({ search: '大阪' }).length, 1);
});

test('finds the same whether the index was built before, in steps or not at all', () => {
  fc.assert(
    fc.property(distinctTransactions(), anyText, (sent, typed) => {
      const built = tableOf(sent);
      for (const step of built.search.build()) assert.equal(step, undefined);
      assert.deepEqual(built.ask({ search: typed }), tableOf(sent).ask({ search: typed }));
    }),
  );
});

test('finds rows that changed or came after the index was built, also between two steps', () => {
  const rows = Array.from({ length: 2000 }, (_, index) => transaction({ transactionId: `t${index}` }));
  const { table, search, ask } = tableOf(rows);
  const steps = search.build();
  steps.next();
  table
    .read('account-1', 'Asia/Dubai')
    .add([transaction({ transactionId: 't0', description: 'changed' })], { window: 0, offset: 0 });
  while (!steps.next().done);
  assert.equal(ask({ search: 'changed' }).length, 1);
  table
    .read('account-1', 'Asia/Dubai')
    .add([transaction({ transactionId: 'new', description: 'came later' })], { window: 0, offset: 2000 });
  assert.equal(ask({ search: 'later' }).length, 1);
  assert.equal(ask({ search: 'carrefour' }).length, 1999);
});

test('forgets rows that are gone', () => {
  const { table, ask } = tableOf([transaction()]);
  table.read('account-1', 'Asia/Dubai').finish();
  assert.deepEqual(ask({ search: 'carrefour' }), []);
});

const anyQuery: fc.Arbitrary<TransactionQuery> = fc.record({
  search: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, anyText),
  categories: fc.subarray(CATEGORIES.slice(0, 4), { maxLength: 2 }),
  direction: fc.constantFrom(null, null, 'credit', 'debit'),
  bookingStatus: fc.constantFrom(null, null, 'booked', 'pending'),
  from: fc.constantFrom(null, null, '2026-10-15', '2026-02-30'),
  to: fc.constantFrom(null, null, '2026-11-10'),
  minAmount: fc.option(anyAmount.map(absoluteAmount)),
  maxAmount: fc.option(anyAmount.map(absoluteAmount)),
  accountIds: fc.subarray(['a', 'b', null], { maxLength: 2 }),
});

test('lets through exactly the rows that a query asks for, in their order', () => {
  fc.assert(
    fc.property(distinctTransactions(), anyQuery, (sent, asked) => {
      const { table, ask } = tableOf(sent);
      const expected = Array.from(table.rows())
        .filter((row) => passes(table.row(row), table.dayOf(row), asked))
        .map((row) => table.row(row));
      assert.deepEqual(ask(asked), expected);
    }),
    { numRuns: 1000 },
  );
});

function passes(row: Transaction, dayNumber: number | null, asked: TransactionQuery): boolean {
  const day = dayNumber === null ? null : dayText(dayNumber);
  const size = row.money && absoluteAmount(row.money.amount);
  const { minAmount, maxAmount } = asked;
  return (
    (asked.accountIds.length === 0 || asked.accountIds.includes(row.accountId)) &&
    (asked.categories.length === 0 || (row.category !== null && asked.categories.includes(row.category))) &&
    (asked.direction === null || row.direction === asked.direction) &&
    (asked.bookingStatus === null || row.status === asked.bookingStatus) &&
    (day === null || asked.from === null || asked.from === '2026-02-30' || day >= asked.from) &&
    (day === null || asked.to === null || day <= asked.to) &&
    (minAmount === null || (size !== null && compareAmounts(size, minAmount) >= 0)) &&
    (maxAmount === null || (size !== null && compareAmounts(size, maxAmount) <= 0)) &&
    isFoundIn(row, asked.search)
  );
}

test('takes the bounds of an amount in, whatever its sign and decimals', () => {
  const { ask } = tableOf([transaction({ money: { amount: '-10.5', currency: 'AED' } })]);
  for (const bound of ['10.5', '10.50', '10.500']) {
    assert.equal(ask({ minAmount: bound, maxAmount: bound }).length, 1, bound);
  }
  assert.equal(ask({ minAmount: '10.501' }).length, 0);
  assert.equal(ask({ maxAmount: '10.499' }).length, 0);
  assert.equal(ask({ minAmount: '99999999999999999999' }).length, 0);
  assert.equal(ask({ maxAmount: '99999999999999999999' }).length, 1);
});

test('adds up exactly, by currency, with pending rows apart', () => {
  fc.assert(
    fc.property(distinctTransactions(), anyQuery, (sent, asked) => {
      const { table, search } = tableOf(sent);
      const rows = selectRows(table.rows(), table.columns, search, asked);
      const shown = Array.from(rows, (row) => table.row(row));
      const totals = totalsOf(table.columns, rows);
      assert.equal(totals.count, shown.length);
      assert.deepEqual(byCurrency(totals.booked), expectedTotals(shown, ['booked', 'unknown']));
      assert.deepEqual(byCurrency(totals.pending), expectedTotals(shown, ['pending']));
    }),
    { numRuns: 500 },
  );
});

type CurrencyTotals = ReturnType<typeof totalsOf>['booked'];

function byCurrency(totals: CurrencyTotals): CurrencyTotals {
  return [...totals].sort((one, other) => (one.currency < other.currency ? -1 : 1));
}

function expectedTotals(rows: readonly Transaction[], statuses: readonly string[]): CurrencyTotals {
  const counted = rows.filter(
    ({ status, money, direction }) => statuses.includes(status) && money && direction,
  );
  const currencies = new Set(counted.map(({ money }) => money?.currency ?? ''));
  return byCurrency(
    [...currencies].map((currency) => {
      const sum = (wanted: string) =>
        addAmounts(
          counted
            .filter(({ money, direction }) => money?.currency === currency && direction === wanted)
            .map(({ money }) => absoluteAmount(money?.amount ?? '0')),
        );
      const [received, spent] = [sum('credit'), sum('debit')];
      return { currency, in: received, out: spent, net: addAmounts([received, negateAmount(spent)]) };
    }),
  );
}

test('adds up sums that no float holds', () => {
  const rows = Array.from({ length: 300 }, (_, index) =>
    transaction({ transactionId: `t${index}`, money: { amount: '-90071992547409.91', currency: 'AED' } }),
  );
  const { table } = tableOf(rows);
  assert.deepEqual(totalsOf(table.columns, table.rows()).booked, [
    { currency: 'AED', in: '0', out: '27021597764222973', net: '-27021597764222973' },
  ]);
});

const anySort: fc.Arbitrary<TransactionSort> = fc.record({
  key: fc.constantFrom('date', 'amount', 'name'),
  isDescending: fc.boolean(),
});

test('sorts every row once, by what was asked, and rows that are alike newest first', () => {
  fc.assert(
    fc.property(distinctTransactions(), anySort, (sent, sort) => {
      const { table } = tableOf(sent);
      const places = new Map(Array.from(table.rows(), (row, place) => [row, place]));
      const sorted = sortAll(table, sort);
      assert.deepEqual([...sorted].sort(), [...table.rows()].sort());
      for (let index = 1; index < sorted.length; index += 1) {
        const [one = -1, other = -1] = sorted.slice(index - 1, index + 1);
        const order = compareRows(table, one, other, sort);
        assert.ok(order < 0 || (order === 0 && isStable(sort, places.get(one), places.get(other))));
      }
    }),
    { numRuns: 500 },
  );
});

/** Only the reverse of the list itself turns rows of one instant around. */
function isStable({ key, isDescending }: TransactionSort, one = 0, other = 0): boolean {
  return key === 'date' && !isDescending ? true : one < other;
}

function sortAll(table: TransactionTable, sort: TransactionSort): Uint32Array {
  const steps = sortRows(table.rows(), table.columns, sort);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function compareRows(table: TransactionTable, one: number, other: number, sort: TransactionSort): number {
  const [left, right] = [table.row(one), table.row(other)];
  const sign = sort.isDescending ? -1 : 1;
  if (sort.key === 'date') {
    const [leftDay, rightDay] = [table.dayOf(one), table.dayOf(other)];
    if (leftDay === rightDay) return 0;
    return leftDay === null ? 1 : rightDay === null ? -1 : sign * (leftDay - rightDay);
  }
  if (sort.key === 'amount') {
    if (!left.money || !right.money) return left.money === right.money ? 0 : left.money ? -1 : 1;
    if (left.money.currency !== right.money.currency) return -1;
    return sign * compareAmounts(absoluteAmount(left.money.amount), absoluteAmount(right.money.amount));
  }
  const [leftName, rightName] = [nameOf(left), nameOf(right)];
  if (leftName === null || rightName === null) {
    return leftName === rightName ? 0 : leftName === null ? 1 : -1;
  }
  const fold = (text: string) => foldText(text).trim();
  if (fold(leftName) === fold(rightName)) return 0;
  return isPlain(leftName) && isPlain(rightName) ? (fold(leftName) < fold(rightName) ? -sign : sign) : -1;
}

function nameOf({ merchantName, description }: Transaction): string | null {
  return merchantName ?? description;
}

/** Letters beyond Latin and Arabic follow these in no promised order. */
function isPlain(text: string): boolean {
  return /^[a-z0-9 .]*$/.test(foldText(text));
}

test('keeps currencies together when it sorts by amount', () => {
  const rows = ['10 AED', '5 SAR', '30 AED', '20 SAR'].map((text, index) => {
    const [amount = '', currency = ''] = text.split(' ');
    return transaction({ transactionId: `t${index}`, money: { amount, currency } });
  });
  const { table } = tableOf(rows);
  const sorted = Array.from(
    sortAll(table, { key: 'amount', isDescending: true }),
    (row) => table.row(row).money,
  );
  assert.deepEqual(
    sorted.map((money) => `${money?.amount ?? ''} ${money?.currency ?? ''}`),
    ['20 SAR', '5 SAR', '30 AED', '10 AED'],
  );
});

test('takes what a person types apart into words and numbers', () => {
  assert.deepEqual(
    searchWords('  Café  -1,234.50 a-b ').map((word) => word.map(({ folded }) => folded)),
    [['cafe'], ['-1,234.50', '1234.50'], ['a-b']],
  );
});
