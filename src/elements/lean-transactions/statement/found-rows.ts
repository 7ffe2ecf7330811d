import type { CalendarDate } from '../../../domain/calendar.js';
import { asLeanError, type LeanError } from '../../../domain/error.js';
import type { Transaction } from '../../../domain/transaction.js';
import {
  isFiltering,
  type TransactionFilter,
  type TransactionOrder,
} from '../../../domain/transaction-filter.js';
import { createTransactionSearch, type TransactionSearch } from '../../../domain/transactions/search.js';
import { NO_FILTER, selectRows } from '../../../domain/transactions/select.js';
import { sortRows, type TransactionSort } from '../../../domain/transactions/sort.js';
import { dayText } from '../../../domain/transactions/sent-time.js';
import { createTransactionTable, type TransactionTable } from '../../../domain/transactions/table.js';
import { totalsOf, type Totals } from '../../../domain/transactions/totals.js';
import { formatsOf } from '../../../i18n/index.js';
import { inSlices } from '../../shared/slices.js';
import { afterPaint } from './after-paint.js';
import { groupRows, ungrouped, type Grouped } from './groups.js';

/** What the rows on screen follow from. */
export interface RowsWanted {
  table: TransactionTable;
  /** Null for all that the table holds. */
  accountIds: readonly string[] | null;
  filter: TransactionFilter;
  isGrouped: boolean;
}

const SORTS: Readonly<Record<TransactionOrder, TransactionSort>> = {
  newest: { key: 'date', isDescending: true },
  oldest: { key: 'date', isDescending: false },
  largest: { key: 'amount', isDescending: true },
  smallest: { key: 'amount', isDescending: false },
  name: { key: 'name', isDescending: false },
};

/** So many rows are sorted before the next frame; more are sorted behind it. */
const MOST_AT_ONCE = 4000;

const NONE = new Uint32Array();

/** The rows that pass the filter, in their order and groups; found anew only when what they follow from changed. */
export class FoundRows {
  /** Grows whenever other rows are shown, or the same ones say something else. */
  changes = 0;
  /** All rows of the accounts, newest first. */
  all: Uint32Array = NONE;
  table = createTransactionTable();
  #grouped: Grouped = ungrouped(NONE);
  #search: TransactionSearch | null = null;
  #question = '';
  #accounts = '';
  #version = -1;
  #totals: Totals | null = null;
  #work = new AbortController();
  readonly #changed: () => void;

  /** `changed` is called when rows were sorted behind the frame. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get rows(): Uint32Array {
    return this.#grouped.rows;
  }

  get groups(): Grouped['groups'] {
    return this.#grouped.groups;
  }

  /** True while rows are still put in order. */
  isSorting = false;
  /** Why they could not be; `retry()` lets it be tried again. */
  error: LeanError | null = null;

  /** True when another list was asked for, which is to be shown from its start. */
  update(wanted: RowsWanted): boolean {
    const { table, accountIds, filter, isGrouped } = wanted;
    const accounts = JSON.stringify(accountIds);
    const question = JSON.stringify([filter, isGrouped]);
    const isOtherTable = table !== this.table;
    const hasOtherRows = isOtherTable || table.version !== this.#version || accounts !== this.#accounts;
    const isOther = isOtherTable || question !== this.#question || accounts !== this.#accounts;
    if (!isOther && !hasOtherRows) return false;
    if (isOtherTable) this.#search = null;
    if (hasOtherRows) this.all = this.#allOf(wanted);
    this.table = table;
    this.#version = table.version;
    this.#accounts = accounts;
    this.#question = question;
    this.#find(wanted);
    return isOther;
  }

  /** What they come to; reckoned when first asked for. */
  get totals(): Totals {
    this.#totals ??= totalsOf(this.table.columns, this.rows);
    return this.#totals;
  }

  /** The day of the oldest row whose day is known, or null. */
  get oldestDay(): CalendarDate | null {
    const day = this.all.findLast((row) => this.table.dayOf(row) !== null);
    const number = day === undefined ? null : this.table.dayOf(day);
    return number === null ? null : dayText(number);
  }

  /** The transaction of a row number. */
  transaction(row: number): Transaction {
    return this.table.row(row);
  }

  /** What is under way is begun anew when the rows are wanted again. */
  stop(): void {
    this.#work.abort();
    if (this.isSorting) this.#question = '';
  }

  retry(): void {
    if (this.error) this.#question = '';
  }

  #allOf({ table, accountIds }: RowsWanted): Uint32Array {
    const others = table.accountIds().some((id) => id === null || !accountIds?.includes(id));
    // A copy: the table's own rows move when more are read, and the list is drawn anew only after that.
    if (accountIds === null || !others) return table.rows().slice();
    return selectRows(table.rows(), table.columns, this.#searchOf(table), {
      ...NO_FILTER,
      // Of no account there are no rows, while a query for no account would ask for all.
      accountIds: accountIds.length === 0 ? [''] : accountIds,
    });
  }

  #searchOf({ columns }: TransactionTable): TransactionSearch {
    return (this.#search ??= createTransactionSearch(columns, decimalsOf));
  }

  #find({ filter, isGrouped }: RowsWanted): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.error = null;
    const { signal } = this.#work;
    const { columns } = this.table;
    const search = this.#searchOf(this.table);
    const rows = isFiltering(filter)
      ? selectRows(this.all, columns, search, { ...filter, accountIds: [] })
      : this.all;
    const sort = SORTS[filter.order];
    const arrange = (sorted: Uint32Array): void => {
      this.isSorting = false;
      this.#show(isGrouped && sort.key === 'date' ? groupRows(columns, sorted) : ungrouped(sorted));
    };
    if (filter.order === 'newest') {
      arrange(rows);
    } else if (rows.length <= MOST_AT_ONCE) {
      arrange(atOnce(sortRows(rows, columns, sort)));
    } else {
      this.isSorting = true;
      this.#show(ungrouped(rows));
      void this.#sortLater(sortRows(rows, columns, sort), arrange, signal);
    }
    // A keystroke finds the index ready.
    void afterPaint(search.build(), signal);
  }

  /** Never rejects. */
  async #sortLater(
    steps: Generator<void, Uint32Array>,
    arrange: (rows: Uint32Array) => void,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const sorted = await inSlices(steps, signal);
      if (!sorted || signal.aborted) return;
      arrange(sorted);
    } catch (thrown) {
      this.isSorting = false;
      this.error = asLeanError(thrown);
    }
    this.#changed();
  }

  #show(grouped: Grouped): void {
    this.#grouped = grouped;
    this.#totals = null;
    this.changes += 1;
  }
}

function atOnce<Outcome>(steps: Generator<void, Outcome>): Outcome {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const decimals = new Map<string, number>();

/** How many decimals amounts of a currency are shown with; an index asks for every row. */
function decimalsOf(currency: string): number {
  let known = decimals.get(currency);
  if (known === undefined) {
    const { number } = formatsOf('en', 'latn').money({ amount: '0', currency });
    known = number.split('.')[1]?.length ?? 0;
    decimals.set(currency, known);
  }
  return known;
}
