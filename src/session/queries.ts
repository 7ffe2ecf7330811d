import type { Query, QueryClient, QueryKey, QueryObserverOptions } from '@tanstack/query-core';
import type { HostClient } from '../client/index.js';
import type { Account } from '../domain/account.js';
import type { Answer } from '../domain/answer.js';
import type { Balance } from '../domain/balance.js';
import type { Entity } from '../domain/entity.js';
import { LeanError } from '../domain/error.js';
import { monotonicNow, nextPollDelay, POLL_BUDGET_MS } from './polling.js';

/** An answer, and the last good one before it: what was on screen stays while a bank cannot be read. */
export interface Kept<Data> {
  answer: Answer<Data>;
  last: { data: Data; refreshedAt: string | null } | null;
}

type AnswerQuery<Data> = QueryObserverOptions<Kept<Data>, LeanError>;

/** Lean asks to wait this long before the same call is made again. */
const DUPLICATED_REQUEST_WAIT_MS = 60_000;

const STALE_MS = 60_000;

/** When each query was last read, which the customer's clock cannot tell: it may jump, or stand still. */
const readAt = new WeakMap<object, number>();

/** Keeps track of when queries are read, for `onReturn`. */
export function noteReadings(queries: QueryClient): void {
  queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') readAt.set(event.query, monotonicNow());
  });
}

/** Whether a query asks again when the customer comes back: where it is old by the page's own time, or by the clock. */
export function onReturn(query: object): 'always' | true {
  return monotonicNow() - (readAt.get(query) ?? Number.NEGATIVE_INFINITY) >= STALE_MS ? 'always' : true;
}

interface Waiting {
  since: number;
  firstUpdate: number;
}

const waitingQueries = new WeakMap<object, Waiting>();

type AnyQuery = Pick<Query, 'state'> & object;

/** The wait before a query that still waits for data asks again; false when it does not wait, or gave up. */
function pollInterval(query: AnyQuery, isWaiting: boolean): number | false {
  if (!isWaiting) {
    waitingQueries.delete(query);
    return false;
  }
  const count = query.state.dataUpdateCount;
  const waiting = waitingQueries.get(query) ?? { since: monotonicNow(), firstUpdate: count };
  waitingQueries.set(query, waiting);
  return nextPollDelay(count - waiting.firstUpdate, monotonicNow() - waiting.since) ?? false;
}

/** Tells whether a query has waited for its data longer than we keep asking. */
export function hasGivenUp(query: object | undefined): boolean {
  const waiting = query && waitingQueries.get(query);
  return waiting !== undefined && monotonicNow() - waiting.since >= POLL_BUDGET_MS;
}

/** The key of the list of the customer's banks. */
export const BANKS_KEY = ['entities'] as const;

/** How the keys of everything that is read of a bank begin. */
export const BANK_KEY = ['entity'] as const;

/** The customer's banks; asked again while the data of one is still on its way. */
export function entitiesQuery(
  read: (signal: AbortSignal) => Promise<Entity[]>,
): QueryObserverOptions<Entity[], LeanError> & { queryKey: QueryKey } {
  const isWaiting = (entities: Entity[] | undefined): boolean =>
    entities?.some((entity) => entity.dataStatus === 'pending') ?? false;
  return {
    queryKey: BANKS_KEY,
    queryFn: ({ signal }) => read(signal),
    staleTime: STALE_MS,
    refetchInterval: (query) => pollInterval(query, isWaiting(query.state.data)),
    // Another tab may have changed who is signed in, however fresh the list is.
    refetchOnWindowFocus: 'always',
  };
}

/** The key under which everything of one bank lies, so that it can be marked stale together. */
export function entityKey(entityId: string): readonly unknown[] {
  return [...BANK_KEY, entityId];
}

/**
 * Forgets what was read of banks that are the customer's no more. Only elements that were told to show just such a
 * bank still ask for it; they are to say that it is gone.
 */
export async function forgetBanks(queries: QueryClient, entityIds: readonly string[]): Promise<void> {
  const keys = entityIds.map((entityId) => ({ queryKey: entityKey(entityId) }));
  for (const key of keys) for (const query of queries.getQueryCache().findAll(key)) query.reset();
  await Promise.all(keys.map((key) => queries.refetchQueries({ ...key, type: 'active' })));
}

/** The key of one bank's accounts, whose answer speaks for the bank. */
export function accountsKey(entityId: string): readonly unknown[] {
  return [...entityKey(entityId), 'accounts'];
}

/** The accounts of one bank. */
export function accountsQuery(
  queries: QueryClient,
  client: HostClient,
  entityId: string,
): AnswerQuery<Account[]> {
  return answerQuery(queries, accountsKey(entityId), {
    read: async (signal) => noted(await client.accounts(entityId, signal)),
    resume: (resultsId, signal) => client.accountsResult(resultsId, { entityId }, signal),
  });
}

/** An account that cannot be shown is nothing to pass over in silence: whoever runs the page can do something. */
function noted(answer: Answer<Account[]>): Answer<Account[]> {
  if (answer.status === 'ok' && answer.leftOut) {
    console.warn(`lean-elements: GET /accounts: left out ${answer.leftOut} without an account_id.`);
  }
  return answer;
}

/** The balances of one account. */
export function balancesQuery(
  queries: QueryClient,
  client: HostClient,
  entityId: string,
  accountId: string,
): AnswerQuery<Balance[]> {
  return answerQuery(queries, [...entityKey(entityId), 'balances', accountId], {
    read: (signal) => client.balances({ accountId, entityId }, signal),
    resume: (resultsId, signal) => client.balancesResult(resultsId, { accountId, entityId }, signal),
  });
}

interface AnswerSource<Data> {
  read: (signal: AbortSignal) => Promise<Answer<Data>>;
  /** Asks for the result of a call that came back as pending. */
  resume: (resultsId: string, signal: AbortSignal) => Promise<Answer<Data>>;
}

/** A query for one of Lean's answers; a pending one is asked for by the id of its result. */
export function answerQuery<Data>(
  queries: QueryClient,
  queryKey: readonly unknown[],
  source: AnswerSource<Data>,
): AnswerQuery<Data> {
  return {
    queryKey,
    staleTime: STALE_MS,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<Kept<Data>>(queryKey);
      const pendingId = before?.answer.status === 'pending' ? before.answer.resultsId : null;
      let answer: Answer<Data>;
      try {
        answer = pendingId === null ? await source.read(signal) : await source.resume(pendingId, signal);
      } catch (thrown) {
        if (!isTakenAway(thrown)) throw thrown;
        return { answer: { status: 'failed', error: thrown }, last: null };
      }
      return {
        answer:
          answer.status === 'pending' ? { ...answer, resultsId: answer.resultsId ?? pendingId } : answer,
        last: lastGood(answer, before),
      };
    },
    refetchInterval: (query) => {
      const answer = query.state.data?.answer;
      const delay = pollInterval(query, answer !== undefined && isUnderWay(answer));
      const isDuplicate = answer?.status === 'failed' && answer.error.code === 'duplicated_request';
      return delay !== false && isDuplicate ? DUPLICATED_REQUEST_WAIT_MS : delay;
    },
    refetchOnWindowFocus: (query) => {
      // Whoever comes back is shown anew what happens, however long it was waited for before.
      const isAwaited = query.state.data?.answer.status === 'pending';
      if (isAwaited) waitingQueries.delete(query);
      return isAwaited ? 'always' : onReturn(query);
    },
  };
}

/** What is no longer there, or no longer this customer's, must not stay on screen as other trouble lets it. */
export function isTakenAway(thrown: unknown): thrown is LeanError {
  return thrown instanceof LeanError && (thrown.code === 'not_found' || thrown.code === 'forbidden');
}

/** An answer that will come by itself: pending, or refused because the same call is already running. */
export function isUnderWay(answer: Answer<unknown>): boolean {
  return (
    answer.status === 'pending' || (answer.status === 'failed' && answer.error.code === 'duplicated_request')
  );
}

/** Expired consent takes the data with it; every other trouble leaves the last good data standing. */
export function lastGood<Data>(answer: Answer<Data>, before: Kept<Data> | undefined): Kept<Data>['last'] {
  if (answer.status === 'ok') return { data: answer.data, refreshedAt: answer.refreshedAt };
  return answer.status === 'consent-expired' ? null : (before?.last ?? null);
}
