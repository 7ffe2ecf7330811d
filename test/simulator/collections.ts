/**
 * The data requests of Lean's two Postman collections (`leantechnologies/lean-postman`, May 2026), and the answers
 * stored with each, by their codes. The collections themselves stay with Lean: what their answers hold is written
 * by hand in `shapes.ts`.
 */
import * as shapes from './shapes.js';
import type { Shape } from './shape.js';

type Region = 'ae' | 'sa';

/** One request of a collection. `:name` in paths and bodies stands for an id. */
export interface StoredRequest {
  name: string;
  regions: readonly Region[];
  method: 'GET' | 'POST';
  path: string;
  /** A JSON body, or with `isForm` a form. */
  body?: Readonly<Record<string, string>>;
  isForm?: true;
  /** Codes of the stored answers; where none is stored, 200 is what we answer. */
  codes: readonly number[];
  shape: (region: Region) => Shape;
  /** What is not known where the stored answer is a 404. */
  unknown?: 'UNKNOWN_ENTITY' | 'UNKNOWN_ACCOUNT' | 'UNKNOWN_RESULTS_ID';
}

const both = ['ae', 'sa'] as const;
const page = 'page=0&size=50&entity_id=:entity_id';
const dataCodes = [200, 400, 404, 500] as const;

const credentials = { client_id: 'simulator', client_secret: 'simulator', grant_type: 'client_credentials' };
const token: Shape = {
  access_token: 'string',
  scope: 'string',
  token_type: 'string',
  expires_in: 'number',
};
const customer: Shape = { customer_id: 'string', app_user_id: 'string' };

function request(
  name: string,
  path: string,
  shape: StoredRequest['shape'],
  rest: Partial<StoredRequest> = {},
): StoredRequest {
  return { name, path, shape, regions: both, method: 'GET', codes: [200], ...rest };
}

function ofAccount(name: string, list: string, shape: StoredRequest['shape']): StoredRequest {
  return request(name, `/data/v2/accounts/:account_id/${list}?${page}`, shape, {
    codes: dataCodes,
    unknown: 'UNKNOWN_ACCOUNT',
  });
}

/** In the order of the collections. */
export const storedRequests: readonly StoredRequest[] = [
  request('Generate API Access Token', '/oauth2/token', () => token, {
    method: 'POST',
    isForm: true,
    body: { ...credentials, scope: 'api' },
  }),
  request('Generate Customer Access Token', '/oauth2/token', () => token, {
    method: 'POST',
    isForm: true,
    body: { ...credentials, scope: 'customer.:customer_id' },
  }),
  // The taken id is in the collection of the Emirates alone; both countries answer it.
  request('Create Customer', '/customers/v1/', () => customer, {
    regions: ['sa'],
    method: 'POST',
    body: { app_user_id: 'new-user' },
  }),
  request('Create Customer', '/customers/v1/', () => customer, {
    regions: ['ae'],
    method: 'POST',
    body: { app_user_id: 'new-user' },
    codes: [200, 409],
  }),
  request('List Customers', '/customers/v1?page_number=0&page_size=5', () => shapes.customerList),
  request('Get Customer by app_user_id', '/customers/v1/app-user-id/sample-user', () => customer),
  request('Get Customer by ID', '/customers/v1/:customer_id', () => customer),
  request('Get Entities for Customer', '/customers/v1/:customer_id/entities', () => [shapes.entity]),
  request('Get Entity by ID', '/customers/v1/:customer_id/entities/:entity_id', () => shapes.entity),
  request(
    'Retrieve all entities for a given data range',
    '/customers/v1/entities?page_number=0&page_size=100&start_date=2026-01-01&end_date=2026-11-23',
    () => shapes.entityList,
  ),
  request('Get Accounts', `/data/v2/accounts?${page}`, () => shapes.accounts, {
    codes: dataCodes,
    unknown: 'UNKNOWN_ENTITY',
  }),
  // The Saudi collection has the request twice, once without an answer.
  request('Get Accounts', `/data/v2/accounts?${page}`, () => shapes.accounts, { regions: ['sa'], codes: [] }),
  ofAccount('Get Transactions', 'transactions', shapes.transactions),
  ofAccount('Get Balances', 'balances', () => shapes.balances),
  ofAccount('Get Beneficiaries', 'beneficiaries', () => shapes.beneficiaries),
  ofAccount('Get identities', 'identities', shapes.identities),
  ofAccount('Get Direct Debits', 'direct-debits', () => shapes.directDebits),
  ofAccount('Get Scheduled Payments', 'scheduled-payments', () => shapes.scheduledPayments),
  ofAccount('Get Standing Orders', 'standing-orders', () => shapes.standingOrders),
  request('Get identity', `/data/v2/identity?${page}`, shapes.identity, {
    codes: dataCodes,
    unknown: 'UNKNOWN_ENTITY',
  }),
  request(
    'get Data Refresh Status',
    `/data/v2/refreshes/:refresh_id?async=false&${page}&meta=string`,
    () => shapes.refresh,
    { codes: dataCodes, unknown: 'UNKNOWN_ENTITY' },
  ),
  request('Trigger a Manual Data Refresh', '/data/v2/refreshes', () => shapes.refreshTrigger, {
    method: 'POST',
    body: { entity_id: ':entity_id' },
    codes: [200, 400, 403, 404, 429, 500],
    unknown: 'UNKNOWN_ENTITY',
  }),
  request('Get data refreshes', `/data/v2/refreshes?${page}`, () => shapes.refreshList, {
    codes: dataCodes,
    unknown: 'UNKNOWN_ENTITY',
  }),
  // Its stored answer is of another generation of accounts: docs/simulator.md, known deviations.
  request(
    'Get Results',
    `/data/v2/results/:results_id?async=false&${page}&meta=string`,
    () => shapes.accounts,
    { codes: [200, 404, 500], unknown: 'UNKNOWN_RESULTS_ID' },
  ),
  request('List Banks', '/banks/v1/?account_types=PERSONAL', () => shapes.banks, { regions: ['ae'] }),
  request('List Banks', '/banks/v1/?account_types=PERSONAL', () => shapes.banks, {
    regions: ['sa'],
    codes: [],
  }),
];
