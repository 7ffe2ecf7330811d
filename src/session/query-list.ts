import {
  QueriesObserver,
  type QueryClient,
  type QueryObserverOptions,
  type QueryObserverResult,
} from '@tanstack/query-core';
import type { LeanError } from '../domain/error.js';

/** Queries of one kind that are followed together: a bank's accounts for each bank, balances for each account. */
export interface QueryList<Data> {
  /** Follows these from now on, and no others. */
  follow(queries: readonly QueryObserverOptions<Data, LeanError>[]): void;
  /** How each stands, in the order in which they are followed. */
  results(): readonly QueryObserverResult<Data, LeanError>[];
  /** Asks them all again; resolves when every answer is there, whatever it is. */
  refetch(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** Builds a list of none; it asks only while somebody listens. */
export function createQueryList<Data>(queries: QueryClient): QueryList<Data> {
  const observer = new QueriesObserver<QueryObserverResult<Data, LeanError>[]>(queries, []);
  // The observer is made for lists of unlike queries and types what goes in and comes out as unknown.
  const results = () => observer.getCurrentResult() as QueryObserverResult<Data, LeanError>[];
  return {
    follow(wanted) {
      observer.setQueries(wanted as unknown as QueryObserverOptions[]);
    },
    results,
    async refetch() {
      await Promise.all(results().map((result) => result.refetch()));
    },
    subscribe: (listener) => observer.subscribe(listener),
  };
}
