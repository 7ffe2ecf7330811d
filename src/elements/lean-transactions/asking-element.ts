import { LitElement, type PropertyValues } from 'lit';
import { property } from '../shared/accessor-property.js';
import { focusFirst } from '../shared/focus.js';
import { keepKnown } from '../shared/known-words.js';
import { readableOf } from './filter-properties.js';
import { GivenList } from './given-list.js';
import type { GivenTransaction } from '../../domain/given-transaction.js';
import type { TransactionOrder } from '../../domain/transaction-filter.js';

/** The properties by which a page asks for transactions: whose, which of them, and how they are laid out. */
export class AskingElement extends LitElement {
  /** Shows this account alone. */
  @property() accountId: string | null = null;

  /** Shows this bank alone; with `account-id`, saves looking up which bank the account is at. */
  @property() entityId: string | null = null;

  /** Ids of the elements whose chosen account is shown, such as a `lean-accounts` or a `lean-spending`. */
  @property() for: string | null = null;

  /** First day, inclusive, as `YYYY-MM-DD` in the bank's zone; without one, all that the consent allows. */
  @property() from: string | null = null;

  /** Last day, inclusive, as `YYYY-MM-DD` in the bank's zone. */
  @property() to: string | null = null;

  /** Words to look for in description, merchant, reference and amount. */
  @property() search: string | null = null;

  /**
   * Categories to show, separated by spaces or commas: `BANK_FEES_AND_CHARGES`, `CHARITY`, `EDUCATION`, `ENTERTAINMENT`,
   * `GOVERNMENT`, `GROCERIES`, `HEALTH_AND_WELLBEING`, `LOANS_AND_INVESTMENT`, `RENT_AND_SERVICES`, `RESTAURANTS_DINING`,
   * `RETAIL`, `SALARY_AND_REVENUE`, `TRANSFER`, `TRANSPORT`, `TRAVEL`, `OTHER`.
   */
  @property() category: string | null = null;

  /** Money in (`credit`) or out (`debit`) alone. */
  @property() direction: 'credit' | 'debit' | null = null;

  /** What is `booked` or `pending` alone. */
  @property() bookingStatus: 'booked' | 'pending' | null = null;

  /** The smallest amount to show, whatever its sign. */
  @property() minAmount: string | null = null;

  /** The largest amount to show, whatever its sign. */
  @property() maxAmount: string | null = null;

  /** The order of rows: `newest`, `oldest`, `largest`, `smallest`, or by `name`. */
  @property() sort: TransactionOrder = 'newest';

  /** Rows under their days (`day`) or in one list (`none`). */
  @property() groupBy: 'day' | 'none' = 'day';

  /** One list to scroll (`scroll`), or pages (`pages`). */
  @property() mode: 'scroll' | 'pages' = 'scroll';

  /** Rows on a page. */
  @property({ type: Number }) pageSize = 25;

  /** Leaves search and filters out. */
  @property({ type: Boolean }) noFilters = false;

  /**
   * The host's own transactions; the element then fetches nothing and fires no `lean-transactions-load`. Each has a
   * `transactionId`; every other field of `GivenTransaction` that is left out counts as not known: `accountId`, `entityId`,
   * `description`, `merchantName`, `reference`, `money` (`{ amount: '-12.50', currency: 'AED' }`, money out negative),
   * `direction` (`credit`, `debit`), `status` (`booked`, `pending`, `rejected`), `bookedAt`, `valueAt` (ISO 8601),
   * `category` (a word of the attribute `category`), `type` (any text). What has changed is given as a new array
   * (`[...rows]`).
   */
  @property({ attribute: false })
  get transactions(): readonly GivenTransaction[] | null {
    return this.givenList.list;
  }

  set transactions(transactions: readonly GivenTransaction[] | null) {
    this.givenList.list = transactions;
  }

  protected readonly givenList = new GivenList();

  /** What nobody knows a meaning for is its default from here on. */
  protected override willUpdate(changed: PropertyValues): void {
    const { isGrouped, mode, pageSize } = layoutOf(this);
    const groupBy = isGrouped ? 'day' : 'none';
    keepKnown(this, changed.keys(), { ...readableOf(this), groupBy, mode, pageSize });
  }

  /** The same as `for`, under the name that labels and outputs have for it. */
  get htmlFor(): string | null {
    return this.for;
  }

  set htmlFor(ids: string | null) {
    this.for = ids;
  }

  /** Moves the focus to what needs the customer, else to the search field. */
  override focus(options?: FocusOptions): void {
    focusFirst(this, options);
  }
}

/** How the page wants rows to be laid out; what cannot be read is as if it were not set. */
export function layoutOf({ groupBy, mode, pageSize, noFilters }: AskingElement): {
  isGrouped: boolean;
  mode: 'scroll' | 'pages';
  pageSize: number;
  hasToolbar: boolean;
} {
  const written: unknown = pageSize; // A page may write text.
  const rows = Number(written);
  return {
    isGrouped: groupBy !== 'none',
    mode: mode === 'pages' ? 'pages' : 'scroll',
    pageSize: Number.isInteger(rows) && rows >= 1 ? rows : 25,
    hasToolbar: !noFilters,
  };
}
