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

/** Where an error came from: never an id, a token or an amount. */
export interface ErrorCause {
  /** The proxy route by its pattern, such as `GET /accounts`. */
  route: string | null;
  httpStatus: number | null;
  /** The `status` of Lean's body. */
  leanStatus: string | null;
  /** Lean's `granular_status_code`. */
  granularCode: string | null;
}

const NO_CAUSE: ErrorCause = { route: null, httpStatus: null, leanStatus: null, granularCode: null };

/** An error as plain JSON, for event details. */
export interface LeanErrorDetail {
  code: ErrorCode;
  message: string;
  retryable: boolean;
  correlationId: string | null;
  cause: ErrorCause;
}

/** An error with a code from the closed list. Its message is for the integrator; the customer reads our own words. */
export class LeanError extends Error {
  override readonly name = 'LeanError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly correlationId: string | null;
  readonly source: ErrorCause;
  /** How long the backend asks us to wait, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    more: {
      cause?: Partial<ErrorCause>;
      correlationId?: string | null;
      retryAfterMs?: number | null;
      thrown?: unknown;
    } = {},
  ) {
    super(message, more.thrown === undefined ? undefined : { cause: more.thrown });
    this.code = code;
    this.retryable = ERROR_CODES[code].retryable;
    this.correlationId = more.correlationId ?? null;
    this.source = { ...NO_CAUSE, ...more.cause };
    this.retryAfterMs = more.retryAfterMs ?? null;
  }

  /** The error as an event tells it. */
  toDetail(): LeanErrorDetail {
    const { code, message, retryable, correlationId, source } = this;
    return { code, message, retryable, correlationId, cause: { ...source } };
  }
}

/** Whatever was thrown, as an error with a code. */
export function asLeanError(thrown: unknown): LeanError {
  if (thrown instanceof LeanError) return thrown;
  return new LeanError('unexpected', thrown instanceof Error ? thrown.message : String(thrown), { thrown });
}
