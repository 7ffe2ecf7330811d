import type { LeanErrorDetail } from '../domain/index.js';
import type {
  LeanAccountSelectDetail,
  LeanAccountsLoadDetail,
  LeanCategorySelectDetail,
  LeanConnectErrorDetail,
  LeanConnectOutcomeDetail,
  LeanConnectStartDetail,
  LeanDisconnectDetail,
  LeanExportStartDetail,
  LeanFilterChangeDetail,
  LeanIdentityLoadDetail,
  LeanReconnectRequiredDetail,
  LeanSessionExpiredDetail,
  LeanTransactionSelectDetail,
  LeanTransactionsLoadDetail,
} from './details.js';

/** What each event's `detail` holds. */
export interface LeanEventDetails {
  'lean-connect-start': LeanConnectStartDetail;
  'lean-connect-success': LeanConnectOutcomeDetail;
  'lean-connect-cancel': LeanConnectOutcomeDetail;
  'lean-connect-redirect': LeanConnectOutcomeDetail;
  'lean-connect-ready': LeanConnectOutcomeDetail;
  'lean-connect-error': LeanConnectErrorDetail;
  'lean-accounts-load': LeanAccountsLoadDetail;
  'lean-accounts-error': LeanErrorDetail;
  'lean-account-select': LeanAccountSelectDetail;
  'lean-transactions-load': LeanTransactionsLoadDetail;
  'lean-transactions-error': LeanErrorDetail;
  'lean-transaction-select': LeanTransactionSelectDetail;
  'lean-filter-change': LeanFilterChangeDetail;
  'lean-export-start': LeanExportStartDetail;
  'lean-reconnect-required': LeanReconnectRequiredDetail;
  'lean-identity-load': LeanIdentityLoadDetail;
  'lean-identity-error': LeanErrorDetail;
  'lean-disconnect-start': LeanDisconnectDetail;
  'lean-disconnect-success': LeanDisconnectDetail;
  'lean-disconnect-error': LeanErrorDetail;
  'lean-category-select': LeanCategorySelectDetail;
  'lean-session-expired': LeanSessionExpiredDetail;
}

export type LeanEventName = keyof LeanEventDetails;

/** Each event name with the event it brings. */
export type LeanEventMap = { [Name in LeanEventName]: CustomEvent<LeanEventDetails[Name]> };

declare global {
  // Elements, the document and the window all inherit from this map, and every event bubbles up to all three.
  interface GlobalEventHandlersEventMap extends LeanEventMap {}
}
