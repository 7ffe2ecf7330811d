/**
 * Every data answer of the simulator against the wire schemas. They forgive: a field of a wrong type becomes null and
 * the rest still counts. So here nothing may be forgiven: what was sent must come out.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import * as v from 'valibot';
import { AccountSchema, SchemeSchema } from '../../src/wire/accounts.js';
import { BalanceSchema, CreditLineSchema, SingleBalanceSchema } from '../../src/wire/balances.js';
import { BankSchema, ConsentSchema, EntitySchema, RefreshSchema } from '../../src/wire/contract.js';
import { EnvelopeSchema, PageBlockSchema } from '../../src/wire/envelope.js';
import { ErrorBodySchema } from '../../src/wire/error-body.js';
import { IdentitySchema } from '../../src/wire/identity.js';
import { TransactionSchema } from '../../src/wire/transactions.js';
import { WebhookPayloadSchema, WebhookSchema } from '../../src/wire/webhook.js';
import { openBench, type Reply } from '../simulator/bench.js';

type Json = Record<string, unknown>;

const schemas = {
  AccountSchema,
  SchemeSchema,
  BalanceSchema,
  CreditLineSchema,
  SingleBalanceSchema,
  BankSchema,
  ConsentSchema,
  EntitySchema,
  RefreshSchema,
  EnvelopeSchema,
  PageBlockSchema,
  ErrorBodySchema,
  IdentitySchema,
  TransactionSchema,
  WebhookSchema,
  WebhookPayloadSchema,
};
type SchemaName = keyof typeof schemas;

/** Fields that Lean's documents or hosts' own backends have, and no answer of Lean's that we know of. */
const neverSent: Partial<Record<SchemaName, string[]>> = {
  AccountSchema: ['id'],
  ConsentSchema: ['consent_type', 'standard_consent_status'],
  EntitySchema: ['bank', 'data_status'],
  ErrorBodySchema: ['status_code', 'reconnect_id', 'status_detail', 'code', 'correlation_id', 'retry_after'],
};

const sentFields = new Map<SchemaName, Set<string>>();
let parsed = 0;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Places where something was sent and nothing came out. */
function lost(sent: unknown, read: unknown, at: string): string[] {
  if (sent === null || sent === undefined) return [];
  if (read === null || read === undefined) return [at];
  if (!isObject(read) || !isObject(sent)) return [];
  return Object.keys(read).flatMap((field) => lost(sent[field], read[field], `${at}.${field}`));
}

/** Reads with a schema and holds that it took everything it knows of. */
function take(name: SchemaName, sent: unknown): void {
  const result = v.safeParse(schemas[name], sent);
  assert.ok(result.success, `${name} refuses ${JSON.stringify(sent).slice(0, 300)}`);
  assert.deepEqual(lost(sent, result.output, name), [], JSON.stringify(sent).slice(0, 600));
  parsed += 1;
  const fields = sentFields.get(name) ?? new Set();
  sentFields.set(name, fields);
  for (const [field, value] of Object.entries(sent as Json)) if (value !== null) fields.add(field);
}

function takeEach(name: SchemaName, list: unknown): void {
  assert.ok(Array.isArray(list) && list.length > 0, `${name}: no list`);
  for (const item of list) take(name, item);
}

/** Reads an envelope of either generation; gives what is in it. */
function open(reply: Reply, status = 'OK'): Json {
  take('EnvelopeSchema', reply.body);
  assert.equal(reply.body.status, status, reply.text.slice(0, 300));
  const body: Json = { ...reply.body };
  const content = (body['payload'] ?? body['data']) as Json | null | undefined;
  if (content?.['page']) take('PageBlockSchema', content['page']);
  return content ?? {};
}

for (const region of ['ae', 'sa'] as const) {
  describe(`the wire schemas take every data answer of ${region}`, () => {
    it('banks, entities and refreshes', async () => {
      const bench = openBench({ region });
      const { entityId } = await bench.linked();
      takeEach('BankSchema', (await bench.get('/banks/v1')).list());
      const list = await bench.get(`/customers/v1/${bench.customerId}/entities`);
      takeEach('EntitySchema', list.list());
      const dated = await bench.get('/customers/v1/entities?start_date=2026-11-01&end_date=2026-11-23');
      takeEach('EntitySchema', dated.items());
      for (const { consents } of list.list<{ consents: unknown }>()) takeEach('ConsentSchema', consents);

      const triggered = await bench.post('/data/v2/refreshes', { entity_id: entityId });
      take('RefreshSchema', triggered.body);
      take('RefreshSchema', (await bench.get(`/data/v2/refreshes/${triggered.body.refresh_id}`)).body);
      bench.simulator.expireSession(entityId);
      const refused = await bench.post('/data/v2/refreshes', { entity_id: entityId });
      assert.equal(refused.body.status, 'RECONNECT_REQUIRED');
      take('RefreshSchema', refused.body);
      take('EnvelopeSchema', refused.body);
    });

    it('v2: accounts, balances, every page of transactions, identity', async () => {
      const bench = openBench({ region });
      const ids = await bench.linked();
      const { accounts } = open(await bench.get(`/data/v2/accounts?entity_id=${ids.entityId}`));
      takeEach('AccountSchema', accounts);
      for (const { account } of accounts as { account: unknown }[]) takeEach('SchemeSchema', account);
      const { balances } = open(await bench.get(bench.accountPath(ids, 'balances')));
      takeEach('BalanceSchema', balances);
      for (const { credit_line } of balances as { credit_line: unknown }[]) {
        for (const line of credit_line as unknown[]) take('CreditLineSchema', line);
      }
      let pages = 1;
      for (let page = 0; page < pages; page += 1) {
        const path = `transactions?size=100&page=${String(page)}&insights=true`;
        const content = open(await bench.get(bench.accountPath(ids, path)));
        takeEach('TransactionSchema', content['transactions']);
        pages = (content['page'] as { total_pages: number }).total_pages;
      }
      for (const path of [
        `/data/v2/identity?entity_id=${ids.entityId}`,
        bench.accountPath(ids, 'identities'),
      ]) {
        takeEach('IdentitySchema', open(await bench.get(path))['identities']);
      }
      const lists = {
        beneficiaries: 'beneficiaries',
        'direct-debits': 'direct_debits',
        'standing-orders': 'standing_orders',
        'scheduled-payments': 'scheduled_payments',
      };
      for (const [path, name] of Object.entries(lists)) {
        // No element shows these: their envelope is what we read.
        assert.ok(Array.isArray(open(await bench.get(bench.accountPath(ids, path)))[name]));
      }
    });

    it('v1: accounts, balance, transactions, identity', async () => {
      const bench = openBench({ region });
      const { entityId, accountId } = await bench.linked('LEANMB1');
      const ids = { entity_id: entityId, account_id: accountId };
      takeEach('AccountSchema', open(await bench.v1('/data/v1/accounts', ids))['accounts']);
      take('SingleBalanceSchema', open(await bench.v1('/data/v1/balance', ids)));
      const rows = open(await bench.v1('/data/v1/transactions', { ...ids, insights: true }));
      takeEach('TransactionSchema', rows['transactions']);
      take('IdentitySchema', open(await bench.v1('/data/v1/identity', ids)));
    });

    it('every status an envelope may have, in both generations', async () => {
      const statuses = {
        'never-syncs': 'PENDING',
        'reconnect-otp': 'RECONNECT_REQUIRED',
        'consent-expired': 'CONSENT_EXPIRED',
        'failed-bank-issue': 'FAILED',
        'processing-started': 'PROCESSING_STARTED',
      };
      for (const [scenario, status] of Object.entries(statuses)) {
        const bench = openBench({ region });
        const { entityId } = await bench.linked('LEANMB1');
        bench.simulator.setScenario(bench.customerId, scenario);
        open(await bench.get(`/data/v2/accounts?entity_id=${entityId}`), status);
        open(await bench.v1('/data/v1/accounts', { entity_id: entityId }), status);
      }
    });

    it('promised results', async () => {
      const bench = openBench({ region });
      const { entityId } = await bench.linked();
      const pending = await bench.get(`/data/v2/accounts?async=true&entity_id=${entityId}`);
      open(pending, 'PENDING');
      await bench.simulator.clock.advance(2);
      const path = `/data/v2/results/${pending.body.results_id}`;
      takeEach('AccountSchema', open(await bench.get(path))['accounts']);
    });

    it('refusals', async () => {
      const bench = openBench({ region });
      const { entityId } = await bench.linked();
      for (const path of [
        '/data/v2/accounts',
        '/data/v2/accounts?entity_id=x',
        `/data/v2/accounts/no-such-account/balances?entity_id=${entityId}`,
        '/nowhere',
      ]) {
        take('ErrorBodySchema', (await bench.get(path)).body);
      }
      for (const scenario of ['rate-limit', 'duplicated-request', 'http-403', 'http-500']) {
        bench.simulator.setScenario(bench.customerId, scenario);
        take('ErrorBodySchema', (await bench.get(`/data/v2/accounts?entity_id=${entityId}`)).body);
      }
    });

    it('webhooks of every type', async () => {
      const bench = openBench({ region });
      const { entityId } = await bench.linked('LEANMB1');
      bench.simulator.expireSession(entityId);
      const { body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}`);
      await bench.simulator.link.confirmReconnect(body.results_id);
      bench.simulator.setBankAvailability('LEANMB1', { data: false });
      bench.simulator.revokeConsent(entityId);
      const events = bench.simulator.webhooks().map((each) => JSON.parse(each.body) as Json);
      assert.ok(new Set(events.map(({ type }) => type)).size === 6);
      for (const event of events) {
        take('WebhookSchema', event);
        take('WebhookPayloadSchema', event['payload']);
      }
    });
  });
}

describe('the wire schemas', () => {
  for (const [name, schema] of Object.entries(schemas) as [SchemaName, { entries: Json }][]) {
    it(`${name} reads no field that no answer has`, () => {
      const sent = sentFields.get(name) ?? new Set();
      const unseen = Object.keys(schema.entries).filter((field) => !sent.has(field));
      assert.deepEqual(unseen, neverSent[name] ?? []);
    });
  }

  it('are all in docs/wire-schemas.md, and nothing else is', () => {
    const folder = new URL('../../src/wire/', import.meta.url);
    const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const exported = [...source.join('\n').matchAll(/^export const (\w+Schema)\b/gm)].map(
      (found) => found[1],
    );
    const page = readFileSync(new URL('../../docs/wire-schemas.md', import.meta.url), 'utf8');
    const listed = [...page.matchAll(/^\| (`.*?) \|/gm)].flatMap((row) =>
      [...(row[1] ?? '').matchAll(/`(\w+)`/g)].map((found) => found[1]),
    );
    assert.deepEqual(listed.sort(), exported.sort());
  });

  after(() => console.log(`${String(parsed)} objects of the simulator's answers read without a loss`));
});
