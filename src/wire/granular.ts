import type { ErrorCode } from '../domain/error.js';

/** Lean's `granular_status_code` beside `FAILED`, by what can be done about it (docs.leantech.me, data errors). */
const CODES: Readonly<Record<string, ErrorCode>> = {
  BANK_ISSUE: 'bank_failed',
  UNSEEN_BANK_ERROR: 'bank_failed',
  LEAN_ERROR: 'bank_failed',
  TIMEOUT: 'bank_failed',
  INTERNAL_SERVER_ERROR: 'bank_failed',
  BANK_MAINTENANCE: 'bank_unavailable',
  DISABLED_BY_LEAN: 'bank_unavailable',
  DISABLED_BY_CLIENT: 'bank_unavailable',
  DUPLICATED_REQUEST: 'duplicated_request',
  LOGGED_IN_ELSEWHERE: 'bank_session_in_use',
  ACTIVE_SESSION_EXISTS: 'bank_session_in_use',
  EU_ACCOUNT_LOCKED: 'bank_needs_customer',
  EU_FUNCTIONALITY_RESTRICTED: 'bank_needs_customer',
  CONSENT_EXPIRED: 'consent_expired',
  USER_PERMISSIONS_NOT_GRANTED: 'permission_missing',
  USER_TRANSACTION_RANGE_NOT_GRANTED: 'permission_missing',
  UNSUPPORTED_BY_BANK: 'bank_unsupported_data',
  DATA_NOT_FOUND: 'bank_unsupported_data',
  KNOWN_UNSUPPORTED_MFA_BEHAVIOUR: 'bank_unsupported_data',
  KNOWN_TRAFFIC_OUTSIDE_ALLOWED_REGION: 'bank_unsupported_data',
};

/** Our code for one of Lean's granular codes; null for one that is not in its documents. */
export function errorCodeOf(granularCode: string | null): ErrorCode | null {
  return granularCode !== null && Object.hasOwn(CODES, granularCode) ? (CODES[granularCode] ?? null) : null;
}
