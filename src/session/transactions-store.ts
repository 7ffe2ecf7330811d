import type { QueryObserverResult } from '@tanstack/query-core';
import { dateInZone, type CalendarDate } from '../domain/calendar.js';
import type { Account } from '../domain/account.js';
import type { Entity } from '../domain/entity.js';
import { LeanError } from '../domain/error.js';
import { timeZoneOf, type Region } from '../domain/region.js';
import type { BankNotice, BankState, TransactionsSnapshot } from '../domain/snapshot.js';
import { createTransactionTable } from '../domain/transactions/table.js';
import { bankState } from './bank-state.js';
import { bareEntity, createBanksStore, listTrouble } from './banks-store.js';
import { historyQuery, type History, type HistoryRange } from './history.js';
import { needOf } from './refused-calls.js';
import { accountsKey, BANKS_KEY, type Kept } from './queries.js';
import { createQueryList } from './query-list.js';
import type { Services } from './services.js';
import type { Store } from './store.js';

/** Whose history, and which days of it (inclusive, in the bank's zone). */
export interface TransactionsRequest {
  accountId: string | null;
  entityId: string | null;
  from: CalendarDate | null;
  to: CalendarDate | null;
  timeZone: string | null;
  region: Region | null;
}

/** The history of one account, or of all, kept up to date. */
export type TransactionsStore = Store<TransactionsRequest, TransactionsSnapshot>;

type HistoryResult = QueryObserverResult<History, LeanError>;

/** One account's history as it is asked for. */
interface Source {
  entity: Entity;
  /** Null where both ids were given and nothing had to be looked up. */
  account: Account | null;
  range: HistoryRange;
}

/** Builds a store over the services' shared queries; it asks only while somebody listens. */
export function createTransactionsStore(services: Services): TransactionsStore {
  const { queries, client } = services;
  const banks = createBanksStore(services);
  const histories = createQueryList<History>(queries);
  const none = createTransactionTable();
  let wanted: TransactionsRequest | null = null;
  let sources: Source[] = [];
  let stopBanks: (() => void) | null = null;
  const listeners = new Set<() => void>();

  /** With both ids set nothing has to be looked up. */
  function isDirect(request: TransactionsRequest): boolean {
    return request.accountId !== null && request.entityId !== null;
  }

  /** What another element has read of a bank and an account; with both ids given nothing is asked for it. */
  function alreadyRead(
    entityId: string,
    accountId: string,
  ): { entity: Entity | null; account: Account | null } {
    const entities = queries.getQueryData<Entity[]>(BANKS_KEY) ?? [];
    const accounts = queries.getQueryData<Kept<Account[]>>(accountsKey(entityId))?.last?.data;
    return {
      entity: entities.find((entity) => entity.entityId === entityId) ?? null,
      account: accounts?.find((account) => account.accountId === accountId) ?? null,
    };
  }

  function sourceOf(request: TransactionsRequest, entity: Entity, account: Account | null): Source[] {
    const accountId = account?.accountId ?? request.accountId;
    if (accountId === null) return [];
    const timeZone = timeZoneOf(request, account);
    const from = request.from ?? consentStart(entity, timeZone);
    const table = JSON.stringify([request.from, request.to, request.timeZone, request.region]);
    const range = { accountId, entityId: entity.entityId, from, to: request.to, table, timeZone };
    return [{ entity, account, range }];
  }

  function sourcesOf(request: TransactionsRequest): Source[] {
    const { accountId, entityId } = request;
    if (accountId !== null && entityId !== null) {
      const { entity, account } = alreadyRead(entityId, accountId);
      return sourceOf(request, entity ?? bareEntity(entityId), account);
    }
    return banks.banks().flatMap(({ entity, result }) =>
      accountsOf(result)
        .filter((account) => accountId === null || account.accountId === accountId)
        .flatMap((account) => sourceOf(request, entity, account)),
    );
  }

  /** Those that are shown, and their neighbours: a customer may want to see another one. */
  function accounts(): Account[] {
    const known = stopBanks ? banks.banks().flatMap(({ result }) => accountsOf(result)) : [];
    return known.length > 0
      ? known
      : sources.map(({ account }) => account).filter((account) => account !== null);
  }

  function follow(): void {
    if (!wanted || listeners.size === 0) return;
    if (isDirect(wanted)) {
      stopBanks?.();
      stopBanks = null;
    } else {
      if (!stopBanks) {
        // A list that begins to be read tells so at once: who follows it then must not begin to follow it again.
        stopBanks = () => undefined;
        stopBanks = banks.subscribe(changed);
      }
      banks.want(wanted.entityId);
    }
    sources = sourcesOf(wanted);
    histories.follow(sources.map(({ range }) => historyQuery(queries, client, range)));
  }

  function changed(): void {
    follow();
    for (const listener of [...listeners]) listener();
  }

  function notices(): BankNotice[] {
    const found = new Map<string, BankNotice>();
    for (const { entity, result } of stopBanks ? banks.banks() : []) {
      const state = bankState(services, entity, [result]);
      if (state.status !== 'ready' && state.status !== 'loading')
        found.set(entity.entityId, { entity, state });
    }
    histories.results().forEach((result, index) => {
      const source = sources[index];
      const state = source && historyState(services, source.entity, result);
      if (state) found.set(source.entity.entityId, { entity: source.entity, state });
    });
    return [...found.values()];
  }

  /** A bank that has not answered with its accounts may still bring rows. */
  function areBanksRead(): boolean {
    return stopBanks === null || banks.banks().every(({ result }) => result?.data?.answer.status === 'ok');
  }

  return {
    snapshot() {
      if (services.signedOut) return { status: 'failed', error: services.signedOut, notices: [] };
      const missing = stopBanks ? banks.missing() : null;
      if (missing instanceof LeanError) return { status: 'failed', error: missing, notices: [] };
      const read = histories.results();
      const shown = notices();
      const isReading =
        stopBanks !== null && banks.banks().some(({ result }) => !result?.data && !result?.error);
      const hasData = read.some(isBegun);
      if (missing === 'loading' || (!hasData && (isReading || read.some((result) => result.isFetching)))) {
        return { status: 'loading', notices: shown };
      }
      const errors = read.map(listTrouble).filter((error) => error !== null);
      const [error] = errors;
      if (!hasData && error) return { status: 'failed', error, notices: shown };
      const table = read.find(isBegun)?.data?.table ?? none;
      return {
        status: 'ready',
        table,
        version: table.version,
        accountIds: sources.map(({ range }) => range.accountId),
        accounts: accounts(),
        complete: !isReading && areBanksRead() && read.every((result) => result.data?.complete ?? false),
        refreshing: read.some((result) => result.isFetching),
        stale: error ?? (stopBanks && banks.stale()),
        notices: shown,
      };
    },
    request(request) {
      wanted = request;
      follow();
    },
    async refresh() {
      if (stopBanks) {
        await banks.refresh();
        follow();
      }
      await histories.refetch();
    },
    subscribe(listener) {
      listeners.add(listener);
      const stops = [histories.subscribe(listener), services.onSession(listener)];
      follow();
      return () => {
        for (const stop of stops) stop();
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopBanks?.();
        stopBanks = null;
      };
    },
  };
}

/** Reading further back than the customer allowed would only be refused. */
function consentStart(entity: Entity, timeZone: string): CalendarDate | null {
  const starts = entity.consents
    .filter(({ status }) => status === 'active')
    .map(({ transactionsFrom }) => transactionsFrom && dateInZone(transactionsFrom, timeZone))
    .filter((start) => start !== null);
  return starts.sort()[0] ?? null;
}

/** Something was read, if only that there is nothing. */
function isBegun({ data }: HistoryResult): boolean {
  return data !== undefined && data.windows > 0;
}

function accountsOf(result: { data?: Kept<Account[]> | undefined } | undefined): readonly Account[] {
  return result?.data?.last?.data ?? [];
}

function historyState(services: Services, entity: Entity, result: HistoryResult): BankState | null {
  const halted = result.data?.halted;
  if (halted?.status === 'pending') return { status: 'still-working' };
  if (halted?.status === 'failed') return { status: 'failed', error: halted.error };
  return needOf(services, entity.entityId, [halted]);
}
