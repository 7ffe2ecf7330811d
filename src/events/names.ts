import type { LeanEventName } from './map.js';

/** Every event of the elements, for who listens to them all; the compiler misses none. */
export const EVENT_NAMES = Object.keys({
  'lean-connect-start': true,
  'lean-connect-success': true,
  'lean-connect-cancel': true,
  'lean-connect-redirect': true,
  'lean-connect-ready': true,
  'lean-connect-error': true,
  'lean-accounts-load': true,
  'lean-accounts-error': true,
  'lean-account-select': true,
  'lean-transactions-load': true,
  'lean-transactions-error': true,
  'lean-transaction-select': true,
  'lean-filter-change': true,
  'lean-export-start': true,
  'lean-reconnect-required': true,
  'lean-identity-load': true,
  'lean-identity-error': true,
  'lean-disconnect-start': true,
  'lean-disconnect-success': true,
  'lean-disconnect-error': true,
  'lean-category-select': true,
  'lean-session-expired': true,
} satisfies Record<LeanEventName, true>);
