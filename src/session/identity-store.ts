import { QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import type { Entity } from '../domain/entity.js';
import { LeanError } from '../domain/error.js';
import type { Identity } from '../domain/identity.js';
import type { IdentityBankView, IdentitySnapshot } from '../domain/identity-snapshot.js';
import type { BankState } from '../domain/snapshot.js';
import { bankState, isShared } from './bank-state.js';
import { listTrouble, wantedBanks } from './banks-store.js';
import { identityKey, identityQuery } from './identity-query.js';
import type { Kept } from './queries.js';
import { createQueryList } from './query-list.js';
import type { Services } from './services.js';
import type { Store } from './store.js';

/** Whose details are wanted. */
export interface IdentityRequest {
  /** One bank only; null means all. */
  entityId: string | null;
  /** Each call may cost the host money: nothing is asked before the customer can see the answer. */
  isSeen: boolean;
}

/** Who the customer's banks say they are. */
export interface IdentityStore extends Store<IdentityRequest, IdentitySnapshot> {
  /** Reads the list of banks again, and asks those that have not answered; what is known is not paid for twice. */
  refresh(): Promise<void>;
}

type Result = QueryObserverResult<Kept<Identity[]>, LeanError>;

/** Builds the store; it asks only while somebody listens and the customer has seen the element. */
export function createIdentityStore(services: Services): IdentityStore {
  const { queries, client } = services;
  const list = new QueryObserver(queries, services.entities());
  const identities = createQueryList<Kept<Identity[]>>(queries);
  let asked: IdentityRequest = { entityId: null, isSeen: false };
  let listeners = 0;

  function entities(): readonly Entity[] {
    return wantedBanks(list.getCurrentResult().data, asked.entityId);
  }

  function readable(): readonly Entity[] {
    const isListed = list.getCurrentResult().data !== undefined;
    // What was not shared is not asked for, so the list of banks comes first.
    return asked.isSeen && isListed ? entities().filter((entity) => isShared(entity, 'identity')) : [];
  }

  function follow(): void {
    identities.follow(readable().map(({ entityId }) => identityQuery(queries, client, entityId)));
  }

  function results(): ReadonlyMap<string, Result> {
    const read = identities.results();
    return new Map(
      readable().flatMap(({ entityId }, index) => (read[index] ? [[entityId, read[index]] as const] : [])),
    );
  }

  function bankView(entity: Entity, result: Result | undefined): IdentityBankView {
    if (!isShared(entity, 'identity')) return { entity, state: NOT_SHARED, persons: [] };
    const persons = result?.data?.last?.data ?? [];
    return { entity, state: identityState(services, entity, result), persons };
  }

  return {
    snapshot() {
      if (services.signedOut) return { status: 'failed', error: services.signedOut };
      const result = list.getCurrentResult();
      if (!result.data) {
        const error = listTrouble(result);
        return error ? { status: 'failed', error } : { status: 'loading' };
      }
      const read = results();
      return {
        status: 'ready',
        banks: entities().map((entity) => bankView(entity, read.get(entity.entityId))),
      };
    },
    request(next) {
      asked = next;
      if (listeners > 0) follow();
    },
    async refresh() {
      await list.refetch();
      follow();
      const open = [...results().values()].filter((result) => result.data?.answer.status !== 'ok');
      await Promise.all(open.map((result) => result.refetch()));
    },
    subscribe(listener) {
      const changed = (): void => {
        follow();
        listener();
      };
      listeners += 1;
      const stops = [
        list.subscribe(changed),
        identities.subscribe(listener),
        services.onSession(listener),
        () => (listeners -= 1),
      ];
      follow();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

const NOT_SHARED: BankState = {
  status: 'failed',
  error: new LeanError('permission_missing', 'The customer did not share who they are with this bank.'),
};

/** Personal details stand for themselves: that other data is still on its way does not hold them up. */
function identityState(services: Services, entity: Entity, result: Result | undefined): BankState {
  if (result?.error) return { status: 'failed', error: result.error };
  return bankState(services, { ...entity, dataStatus: null }, [result], identityKey(entity.entityId));
}
