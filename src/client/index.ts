import type { Account } from '../domain/account.js';
import type { Answer } from '../domain/answer.js';
import type { Balance } from '../domain/balance.js';
import type { Bank } from '../domain/bank.js';
import type { Entity } from '../domain/entity.js';
import type { Identity } from '../domain/identity.js';
import type { Refresh } from '../domain/refresh.js';
import { decodeBalancesAnswer } from '../wire/balances.js';
import type { LinkSession } from '../wire/contract.js';
import { decodeIdentityAnswer } from '../wire/identity.js';
import { decodeTransactionsAnswer } from '../wire/transactions.js';
import { createBackendClock } from './backend-clock.js';
import { createRequester, type RequesterOptions } from './request.js';
import { readAccounts, readAccountsResult } from './routes/accounts.js';
import { readBalances, type AccountRequest } from './routes/balances.js';
import { readBanks } from './routes/banks.js';
import { deleteEntity, readEntities } from './routes/entities.js';
import { readIdentity } from './routes/identity.js';
import { createLinkSession, type LinkSessionWish } from './routes/link-session.js';
import { readRefresh, startRefresh } from './routes/refreshes.js';
import { readResult } from './routes/results.js';
import {
  readTransactions,
  type TransactionsAnswer,
  type TransactionsRequest,
} from './routes/transactions.js';

export { withDeadline } from './deadline.js';
export { decodeLinkSession } from '../wire/link-session.js';
export type { LinkSession } from '../wire/contract.js';
export type { AccountRequest } from './routes/balances.js';
export type { LinkSessionWish } from './routes/link-session.js';
export type { TransactionsAnswer, TransactionsRequest } from './routes/transactions.js';

/** How a client reaches the host's backend and its session. */
export type HostClientOptions = Omit<RequesterOptions, 'clock'>;

/**
 * The host's backend as promises of domain objects. What Lean or a bank says about data (pending, reconnect, consent,
 * failed) is an `Answer`; everything else that goes wrong rejects with a LeanError whose code says what it was, or
 * with the signal's reason when the caller aborts. Nothing is retried here but the one repetition after a 401.
 */
export interface HostClient {
  /** A fresh session for one opening of Link. Also `link_session_timeout`, `missing_app_token`, `invalid_type`. */
  linkSession(wish: LinkSessionWish, signal?: AbortSignal): Promise<LinkSession>;
  entities(signal?: AbortSignal): Promise<Entity[]>;
  /** Takes the consent at one bank back. */
  disconnect(entityId: string, signal?: AbortSignal): Promise<void>;
  accounts(entityId: string, signal?: AbortSignal): Promise<Answer<Account[]>>;
  balances(request: AccountRequest, signal?: AbortSignal): Promise<Answer<Balance[]>>;
  transactions(request: TransactionsRequest, signal?: AbortSignal): Promise<TransactionsAnswer>;
  /** May cost the host money. Rejects with `identity_off` where the host has not switched it on. */
  identity(entityId: string, signal?: AbortSignal): Promise<Answer<Identity[]>>;
  /** What a pending call of the same name came to. */
  accountsResult(
    resultsId: string,
    of: { entityId: string },
    signal?: AbortSignal,
  ): Promise<Answer<Account[]>>;
  balancesResult(resultsId: string, of: AccountRequest, signal?: AbortSignal): Promise<Answer<Balance[]>>;
  transactionsResult(
    resultsId: string,
    of: AccountRequest,
    signal?: AbortSignal,
  ): Promise<TransactionsAnswer>;
  identityResult(
    resultsId: string,
    of: { entityId: string },
    signal?: AbortSignal,
  ): Promise<Answer<Identity[]>>;
  /** Asks the bank anew. Rejects with `not_supported` where there is no such thing, `consent_expired`, … */
  startRefresh(entityId: string, signal?: AbortSignal): Promise<Refresh>;
  refresh(refreshId: string, signal?: AbortSignal): Promise<Refresh>;
  banks(signal?: AbortSignal): Promise<Bank[]>;
  /** The time at the backend, in milliseconds since 1970: what is to be judged by a time is judged by its. */
  now(): number;
}

/** Builds the client for one backend. `proxy` is absolute; an address that is none throws a TypeError at the first call. */
export function createHostClient(options: HostClientOptions): HostClient {
  const clock = createBackendClock();
  const request = createRequester({ ...options, clock });
  return {
    linkSession: (wish, signal) => createLinkSession(request, wish, signal),
    entities: (signal) => readEntities(request, signal),
    disconnect: (entityId, signal) => deleteEntity(request, entityId, signal),
    accounts: (entityId, signal) => readAccounts(request, entityId, signal),
    balances: (of, signal) => readBalances(request, of, signal),
    transactions: (of, signal) => readTransactions(request, of, signal),
    identity: (entityId, signal) => readIdentity(request, entityId, signal),
    accountsResult: (resultsId, { entityId }, signal) =>
      readAccountsResult(request, resultsId, entityId, signal),
    balancesResult: (resultsId, of, signal) =>
      readResult(request, decodeBalancesAnswer, resultsId, of, signal),
    transactionsResult: async (resultsId, of, signal) => ({
      ...(await readResult(request, decodeTransactionsAnswer, resultsId, of, signal)),
      maxSize: null,
    }),
    identityResult: (resultsId, of, signal) =>
      readResult(request, decodeIdentityAnswer, resultsId, of, signal),
    startRefresh: (entityId, signal) => startRefresh(request, entityId, signal),
    refresh: (refreshId, signal) => readRefresh(request, refreshId, signal),
    banks: (signal) => readBanks(request, signal),
    now: () => clock.now(),
  };
}
