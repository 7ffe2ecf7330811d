import { render } from 'lit';
import { addDays, dayAt, yearsBefore, type CalendarDate } from '../../../domain/calendar.js';
import type { Transaction } from '../../../domain/transaction.js';
import { handOver } from '../../../domain/transactions/hand-over.js';
import { createTransactionTable } from '../../../domain/transactions/table.js';
import { countView } from '../transactions.view.js';
import { FoundRows } from './found-rows.js';
import { RowList } from './row-list.js';
import type { StatementContext } from './statement-context.js';

const SAMPLE: Transaction = {
  transactionId: '00000000-0000-4000-8000-000000000000',
  accountId: null,
  entityId: null,
  description: 'x',
  merchantName: null,
  reference: 'x',
  money: { amount: '-1.5', currency: 'AED' },
  direction: 'debit',
  status: 'booked',
  bookedAt: '2026-01-02T00:00:00Z',
  valueAt: null,
  category: 'OTHER',
  type: null,
};

/** As many of each kind of day: engines remember where things lie in what they have run a few times. */
const SAMPLE_DAYS = 6;

/** Rows on near and far days, which in headings and in rows are written by different formatters, and of each status. */
function samplesFrom(today: CalendarDate): Transaction[] {
  const ago = Array.from({ length: SAMPLE_DAYS }, (_, each) => each);
  const days = [
    ...ago.map((each) => addDays(today, -each)),
    ...ago.map((each) => addDays(yearsBefore(today, 1), -each)),
  ];
  return days.map((day, index) => ({
    ...SAMPLE,
    transactionId: day,
    description: index % 2 === 0 ? 'x' : 'س',
    direction: index % 2 === 0 ? 'debit' : 'credit',
    status: index === 0 ? 'pending' : index === 1 ? 'rejected' : 'booked',
    bookedAt: `${day}T00:00:00Z`,
  }));
}

const SIZES = { row: 56, head: 40, stickyTop: 0 };

/**
 * Draws a few sample rows out of sight, so that the code of the first picture is compiled, and the page's first use of
 * `Intl` paid for, while the data is on its way. `unseen` is an element of the page that nobody sees or is read.
 */
export function* warmSteps(context: StatementContext, unseen: Element | null): Generator<void, void> {
  const { zoneOf, now } = context;
  const zone = zoneOf(null);
  const today = dayAt(now, zone);
  render(countView({ total: 1, oldest: today, isReading: false }, context), document.createElement('div'));
  yield;
  const table = createTransactionTable();
  const samples = samplesFrom(today);
  yield* handOver(table, samples, () => zone);
  const found = new FoundRows(() => undefined);
  const list = new RowList(document.createElement('div'));
  const place = document.createElement('div');
  place.className = 'pool';
  try {
    found.update({ table, accountIds: null, filter: context.filter, isGrouped: true });
    yield;
    const picture = {
      found,
      first: 0,
      count: samples.length,
      showsAccounts: false,
      text: context,
      open: null,
      details: null,
    };
    list.show(place, SIZES, picture, true);
    yield;
    // Laid out once, so that the engine has the fonts of both scripts in every weight, and the styles of a row.
    unseen?.append(place);
    place.getBoundingClientRect();
    // Within one step: whoever looks for rows between two finds none of these.
    place.remove();
    yield;
  } finally {
    list.stop();
    found.stop();
  }
}
