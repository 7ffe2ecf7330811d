import type { QueryClient, QueryObserverOptions } from '@tanstack/query-core';
import type { HostClient } from '../client/index.js';
import { readIdentity, readIdentityResult } from '../client/routes/identity.js';
import type { LeanError } from '../domain/error.js';
import type { Identity } from '../domain/identity.js';
import { answerQuery, entityKey, type Kept } from './queries.js';

/** The key of who one bank says the customer is. */
export function identityKey(entityId: string): readonly unknown[] {
  return [...entityKey(entityId), 'identity'];
}

type IdentityQuery = QueryObserverOptions<Kept<Identity[]>, LeanError>;

/**
 * Who one bank says the customer is. Lean charges for the call, so it is made once: an answer is kept for as long as
 * the page lives, whatever else is marked stale, and nothing is repeated by itself. Only a bank that did not answer is
 * asked again, when the customer reconnects it or says so; the result of a pending call costs nothing more.
 */
export function identityQuery(
  queries: QueryClient,
  { request }: HostClient,
  entityId: string,
): IdentityQuery {
  const query = answerQuery(queries, identityKey(entityId), {
    read: (signal) => readIdentity(request, entityId, signal),
    resume: (resultsId, signal) => readIdentityResult(request, resultsId, entityId, signal),
  });
  return {
    ...query,
    retry: false,
    gcTime: Infinity,
    staleTime: ({ state }) => (state.data?.answer.status === 'ok' ? 'static' : Infinity),
    refetchOnWindowFocus: ({ state }) => (state.data?.answer.status === 'pending' ? 'always' : false),
    refetchOnReconnect: ({ state }) => (state.data?.answer.status === 'pending' ? 'always' : false),
    refetchOnMount: false,
    retryOnMount: false,
  };
}
