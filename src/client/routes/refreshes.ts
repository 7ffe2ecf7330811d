import type { Refresh } from '../../domain/refresh.js';
import type { RefreshRequest } from '../../wire/contract.js';
import { decodeRefresh } from '../../wire/refresh.js';
import type { Requester } from '../request.js';
import { callRoute } from './call.js';

/** `POST /refreshes`: asks Lean to read the bank anew; `not_supported` where the backend has no such thing. */
export async function startRefresh(
  request: Requester,
  entityId: string,
  signal?: AbortSignal,
): Promise<Refresh> {
  const body: RefreshRequest = { entity_id: entityId };
  const call = { method: 'POST', pattern: '/refreshes', path: 'refreshes', body } as const;
  const answer = await callRoute(request, call, signal);
  return decodeRefresh(answer.body, answer.context, false);
}

/** `GET /refreshes/{refresh_id}`: how far a refresh has come. */
export async function readRefresh(
  request: Requester,
  refreshId: string,
  signal?: AbortSignal,
): Promise<Refresh> {
  const path = `refreshes/${encodeURIComponent(refreshId)}`;
  const call = { method: 'GET', pattern: '/refreshes/{refresh_id}', path } as const;
  const answer = await callRoute(request, call, signal);
  return decodeRefresh(answer.body, answer.context, true);
}
