/** The OpenAPI 3.1 document of the contract, made from the schemas that the code itself decodes with. */
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { AccountSchema } from '../src/wire/accounts.js';
import { BalanceSchema, SingleBalanceSchema } from '../src/wire/balances.js';
import * as contract from '../src/wire/contract.js';
import { EnvelopeSchema, PageBlockSchema } from '../src/wire/envelope.js';
import { ErrorBodySchema } from '../src/wire/error-body.js';
import { IdentitySchema } from '../src/wire/identity.js';
import { TransactionSchema } from '../src/wire/transactions.js';
import { WebhookSchema } from '../src/wire/webhook.js';

type Json = Record<string, unknown>;

const definitions = {
  LinkSessionRequest: contract.LinkSessionRequestSchema,
  LinkSession: contract.LinkSessionSchema,
  Entity: contract.EntitySchema,
  EntityBank: contract.EntityBankSchema,
  Consent: contract.ConsentSchema,
  Bank: contract.BankSchema,
  RefreshRequest: contract.RefreshRequestSchema,
  Refresh: contract.RefreshSchema,
  Problem: contract.ProblemSchema,
  LeanError: ErrorBodySchema,
  Envelope: EnvelopeSchema,
  Page: PageBlockSchema,
  Account: AccountSchema,
  Balance: BalanceSchema,
  SingleBalance: SingleBalanceSchema,
  Transaction: TransactionSchema,
  Identity: IdentitySchema,
  Webhook: WebhookSchema,
};
type Name = keyof typeof definitions;

const ref = (name: Name): Json => ({ $ref: `#/components/schemas/${name}` });
const arrayOf = (name: Name): Json => ({ type: 'array', items: ref(name) });
const parameter = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });
const json = (schema: Json, description: string): Json => ({
  description,
  content: { 'application/json': { schema } },
});

/** Lean's envelope around one list: `data` with v2, `payload` with v1. */
function envelope(v2: Json, v1: Json): Json {
  return { allOf: [ref('Envelope'), { properties: { data: nullable(v2), payload: nullable(v1) } }] };
}

function nullable(schema: Json): Json {
  return { anyOf: [schema, { type: 'null' }] };
}

function listed(name: string, item: Name, isPaged = false): Json {
  const properties = { [name]: arrayOf(item), ...(isPaged ? { page: ref('Page') } : {}) };
  return { type: 'object', properties, required: [name] };
}

const REFUSALS = {
  '400': 'The request does not keep the contract',
  '401': 'There is no session',
  '403': 'The origin or the session may not do this',
  '404': 'Not there, or not the session’s: the same bytes',
  '429': 'Too many calls; `Retry-After` says when the next may be made',
  '502': 'Lean could not be reached or answered something unusable',
  '503': 'Lean or the store is not available',
};

/** What any route may answer besides its own: a problem of the backend’s, or Lean’s own error body. */
const responses: Json = Object.fromEntries(
  Object.entries(REFUSALS).map(([status, description]) => [
    `Refused${status}`,
    {
      description,
      content: {
        'application/problem+json': { schema: ref('Problem') },
        'application/json': { schema: ref('LeanError') },
      },
    },
  ]),
);
const refused = (status: string): Json => ({ $ref: `#/components/responses/Refused${status}` });
const refusals: Json = Object.fromEntries(Object.keys(REFUSALS).map((status) => [status, refused(status)]));

function operation(operationId: string, summary: string, answers: Json, more: Json = {}): Json {
  return { operationId, summary, ...more, responses: { ...answers, ...refusals } };
}

function data(operationId: string, summary: string, schema: Json, parameters: string[]): Json {
  return operation(
    operationId,
    summary,
    {
      '200': json(
        schema,
        'Lean’s body, unchanged. Its `status` decides: 200 may also say FAILED or RECONNECT_REQUIRED',
      ),
      '202': json(
        ref('Envelope'),
        'PENDING. With a `results_id` the answer comes there, without one the same call is made again',
      ),
    },
    { parameters: parameters.map(parameter) },
  );
}

const body = (name: Name): Json => ({
  required: true,
  content: { 'application/json': { schema: ref(name) } },
});

const accounts = envelope(listed('accounts', 'Account'), listed('accounts', 'Account'));
const transactions = envelope(
  listed('transactions', 'Transaction', true),
  listed('transactions', 'Transaction'),
);
const balances = envelope(listed('balances', 'Balance'), ref('SingleBalance'));
const identity = envelope(listed('identities', 'Identity'), ref('Identity'));

const notSupported = json(ref('Problem'), 'This API generation of Lean’s has no refreshes');

const paths: Json = {
  '/link-session': {
    post: operation(
      'createLinkSession',
      'What Lean’s Link SDK needs for one opening, minted now',
      { '200': json(ref('LinkSession'), 'The link session') },
      { requestBody: body('LinkSessionRequest') },
    ),
  },
  '/entities': {
    get: operation('listEntities', 'The customer’s banks', {
      '200': json(arrayOf('Entity'), 'Lean’s entities'),
    }),
  },
  '/entities/{entity_id}': {
    delete: operation(
      'deleteEntity',
      'Ends the connection to a bank',
      { '204': { description: 'It is gone' } },
      { parameters: [parameter('entity_id_path')] },
    ),
  },
  '/accounts': { get: data('listAccounts', 'The accounts of one bank', accounts, ['entity_id', 'page']) },
  '/accounts/{account_id}/balances': {
    get: data('listBalances', 'The balances of one account', balances, ['account_id', 'entity_id']),
  },
  '/accounts/{account_id}/transactions': {
    get: data('listTransactions', 'One page of transactions, oldest first', transactions, [
      'account_id',
      'entity_id',
      'start_date',
      'end_date',
      'page',
      'size',
      'insights',
    ]),
  },
  '/identity': { get: data('readIdentity', 'Who the bank says the customer is', identity, ['entity_id']) },
  '/results/{results_id}': {
    get: data('readResults', 'The answer of an earlier call that was not there yet', ref('Envelope'), [
      'results_id',
    ]),
  },
  '/refreshes': {
    post: operation(
      'startRefresh',
      'Asks the bank anew',
      { '200': json(ref('Refresh'), 'The refresh'), '501': notSupported },
      { requestBody: body('RefreshRequest') },
    ),
  },
  '/refreshes/{refresh_id}': {
    get: operation(
      'readRefresh',
      'How far a refresh is',
      { '200': json(ref('Refresh'), 'The refresh'), '501': notSupported },
      { parameters: [parameter('refresh_id')] },
    ),
  },
  '/banks': { get: operation('listBanks', 'Lean’s banks', { '200': json(arrayOf('Bank'), 'Lean’s banks') }) },
  '/webhooks': {
    post: {
      operationId: 'receiveWebhook',
      summary: 'From Lean to the host only',
      security: [{ leanSignature: [] }],
      requestBody: body('Webhook'),
      responses: {
        '200': { description: 'The event is stored' },
        '401': refused('401'),
        '413': { description: 'The event is larger than 256 kB' },
        '503': { description: 'The event could not be stored: Lean sends it again' },
      },
    },
  },
};

const inQuery = (name: string, schema: Json, required = false): Json => ({
  name,
  in: 'query',
  required,
  schema,
});
const inPath = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', minLength: 1 },
});
const date: Json = { type: 'string', format: 'date' };

const parameters: Json = {
  entity_id: inQuery('entity_id', { type: 'string', minLength: 1 }, true),
  entity_id_path: inPath('entity_id'),
  account_id: inPath('account_id'),
  results_id: inPath('results_id'),
  refresh_id: inPath('refresh_id'),
  start_date: inQuery('start_date', date),
  end_date: inQuery('end_date', date),
  page: inQuery('page', { type: 'integer', minimum: 0 }),
  size: inQuery('size', { type: 'integer', minimum: 1, maximum: 100 }),
  insights: inQuery('insights', { type: 'boolean' }),
};

/** A field that has something to fall back to may also be missing, which a JSON schema says by not requiring it. */
function requiredOf(schema: { type: string; entries?: unknown }): { required?: string[] } {
  if (schema.type !== 'object') return {};
  const entries = Object.entries(schema.entries as Record<string, { type: string; fallback?: unknown }>);
  const optional = ['optional', 'nullish', 'undefinedable'];
  const required = entries.filter(([, entry]) => !('fallback' in entry) && !optional.includes(entry.type));
  return { required: required.map(([name]) => name) };
}

/** The document, for a package of this version. */
export function openApiDocument(version: string): Json {
  const schemas = toJsonSchemaDefs(definitions as Record<string, v.GenericSchema>, {
    target: 'draft-2020-12',
    typeMode: 'input',
    overrideSchema: ({ valibotSchema, jsonSchema }) => ({ ...jsonSchema, ...requiredOf(valibotSchema) }),
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId.replace(/^.*\//, '')}`,
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'lean-elements: the contract between the elements and a host’s backend',
      version,
      description:
        'Ids are opaque text. The customer is decided by the host’s session, never by the browser. Every request of ' +
        'the elements carries `X-Lean-Elements: 1`; every answer is `Cache-Control: no-store`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/lean', description: 'Wherever the host mounts it' }],
    security: [{ hostSession: [] }],
    paths,
    components: {
      schemas,
      parameters,
      responses,
      securitySchemes: {
        hostSession: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'The host’s own, whatever it is',
        },
        leanSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'lean-signature',
          description: '`sha512=` and the hexadecimal HMAC-SHA512 of the raw body',
        },
      },
    },
  };
}
