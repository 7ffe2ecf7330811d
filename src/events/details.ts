import type {
  Account,
  Balance,
  Bank,
  Category,
  ConnectReport,
  LeanErrorDetail,
  LinkMethod,
  Transaction,
  TransactionFilter,
} from '../domain/index.js';

/** An account as events tell it; `balance` is the one chosen for it, null until it is known or when it is not shared. */
export interface LeanAccountDetail extends Account {
  balance: Balance | null;
}

export interface LeanConnectStartDetail {
  method: LinkMethod;
}

/** How a flow ended or goes on; the fields Lean's SDK did not fill are null. */
export type LeanConnectOutcomeDetail = ConnectReport;

export interface LeanConnectErrorDetail extends LeanConnectOutcomeDetail {
  error: LeanErrorDetail;
}

/** A bank whose accounts could not be read. */
export interface LeanFailedBank {
  entityId: string | null;
  bank: Bank | null;
  error: LeanErrorDetail;
}

export interface LeanAccountsLoadDetail {
  accounts: readonly LeanAccountDetail[];
  failed: readonly LeanFailedBank[];
}

/** Both are null when the selection was cleared. */
export interface LeanAccountSelectDetail {
  accountId: string | null;
  account: LeanAccountDetail | null;
}

/** `count` rows pass the filter out of `total` that are here; `complete` is false while older ones are still read. */
export interface LeanTransactionsLoadDetail {
  count: number;
  total: number;
  complete: boolean;
}

export interface LeanTransactionSelectDetail {
  transactionId: string;
  transaction: Transaction;
}

export interface LeanFilterChangeDetail {
  filter: TransactionFilter;
}

export interface LeanExportStartDetail {
  filter: TransactionFilter;
  columns: readonly string[];
}

export interface LeanReconnectRequiredDetail {
  entityId: string;
  reconnectId: string | null;
  bank: Bank | null;
}

export interface LeanIdentityLoadDetail {
  entityId: string;
  partyCount: number;
}

export interface LeanDisconnectDetail {
  entityId: string;
  bank: Bank | null;
}

/** `from` and `to` are inclusive days, `YYYY-MM-DD`. */
export interface LeanCategorySelectDetail {
  category: Category | null;
  from: string | null;
  to: string | null;
}

export interface LeanSessionExpiredDetail {
  /** Call it when the host's session is back: everything is read again. */
  retry: () => void;
}
