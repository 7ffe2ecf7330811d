import * as v from 'valibot';
import type { Refresh } from '../domain/refresh.js';
import { answerError, type AnswerContext } from './context.js';
import { RefreshSchema } from './contract.js';
import { failure } from './envelope.js';
import { word } from './fields.js';

/**
 * Reads the answer of `POST /refreshes` (`started` false: `OK` means that it was accepted) or of
 * `GET /refreshes/{refresh_id}` (`started` true: `OK` stands beside `FINISHED` in Lean's own samples).
 * Throws `bad_response`, or the error of a status that ends it.
 */
export function decodeRefresh(body: unknown, context: AnswerContext, started: boolean): Refresh {
  const parsed = v.safeParse(RefreshSchema, body);
  const status = parsed.success ? word(parsed.output.status) : null;
  if (!parsed.success || status === null) {
    throw answerError('bad_response', context, 'answered something that is no refresh');
  }
  const { refresh_id: refreshId = null, reconnect_id: reconnectId = null } = parsed.output;
  switch (status) {
    case 'FINISHED':
      return { status: 'finished', refreshId };
    case 'OK':
      return { status: started ? 'finished' : 'running', refreshId };
    case 'PENDING':
    case 'PROCESSING_STARTED':
      return { status: 'running', refreshId };
    case 'RECONNECT_REQUIRED':
      return { status: 'reconnect-required', refreshId, reconnectId: reconnectId ?? refreshId };
    default:
      throw failure(status, null, context).error;
  }
}
