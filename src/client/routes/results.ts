import type { Answer } from '../../domain/answer.js';
import type { AnswerContext } from '../../wire/context.js';
import { decodeRefusal } from '../../wire/error-body.js';
import { word } from '../../wire/fields.js';
import type { Requester } from '../request.js';
import { answerOf, type Subject } from './call.js';

/**
 * `GET /results/{results_id}`: the answer of a call that came back as pending. While Lean does not know the result
 * yet it answers 404 `UNKNOWN_RESULTS_ID`, which is still pending.
 */
export async function readResult<Data>(
  request: Requester,
  decode: (body: unknown, context: AnswerContext) => Answer<Data>,
  resultsId: string,
  subject: Subject,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const path = `results/${encodeURIComponent(resultsId)}`;
  const call = { method: 'GET', pattern: '/results/{results_id}', path } as const;
  const result = await request(call, signal);
  if (result.context.httpStatus === 404 && isNotThereYet(result.body))
    return { status: 'pending', resultsId };
  return answerOf({ request, call, subject, decode, signal }, result);
}

function isNotThereYet(body: unknown): boolean {
  const { leanStatus, problemCode } = decodeRefusal(body);
  return [leanStatus, problemCode].some((said) => word(said) === 'UNKNOWN_RESULTS_ID');
}
