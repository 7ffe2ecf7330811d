import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define/lean-provider.js';
import '../../src/define/lean-transactions.js';
import { addDays, dayAt } from '../../src/domain/calendar.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { formatsOf } from '../../src/i18n/formats.js';
import { readable, Screen } from '../support/screen.js';

/** One row as the bank has it; the amount in the smallest unit of its currency. */
interface BankRow {
  id: number;
  daysAgo: number;
  units: number;
  currency: 'AED' | 'KWD';
  status: 'BOOKED' | 'PENDING';
}

const DECIMALS = { AED: 2, KWD: 3 } as const;
const TODAY = dayAt(Date.now(), 'Asia/Dubai');

/** Two rows of one id never come from a bank; all else may. */
const bankRows = fc.uniqueArray(
  fc.record<BankRow>({
    id: fc.integer({ min: 10, max: 60 }),
    daysAgo: fc.oneof(fc.nat(40), fc.nat(900)),
    units: fc.integer({ min: -5_000_000, max: 5_000_000 }).filter((units) => units !== 0),
    currency: fc.constantFrom('AED', 'KWD'),
    status: fc.constantFrom('BOOKED', 'BOOKED', 'PENDING'),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);

/** What happens one after another: the bank has other rows and is asked anew, or the customer asks for others. */
const step = fc.oneof(
  bankRows.map((rows) => ({ rows })),
  fc.record({
    search: fc.constantFrom('row', 'row-1', 'row-2', 'none of them'),
    direction: fc.constantFrom(null, 'credit' as const, 'debit' as const),
    sort: fc.constantFrom('newest' as const, 'oldest' as const, 'largest' as const),
    mode: fc.constantFrom('scroll' as const, 'pages' as const),
    groupBy: fc.constantFrom('day' as const, 'none' as const),
  }),
);

function decimal(units: number, currency: BankRow['currency']): string {
  const digits = String(Math.abs(units)).padStart(DECIMALS[currency] + 1, '0');
  return `${digits.slice(0, -DECIMALS[currency])}.${digits.slice(-DECIMALS[currency])}`;
}

/** The bank's answer to one page of one window, oldest first, in pages of a size of its own choice. */
function answer(rows: readonly BankRow[], asked: URLSearchParams, size: number): Response {
  const from = asked.get('start_date') ?? '';
  const to = asked.get('end_date') ?? '9999';
  const within = rows
    .map((row) => ({ row, day: addDays(TODAY, -row.daysAgo) }))
    .filter(({ day }) => day >= from && day <= to)
    .sort((one, other) => one.day.localeCompare(other.day) || one.row.id - other.row.id);
  const number = Number(asked.get('page') ?? 0);
  return Response.json({
    status: 'OK',
    results_id: 'any-history',
    message: 'Data successfully retrieved',
    timestamp: new Date().toISOString(),
    data: {
      type: 'transactions',
      transactions: within.slice(number * size, (number + 1) * size).map(({ row, day }) => ({
        transaction_id: `row-${row.id}`,
        transaction_information: `row-${row.id}`,
        amount: { amount: decimal(row.units, row.currency), currency: row.currency },
        credit_debit_indicator: row.units < 0 ? 'DEBIT' : 'CREDIT',
        status: row.status,
        booking_date_time: `${day}T00:00:00Z`,
      })),
      page: {
        number,
        size,
        total_elements: within.length,
        total_pages: Math.max(1, Math.ceil(within.length / size)),
      },
    },
  });
}

interface Wish {
  search: string;
  direction: 'credit' | 'debit' | null;
}

function wanted(rows: readonly BankRow[], { search, direction }: Wish): BankRow[] {
  return rows.filter(
    ({ id, units }) =>
      `row-${id}`.includes(search) && (direction === null || (direction === 'credit') === units > 0),
  );
}

/** What the line below the search field says of the sums, one text for each sum that is not nothing. */
function sumsOf(rows: readonly BankRow[]): string[] {
  const texts: string[] = [];
  const kinds: [word: string, isOf: (row: BankRow) => boolean][] = [
    ['in', ({ status, units }) => status === 'BOOKED' && units > 0],
    ['out', ({ status, units }) => status === 'BOOKED' && units < 0],
    ['pending', ({ status }) => status === 'PENDING'],
  ];
  for (const [word, isOf] of kinds) {
    for (const currency of ['AED', 'KWD'] as const) {
      const units = rows
        .filter((row) => row.currency === currency && isOf(row))
        .reduce((sum, row) => sum + row.units, 0);
      if (units === 0) continue;
      const amount = `${word === 'pending' && units < 0 ? '-' : ''}${decimal(units, currency)}`;
      const sign = word === 'pending' ? 'always' : 'never';
      const text = formatsOf('en', 'latn').moneyText({ amount, currency }, sign);
      texts.push(readable(document.createTextNode(text)));
    }
  }
  return texts;
}

describe('a history of any kind', () => {
  const realFetch = globalThis.fetch;
  let banks = 0;

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  /** Compares what the customer sees and can export with what the bank has. */
  async function compare(screen: Screen<LeanTransactions>, rows: readonly BankRow[], wish: Wish) {
    const expected = wanted(rows, wish);
    await screen.element.updateComplete;
    const file = await (await screen.element.exportCsv()).text();
    const [, ...lines] = file.trimEnd().split('\r\n');
    const exported = lines.map((line) => /row-\d+/.exec(line)?.[0]);
    expect([...exported].sort()).to.deep.equal(expected.map(({ id }) => `row-${id}`).sort());
    const result = screen.part('result');
    if (rows.length === 0) return;
    const said = readable(result);
    const sums = sumsOf(expected);
    for (const sum of sums) expect(said).to.include(sum);
    expect([...said.matchAll(/AED|KWD/g)].length).to.equal(sums.length);
  }

  it('has every row once and sums that are exact, whatever the paging, filter and refresh order', async function () {
    this.timeout(90_000);
    await fc.assert(
      fc.asyncProperty(
        bankRows,
        fc.integer({ min: 1, max: 9 }),
        fc.array(step, { maxLength: 5 }),
        async (first, size, steps) => {
          let rows = first;
          const path = `/any-history-${String((banks += 1))}`;
          globalThis.fetch = (input, options) => {
            const url = new URL(input instanceof Request ? input.url : input, location.href);
            if (!url.pathname.startsWith(path)) return realFetch(input, options);
            return Promise.resolve(answer(rows, url.searchParams, size));
          };
          const provider = await fixture(
            html`<lean-provider proxy=${path}
              ><lean-transactions account-id="account-1" entity-id="entity-1" search="row"></lean-transactions
            ></lean-provider>`,
          );
          const element = provider.querySelector('lean-transactions')!;
          const screen = new Screen(element);
          let wish: Wish = { search: 'row', direction: null };
          await compare(screen, rows, wish);
          for (const each of steps) {
            if ('rows' in each) {
              rows = each.rows;
              await element.refresh();
            } else {
              wish = each;
              Object.assign(element, each);
            }
            await compare(screen, rows, wish);
          }
          provider.remove();
        },
      ),
      { numRuns: 25, includeErrorInReport: true },
    );
  });
});
