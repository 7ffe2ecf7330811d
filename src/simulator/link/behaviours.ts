/**
 * How the SDK's double misbehaves on demand, once for every way that integrators meet (facts §2.7, faults K9 to
 * K13). Each is a scenario of the simulator, an option of `window.__leanSimulator`, and a query of the script's URL.
 */

/** Names of the behaviours; `faithful` is the SDK as documented. */
export type LinkBehaviour =
  | 'faithful'
  | 'silent'
  | 'throws'
  | 'no-callback'
  | 'callback-twice'
  | 'success-then-error'
  | 'late-callback'
  | 'unknown-status'
  | 'empty-callback'
  | 'rejected-by-bank'
  | 'closes-programmatically'
  | 'success-without-entity';

/** One line per behaviour, for people who choose one. */
export const linkBehaviours: Readonly<Record<LinkBehaviour, string>> = {
  faithful: 'Link behaves as documented.',
  silent: 'Link accepts the call and never shows anything.',
  throws: 'Every method of Link throws.',
  'no-callback': 'Link closes without ever calling back.',
  'callback-twice': 'Link calls back twice with the same outcome.',
  'success-then-error': 'Link calls back with its outcome and then once more with ERROR.',
  'late-callback': 'Link closes at once and calls back ten seconds later.',
  'unknown-status': 'Link calls back with a status that is in no document.',
  'empty-callback': 'Link calls back with null.',
  'rejected-by-bank': 'The bank rejects the customer: ERROR with a secondary status.',
  'closes-programmatically': 'Link closes by itself: LINK_CLOSED_PROGRAMMATICALLY.',
  'success-without-entity': 'Link says SUCCESS although no bank was connected.',
};

/** True for the name of a behaviour. */
export function isLinkBehaviour(value: unknown): value is LinkBehaviour {
  return typeof value === 'string' && Object.hasOwn(linkBehaviours, value);
}

const SCENARIO_PREFIX = 'link-';

/** Scenario name to one-line meaning, ready to be listed beside the simulator's other scenarios. */
export const linkScenarios: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(linkBehaviours)
    .filter(([name]) => name !== 'faithful' && name !== 'throws')
    .map(([name, meaning]) => [SCENARIO_PREFIX + name, meaning]),
);

/** The behaviour a customer's scenario asks for; scenarios about other things leave the SDK faithful. */
export function behaviourOfScenario(scenario: string): LinkBehaviour {
  const name = scenario.startsWith(SCENARIO_PREFIX) ? scenario.slice(SCENARIO_PREFIX.length) : '';
  return isLinkBehaviour(name) ? name : 'faithful';
}
