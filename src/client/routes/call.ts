import type { Answer } from '../../domain/answer.js';
import { word } from '../../wire/fields.js';
import type { AnswerContext } from '../../wire/context.js';
import { decodeRefusal } from '../../wire/error-body.js';
import { refusalError } from '../refusal.js';
import type { Requester, RouteAnswer, RouteCall } from '../request.js';

/** Whose data is asked for; decoded items are marked with it. */
export interface Subject {
  entityId: string;
  accountId?: string;
}

/** Makes a call whose refusal is an error. */
export async function callRoute(
  request: Requester,
  call: RouteCall,
  signal: AbortSignal | undefined,
): Promise<RouteAnswer> {
  const answer = await request(call, signal);
  if (!answer.isSuccess) throw refusalError(answer.context, answer.headers, answer.body);
  return answer;
}

/** What one data call needs. */
export interface DataCall<Data> {
  request: Requester;
  call: RouteCall;
  subject: Subject;
  decode: (body: unknown, context: AnswerContext) => Answer<Data>;
  signal: AbortSignal | undefined;
}

/** Makes a data call. What Lean or the bank says about the data is an answer; all other trouble is thrown. */
export async function callData<Data>(
  data: DataCall<Data>,
): Promise<{ answer: Answer<Data>; headers: Headers }> {
  const result = await data.request(data.call, data.signal);
  return { answer: answerOf(data, result), headers: result.headers };
}

/** Opens the answer of a data call, refusals included. */
export function answerOf<Data>({ decode, subject }: DataCall<Data>, result: RouteAnswer): Answer<Data> {
  const { context, headers, body, isSuccess } = result;
  if (isSuccess || saysReconnect(body)) return decode(body, { ...context, ...subject });
  const error = refusalError(context, headers, body);
  switch (error.code) {
    case 'consent_expired':
      return { status: 'consent-expired', error };
    case 'permission_missing':
    case 'duplicated_request':
      return { status: 'failed', error };
    default:
      throw error;
  }
}

function saysReconnect(body: unknown): boolean {
  return word(decodeRefusal(body).leanStatus) === 'RECONNECT_REQUIRED';
}
