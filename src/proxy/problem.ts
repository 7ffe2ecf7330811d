import type { Problem } from '../wire/contract.js';

/** The refusals the backend makes itself. Stable: hosts and elements branch on them. */
export const PROBLEMS = {
  bad_request: [400, 'The request does not keep the contract'],
  unauthenticated: [401, 'There is no session'],
  origin_refused: [403, 'This origin may not call this backend'],
  identity_off: [403, 'Identity is switched off'],
  not_found: [404, 'There is nothing here for this session'],
  method_not_allowed: [405, 'This route has other methods'],
  request_timeout: [408, 'The request took too long to arrive'],
  body_too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'The body must be application/json'],
  too_many_requests: [429, 'Too many requests of a costly kind'],
  internal_error: [500, 'The backend failed'],
  not_supported: [501, 'This API generation has no such thing'],
  upstream_failed: [502, 'Lean could not be reached'],
  upstream_refused: [502, 'Lean refused this backend'],
  upstream_bad_answer: [502, 'Lean answered something that cannot be passed on'],
  busy: [503, 'Too much is under way'],
  storage_failed: [503, 'The store could not be reached'],
  upstream_unavailable: [503, 'Lean is not available'],
  upstream_timeout: [504, 'Lean took too long'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemMore {
  /** For the integrator; never holds an id, a token or an amount. */
  detail?: string;
  /** Seconds. */
  retryAfter?: number;
  correlationId?: string | null;
  headers?: Record<string, string>;
}

/** A refusal on its way to the answer: any step may throw it, the handler turns it into a response. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly code: ProblemCode,
    readonly more: ProblemMore = {},
  ) {
    super(more.detail ?? PROBLEMS[code][1]);
  }
}

/** The response of a refusal: RFC 9457. The same code and details give the same bytes. */
export function problemResponse(code: ProblemCode, more: ProblemMore = {}): Response {
  const [status, title] = PROBLEMS[code];
  const body: Problem = { type: 'about:blank', title, status, code };
  if (more.detail !== undefined) body.detail = more.detail;
  if (more.retryAfter !== undefined) body.retry_after = more.retryAfter;
  if (more.correlationId) body.correlation_id = more.correlationId;
  const headers = new Headers({ ...more.headers, 'content-type': 'application/problem+json' });
  if (more.retryAfter !== undefined) headers.set('retry-after', String(more.retryAfter));
  if (more.correlationId) headers.set('lean-correlation-id', more.correlationId);
  return new Response(JSON.stringify(body), { status, headers });
}
