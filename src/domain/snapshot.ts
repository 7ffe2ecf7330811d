import type { Account } from './account.js';
import type { Balance } from './balance.js';
import type { Entity } from './entity.js';
import type { LeanError } from './error.js';
import type { TransactionTable } from './transactions/table.js';

/**
 * What an element knows at one moment: closed unions, one status each, from which a view draws. While something
 * reloads, the last good data stays and `refreshing` is true.
 */

/** Where one bank stands. Accounts already known stay on screen whatever it says. */
export type BankState =
  | { status: 'loading' }
  /** Lean has the consent, its copy of the data is on its way. */
  | { status: 'syncing' }
  /** We stopped asking after our limit; a late answer is still taken. */
  | { status: 'still-working' }
  | { status: 'ready' }
  | { status: 'reconnect-required'; reconnectId: string | null }
  | { status: 'consent-expired'; error: LeanError }
  | { status: 'failed'; error: LeanError };

/** Where one account's balance stands. "Not shared" is not zero. */
export type BalanceState =
  | { status: 'loading' }
  | { status: 'ready'; chosen: Balance; all: readonly Balance[] }
  | { status: 'not-shared' }
  | { status: 'unavailable'; error: LeanError | null };

/** An account with the balance chosen for it. */
export interface AccountView {
  account: Account;
  balance: BalanceState;
}

/** One bank with its accounts; `entity` is null for accounts handed over by the host without one. */
export interface BankView {
  entity: Entity | null;
  state: BankState;
  accounts: readonly AccountView[];
  /** When Lean last read the bank (ISO 8601), or null. */
  refreshedAt: string | null;
}

/** The state of `lean-accounts`. */
export type AccountsSnapshot =
  | { status: 'loading' }
  | { status: 'failed'; error: LeanError }
  | {
      status: 'ready';
      banks: readonly BankView[];
      /** Every bank, and every account's balance that is shared, has been answered at least once, whatever it was. */
      settled: boolean;
      refreshing: boolean;
      stale: LeanError | null;
    };

/** One bank as a transaction list sees it: only what is worth a notice. */
export interface BankNotice {
  entity: Entity;
  state: BankState;
}

/** The state of `lean-transactions`. */
export type TransactionsSnapshot =
  | { status: 'loading'; notices: readonly BankNotice[] }
  | { status: 'failed'; error: LeanError; notices: readonly BankNotice[] }
  | {
      status: 'ready';
      /** Everything that was read, newest first, also of accounts and days that were not asked for. */
      table: TransactionTable;
      /** The table's version when this was made: two snapshots of one version show the same rows. */
      version: number;
      /** The accounts asked for; null for whatever the table holds. */
      accountIds: readonly string[] | null;
      /** The accounts these belong to, as far as they are known; a bank's zone is read from them. */
      accounts: readonly Account[];
      /** False while older windows are still being read. */
      complete: boolean;
      refreshing: boolean;
      /** Why what is shown may be old or incomplete, or null. */
      stale: LeanError | null;
      notices: readonly BankNotice[];
    };
