import type { LinkMethod } from '../../domain/link.js';
import type { LinkSession, LinkSessionRequest } from '../../wire/contract.js';
import { decodeLinkSession } from '../../wire/link-session.js';
import { withDeadline } from '../deadline.js';
import type { Requester } from '../request.js';
import { callRoute } from './call.js';

export { decodeLinkSession } from '../../wire/link-session.js';

const LINK_SESSION_LIMIT_MS = 10_000;

/** What a link session is wanted for; a reconnect needs its id. */
export interface LinkSessionWish {
  method: LinkMethod;
  reconnectId?: string | null;
}

/** `POST /link-session`: a fresh session for one opening of Link, within ten seconds or `link_session_timeout`. */
export function createLinkSession(
  request: Requester,
  { method, reconnectId }: LinkSessionWish,
  signal?: AbortSignal,
): Promise<LinkSession> {
  const body: LinkSessionRequest = { method, ...(reconnectId ? { reconnect_id: reconnectId } : {}) };
  const call = {
    method: 'POST',
    pattern: '/link-session',
    path: 'link-session',
    body,
    isUrgent: true,
  } as const;
  const limit = {
    milliseconds: LINK_SESSION_LIMIT_MS,
    code: 'link_session_timeout',
    route: 'POST /link-session',
  } as const;
  return withDeadline(limit, signal, async (inner) => {
    const answer = await callRoute(request, call, inner);
    return decodeLinkSession(answer.body, answer.context);
  });
}
