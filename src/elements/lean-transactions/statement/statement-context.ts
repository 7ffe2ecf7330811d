import type { LazyController } from '../../../controllers/lazy.js';
import type { Account } from '../../../domain/account.js';
import type { Region } from '../../../domain/region.js';
import type { TransactionFilter } from '../../../domain/transaction-filter.js';
import type { TransactionsContext } from '../transactions-context.js';
import type { ExportWork } from '../export/export-work.js';
import type * as extras from './extras.js';
import type { FoundRows } from './found-rows.js';
import type { TextContext } from './row-texts.js';

/** What is loaded when it is first drawn. */
export type Extras = typeof extras;

export type PanelName = 'filters' | 'export';

/** What a list with rows is drawn from, and what can be done in it. */
export interface StatementContext extends TransactionsContext, TextContext {
  found: FoundRows;
  filter: TransactionFilter;
  /** Nothing is known yet: what can be pressed is there, rows are not. */
  isLoading: boolean;
  /** Older rows are still on their way. */
  isReading: boolean;
  hasToolbar: boolean;
  /** The accounts among which the customer can choose; fewer than two are no choice. */
  accounts: readonly Account[];
  region: Region | null;
  mode: 'scroll' | 'pages';
  /** The page shown in `pages` mode, from 0, and the rows on each. */
  page: number;
  pageSize: number;
  openPanel: PanelName | null;
  /** The customer wants days that no preset names. */
  isChoosingDays: boolean;
  /** Details, filters and export, loaded when they are first drawn. */
  extras: LazyController<Extras>;
  exportOf: (part: Extras) => ExportWork;
  startExport: (work: ExportWork) => void;
  goTo: (page: number) => void;
  togglePanel: (panel: PanelName) => void;
  chooseDays: (isChoosing: boolean) => void;
  /** The customer changed the filter. */
  change: (fields: Partial<TransactionFilter>) => void;
}
