import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkScenarios } from '../../src/simulator/link/behaviours.js';
import type { Body, EntityBody } from './bodies.js';
import { openBench, type Reply } from './bench.js';
import { failureScenario, granularCodes, scenarioGroups, testScenarios, type Met } from './scenario-tests.js';

const { scenario, testNoneIsLeftOut } = testScenarios('life');

const granularOf = ({ body }: Reply) =>
  (body.status_detail as Body['status_detail'] | null)?.granular_status_code;

/** The newest consent of the bank as the list of entities shows it. */
async function consentOf({ bench }: Met): Promise<EntityBody['consents'][number]> {
  const [entity] = (await bench.get(`/customers/v1/${bench.customerId}/entities`)).list<EntityBody>();
  return entity!.consents.at(-1)!;
}

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

  for (const [name, days] of [
    ['consent-ends-in-20-days', 20],
    ['consent-ends-in-6-days', 6],
    ['consent-ends-in-12-hours', 0.5],
  ] as const) {
    scenario(name, `leaves ${String(days)} days, and a new connect all it asks for`, async (met) => {
      const { bench, accounts } = met;
      const left = (consent: { expiration_date_time: string | null }) =>
        (Date.parse(consent.expiration_date_time ?? '') - bench.simulator.clock.now()) / 86_400_000;
      assert.equal(left(await consentOf(met)), days);
      assert.equal((await accounts()).body.status, 'OK');
      await bench.simulator.clock.advance(days * 86_400);
      assert.equal((await accounts()).body.status, 'CONSENT_EXPIRED');
      bench.simulator.linkEntity({ customerId: bench.customerId, bankIdentifier: 'LEANMB1' });
      assert.notEqual(left(await consentOf(met)), days);
      assert.equal((await accounts()).body.status, 'OK');
    });
  }

  for (const [name, status] of [
    ['consent-ended-yesterday', 'REVOKED'],
    ['consent-rejected', 'REJECTED'],
  ] as const) {
    scenario(name, `shows ${status} until there is a new consent`, async (met) => {
      const { bench, accounts } = met;
      const consent = await consentOf(met);
      assert.equal(consent.consent_status, status);
      const isPast = Date.parse(consent.expiration_date_time ?? '') < bench.simulator.clock.now();
      assert.equal(isPast, status === 'REVOKED');
      assert.equal((await accounts()).body.status, 'CONSENT_EXPIRED');
      bench.simulator.linkEntity({ customerId: bench.customerId, bankIdentifier: 'LEANMB1' });
      assert.equal((await consentOf(met)).consent_status, 'ACTIVE');
      assert.equal((await accounts()).body.status, 'OK');
    });
  }

  scenario('consent-without-end', 'names no end, and has none', async (met) => {
    const { consent_status: status, expiration_date_time: end } = await consentOf(met);
    assert.deepEqual([status, end], ['ACTIVE', null]);
    await met.bench.simulator.clock.advance(400 * 86_400);
    assert.equal((await met.accounts()).body.status, 'OK');
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

  for (const code of granularCodes) {
    scenario(
      failureScenario(code),
      'answers 200 FAILED with its code and a text for people',
      async ({ accounts }) => {
        const reply = await accounts();
        assert.equal(reply.status, 200);
        assert.equal(reply.body.status, 'FAILED');
        assert.equal(granularOf(reply), code);
        assert.match(reply.body.status_detail.status_additional_info, /^[A-Z].+\.$/);
        assert.equal('data' in reply.body, false);
      },
    );
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

  scenario('rate-limit-retry-after-date', 'works at the date of the header', async ({ bench, accounts }) => {
    const { status, headers } = await accounts();
    const moment = Date.parse(headers.get('retry-after') ?? '');
    assert.deepEqual([status, moment - bench.simulator.clock.now()], [429, 2000]);
    await bench.simulator.clock.advance(2);
    assert.equal((await accounts()).status, 200);
  });

  for (const [name, retryAfter] of [
    ['rate-limit-retry-after-garbage', 'soon'],
    ['rate-limit-retry-after-10-years', '315360000'],
    ['rate-limit-retry-after-negative', '-1'],
  ] as const) {
    scenario(name, `says Retry-After: ${retryAfter}`, async ({ bench, accounts }) => {
      const { status, headers } = await accounts();
      assert.deepEqual([status, headers.get('retry-after')], [429, retryAfter]);
      await bench.simulator.clock.advance(60);
      assert.equal((await accounts()).status, 429);
    });
  }

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

  testNoneIsLeftOut();
});

describe('the list of scenarios', () => {
  it('has none that these tests leave out', () => {
    const listed = openBench()
      .simulator.scenarios()
      .map(({ name }) => name);
    const tested = [...Object.values(scenarioGroups).flat(), ...Object.keys(linkScenarios)];
    assert.deepEqual(tested.sort(), [...listed].sort());
  });

  it("tells the Link double which of its behaviours a customer's scenario asks for", () => {
    const { simulator, customerId } = openBench();
    simulator.setScenario(customerId, 'link-silent');
    assert.equal(simulator.link.scenario(customerId), 'link-silent');
  });
});
