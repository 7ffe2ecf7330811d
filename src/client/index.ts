import type { Account } from '../domain/account.js';
import type { Answer } from '../domain/answer.js';
import type { Balance } from '../domain/balance.js';
import type { Bank } from '../domain/bank.js';
import type { Entity } from '../domain/entity.js';
import { decodeBalancesAnswer } from '../wire/balances.js';
import { decodeTransactionsAnswer } from '../wire/transactions.js';
import { createBackendClock } from './backend-clock.js';
import { createRequester, type Requester, type RequesterOptions } from './request.js';
import { readAccounts, readAccountsResult } from './routes/accounts.js';
import { readBalances, type AccountRequest } from './routes/balances.js';
import { readBanks } from './routes/banks.js';
import { readEntities } from './routes/entities.js';
import { readResult } from './routes/results.js';
import {
  readTransactions,
  type TransactionsAnswer,
  type TransactionsRequest,
} from './routes/transactions.js';

export { withDeadline } from './deadline.js';
export type { LinkSession } from '../wire/contract.js';
export type { AccountRequest } from './routes/balances.js';
export type { TransactionsAnswer, TransactionsRequest } from './routes/transactions.js';

/** How a client reaches the host's backend and its session. */
export type HostClientOptions = Omit<RequesterOptions, 'clock'>;

/**
 * The host's backend as promises of domain objects. What Lean or a bank says about data (pending, reconnect, consent,
 * failed) is an `Answer`; everything else that goes wrong rejects with a LeanError whose code says what it was, or
 * with the signal's reason when the caller aborts. Nothing is retried here but the one repetition after a 401.
 */
export interface HostClient {
  /** Makes the calls of routes that come with what uses them: few pages refresh, and fewer ask who somebody is. */
  readonly request: Requester;
  entities(signal?: AbortSignal): Promise<Entity[]>;
  accounts(entityId: string, signal?: AbortSignal): Promise<Answer<Account[]>>;
  balances(request: AccountRequest, signal?: AbortSignal): Promise<Answer<Balance[]>>;
  transactions(request: TransactionsRequest, signal?: AbortSignal): Promise<TransactionsAnswer>;
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
  banks(signal?: AbortSignal): Promise<Bank[]>;
  /** The time at the backend, in milliseconds since 1970: what is to be judged by a time is judged by its. */
  now(): number;
}

/** Builds the client for one backend. `proxy` is absolute; an address that is none throws a TypeError at the first call. */
export function createHostClient(options: HostClientOptions): HostClient {
  const clock = createBackendClock();
  const request = createRequester({ ...options, clock });
  return {
    request,
    entities: (signal) => readEntities(request, signal),
    accounts: (entityId, signal) => readAccounts(request, entityId, signal),
    balances: (of, signal) => readBalances(request, of, signal),
    transactions: (of, signal) => readTransactions(request, of, signal),
    accountsResult: (resultsId, { entityId }, signal) =>
      readAccountsResult(request, resultsId, entityId, signal),
    balancesResult: (resultsId, of, signal) =>
      readResult(request, decodeBalancesAnswer, resultsId, of, signal),
    transactionsResult: async (resultsId, of, signal) => ({
      ...(await readResult(request, decodeTransactionsAnswer, resultsId, of, signal)),
      maxSize: null,
    }),
    banks: (signal) => readBanks(request, signal),
    now: () => clock.now(),
  };
}
