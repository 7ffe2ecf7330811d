import type { Bank } from '../../domain/bank.js';
import { decodeBanks } from '../../wire/entities.js';
import type { Requester } from '../request.js';
import { callRoute } from './call.js';

/** `GET /banks`: the banks Lean can connect. */
export async function readBanks(request: Requester, signal?: AbortSignal): Promise<Bank[]> {
  const { body, context } = await callRoute(
    request,
    { method: 'GET', pattern: '/banks', path: 'banks' },
    signal,
  );
  return decodeBanks(body, context);
}
