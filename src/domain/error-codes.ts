/**
 * Every error the elements can report, in one closed list. `retryable` says whether the same act may succeed later
 * without anybody changing the page or its backend.
 */
export const ERROR_CODES = {
  // The page is set up wrongly.
  missing_proxy: { retryable: false },
  missing_app_token: { retryable: false },
  missing_customer_id: { retryable: false },
  missing_permissions: { retryable: false },
  missing_reconnect_id: { retryable: false },
  invalid_type: { retryable: false },
  invalid_date: { retryable: false },
  invalid_url: { retryable: false },
  invalid_color: { retryable: false },
  invalid_permission: { retryable: false },
  insecure_proxy: { retryable: false },
  token_has_bearer: { retryable: false },
  token_malformed: { retryable: false },
  token_without_expiry: { retryable: false },
  token_expires_soon: { retryable: true },
  get_headers_failed: { retryable: true },
  get_link_session_failed: { retryable: true },
  sdk_url_refused: { retryable: false },

  // Lean's script in the browser.
  sdk_load_failed: { retryable: true },
  sdk_timeout: { retryable: true },
  sdk_blocked: { retryable: true },
  sdk_blocked_by_csp: { retryable: false },
  sdk_integrity_failed: { retryable: false },
  sdk_incompatible: { retryable: false },
  sdk_threw: { retryable: true },
  sdk_silent: { retryable: true },
  tt_blocked: { retryable: false },

  // How Link ended.
  link_failed: { retryable: true },
  link_session_timeout: { retryable: true },

  // Between the page and its backend.
  offline: { retryable: true },
  network_failed: { retryable: true },
  timeout: { retryable: true },
  redirected: { retryable: true },
  bad_response: { retryable: true },
  bad_request: { retryable: false },
  session_expired: { retryable: true },
  forbidden: { retryable: false },
  identity_off: { retryable: false },
  not_found: { retryable: false },
  conflict: { retryable: true },
  rate_limited: { retryable: true },
  not_supported: { retryable: false },
  server_failed: { retryable: true },
  chunk_missing: { retryable: true },

  // What Lean or the bank said.
  bank_failed: { retryable: true },
  bank_unavailable: { retryable: true },
  bank_session_in_use: { retryable: true },
  bank_needs_customer: { retryable: false },
  bank_unsupported_data: { retryable: false },
  permission_missing: { retryable: false },
  consent_expired: { retryable: false },
  duplicated_request: { retryable: true },
  unknown_status: { retryable: true },

  // Anything of our own that should not happen.
  unexpected: { retryable: true },
} as const satisfies Record<string, { retryable: boolean }>;

export type ErrorCode = keyof typeof ERROR_CODES;
