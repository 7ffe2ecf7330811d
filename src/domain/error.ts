import type { ERROR_CODES, ErrorCode } from './error-codes.js';

export type { ErrorCode } from './error-codes.js';

type LastingCode = {
  [Code in ErrorCode]: (typeof ERROR_CODES)[Code]['retryable'] extends true ? never : Code;
}[ErrorCode];

/** What is not retryable of the closed list; half of it is all that a page has to load of it at first. */
const LASTING: Record<LastingCode, 0> = {
  missing_proxy: 0,
  missing_app_token: 0,
  missing_customer_id: 0,
  missing_permissions: 0,
  missing_reconnect_id: 0,
  invalid_type: 0,
  invalid_date: 0,
  invalid_url: 0,
  invalid_color: 0,
  invalid_permission: 0,
  insecure_proxy: 0,
  token_has_bearer: 0,
  token_malformed: 0,
  token_without_expiry: 0,
  sdk_url_refused: 0,
  sdk_blocked_by_csp: 0,
  sdk_integrity_failed: 0,
  sdk_incompatible: 0,
  tt_blocked: 0,
  bad_request: 0,
  forbidden: 0,
  identity_off: 0,
  not_found: 0,
  not_supported: 0,
  bank_needs_customer: 0,
  bank_unsupported_data: 0,
  permission_missing: 0,
  consent_expired: 0,
};

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
    this.retryable = !Object.hasOwn(LASTING, code);
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
