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

/** What a page says of a link on the button itself; null where it says nothing. */
export interface LinkAttributes {
  permissions: readonly string[] | null;
  bankIdentifier: string | null;
  accountType: string | null;
  /** ISO dates. */
  accessFrom: string | null;
  accessTo: string | null;
  successRedirectUrl: string | null;
  failRedirectUrl: string | null;
  showConsentExplanation: boolean | null;
  destinationAlias: string | null;
  destinationAvatar: string | null;
  endUserId: string | null;
  customerMetadata: string | null;
  /** Lean's own theming of its dialog; colours may be any CSS colour, they are resolved before use. */
  customization: Readonly<Record<string, unknown>> | null;
  /** The four of a page without a backend, the last two as the page wrote them. */
  appToken: string | null;
  customerId: string | null;
  region: string | null;
  environment: string | null;
}

/**
 * How a flow ended, as the `lean-connect-*` events tell it. `verified` says that the backend confirmed it;
 * `entityId` is known only then. What the SDK did not say is null.
 */
export interface ConnectReport extends Omit<LinkOutcome, 'status'> {
  status: LinkStatus | null;
  entityId: string | null;
  verified: boolean;
}

/** What is known of a new bank's data while it is on its way: counts, never a share of time. */
export interface ConnectProgress {
  /** Accounts that are here already; null while no element of the page has read any. */
  accounts: number | null;
  /** Banks whose data is awaited, and how many of them are done. */
  banks: number;
  banksReady: number;
}

/** The report of a flow of which nothing is known yet. */
export function emptyReport(method: LinkMethod): ConnectReport {
  return {
    method,
    status: null,
    message: null,
    bank: null,
    exitPoint: null,
    secondaryStatus: null,
    lastApiResponse: null,
    userExitIntent: null,
    exitIntentPoint: null,
    exitSurveyReason: null,
    correlationId: null,
    entityId: null,
    verified: false,
  };
}

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

/** The one key this package keeps in `sessionStorage`, only while a bank's own page has replaced the host's. */
export const FLOW_STORAGE_KEY = 'lean-elements.flow';
