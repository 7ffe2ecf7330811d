import type { Region } from '../domain/region.js';
import { ProblemError } from './problem.js';
import type { ApiVersion } from './regions.js';

/** One call to Lean's API, before it has an address and credentials. */
export interface LeanCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** Path and query below Lean's API address. */
  path: string;
  body?: Record<string, unknown>;
  /** May be sent again when it failed on the way: true for what only reads and costs nothing. */
  repeatable: boolean;
}

export interface TransactionsQuestion {
  entityId: string;
  accountId: string;
  startDate?: string;
  endDate?: string;
  page?: number;
  size?: number;
  insights?: boolean;
}

/** Lean's largest page. */
const LARGEST_PAGE = 100;

function get(path: string, query: Record<string, string | number | boolean | undefined> = {}): LeanCall {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return { method: 'GET', path: text === '' ? path : `${path}?${text}`, repeatable: true };
}

/** v1 reads with `POST`. */
function read(path: string, body: Record<string, unknown>): LeanCall {
  return { method: 'POST', path, body, repeatable: true };
}

/** An id as one segment of a path. A dot or two stay what they are however they are written: a way up. */
function segment(id: string): string {
  if (/^\.{1,2}$/.test(id)) throw new ProblemError('not_found');
  return encodeURIComponent(id);
}

/** The data calls of one API generation; null where it has no such call. */
interface DataCalls {
  /** With v1 all accounts are one page. */
  accounts(entityId: string, page: number): LeanCall;
  balances(entityId: string, accountId: string): LeanCall;
  transactions(question: TransactionsQuestion): LeanCall;
  identity(entityId: string): LeanCall;
  results(resultsId: string): LeanCall;
  startRefresh: ((entityId: string) => LeanCall) | null;
  refresh: ((refreshId: string) => LeanCall) | null;
  refreshesOf: ((entityId: string) => LeanCall) | null;
}

const V1: DataCalls = {
  accounts: (entityId) => read('/data/v1/accounts', { entity_id: entityId }),
  balances: (entityId, accountId) => read('/data/v1/balance', { entity_id: entityId, account_id: accountId }),
  transactions: (question) =>
    read('/data/v1/transactions', {
      entity_id: question.entityId,
      account_id: question.accountId,
      start_date: question.startDate,
      end_date: question.endDate,
      insights: question.insights,
    }),
  identity: (entityId) => ({ ...read('/data/v1/identity', { entity_id: entityId }), repeatable: false }),
  results: (resultsId) => get(`/data/v1/results/${segment(resultsId)}`),
  startRefresh: null,
  refresh: null,
  refreshesOf: null,
};

const V2: DataCalls = {
  accounts: (entityId, page) => get('/data/v2/accounts', { entity_id: entityId, page, size: LARGEST_PAGE }),
  balances: (entityId, accountId) =>
    get(`/data/v2/accounts/${segment(accountId)}/balances`, { entity_id: entityId }),
  transactions: (question) =>
    get(`/data/v2/accounts/${segment(question.accountId)}/transactions`, {
      entity_id: question.entityId,
      start_date: question.startDate,
      end_date: question.endDate,
      page: question.page,
      size: question.size,
      insights: question.insights,
    }),
  // Lean may charge for each identity call, so one is never sent twice.
  identity: (entityId) => ({ ...get('/data/v2/identity', { entity_id: entityId }), repeatable: false }),
  results: (resultsId) => get(`/data/v2/results/${segment(resultsId)}`),
  startRefresh: (entityId) => ({
    method: 'POST',
    path: '/data/v2/refreshes',
    body: { entity_id: entityId },
    repeatable: false,
  }),
  refresh: (refreshId) => get(`/data/v2/refreshes/${segment(refreshId)}`),
  refreshesOf: (entityId) => get('/data/v2/refreshes', { entity_id: entityId }),
};

/** The data calls of an API generation. */
export function dataCalls(apiVersion: ApiVersion): DataCalls {
  return apiVersion === 'v1' ? V1 : V2;
}

/** Customers, entities, banks and events: the same in both API generations. */
export const coreCalls = {
  createCustomer: (appUserId: string): LeanCall => ({
    method: 'POST',
    path: '/customers/v1/',
    body: { app_user_id: appUserId },
    // A repeat answers 409, which is read as the customer that is there.
    repeatable: true,
  }),
  customerOf: (appUserId: string) => get(`/customers/v1/app-user-id/${segment(appUserId)}`),
  entities: (customerId: string) => get(`/customers/v1/${segment(customerId)}/entities`),
  /** Lean reads the reason from the body in the UAE and from the query in KSA, and refuses the other form. */
  deleteEntity(region: Region, customerId: string, entityId: string): LeanCall {
    const path = `/customers/v1/${segment(customerId)}/entities/${segment(entityId)}`;
    const reason = 'USER_REQUESTED';
    if (region === 'sa') return { method: 'DELETE', path: `${path}?reason=${reason}`, repeatable: false };
    return { method: 'DELETE', path, body: { reason }, repeatable: false };
  },
  banks: () => get('/banks/v1'),
  events: (page: number, from: string, to: string) =>
    get('/events/v1', { page, size: LARGEST_PAGE, from, to }),
};
