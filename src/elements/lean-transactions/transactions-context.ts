import type { Formats } from '../../i18n/index.js';
import type { BankNoticeContext } from '../shared/bank-notice.view.js';

/** What every picture of the element depends on. */
export interface TransactionsContext extends BankNoticeContext {
  format: Formats;
  /** Milliseconds since 1970, for "today". */
  now: number;
}
