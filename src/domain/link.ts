/** The Link SDK's methods that concern data. */
export type LinkMethod = 'connect' | 'reconnect';

/** How the SDK says that Link ended. Anything we do not know is `UNKNOWN`. */
export type LinkStatus =
  'SUCCESS' | 'ERROR' | 'CANCELLED' | 'REDIRECT' | 'LINK_CLOSED_PROGRAMMATICALLY' | 'UNKNOWN';

/**
 * What the SDK's callback said. Every field but the first two may be null: Lean fills only what fits the event.
 * It is a hint; the backend decides what is true.
 */
export interface LinkOutcome {
  method: LinkMethod;
  status: LinkStatus;
  message: string | null;
  bank: { bankIdentifier: string | null; isSupported: boolean | null } | null;
  exitPoint: string | null;
  secondaryStatus: string | null;
  lastApiResponse: string | null;
  userExitIntent: string | null;
  exitIntentPoint: string | null;
  exitSurveyReason: string | null;
  correlationId: string | null;
}

/** The permissions Lean's `connect` takes for data. */
export const PERMISSIONS = [
  'accounts',
  'identity',
  'balance',
  'transactions',
  'identities',
  'beneficiaries',
  'direct_debits',
  'standing_orders',
  'scheduled_payments',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Where a connect button's life stands (its `status`). */
export const CONNECT_STATUSES = [
  'idle',
  'loading',
  'opening',
  'open',
  'verifying',
  'syncing',
  'connected',
  'cancelled',
  'failed',
  'blocked',
  'offline',
  'unsupported',
] as const;
export type ConnectStatus = (typeof CONNECT_STATUSES)[number];
