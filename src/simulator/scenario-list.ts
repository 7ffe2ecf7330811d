/**
 * The scenarios by group, as data; `scenarios.ts` says what the effects are, and where the code stands that acts on
 * them.
 */
import { granularCodes } from './failures.js';
import { faultMeanings, type FaultName } from './faults.js';
import { linkScenarios } from './link/behaviours.js';
import type { Scenario } from './scenarios.js';

type Scenarios = Readonly<Record<string, Scenario>>;

const MINUTE_S = 60;
const DAY_S = 24 * 60 * MINUTE_S;

const sync: Scenarios = {
  ready: { meaning: 'Data is there as soon as the bank is linked.', effects: {} },
  'sync-10s': {
    meaning: 'As in the sandbox: accounts after 3 seconds, everything after 10.',
    effects: { sync: { accountsAfterS: 3, allAfterS: 10 } },
  },
  'slow-sync-40s': {
    meaning: 'Accounts after 12 seconds, everything after 40.',
    effects: { sync: { accountsAfterS: 12, allAfterS: 40 } },
  },
  'slow-sync-20m': {
    meaning: 'Accounts after 2 minutes, everything after 20.',
    effects: { sync: { accountsAfterS: 2 * MINUTE_S, allAfterS: 20 * MINUTE_S } },
  },
  'never-syncs': {
    meaning: 'The bank is linked and its data never arrives.',
    effects: { sync: { accountsAfterS: Infinity, allAfterS: Infinity } },
  },
};

const access: Scenarios = {
  'reconnect-otp': {
    meaning: 'The bank wants an OTP: data calls answer RECONNECT_REQUIRED until the customer reconnects.',
    effects: { endsSession: true },
  },
  'consent-expired': {
    meaning: 'The consent is over: data calls answer CONSENT_EXPIRED until the customer connects again.',
    effects: { endsConsent: true },
  },
  'permission-missing': {
    meaning: 'The customer gave no permission for balances and transactions.',
    effects: { withholds: ['balance', 'transactions'] },
  },
  'consent-ends-in-20-days': {
    meaning: 'The consent ends in 20 days, until the customer renews it.',
    effects: { consent: { endsInS: 20 * DAY_S } },
  },
  'consent-ends-in-6-days': {
    meaning: 'The consent ends in six days, until the customer renews it.',
    effects: { consent: { endsInS: 6 * DAY_S } },
  },
  'consent-ends-in-12-hours': {
    meaning: 'The consent ends in twelve hours, until the customer renews it.',
    effects: { consent: { endsInS: DAY_S / 2 } },
  },
  'consent-ended-yesterday': {
    meaning:
      'The consent ran out a day ago: data calls answer CONSENT_EXPIRED until the customer connects again.',
    effects: { consent: { endsInS: -DAY_S } },
  },
  'consent-rejected': {
    meaning:
      'Lean lists the consent as REJECTED: data calls answer CONSENT_EXPIRED until the customer connects again.',
    effects: { consent: { isRejected: true } },
  },
  'consent-without-end': {
    meaning: 'Lean names no end of the consent.',
    effects: { consent: { endsInS: null } },
  },
};

const refusal: Scenarios = {
  'rate-limit': {
    meaning: 'Every data call is refused with 429 RATE_LIMIT_EXCEEDED.',
    effects: { refuses: { status: 'RATE_LIMIT_EXCEEDED' } },
  },
  'rate-limit-retry-after': {
    meaning: 'Each data call is refused with 429 and Retry-After: 2, and works two seconds later.',
    effects: { refuses: { status: 'RATE_LIMIT_EXCEEDED', forS: 2, retryAfter: '2' } },
  },
  'rate-limit-retry-after-date': {
    meaning:
      'Each data call is refused with 429 and a date two seconds ahead in Retry-After, and works then.',
    effects: { refuses: { status: 'RATE_LIMIT_EXCEEDED', forS: 2, retryAfter: { dateInS: 2 } } },
  },
  'rate-limit-retry-after-garbage': {
    meaning: 'Every data call is refused with 429 and Retry-After: soon.',
    effects: { refuses: { status: 'RATE_LIMIT_EXCEEDED', retryAfter: 'soon' } },
  },
  'rate-limit-retry-after-10-years': {
    meaning: 'Every data call is refused with 429 and ten years in Retry-After.',
    effects: { refuses: { status: 'RATE_LIMIT_EXCEEDED', retryAfter: '315360000' } },
  },
  'rate-limit-retry-after-negative': {
    meaning: 'Every data call is refused with 429 and Retry-After: -1.',
    effects: { refuses: { status: 'RATE_LIMIT_EXCEEDED', retryAfter: '-1' } },
  },
  'duplicated-request': {
    meaning: 'Each data call is refused with 429 DUPLICATED_REQUEST for its first minute.',
    effects: { refuses: { status: 'DUPLICATED_REQUEST', forS: MINUTE_S } },
  },
};

const asynchronous: Scenarios = {
  'pending-results': {
    meaning: 'Each data call answers PENDING first; its result is there two seconds later.',
    effects: { pendsFor: 2 },
  },
  'pending-forever': {
    meaning: 'Each data call answers PENDING and its result never comes.',
    effects: { pendsFor: Infinity },
  },
};

const data: Scenarios = {
  'rows-10000': { meaning: 'Each current account has 10,000 transactions.', effects: { rows: 10_000 } },
  'rows-100000': { meaning: 'Each current account has 100,000 transactions.', effects: { rows: 100_000 } },
  'three-decimals': {
    meaning: 'All money is in Kuwaiti dinars, with three decimals.',
    effects: { currency: 'KWD' },
  },
  'two-currencies': {
    meaning: 'The second account of each bank is in US dollars.',
    effects: { secondCurrency: 'USD' },
  },
  'arabic-bank': { meaning: 'The bank writes everything in Arabic.', effects: { texts: 'arabic' } },
  'hostile-text': {
    meaning: 'Texts hold markup, scripts, direction overrides, control characters and great lengths.',
    effects: { texts: 'hostile' },
  },
  'no-accounts': { meaning: 'The bank has no accounts of the customer.', effects: { lacks: 'accounts' } },
  'no-balances': { meaning: 'The accounts have no balances.', effects: { lacks: 'balances' } },
  'no-transactions': { meaning: 'The accounts have no transactions.', effects: { lacks: 'transactions' } },
  'no-identity': { meaning: 'v2 has nobody’s identity.', effects: { lacks: 'identity' } },
  'accounts-200': { meaning: 'Each bank has 200 accounts of the customer.', effects: { accounts: 200 } },
};

const brokenData: Scenarios = {
  'unknown-status': {
    meaning: 'Data calls answer a status that is in no document.',
    effects: { distorts: 'unknown-status' },
  },
  'processing-started': {
    meaning: 'Data calls answer PROCESSING_STARTED, which Lean lists and explains nowhere.',
    effects: { distorts: 'processing-started' },
  },
  'missing-fields': {
    meaning: 'Every second item lacks most of its fields.',
    effects: { distorts: 'missing-fields' },
  },
  'wrong-types': {
    meaning: 'Every second item has fields of the wrong type.',
    effects: { distorts: 'wrong-types' },
  },
  'unknown-currency': {
    meaning: 'Amounts are in a currency that does not exist.',
    effects: { distorts: 'unknown-currency' },
  },
};

const failure: Scenarios = Object.fromEntries(
  granularCodes.map((code): [string, Scenario] => [
    `failed-${code.toLowerCase().replaceAll('_', '-')}`,
    { meaning: `Data calls answer FAILED with ${code}.`, effects: { fails: { code } } },
  ]),
);

const faults: Scenarios = Object.fromEntries(
  Object.entries(faultMeanings).map(([name, meaning]): [string, Scenario] => [
    name,
    { meaning, effects: { fault: { name: name as FaultName } } },
  ]),
);

const passingFaults: Scenarios = {
  'http-503-once': {
    meaning: 'Each data call answers 503 the first time and works the next.',
    effects: { fault: { name: 'http-503', times: 1 } },
  },
  'http-503-20s': {
    meaning: 'Each data call answers 503 until 20 seconds after it was first made.',
    effects: { fault: { name: 'http-503', forS: 20 } },
  },
  'reset-once': {
    meaning: 'The connection breaks on the first try of each data call, while the answer arrives.',
    effects: { fault: { name: 'reset', times: 1 } },
  },
  'reset-before-headers-once': {
    meaning: 'The connection breaks on the first try of each data call, before it answers.',
    effects: { fault: { name: 'reset-before-headers', times: 1 } },
  },
};

const link: Scenarios = Object.fromEntries(
  Object.entries(linkScenarios).map(([name, meaning]): [string, Scenario] => [
    name,
    { meaning, effects: {} },
  ]),
);

/** Every scenario by the group it is listed in. */
export const scenarioGroups = {
  sync,
  access,
  failure: {
    'one-bank-down': {
      meaning: 'The second bank of the customer fails with BANK_ISSUE, the others answer.',
      effects: { fails: { code: 'BANK_ISSUE', secondBankOnly: true } },
    },
    ...failure,
  },
  refusal,
  asynchronous,
  data,
  'broken data': brokenData,
  network: { ...faults, ...passingFaults },
  link,
} satisfies Record<string, Scenarios>;
