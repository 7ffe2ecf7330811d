import type { ErrorCode } from '../domain/error.js';
import { firstErrors } from './en-first-errors.js';
import type { ErrorText } from './error-text.js';

const notSetUp: ErrorText = {
  title: 'This part of the page is not set up yet',
  text: 'Nothing is wrong with your bank or your money. Please tell the people who run this page, and give them the reference.',
};

const windowFailed: ErrorText = {
  title: 'The bank window could not be opened',
  text: 'Nothing has been shared or changed. Please try again in a moment.',
};

const serviceFailed: ErrorText = {
  title: 'This page’s service did not answer properly',
  text: 'Your bank and your money are not affected. Please try again in a few minutes.',
};

const bankFailed: ErrorText = {
  title: 'Your bank did not answer',
  text: 'This is usually short. What you already see stays here; try again later.',
};

/** The English words for every error in the closed list; they come after the first picture. */
export const errors: Record<ErrorCode, ErrorText> = {
  ...firstErrors,

  missing_proxy: notSetUp,
  missing_app_token: notSetUp,
  missing_customer_id: notSetUp,
  missing_permissions: notSetUp,
  missing_reconnect_id: {
    title: 'This bank cannot be confirmed right now',
    text: 'Reload the page and press Reconnect again. If it stays like this, tell the people who run this page.',
  },
  invalid_type: notSetUp,
  invalid_date: notSetUp,
  invalid_url: notSetUp,
  invalid_color: notSetUp,
  invalid_permission: notSetUp,
  insecure_proxy: notSetUp,
  token_has_bearer: notSetUp,
  token_malformed: notSetUp,
  token_without_expiry: notSetUp,
  token_expires_soon: windowFailed,
  get_headers_failed: {
    title: 'We could not tell that you are signed in',
    text: 'Sign in to this page again, then try once more.',
  },
  get_link_session_failed: windowFailed,
  sdk_url_refused: notSetUp,

  sdk_load_failed: {
    title: 'The bank window could not be loaded',
    text: 'Check your internet connection, then try again.',
  },
  sdk_timeout: {
    title: 'The bank window is taking too long',
    text: 'Your connection may be slow. Nothing has been shared or changed; please try again.',
  },
  sdk_blocked: {
    title: 'The bank window did not open',
    text: 'Something in this browser, often an ad blocker, stops it. Allow cdn.leantech.me for this page, then try again.',
  },
  sdk_blocked_by_csp: notSetUp,
  sdk_integrity_failed: windowFailed,
  sdk_incompatible: notSetUp,
  sdk_threw: windowFailed,
  sdk_silent: {
    title: 'The bank window did not appear',
    text: 'It was asked to open but nothing came. Nothing has been shared or changed; please try again.',
  },
  tt_blocked: notSetUp,

  link_failed: {
    title: 'Your bank was not connected',
    text: 'Something broke off on the way. You can try again now; if it happens twice, try again later.',
  },
  link_session_timeout: {
    title: 'The bank window could not be opened in time',
    text: 'This page’s service took too long. Nothing has been shared or changed; please try again.',
  },

  network_failed: {
    title: 'We could not reach this page’s service',
    text: 'Check your internet connection, then try again.',
  },
  timeout: {
    title: 'This is taking longer than it should',
    text: 'Your bank and your money are not affected. Please try again in a moment.',
  },
  redirected: {
    title: 'We could not tell that you are signed in',
    text: 'Sign in to this page again, then try once more.',
  },
  bad_response: serviceFailed,
  bad_request: notSetUp,
  session_expired: {
    title: 'You have been signed out',
    text: 'Your accounts are hidden to keep them private. Sign in to this page again to see them.',
  },
  forbidden: {
    title: 'You do not have access to this',
    text: 'If you think you should, please tell the people who run this page, and give them the reference.',
  },
  identity_off: {
    title: 'Personal details are not shown here',
    text: 'This page does not ask your bank for them.',
  },
  not_found: {
    title: 'This is no longer here',
    text: 'The bank or the account may have been disconnected. To see it here again, connect it once more.',
  },
  conflict: {
    title: 'Something changed in the meantime',
    text: 'Please try again; you will see the newest state.',
  },
  rate_limited: {
    title: 'That was asked too often',
    text: 'Please wait a few minutes, then try again.',
  },
  not_supported: {
    title: 'This is not available here',
    text: 'This page’s service does not offer it. Everything else keeps working.',
  },
  server_failed: serviceFailed,

  bank_failed: bankFailed,
  bank_unavailable: {
    title: 'Your bank is not available right now',
    text: 'It may be doing maintenance, which can take some hours. What you already see stays here.',
  },
  bank_session_in_use: {
    title: 'You are signed in to your bank elsewhere',
    text: 'Sign out of your bank’s own app or site, wait a few minutes, then try again.',
  },
  bank_needs_customer: {
    title: 'Your bank asks you to contact it',
    text: 'It has limited your online access. Only the bank can lift this; your accounts show again afterwards.',
  },
  bank_unsupported_data: {
    title: 'Your bank does not offer this',
    text: 'It does not pass on this kind of information. The rest of your accounts is not affected.',
  },
  permission_missing: {
    title: 'You have not shared this',
    text: 'To see it here, connect this bank again and allow it.',
  },
  consent_expired: {
    title: 'You no longer share this bank',
    text: 'The time you agreed to is over. To see it here again, connect the bank once more.',
  },
  duplicated_request: {
    title: 'We are already asking your bank',
    text: 'Please wait about a minute, then try again.',
  },
  unknown_status: bankFailed,
};
