import type { Query } from '@tanstack/query-core';
import type { History } from './history.js';
import { entityKey, type Kept } from './queries.js';
import type { Services } from './services.js';

/** Lists keep the whole answer, a history only why its reading stopped. */
type Read = Kept<unknown> | History;

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
    const read = query.state.data as Read | undefined;
    if (!read) return [];
    const isList = 'answer' in read;
    const answer = isList ? read.answer : read.halted;
    return answer?.status === 'reconnect-required'
      ? [{ query, reconnectId: answer.reconnectId, isList }]
      : [];
  });
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
