import { QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import type { Account } from '../domain/account.js';
import type { Entity } from '../domain/entity.js';
import { LeanError } from '../domain/error.js';
import { accountsQuery, type Kept } from './queries.js';
import { createQueryList } from './query-list.js';
import type { Services } from './services.js';

export type AccountsResult = QueryObserverResult<Kept<Account[]>, LeanError>;

/** One bank and how the call for its accounts stands. */
export interface BankRead {
  entity: Entity;
  result: AccountsResult | undefined;
}

/** The customer's banks and their accounts: what both accounts and transactions start from. */
export interface BanksStore {
  /** Why there is no list of banks at all; `loading` while it is on its way; null when there is one. */
  missing(): LeanError | 'loading' | null;
  banks(): BankRead[];
  /** True while something that was read is read again. */
  isRefreshing(): boolean;
  /** Why what is known may be old, or null. */
  stale(): LeanError | null;
  /** One bank only, or all (null). */
  want(entityId: string | null): void;
  refresh(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** Builds the store; it asks only while somebody listens. */
export function createBanksStore(services: Services): BanksStore {
  const { queries, client } = services;
  const list = new QueryObserver(queries, services.entities());
  const accounts = createQueryList<Kept<Account[]>>(queries);
  let wanted: string | null = null;

  function entities(): Entity[] {
    return wantedBanks(list.getCurrentResult().data, wanted);
  }

  function follow(): void {
    accounts.follow(entities().map((entity) => accountsQuery(queries, client, entity.entityId)));
  }

  return {
    missing() {
      const result = list.getCurrentResult();
      if (result.data || wanted !== null) return null;
      return listTrouble(result) ?? 'loading';
    },
    banks() {
      const read = accounts.results();
      return entities().map((entity, index) => ({ entity, result: read[index] }));
    },
    isRefreshing: () =>
      list.getCurrentResult().isRefetching || accounts.results().some((result) => result.isRefetching),
    stale() {
      const result = list.getCurrentResult();
      const behind = accounts.results().find(({ data, error }) => data && error);
      return result.error ?? behind?.error ?? listTrouble(result);
    },
    want(entityId) {
      wanted = entityId;
      follow();
    },
    async refresh() {
      await list.refetch();
      follow();
      await accounts.refetch();
    },
    subscribe(listener) {
      const changed = (): void => {
        follow();
        listener();
      };
      const stops = [list.subscribe(changed), accounts.subscribe(listener)];
      follow();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** One and the same, as long as it lasts: whoever tells of it tells once. */
const OFFLINE = new LeanError('offline', 'The browser is offline; reading goes on when it is back.');

/** Why something cannot be read now, or null: it has failed, or waits for a network. */
export function listTrouble({
  error,
  fetchStatus,
}: Pick<QueryObserverResult<unknown, LeanError>, 'error' | 'fetchStatus'>): LeanError | null {
  return error || fetchStatus !== 'paused' ? error : OFFLINE;
}

/** All banks that are known, or the one of an id, which need not wait for the list. */
export function wantedBanks(known: Entity[] | undefined, entityId: string | null): Entity[] {
  if (entityId === null) return known ?? [];
  return [known?.find((entity) => entity.entityId === entityId) ?? bareEntity(entityId)];
}

/** What is known of a bank that was named by its id alone. */
export function bareEntity(entityId: string): Entity {
  return {
    entityId,
    customerId: null,
    bankIdentifier: null,
    bank: null,
    permissions: [],
    consents: [],
    dataStatus: null,
    createdAt: null,
    updatedAt: null,
  };
}
