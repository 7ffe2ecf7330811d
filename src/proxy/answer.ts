import type { Bytes } from './bytes.js';
import { memberOf, textOf } from './fields.js';
import type { LeanAnswer } from './upstream.js';

/** An answer before it is a `Response`: several callers may be given the same one. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Bytes | null;
  /** Lean refused it, and would refuse it again before `retry-after` is over. */
  isRefusal?: boolean;
}

const ASK_AGAIN_S = 5;
const REPEATED = 'DUPLICATED_REQUEST';

/** Seconds to wait where Lean does not say so in a header: a minute after a repeated call is what its documents ask. */
const USUAL_WAIT_S: Readonly<Record<string, number>> = {
  [REPEATED]: 60,
  PENDING: ASK_AGAIN_S,
  PROCESSING_STARTED: ASK_AGAIN_S,
};

/** Lean's answer for the browser: its status, its body (or the given one) and what of its headers matters. */
export function passOn(
  answer: LeanAnswer,
  leanStatus: string | null,
  body: string | Bytes = answer.body,
): Answer {
  const headers: Record<string, string> = {};
  if (answer.contentType !== '') headers['content-type'] = answer.contentType;
  if (answer.correlationId !== null) headers['lean-correlation-id'] = answer.correlationId;
  // Lean says it as the status of an error, or as the reason of a call that failed.
  const reason = textOf(memberOf(answer.value, 'status_detail'), 'granular_status_code');
  const isRepeat = leanStatus === REPEATED || reason === REPEATED;
  const wait = answer.retryAfter ?? USUAL_WAIT_S[isRepeat ? REPEATED : (leanStatus ?? '')];
  if (wait !== undefined) headers['retry-after'] = String(wait);
  return {
    status: answer.status,
    headers,
    body: answer.status === 204 ? null : body,
    isRefusal: answer.status === 429 || isRepeat,
  };
}

/** JSON of the backend's own. */
export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/**
 * The data is not there yet and the same call is to be made again: Lean takes longer than a caller should wait.
 * It has Lean's form and no `results_id`, since there is nothing at Lean to pick up.
 */
export function pendingAnswer(now: number): Answer {
  const message = 'The data is on its way. Make the same call again.';
  const body = { status: 'PENDING', message, timestamp: new Date(now).toISOString() };
  return {
    ...jsonAnswer(body, 202),
    headers: { 'content-type': 'application/json', 'retry-after': String(ASK_AGAIN_S) },
  };
}
