import * as v from 'valibot';
import { id, part, text } from './fields.js';

const seconds = v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0))), null);

/**
 * A refusal as a body: Lean's `{status, message, metadata, timestamp, results_id}`, its KSA consent API's
 * `{status_code, message}`, or a backend's own RFC 9457 problem, whose `status` is a number.
 */
export const ErrorBodySchema = v.object({
  status: v.fallback(v.nullable(v.union([v.string(), v.number()])), null),
  status_code: text,
  message: text,
  timestamp: text,
  results_id: id,
  reconnect_id: id,
  status_detail: part({ granular_status_code: text }),
  code: text,
  correlation_id: text,
  retry_after: seconds,
});

/** What of a refusal matters to the reader. */
export interface Refusal {
  /** Lean's word, such as `UNKNOWN_ACCOUNT`. */
  leanStatus: string | null;
  granularCode: string | null;
  /** The `code` of a problem, such as `identity_off`. */
  problemCode: string | null;
  correlationId: string | null;
  /** In seconds. */
  retryAfter: number | null;
}

const SILENT: Refusal = {
  leanStatus: null,
  granularCode: null,
  problemCode: null,
  correlationId: null,
  retryAfter: null,
};

/** Reads the body of a refused call; a body that says nothing we know gives nulls. */
export function decodeRefusal(body: unknown): Refusal {
  const parsed = v.safeParse(ErrorBodySchema, body);
  if (!parsed.success) return SILENT;
  const { status, status_code, status_detail, code, correlation_id, retry_after } = parsed.output;
  return {
    leanStatus: typeof status === 'string' ? status : status_code,
    granularCode: status_detail?.granular_status_code ?? null,
    problemCode: code,
    correlationId: correlation_id,
    retryAfter: retry_after,
  };
}
