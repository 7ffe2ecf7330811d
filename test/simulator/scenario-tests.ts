/** Tests of scenarios by group, with a check that none of a group is left out. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openBench, type Bench, type Reply } from './bench.js';

/** Every granular code of Lean (facts §3.9). */
export const granularCodes = [
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

/** The scenario of a granular code. */
export function failureScenario(code: string): string {
  return `failed-${code.toLowerCase().replaceAll('_', '-')}`;
}

/** The names of all scenarios but those of the Link double. */
export const scenarioGroups = {
  life: [
    'ready',
    'sync-10s',
    'slow-sync-40s',
    'slow-sync-20m',
    'never-syncs',
    'reconnect-otp',
    'consent-expired',
    'consent-ends-in-20-days',
    'consent-ends-in-6-days',
    'consent-ends-in-12-hours',
    'consent-ended-yesterday',
    'consent-rejected',
    'consent-without-end',
    'permission-missing',
    'one-bank-down',
    'rate-limit',
    'rate-limit-retry-after',
    'rate-limit-retry-after-date',
    'rate-limit-retry-after-garbage',
    'rate-limit-retry-after-10-years',
    'rate-limit-retry-after-negative',
    'duplicated-request',
    'pending-results',
    'pending-forever',
    ...granularCodes.map(failureScenario),
  ],
  data: [
    'rows-10000',
    'rows-100000',
    'three-decimals',
    'two-currencies',
    'arabic-bank',
    'hostile-text',
    'no-accounts',
    'no-balances',
    'no-transactions',
    'no-identity',
    'accounts-200',
    'unknown-status',
    'processing-started',
    'missing-fields',
    'wrong-types',
    'unknown-currency',
  ],
  network: [
    'html-instead-of-json',
    'empty-body',
    'no-content',
    'truncated-json',
    'json-with-bom',
    'wrong-content-type',
    'wrong-charset',
    'gzip-error',
    'content-length-lie',
    'huge-body',
    'reset',
    'reset-before-headers',
    'slow-bytes',
    'byte-by-byte',
    'slow-3g',
    'latency-30s',
    'never-answers',
    'redirect-to-login',
    'redirect-elsewhere',
    'http-401',
    'http-403',
    'http-404',
    'http-419',
    'http-500',
    'http-500-empty',
    'http-500-problem',
    'http-502-html',
    'http-503',
    'http-503-retry-after',
    'http-503-once',
    'http-503-20s',
    'reset-once',
    'reset-before-headers-once',
  ],
};

/** What a test of a scenario is given: accounts, balances and transactions of a freshly linked bank. */
export interface Met {
  bench: Bench;
  entityId: string;
  accounts: () => Promise<Reply>;
  balances: () => Promise<Reply>;
  transactions: (query?: string) => Promise<Reply>;
}

/** Links a bank on a good day, then lets the scenario begin. */
async function meet(name: string): Promise<Met> {
  const bench = openBench();
  const ids = await bench.linked('LEANMB1');
  bench.simulator.setScenario(bench.customerId, name);
  return {
    bench,
    entityId: ids.entityId,
    accounts: () => bench.get(`/data/v2/accounts?entity_id=${ids.entityId}`),
    balances: () => bench.get(bench.accountPath(ids, 'balances')),
    transactions: (query = '') => bench.get(bench.accountPath(ids, `transactions${query}`)),
  };
}

/** A way to test the scenarios of a group one by one, and to make sure that all were. */
export function testScenarios(group: keyof typeof scenarioGroups) {
  const tested: string[] = [];
  return {
    scenario(name: string, does: string, run: (met: Met) => Promise<void>): void {
      tested.push(name);
      it(`${name} ${does}`, async () => run(await meet(name)));
    },
    testNoneIsLeftOut(): void {
      it('leaves no scenario of its group untested', () => {
        assert.deepEqual([...tested].sort(), [...scenarioGroups[group]].sort());
      });
    },
  };
}
