import type { Query } from '@tanstack/query-core';
import type { Answer } from '../domain/answer.js';
import type { BankState } from '../domain/snapshot.js';
import type { History } from './history.js';
import { entityKey, type Kept } from './queries.js';
import type { Services } from './services.js';

/** A call that Lean refused until the customer reconnects. */
export interface RefusedCall {
  query: Query;
  reconnectId: string | null;
  /** A list (accounts, balances) is quick to ask again, a whole history is not. */
  isList: boolean;
}

/** Every call for a bank's data that stands refused. */
export function refusedCalls(services: Services, entityId: string): RefusedCall[] {
  const queries = services.queries.getQueryCache().findAll({ queryKey: entityKey(entityId) });
  return queries.flatMap((query) => {
    const answer = lastAnswer(query);
    if (answer?.status !== 'reconnect-required') return [];
    return [{ query, reconnectId: answer.reconnectId, isList: isKept(query.state.data) }];
  });
}

/** What Lean last said to a call for a bank's data; of a history, only why its reading stopped. */
export function lastAnswer({ state }: Query): Answer<unknown> | null {
  const { data } = state;
  if (isKept(data)) return data.answer;
  return isHistory(data) ? data.halted : null;
}

function isKept(data: unknown): data is Kept<unknown> {
  return typeof data === 'object' && data !== null && 'answer' in data;
}

function isHistory(data: unknown): data is History {
  return typeof data === 'object' && data !== null && 'halted' in data;
}

/** What a bank wants of the customer: the first of its answers that only they can change; null when none is. */
export function needOf(
  services: Services,
  entityId: string,
  answers: readonly (Answer<unknown> | null | undefined)[],
): BankState | null {
  for (const answer of answers) {
    if (answer?.status === 'reconnect-required') {
      const reconnectId = bankReconnectId(services, entityId, answer.reconnectId);
      return { status: 'reconnect-required', reconnectId };
    }
    if (answer?.status === 'consent-expired') return { status: 'consent-expired', error: answer.error };
  }
  return null;
}

/**
 * The one id under which a bank is reconnected. Lean's v2 gives each refused call an id of its own, and any of them
 * will do: the first stays the bank's as long as its call stands refused, so that a host hears of it once.
 */
export function bankReconnectId(services: Services, entityId: string, found: string | null): string | null {
  const known = services.reconnectIds.get(entityId);
  const isLive =
    known !== undefined && refusedCalls(services, entityId).some(({ reconnectId }) => reconnectId === known);
  if (isLive) return known;
  services.reconnectIds.set(entityId, found);
  return found;
}
