/** Reasons a bank call ends `FAILED` with HTTP 200, and the English text that comes along (facts §3.9). */
export const failureTexts = {
  BANK_ISSUE: 'Your bank is currently experiencing technological problems. Please try again later.',
  UNSEEN_BANK_ERROR: 'Your bank returned an error we have not seen before. Please try again later.',
  BANK_MAINTENANCE: 'Your bank is under maintenance. Please try again in a few hours.',
  LEAN_ERROR: 'Something went wrong on our side. Please try again later.',
  TIMEOUT: 'Your bank took too long to answer. Please try again later.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side. Please try again later.',
  DUPLICATED_REQUEST: 'The same request is already running. Please wait a minute and try again.',
  LOGGED_IN_ELSEWHERE: 'You are logged in to your online banking. Please log out there and try again.',
  ACTIVE_SESSION_EXISTS: 'You have an active session with your bank. Please try again in a few minutes.',
  EU_ACCOUNT_LOCKED: 'Your account is locked. Please contact your bank.',
  EU_FUNCTIONALITY_RESTRICTED: 'Your bank has restricted this for your account. Please contact your bank.',
  DISABLED_BY_LEAN: 'This bank is switched off at the moment. Please try again later.',
  DISABLED_BY_CLIENT: 'This bank is switched off for this application.',
  CONSENT_EXPIRED: 'Your consent has expired. Please connect your bank again.',
  USER_PERMISSIONS_NOT_GRANTED:
    'You have not given permission for this data. Please connect your bank again.',
  USER_TRANSACTION_RANGE_NOT_GRANTED:
    'You have not given permission for these dates. Please connect your bank again.',
  UNSUPPORTED_BY_BANK: 'Your bank does not offer this data.',
  DATA_NOT_FOUND: 'Your bank has no such data.',
  KNOWN_UNSUPPORTED_MFA_BEHAVIOUR: 'Your bank asks for a kind of confirmation that is not supported.',
  KNOWN_TRAFFIC_OUTSIDE_ALLOWED_REGION: 'Your bank does not allow access from this region.',
} as const;

/** `status_detail.granular_status_code`. */
export type GranularCode = keyof typeof failureTexts;

/** Every granular code, in the order of the table. */
export const granularCodes = Object.keys(failureTexts) as GranularCode[];
