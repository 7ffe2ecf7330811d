import type { LazyController } from '../../controllers/lazy.js';
import type { Account } from '../../domain/account.js';
import type { Transaction } from '../../domain/transaction.js';
import type { TransactionFilter } from '../../domain/transaction-filter.js';
import type { Formats, Messages } from '../../i18n/index.js';
import type { BankNoticeContext } from '../shared/bank-notice.view.js';
import type * as extras from './extras.js';

/** What is loaded when it is first drawn. */
export type Extras = typeof extras;

/** Everything the list's picture depends on beside the transactions, and what can be done in it. */
export interface TransactionsContext extends BankNoticeContext {
  lang: string;
  messages: Messages;
  format: Formats;
  /** Milliseconds since 1970, for "today". */
  now: number;
  /** The zone in which a transaction's day is read. */
  zoneOf: (transaction: Transaction) => string;
  /** The account of a transaction, when it is known. */
  accountOf: (transaction: Transaction) => Account | null;
  /** Rows say which account they belong to. */
  showsAccounts: boolean;
  isGrouped: boolean;
  mode: 'scroll' | 'pages';
  /** The page shown in `pages` mode, from 0, and the rows on each. */
  page: number;
  pageSize: number;
  /** How many rows `scroll` mode has grown to. */
  shown: number;
  hasToolbar: boolean;
  isPanelOpen: boolean;
  filter: TransactionFilter;
  /** Details and filters, loaded when they are first drawn. */
  extras: LazyController<Extras>;
  /** The key of the row whose details are open. */
  open: string | null;
  toggle: (transaction: Transaction) => void;
  goTo: (page: number) => void;
  grow: () => void;
  togglePanel: () => void;
  /** The customer changed the filter. */
  change: (fields: Partial<TransactionFilter>) => void;
}

/** What a row is told apart by: banks number their transactions per account. */
export function transactionKey({ accountId, transactionId }: Transaction): string {
  return `${accountId ?? ''}/${transactionId}`;
}
