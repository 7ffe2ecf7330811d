import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Body, EntityBody, RowBody } from './bodies.js';
import { openBench, type Bench, type Reply } from './bench.js';
import { linkScenarios } from '../../src/simulator/link/behaviours.js';

/** What a test of a scenario is given: accounts, balances and transactions of a freshly linked bank. */
interface Met {
  bench: Bench;
  entityId: string;
  accounts: () => Promise<Reply>;
  balances: () => Promise<Reply>;
  transactions: (query?: string) => Promise<Reply>;
}

/** Links a bank on a good day, then lets the scenario begin. */
async function meet(scenario: string, bankIdentifier = 'LEANMB1'): Promise<Met> {
  const bench = openBench();
  const ids = await bench.linked(bankIdentifier);
  bench.simulator.setScenario(bench.customerId, scenario);
  return {
    bench,
    entityId: ids.entityId,
    accounts: () => bench.get(`/data/v2/accounts?entity_id=${ids.entityId}`),
    balances: () => bench.get(bench.accountPath(ids, 'balances')),
    transactions: (query = '') => bench.get(bench.accountPath(ids, `transactions${query}`)),
  };
}

const granularOf = ({ body }: Reply) =>
  (body.status_detail as Body['status_detail'] | null)?.granular_status_code;
const seen: string[] = [];

/** A test of one scenario; the last test checks that none was left out. */
function scenario(name: string, does: string, run: (met: Met) => Promise<void>, bank?: string): void {
  seen.push(name);
  it(`${name} ${does}`, async () => run(await meet(name, bank)));
}

const codes = [
  'BANK_ISSUE',
  'UNSEEN_BANK_ERROR',
  'BANK_MAINTENANCE',
  'LEAN_ERROR',
  'TIMEOUT',
  'INTERNAL_SERVER_ERROR',
  'DUPLICATED_REQUEST',
  'LOGGED_IN_ELSEWHERE',
  'ACTIVE_SESSION_EXISTS',
  'EU_ACCOUNT_LOCKED',
  'EU_FUNCTIONALITY_RESTRICTED',
  'DISABLED_BY_LEAN',
  'DISABLED_BY_CLIENT',
  'CONSENT_EXPIRED',
  'USER_PERMISSIONS_NOT_GRANTED',
  'USER_TRANSACTION_RANGE_NOT_GRANTED',
  'UNSUPPORTED_BY_BANK',
  'DATA_NOT_FOUND',
  'KNOWN_UNSUPPORTED_MFA_BEHAVIOUR',
  'KNOWN_TRAFFIC_OUTSIDE_ALLOWED_REGION',
];

describe('scenarios of life with a bank', () => {
  scenario('ready', 'answers at once', async ({ accounts, transactions }) => {
    assert.equal((await accounts()).body.status, 'OK');
    assert.equal((await transactions()).body.status, 'OK');
  });

  for (const [name, accountsS, allS] of [
    ['sync-10s', 3, 10],
    ['slow-sync-40s', 12, 40],
    ['slow-sync-20m', 120, 1200],
  ] as const) {
    scenario(name, `is there after ${String(allS)} seconds`, async ({ bench, accounts, balances }) => {
      assert.equal((await accounts()).body.status, 'PENDING');
      await bench.simulator.clock.advance(accountsS);
      assert.equal((await accounts()).body.status, 'OK');
      assert.equal((await balances()).body.status, 'PENDING');
      await bench.simulator.clock.advance(allS - accountsS);
      assert.equal((await balances()).body.status, 'OK');
    });
  }

  scenario('never-syncs', 'stays PENDING', async ({ bench, accounts }) => {
    await bench.simulator.clock.advance(7 * 24 * 3600);
    assert.equal((await accounts()).body.status, 'PENDING');
  });

  scenario('reconnect-otp', 'is over after a reconnect, and back after ten idle minutes', async (met) => {
    const { bench, accounts } = met;
    const { body } = await accounts();
    assert.equal(body.status, 'RECONNECT_REQUIRED');
    await bench.simulator.link.confirmReconnect(body.results_id);
    assert.equal((await accounts()).body.status, 'OK');
    await bench.simulator.clock.advance(601);
    assert.equal((await accounts()).body.status, 'RECONNECT_REQUIRED');
  });

  it('reconnect-otp holds for a bank that is linked later, too', async () => {
    const bench = openBench({ scenario: 'reconnect-otp' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    assert.equal((await bench.get(`/data/v2/accounts?entity_id=${id}`)).body.status, 'RECONNECT_REQUIRED');
  });

  scenario('consent-expired', 'is over after a new connect', async ({ bench, accounts }) => {
    assert.equal((await accounts()).body.status, 'CONSENT_EXPIRED');
    const [entity] = (await bench.get(`/customers/v1/${bench.customerId}/entities`)).list<EntityBody>();
    assert.equal(entity!.consents.at(-1)!.consent_status, 'REVOKED');
    bench.simulator.linkEntity({ customerId: bench.customerId, bankIdentifier: 'LEANMB1' });
    assert.equal((await accounts()).body.status, 'OK');
  });

  scenario('permission-missing', 'withholds balances and transactions', async (met) => {
    assert.equal((await met.accounts()).body.status, 'OK');
    assert.equal(granularOf(await met.balances()), 'USER_PERMISSIONS_NOT_GRANTED');
    assert.equal(granularOf(await met.transactions()), 'USER_PERMISSIONS_NOT_GRANTED');
  });

  scenario('one-bank-down', 'fails for the second bank of three', async ({ bench }) => {
    const { simulator, customerId } = bench;
    for (const bankIdentifier of ['LEANMB1_SAU', 'FALAJ_RETAIL_UAE']) {
      simulator.linkEntity({ customerId, bankIdentifier });
    }
    const { list } = await bench.get(`/customers/v1/${customerId}/entities`);
    const answers = await Promise.all(
      list<EntityBody>().map(async ({ id }) => {
        const reply = await bench.get(`/data/v2/accounts?entity_id=${id}`);
        return granularOf(reply) ?? reply.body.status;
      }),
    );
    assert.deepEqual(answers, ['OK', 'BANK_ISSUE', 'OK']);
  });

  for (const code of codes) {
    const name = `failed-${code.toLowerCase().replaceAll('_', '-')}`;
    scenario(name, 'answers 200 FAILED with its code and a text for people', async ({ accounts }) => {
      const reply = await accounts();
      assert.equal(reply.status, 200);
      assert.equal(reply.body.status, 'FAILED');
      assert.equal(granularOf(reply), code);
      assert.match(reply.body.status_detail.status_additional_info, /^[A-Z].+\.$/);
      assert.equal('data' in reply.body, false);
    });
  }

  scenario('rate-limit', 'refuses with 429 until it is over', async ({ bench, entityId, accounts }) => {
    assert.equal((await bench.post('/data/v2/refreshes', { entity_id: entityId })).status, 429);
    const { status, body, headers } = await accounts();
    assert.deepEqual([status, body.status, headers.get('retry-after')], [429, 'RATE_LIMIT_EXCEEDED', null]);
    await bench.simulator.clock.advance(3600);
    assert.equal((await accounts()).status, 429);
  });

  scenario('rate-limit-retry-after', 'works when the header says', async ({ bench, accounts }) => {
    const { status, headers } = await accounts();
    assert.deepEqual([status, headers.get('retry-after')], [429, '2']);
    await bench.simulator.clock.advance(2);
    assert.equal((await accounts()).status, 200);
  });

  scenario('duplicated-request', 'works after a minute', async ({ bench, accounts }) => {
    const { status, body } = await accounts();
    assert.deepEqual([status, body.status], [429, 'DUPLICATED_REQUEST']);
    await bench.simulator.clock.advance(59);
    assert.equal((await accounts()).status, 429);
    await bench.simulator.clock.advance(1);
    assert.equal((await accounts()).status, 200);
  });

  scenario(
    'pending-results',
    'answers PENDING, then the result, then at once',
    async ({ bench, accounts }) => {
      const { status, body } = await accounts();
      assert.deepEqual([status, body.status], [202, 'PENDING']);
      assert.equal((await accounts()).body.results_id, body.results_id);
      const path = `/data/v2/results/${body.results_id}`;
      assert.equal((await bench.get(path)).body.status, 'UNKNOWN_RESULTS_ID');
      await bench.simulator.clock.advance(2);
      assert.equal((await bench.get(path)).body.status, 'OK');
      assert.equal((await accounts()).body.status, 'OK');
    },
  );

  scenario('pending-forever', 'never has a result', async ({ bench, accounts }) => {
    const { body } = await accounts();
    await bench.simulator.clock.advance(24 * 3600);
    assert.equal((await accounts()).body.status, 'PENDING');
    assert.equal((await bench.get(`/data/v2/results/${body.results_id}`)).status, 404);
  });
});

describe('scenarios of data', () => {
  for (const rows of [10_000, 100_000]) {
    scenario(`rows-${String(rows)}`, 'counts so many, each page full', async ({ transactions }) => {
      const { body } = await transactions('?size=100');
      assert.equal(body.data.page.total_elements, rows);
      const last = await transactions(`?size=100&page=${String(rows / 100 - 1)}`);
      assert.equal(last.body.data.transactions.length, 100);
      assert.ok(last.body.data.transactions.at(-1)!.booking_date_time.startsWith('2026-11-23'));
    });
  }

  scenario('three-decimals', 'is in dinars', async ({ balances, transactions }) => {
    const amounts = (await transactions('?size=100')).body.data.transactions.map(
      ({ amount }) => amount.amount,
    );
    assert.equal((await balances()).body.data.balances[0]!.amount.currency, 'KWD');
    assert.ok(amounts.every((amount) => /^\d+(\.\d{1,3})?$/.test(String(amount))));
    assert.ok(amounts.some((amount) => /\.\d{3}$/.test(String(amount))));
  });

  scenario('arabic-bank', 'writes everything in Arabic', async ({ accounts, transactions }) => {
    const { body } = await accounts();
    for (const { nickname, account_holder_name } of body.data.accounts) {
      assert.match(nickname + account_holder_name, /^[\u0600-\u06ff ]+$/);
    }
    for (const { transaction_information } of (await transactions()).body.data.transactions) {
      assert.match(transaction_information, /[\u0600-\u06ff]/);
    }
  });

  scenario('hostile-text', 'has markup, overrides and great lengths', async ({ transactions }) => {
    const { body } = await transactions('?size=100');
    const texts = body.data.transactions
      .map(({ transaction_information }) => transaction_information)
      .join('\n');
    assert.ok(texts.includes('<script>') && texts.includes('\u202e') && texts.length > 10_000);
  });

  scenario('unknown-status', 'answers a status of no document', async ({ accounts }) => {
    const { status, body } = await accounts();
    assert.deepEqual([status, body.status, body.data], [200, 'DATA_TEMPORARILY_UNAVAILABLE', null]);
  });

  scenario('processing-started', 'answers PROCESSING_STARTED', async ({ accounts }) => {
    assert.equal((await accounts()).body.status, 'PROCESSING_STARTED');
  });

  scenario(
    'missing-fields',
    'leaves most out of every second item',
    async ({ bench, entityId, transactions }) => {
      const [whole, broken] = (await transactions()).body.data.transactions as [RowBody, RowBody];
      assert.equal('amount' in whole, true);
      assert.equal('amount' in broken, false);
      const v1 = await bench.v1('/data/v1/accounts', { entity_id: entityId });
      assert.equal('currency_code' in v1.body.payload.accounts[1]!, false);
    },
  );

  scenario('wrong-types', 'turns every second item over', async ({ transactions }) => {
    const [whole, broken] = (await transactions()).body.data.transactions as [RowBody, RowBody];
    assert.equal(typeof whole.booking_date_time, 'string');
    assert.equal(typeof broken.booking_date_time, 'number');
    assert.ok(Array.isArray(broken.amount));
  });

  scenario('unknown-currency', 'counts in a currency nobody has', async ({ bench, entityId, balances }) => {
    assert.equal((await balances()).body.data.balances[0]!.amount.currency, 'QQQ');
    const v1 = await bench.v1('/data/v1/accounts', { entity_id: entityId });
    assert.equal(v1.body.payload.accounts[0]!.currency_code, 'QQQ');
  });
});

describe('scenarios of the network', () => {
  scenario('html-instead-of-json', 'answers 200 with a page', async ({ accounts }) => {
    const { status, text, headers } = await accounts();
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.match(text, /^<!doctype html>/);
  });

  scenario('empty-body', 'answers 200 with nothing', async ({ accounts }) => {
    const { status, text } = await accounts();
    assert.deepEqual([status, text], [200, '']);
  });

  scenario('no-content', 'answers 204', async ({ accounts }) => {
    assert.equal((await accounts()).status, 204);
  });

  scenario('truncated-json', 'ends in the middle', async ({ accounts }) => {
    const { text } = await accounts();
    assert.ok(text.startsWith('{"status":"OK"'));
    assert.throws(() => JSON.parse(text), SyntaxError);
  });

  scenario('json-with-bom', 'starts with a byte order mark', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const response = await bench.simulator.fetch(url, { headers: await bench.bearer() });
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  });

  scenario('wrong-content-type', 'calls JSON text', async ({ accounts }) => {
    const { headers, body } = await accounts();
    assert.deepEqual([headers.get('content-type'), body.status], ['text/plain', 'OK']);
  });

  scenario('huge-body', 'answers more than ten megabytes of JSON', async ({ accounts }) => {
    const { text, body } = await accounts();
    assert.ok(text.length > 10_000_000);
    assert.equal(body.status, 'OK');
  });

  scenario('reset', 'breaks after some of the body', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const response = await bench.simulator.fetch(url, { headers: await bench.bearer() });
    assert.equal(response.status, 200);
    await assert.rejects(response.text(), { code: 'ECONNRESET' });
  });

  scenario('reset-before-headers', 'rejects as fetch does', async ({ accounts }) => {
    await assert.rejects(accounts(), (error: Error & { code?: string }) => {
      assert.ok(error instanceof TypeError);
      assert.equal(error.code, 'ECONNRESET');
      return true;
    });
  });

  scenario('slow-bytes', 'arrives whole, in slices', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const response = await bench.simulator.fetch(url, { headers: await bench.bearer() });
    const decoder = new TextDecoder();
    let slices = 0;
    let text = '';
    for await (const slice of response.body ?? []) {
      slices += 1;
      text += decoder.decode(slice, { stream: true });
    }
    assert.ok(slices >= 15);
    assert.equal((JSON.parse(text) as { status: string }).status, 'OK');
  });

  scenario('never-answers', 'waits until the caller gives up', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const controller = new AbortController();
    const asked = bench.simulator.fetch(url, { headers: await bench.bearer(), signal: controller.signal });
    const first = await Promise.race([
      asked.then(() => 'answer'),
      bench.get('/banks/v1').then(() => 'other'),
    ]);
    assert.equal(first, 'other');
    controller.abort();
    await assert.rejects(asked, { name: 'AbortError' });
  });

  scenario('redirect-to-login', 'answers 302', async ({ accounts }) => {
    const { status, headers } = await accounts();
    assert.deepEqual([status, headers.get('location')], [302, '/login']);
  });

  for (const [name, status] of [
    ['http-401', 401],
    ['http-403', 403],
    ['http-500', 500],
    ['http-502-html', 502],
    ['http-503', 503],
  ] as const) {
    scenario(name, `answers ${String(status)} again and again`, async ({ accounts }) => {
      assert.equal((await accounts()).status, status);
      assert.equal((await accounts()).status, status);
    });
  }

  scenario('http-503-retry-after', 'says when to come back', async ({ accounts }) => {
    const { status, headers } = await accounts();
    assert.deepEqual([status, headers.get('retry-after')], [503, '2']);
  });

  scenario('http-503-once', 'works on the second try of each call', async ({ accounts, balances }) => {
    const statuses = [await accounts(), await accounts(), await balances(), await balances()];
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [503, 200, 503, 200],
    );
  });

  scenario('reset-once', 'breaks the first try of each call', async ({ accounts }) => {
    await assert.rejects(accounts());
    assert.equal((await accounts()).body.status, 'OK');
  });

  it('network scenarios leave linking alone', async () => {
    const bench = openBench({ scenario: 'reset' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    const [entity] = (await bench.get(`/customers/v1/${bench.customerId}/entities`)).list<EntityBody>();
    assert.equal(entity!.id, id);
  });
});

describe('the list of scenarios', () => {
  it('has none that these tests leave out', () => {
    const listed = openBench()
      .simulator.scenarios()
      .map(({ name }) => name);
    assert.deepEqual([...seen, ...Object.keys(linkScenarios)].sort(), [...listed].sort());
  });

  it("tells the Link double which of its behaviours a customer's scenario asks for", () => {
    const { simulator, customerId } = openBench();
    simulator.setScenario(customerId, 'link-silent');
    assert.equal(simulator.link.scenario(customerId), 'link-silent');
  });
});
