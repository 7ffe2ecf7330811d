import type { QueryObserverResult } from '@tanstack/query-core';
import { chooseBalance, type Balance } from '../domain/balance.js';
import type { Entity } from '../domain/entity.js';
import type { LeanError } from '../domain/error.js';
import type { AccountsSnapshot, BalanceState, BankView } from '../domain/snapshot.js';
import { bankState, isShared } from './bank-state.js';
import { createBanksStore, type BankRead } from './banks-store.js';
import { balancesQuery, type Kept } from './queries.js';
import { createQueryList } from './query-list.js';
import type { Services } from './services.js';
import type { Store } from './store.js';

/** Which accounts are wanted. */
export interface AccountsRequest {
  /** One bank only; null means all. */
  entityId: string | null;
  /** Balance types in order of preference; null means our own order. */
  balanceTypes: readonly string[] | null;
}

/** The customer's banks, accounts and balances, kept up to date. */
export type AccountsStore = Store<AccountsRequest, AccountsSnapshot>;

type BalancesResult = QueryObserverResult<Kept<Balance[]>, LeanError>;

/** Builds a store over the services' shared queries; it asks only while somebody listens. */
export function createAccountsStore(services: Services): AccountsStore {
  const { queries, client } = services;
  const banks = createBanksStore(services);
  const balances = createQueryList<Kept<Balance[]>>(queries);
  let balanceTypes: readonly string[] | null = null;
  /** Where each account's balance stands among the answers; two hundred accounts are asked for theirs often. */
  let places = new Map<string, number>();

  /** The balances of every account whose bank shares them. */
  function follow(): void {
    const wanted = banks.banks().flatMap(({ entity, result }) => {
      const accounts = isShared(entity, 'balance') ? (result?.data?.last?.data ?? []) : [];
      return accounts.map(({ accountId }) => ({ entityId: entity.entityId, accountId }));
    });
    places = new Map(wanted.map(({ entityId, accountId }, index) => [placeOf(entityId, accountId), index]));
    balances.follow(
      wanted.map(({ entityId, accountId }) => balancesQuery(queries, client, entityId, accountId)),
    );
  }

  function resultOf(entity: Entity, accountId: string): BalancesResult | undefined {
    return balances.results()[places.get(placeOf(entity.entityId, accountId)) ?? -1];
  }

  function bankView({ entity, result }: BankRead): BankView {
    const last = result?.data?.last;
    const accounts = last?.data ?? [];
    const balanceResults = accounts.map(({ accountId }) => resultOf(entity, accountId));
    return {
      entity,
      state: bankState(services, entity, [result, ...balanceResults]),
      accounts: accounts.map((account, index) => ({
        account:
          account.bankIdentifier === null ? { ...account, bankIdentifier: entity.bankIdentifier } : account,
        balance: isShared(entity, 'balance')
          ? balanceState(balanceResults[index], balanceTypes)
          : { status: 'not-shared' },
      })),
      refreshedAt: last?.refreshedAt ?? null,
    };
  }

  function isSettled(): boolean {
    const read = [...banks.banks().map(({ result }) => result), ...balances.results()];
    return read.every((result) => result?.data !== undefined || (result?.error ?? null) !== null);
  }

  return {
    snapshot() {
      if (services.signedOut) return { status: 'failed', error: services.signedOut };
      const missing = banks.missing();
      if (missing === 'loading') return { status: 'loading' };
      if (missing) return { status: 'failed', error: missing };
      return {
        status: 'ready',
        banks: banks.banks().map(bankView),
        settled: isSettled(),
        refreshing: banks.isRefreshing(),
        stale: banks.stale(),
      };
    },
    request(request) {
      balanceTypes = request.balanceTypes;
      banks.want(request.entityId);
      follow();
    },
    async refresh() {
      await banks.refresh();
      follow();
      await balances.refetch();
    },
    subscribe(listener) {
      const changed = (): void => {
        follow();
        listener();
      };
      const stops = [banks.subscribe(changed), balances.subscribe(listener), services.onSession(listener)];
      follow();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function placeOf(entityId: string, accountId: string): string {
  return JSON.stringify([entityId, accountId]);
}

function balanceState(result: BalancesResult | undefined, types: readonly string[] | null): BalanceState {
  const kept = result?.data;
  const all = kept?.last?.data;
  if (all) {
    const chosen = chooseBalance(all, types ?? undefined);
    return chosen ? { status: 'ready', chosen, all } : { status: 'unavailable', error: null };
  }
  if (kept?.answer.status === 'failed' || kept?.answer.status === 'consent-expired') {
    const { error } = kept.answer;
    return error.code === 'permission_missing' ? { status: 'not-shared' } : { status: 'unavailable', error };
  }
  if (kept?.answer.status === 'reconnect-required') return { status: 'unavailable', error: null };
  return result?.error ? { status: 'unavailable', error: result.error } : { status: 'loading' };
}
