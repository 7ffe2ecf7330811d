/**
 * What a customer can meet, by name: one line of meaning and the effects, as data. The code that acts on an effect
 * stands where the effect shows: `gate.ts` for what a call answers, `faults.ts` for the wire, `entities.ts` for
 * sync, session and consent, `ledger/` for rows and texts, `distortions.ts` for broken bodies.
 */
import type { ErrorStatus } from './answers.js';
import type { DistortionName } from './distortions.js';
import { granularCodes, type GranularCode } from './failures.js';
import { faultMeanings, type FaultName } from './faults.js';
import { linkScenarios } from './link/behaviours.js';
import type { Permission } from './permissions.js';

/** How a scenario changes the world of its customer; what is absent stays as on a good day. */
export interface ScenarioEffects {
  /** Seconds after linking until accounts, then everything, can be read. Never is `Infinity`. */
  sync?: { accountsAfterS: number; allAfterS: number };
  /** The bank session is over: data calls ask for a reconnect until there was one. */
  endsSession?: true;
  /** The consent is over: data calls ask for a new connect until there was one. */
  endsConsent?: true;
  /** Permissions the customer did not give. */
  withholds?: readonly Permission[];
  /** Data calls answer HTTP 200 with `FAILED`; `secondBankOnly` leaves the customer's other banks alone. */
  fails?: { code: GranularCode; secondBankOnly?: true };
  /** Data calls are refused. `forS`: each call, until so many seconds after it was first made. */
  refuses?: { status: ErrorStatus; forS?: number; retryAfter?: string | { dateInS: number } };
  /** The first answer of each call is `PENDING`; its result is there so many seconds later. */
  pendsFor?: number;
  /** What the network does to answers; `times` limits it to the first tries of each call, `forS` to its first seconds. */
  fault?: { name: FaultName; times?: number; forS?: number };
  /** Transactions of each current account, all together. */
  rows?: number;
  currency?: string;
  texts?: 'arabic' | 'hostile';
  distorts?: DistortionName;
}

/** A named scenario. */
export interface Scenario {
  meaning: string;
  effects: ScenarioEffects;
}

/** What a list of scenarios says of each. */
export interface ScenarioLine {
  name: string;
  meaning: string;
}

const MINUTE_S = 60;

const named: Record<string, Scenario> = {
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
  'one-bank-down': {
    meaning: 'The second bank of the customer fails with BANK_ISSUE, the others answer.',
    effects: { fails: { code: 'BANK_ISSUE', secondBankOnly: true } },
  },
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
  'pending-results': {
    meaning: 'Each data call answers PENDING first; its result is there two seconds later.',
    effects: { pendsFor: 2 },
  },
  'pending-forever': {
    meaning: 'Each data call answers PENDING and its result never comes.',
    effects: { pendsFor: Infinity },
  },
  'rows-10000': { meaning: 'Each current account has 10,000 transactions.', effects: { rows: 10_000 } },
  'rows-100000': { meaning: 'Each current account has 100,000 transactions.', effects: { rows: 100_000 } },
  'three-decimals': {
    meaning: 'All money is in Kuwaiti dinars, with three decimals.',
    effects: { currency: 'KWD' },
  },
  'arabic-bank': { meaning: 'The bank writes everything in Arabic.', effects: { texts: 'arabic' } },
  'hostile-text': {
    meaning: 'Texts hold markup, scripts, direction overrides, control characters and great lengths.',
    effects: { texts: 'hostile' },
  },
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

const failureScenarios = Object.fromEntries(
  granularCodes.map((code): [string, Scenario] => [
    `failed-${code.toLowerCase().replaceAll('_', '-')}`,
    { meaning: `Data calls answer FAILED with ${code}.`, effects: { fails: { code } } },
  ]),
);

const faultScenarios = Object.fromEntries(
  Object.entries(faultMeanings).map(([name, meaning]): [string, Scenario] => [
    name,
    { meaning, effects: { fault: { name: name as FaultName } } },
  ]),
);

const passingFaults: Record<string, Scenario> = {
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

const linkBehaviours = Object.fromEntries(
  Object.entries(linkScenarios).map(([name, meaning]): [string, Scenario] => [
    name,
    { meaning, effects: {} },
  ]),
);

const all: Readonly<Record<string, Scenario>> = {
  ...named,
  ...failureScenarios,
  ...faultScenarios,
  ...passingFaults,
  ...linkBehaviours,
};

/** The scenario of a customer who has none. */
export const DEFAULT_SCENARIO = 'ready';

/** True for the name of a scenario. */
export function isScenario(name: unknown): name is string {
  return typeof name === 'string' && Object.hasOwn(all, name);
}

/** The effects of a scenario. Throws a `RangeError` for a name that is in no list. */
export function effectsOf(name: string): ScenarioEffects {
  const scenario = isScenario(name) ? all[name] : undefined;
  if (!scenario) throw new RangeError(`There is no scenario "${name}"; listScenarios() names them all.`);
  return scenario.effects;
}

/** Every scenario with its meaning. */
export function listScenarios(): ScenarioLine[] {
  return Object.entries(all).map(([name, { meaning }]) => ({ name, meaning }));
}
