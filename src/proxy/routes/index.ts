import type { Answer } from '../answer.js';
import type { RoutePath } from '../path.js';
import type { Call } from '../services.js';
import { listAccounts, listBalances, listTransactions, readIdentity } from './data.js';
import { deleteEntity, listBanks, listEntities } from './entities.js';
import { linkSession } from './link-session.js';
import { readRefresh, startRefresh } from './refreshes.js';
import { readResults } from './results.js';

/** One route of the contract. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: RoutePath;
  handle: (call: Call) => Promise<Answer>;
  /**
   * `read` and `data` only read, so that one run serves all who ask the same; a `data` route that takes too long
   * answers `PENDING`. An `act` runs each time.
   */
  kind: 'act' | 'read' | 'data';
}

/** Every route a page may call; `POST /webhooks` is Lean's alone and has no session. */
export const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/link-session', handle: linkSession, kind: 'act' },
  { method: 'GET', path: '/entities', handle: listEntities, kind: 'read' },
  { method: 'DELETE', path: '/entities/:entityId', handle: deleteEntity, kind: 'act' },
  { method: 'GET', path: '/accounts', handle: listAccounts, kind: 'data' },
  { method: 'GET', path: '/accounts/:accountId/balances', handle: listBalances, kind: 'data' },
  { method: 'GET', path: '/accounts/:accountId/transactions', handle: listTransactions, kind: 'data' },
  { method: 'GET', path: '/identity', handle: readIdentity, kind: 'data' },
  { method: 'GET', path: '/results/:resultsId', handle: readResults, kind: 'data' },
  { method: 'POST', path: '/refreshes', handle: startRefresh, kind: 'act' },
  { method: 'GET', path: '/refreshes/:refreshId', handle: readRefresh, kind: 'read' },
  { method: 'GET', path: '/banks', handle: listBanks, kind: 'read' },
];
