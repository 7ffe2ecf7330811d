import type { Account } from '../../domain/account.js';
import { dateInZone } from '../../domain/calendar.js';
import { timeZoneOf, type Region } from '../../domain/region.js';
import type { TransactionsSnapshot } from '../../domain/snapshot.js';
import type { Transaction } from '../../domain/transaction.js';
import { filterTransactions, type TransactionFilter } from '../../domain/transaction-filter.js';
import { groupByDay, type DayGroup } from './day-groups.js';

/** What the rows on screen follow from. */
export interface RowsWanted {
  snapshot: TransactionsSnapshot;
  filter: TransactionFilter;
  groupBy: 'day' | 'none';
  accountId: string | null;
  entityId: string | null;
  /** Accounts known from elsewhere on the page. */
  accounts: readonly Account[];
  settings: { timeZone: string | null; region: Region | null };
}

const NONE: readonly Transaction[] = [];

/** The rows that pass the filter, in days; filtered and grouped anew only when something they follow from changed. */
export class FoundRows {
  rows: readonly Transaction[] = NONE;
  groups: readonly DayGroup[] = [];
  #accounts: ReadonlyMap<string, Account> = new Map();
  #settings: RowsWanted['settings'] = { timeZone: null, region: null };
  #followed: readonly unknown[] = [];
  #question = '';

  /** True when another list was asked for, which is to be shown from its start. */
  update({ snapshot, filter, groupBy, accountId, entityId, accounts, settings }: RowsWanted): boolean {
    const { transactions = NONE, accounts: own = [] } = snapshot.status === 'ready' ? snapshot : {};
    const known = [...own, ...accounts];
    const question = JSON.stringify([filter, groupBy, accountId, entityId]);
    const followed = [transactions, question, settings.timeZone, settings.region, known.length];
    if (followed.every((part, at) => part === this.#followed[at])) return false;
    const isOther = question !== this.#question;
    this.#followed = followed;
    this.#question = question;
    this.#settings = settings;
    this.#accounts = new Map(known.map((account) => [account.accountId, account]));
    this.rows = filterTransactions(transactions, filter);
    this.groups =
      groupBy === 'none'
        ? [{ day: null, transactions: this.rows, totals: [] }]
        : groupByDay(this.rows, this.#dayOf);
    return isOther;
  }

  /** The account of a transaction, when it is known. */
  readonly accountOf = ({ accountId }: Transaction): Account | null =>
    this.#accounts.get(accountId ?? '') ?? null;

  /** The zone in which a transaction's day is read. */
  readonly zoneOf = (transaction: Transaction): string =>
    timeZoneOf(this.#settings, this.accountOf(transaction));

  readonly #dayOf = (transaction: Transaction): string | null =>
    transaction.bookedAt === null ? null : dateInZone(transaction.bookedAt, this.zoneOf(transaction));
}
