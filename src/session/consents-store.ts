import { QueryObserver } from '@tanstack/query-core';
import type { Entity } from '../domain/entity.js';
import type { ConsentsSnapshot } from '../domain/consents-snapshot.js';
import type { BankState } from '../domain/snapshot.js';
import { listTrouble } from './banks-store.js';
import { disconnectBank } from './disconnect-bank.js';
import { BANK_KEY, BANKS_KEY, entityKey, hasGivenUp } from './queries.js';
import { lastAnswer, needOf } from './refused-calls.js';
import type { Services } from './services.js';
import type { Store } from './store.js';

/** Which banks' consents are wanted. */
export interface ConsentsRequest {
  /** One bank only; null means all. */
  entityId: string | null;
}

/** What the customer shares of which bank. It reads the list of banks and none of their data. */
export interface ConsentsStore extends Store<ConsentsRequest, ConsentsSnapshot> {
  /** Takes the consent at a bank back; every element of the customer then goes on without it. Rejects with a LeanError. */
  disconnect(entityId: string): Promise<void>;
}

/** Builds the store; it asks only while somebody listens. */
export function createConsentsStore(services: Services): ConsentsStore {
  const { queries } = services;
  const list = new QueryObserver(queries, services.entities());
  let wanted: string | null = null;

  return {
    snapshot() {
      if (services.signedOut) return { status: 'failed', error: services.signedOut };
      const result = list.getCurrentResult();
      const trouble = listTrouble(result);
      if (!result.data) return trouble ? { status: 'failed', error: trouble } : { status: 'loading' };
      const entities = result.data.filter(({ entityId }) => wanted === null || entityId === wanted);
      return {
        status: 'ready',
        banks: entities.map((entity) => ({ entity, state: stateOf(services, entity) })),
        refreshing: result.isRefetching,
        stale: trouble,
      };
    },
    request({ entityId }) {
      wanted = entityId;
    },
    async refresh() {
      await list.refetch();
    },
    disconnect: (entityId) => disconnectBank(services, entityId),
    subscribe(listener) {
      const stops = [
        list.subscribe(listener),
        services.onSession(listener),
        // What other elements of the page hear of a bank, such as that it asks for the customer, is true here too.
        queries.getQueryCache().subscribe(({ type, query }) => {
          if (type === 'updated' && (query.queryKey as readonly unknown[])[0] === BANK_KEY[0]) listener();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Where a bank stands, as far as the elements on the page that read its data have heard. */
function stateOf(services: Services, { entityId, dataStatus }: Entity): BankState {
  const cache = services.queries.getQueryCache();
  const active = cache.findAll({ queryKey: entityKey(entityId), type: 'active' });
  const need = needOf(services, entityId, active.map(lastAnswer));
  if (need) return need;
  if (dataStatus !== 'pending') return { status: 'ready' };
  return { status: hasGivenUp(cache.find({ queryKey: BANKS_KEY })) ? 'still-working' : 'syncing' };
}
