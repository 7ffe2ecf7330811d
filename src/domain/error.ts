import type { ErrorCode } from './error-codes.js';

export type { ErrorCode } from './error-codes.js';

/** How the codes begin that are not retryable (error-codes.ts): a page has this at first, and the list not at all. */
const LASTING =
  /^(missing_|invalid_|insecure_|token_[hmw]|sdk_(url|in|blocked_)|tt_|bad_request|forbidden|identity_|not_|bank_(needs|unsupported)|permission_|consent_)/;

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
    this.retryable = !LASTING.test(code);
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
