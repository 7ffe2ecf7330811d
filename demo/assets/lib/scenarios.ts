import { send } from './page.js';

/** What the demo's backend tells: every scenario of the simulated Lean, and the one that this visitor meets. */
interface Scenarios {
  current: string | null;
  scenarios: { name: string; meaning: string }[];
}

/** Fills a field with every scenario and chooses this visitor's; gives what tells the meaning of the chosen one. */
export async function offerScenarios(field: HTMLSelectElement): Promise<() => string> {
  const { current, scenarios } = (await (await fetch('/demo/scenarios')).json()) as Scenarios;
  for (const { name } of scenarios) field.add(new Option(name.replaceAll('-', ' '), name));
  field.value = current ?? scenarios[0]?.name ?? '';
  return () => scenarios.find(({ name }) => name === field.value)?.meaning ?? '';
}

/** Lean behaves like this to the visitor from here on; gives what the backend says when it refuses, else null. */
export function meetScenario(scenario: string): Promise<string | null> {
  return send('PUT', '/demo/scenario', new URLSearchParams({ scenario }));
}
