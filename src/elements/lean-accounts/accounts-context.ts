import type { Account } from '../../domain/account.js';
import type { AccountView, BankView } from '../../domain/snapshot.js';
import type { Formats, Messages } from '../../i18n/index.js';
import type { BankNoticeContext } from '../shared/bank-notice.view.js';

/** Everything the accounts' picture depends on beside the snapshot, and what can be done in it. */
export interface AccountsContext extends BankNoticeContext {
  lang: string;
  messages: Messages;
  format: Formats;
  /** Milliseconds since 1970, for "4 minutes ago". */
  now: number;
  /** The zone in which an account's days are read; the page's for null. */
  zoneOf: (account: Account | null) => string;
  /** The id of the chosen account. */
  selected: string | null;
  isSelectable: boolean;
  showsTotals: boolean;
  hidesAmounts: boolean;
  /** Ids of the accounts whose full number is shown. */
  revealed: ReadonlySet<string>;
  /** Of many accounts, those that are drawn by now. */
  cut: (banks: readonly BankView[]) => BankView[];
  select: (view: AccountView) => void;
  reveal: (account: Account) => void;
  /** The customer's Refresh button; nothing while it is on its way, or where the banks cannot be asked anew. */
  refreshView: (context: AccountsContext) => unknown;
  toggleAmounts: () => void;
}
