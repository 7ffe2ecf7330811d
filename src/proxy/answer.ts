import type { Bytes } from './bytes.js';
import type { LeanAnswer } from './upstream.js';

/** An answer before it is a `Response`: several callers may be given the same one. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Bytes | null;
}

/** Lean asks for a minute after a repeated call and does not say so in a header. */
const DUPLICATED_SECONDS = 60;

/** Lean's answer for the browser: its status, its body (or the given one) and what of its headers matters. */
export function passOn(
  answer: LeanAnswer,
  leanStatus: string | null,
  body: string | Bytes = answer.body,
): Answer {
  const headers: Record<string, string> = {};
  if (answer.contentType !== '') headers['content-type'] = answer.contentType;
  if (answer.correlationId !== null) headers['lean-correlation-id'] = answer.correlationId;
  const wait = answer.retryAfter ?? (leanStatus === 'DUPLICATED_REQUEST' ? DUPLICATED_SECONDS : null);
  if (wait !== null) headers['retry-after'] = String(wait);
  return { status: answer.status, headers, body: answer.status === 204 ? null : body };
}

/** JSON of the backend's own. */
export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

const ASK_AGAIN_SECONDS = '5';

/**
 * The data is not there yet and the same call is to be made again: Lean takes longer than a caller should wait.
 * It has Lean's form and no `results_id`, since there is nothing at Lean to pick up.
 */
export function pendingAnswer(now: number): Answer {
  const message = 'The data is on its way. Make the same call again.';
  const body = { status: 'PENDING', message, timestamp: new Date(now).toISOString() };
  return {
    ...jsonAnswer(body, 202),
    headers: { 'content-type': 'application/json', 'retry-after': ASK_AGAIN_SECONDS },
  };
}
