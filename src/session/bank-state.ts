import type { QueryKey, QueryObserverResult } from '@tanstack/query-core';
import type { Entity } from '../domain/entity.js';
import { LeanError } from '../domain/error.js';
import type { BankState } from '../domain/snapshot.js';
import { accountsKey, BANKS_KEY, hasGivenUp, type Kept } from './queries.js';
import { needOf } from './refused-calls.js';
import type { Services } from './services.js';

/** Tells whether the customer shared a data set of a bank; where the host does not say, it counts as shared. */
export function isShared(entity: Entity, permission: string): boolean {
  return entity.permissions.length === 0 || entity.permissions.includes(permission);
}

type AnyResult = QueryObserverResult<Kept<unknown>, LeanError> | undefined;

/**
 * Where a bank stands, from what the list of banks says of it and from the calls for its data: the first (accounts,
 * unless its key is another) speaks for the bank, the others only when they ask for the customer.
 */
export function bankState(
  services: Services,
  entity: Entity,
  results: readonly AnyResult[],
  firstKey: QueryKey = accountsKey(entity.entityId),
): BankState {
  const answers = results.map((result) => result?.data?.answer);
  const need = needOf(services, entity.entityId, answers);
  if (need) return need;
  const [first] = results;
  const [answer] = answers;
  if (answer?.status === 'failed') return { status: 'failed', error: answer.error };
  if (first?.error && !answer) return { status: 'failed', error: first.error };
  if (entity.dataStatus === 'pending' || answer?.status === 'pending') return waiting(services, firstKey);
  if (entity.dataStatus === 'failed' && answer?.status !== 'ok') {
    return {
      status: 'failed',
      error: new LeanError('bank_failed', 'Lean could not bring the data of this bank.'),
    };
  }
  return { status: answer ? 'ready' : 'loading' };
}

/** On its way, or, past our limit, honestly still on its way. */
function waiting(services: Services, firstKey: QueryKey): BankState {
  const cache = services.queries.getQueryCache();
  const gaveUp = [BANKS_KEY, firstKey].some((queryKey) => hasGivenUp(cache.find({ queryKey })));
  return { status: gaveUp ? 'still-working' : 'syncing' };
}
