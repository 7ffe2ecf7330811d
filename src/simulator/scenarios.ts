/**
 * What a customer can meet, by name: one line of meaning and the effects, as data. The code that acts on an effect
 * stands where the effect shows: `gate.ts` for what a call answers, `faults.ts` for the wire, `entities.ts` for
 * sync, session and consent, `ledger/` for rows and texts, `distortions.ts` for broken bodies.
 */
import type { ErrorStatus } from './answers.js';
import type { DistortionName } from './distortions.js';
import type { GranularCode } from './failures.js';
import type { FaultName } from './faults.js';
import type { Permission } from './permissions.js';
import { scenarioGroups } from './scenario-list.js';

/** How a scenario changes the world of its customer; what is absent stays as on a good day. */
export interface ScenarioEffects {
  /** Seconds after linking until accounts, then everything, can be read. Never is `Infinity`. */
  sync?: { accountsAfterS: number; allAfterS: number };
  /** The bank session is over: data calls ask for a reconnect until there was one. */
  endsSession?: true;
  /** The consent is over: data calls ask for a new connect until there was one. */
  endsConsent?: true;
  /** What becomes of the consent, until the customer gives a new one. */
  consent?: ConsentFate;
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
  /** How many accounts each bank has. */
  accounts?: number;
  /** What the bank has nothing of. */
  lacks?: 'accounts' | 'balances' | 'transactions' | 'identity';
  currency?: string;
  /** The currency of the second account of each bank. */
  secondCurrency?: string;
  texts?: 'arabic' | 'hostile';
  distorts?: DistortionName;
}

/** What a scenario does to a consent; `endsInS: null` is a consent without an end. */
export interface ConsentFate {
  endsInS?: number | null;
  isRejected?: boolean;
}

/** A named scenario. */
export interface Scenario {
  meaning: string;
  effects: ScenarioEffects;
}

/** Which kind of trouble a scenario is. */
export type ScenarioGroup = keyof typeof scenarioGroups;

/** What a list of scenarios says of each. */
export interface ScenarioLine {
  name: string;
  group: ScenarioGroup;
  meaning: string;
}

const all: Readonly<Record<string, Scenario>> = Object.fromEntries(
  Object.values(scenarioGroups).flatMap((scenarios) => Object.entries<Scenario>(scenarios)),
);

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
  return Object.entries(scenarioGroups).flatMap(([group, scenarios]) =>
    Object.entries<Scenario>(scenarios).map(([name, { meaning }]) => ({
      name,
      group: group as ScenarioGroup,
      meaning,
    })),
  );
}
