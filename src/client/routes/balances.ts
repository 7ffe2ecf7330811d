import type { Answer } from '../../domain/answer.js';
import type { Balance } from '../../domain/balance.js';
import { decodeBalancesAnswer } from '../../wire/balances.js';
import type { Requester } from '../request.js';
import { callData } from './call.js';

/** Names one account. */
export interface AccountRequest {
  accountId: string;
  entityId: string;
}

/** `GET /accounts/{account_id}/balances`: all balances of one account. */
export async function readBalances(
  request: Requester,
  { accountId, entityId }: AccountRequest,
  signal?: AbortSignal,
): Promise<Answer<Balance[]>> {
  const { answer } = await callData({
    request,
    call: {
      method: 'GET',
      pattern: '/accounts/{account_id}/balances',
      path: `accounts/${encodeURIComponent(accountId)}/balances`,
      query: { entity_id: entityId },
    },
    subject: { accountId, entityId },
    decode: decodeBalancesAnswer,
    signal,
  });
  return answer;
}
