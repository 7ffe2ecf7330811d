import type { Account } from '../../domain/account.js';
import type { Answer } from '../../domain/answer.js';
import { decodeAccountsAnswer } from '../../wire/accounts.js';
import type { Requester } from '../request.js';
import { callData } from './call.js';

/** `GET /accounts`: the accounts of one bank. */
export async function readAccounts(
  request: Requester,
  entityId: string,
  signal?: AbortSignal,
): Promise<Answer<Account[]>> {
  const { answer } = await callData({
    request,
    call: { method: 'GET', pattern: '/accounts', path: 'accounts', query: { entity_id: entityId } },
    subject: { entityId },
    decode: decodeAccountsAnswer,
    signal,
  });
  return answer;
}
