import type { Answer } from '../../domain/answer.js';
import type { Identity } from '../../domain/identity.js';
import { decodeIdentityAnswer } from '../../wire/identity.js';
import type { Requester } from '../request.js';
import { callData } from './call.js';
import { readResult } from './results.js';

/**
 * `GET /identity`: who one bank says the customer is. Each call may cost the host money. Rejects with `identity_off`
 * where the host has not switched it on.
 */
export async function readIdentity(
  request: Requester,
  entityId: string,
  signal?: AbortSignal,
): Promise<Answer<Identity[]>> {
  const { answer } = await callData({
    request,
    call: { method: 'GET', pattern: '/identity', path: 'identity', query: { entity_id: entityId } },
    subject: { entityId },
    decode: decodeIdentityAnswer,
    signal,
  });
  return answer;
}

/** What a pending call came to. */
export function readIdentityResult(
  request: Requester,
  resultsId: string,
  entityId: string,
  signal?: AbortSignal,
): Promise<Answer<Identity[]>> {
  return readResult(request, decodeIdentityAnswer, resultsId, { entityId }, signal);
}
