import type { Account } from '../../../domain/account.js';
import type { ZoneSettings } from '../../../domain/region.js';
import type { Transaction } from '../../../domain/transaction.js';
import type { TransactionFilter } from '../../../domain/transaction-filter.js';
import type { CsvField } from '../export/columns.js';

/** What the list follows from, as the element stands now. */
export interface StatementWish {
  filter: TransactionFilter;
  isGrouped: boolean;
  mode: 'scroll' | 'pages';
  pageSize: number;
  hasToolbar: boolean;
  showsAccounts: boolean;
  /** The customer may choose among accounts: the page did not by other means. */
  offersAccounts: boolean;
  /** Accounts known from elsewhere on the page. */
  accounts: readonly Account[];
  settings: ZoneSettings;
}

/** What the list asks its element for. */
export interface StatementOptions {
  /** The customer pressed a row; false when the page shows the details itself. */
  select: (transaction: Transaction) => boolean;
  change: (fields: Partial<TransactionFilter>) => void;
  /** The customer starts an export; false when the page forbids it. */
  allowExport: (fields: readonly CsvField[]) => boolean;
}
