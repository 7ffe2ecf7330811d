import type { CircumstanceName } from '../../../src/cli/demo/circumstances.js';
import type { ScenarioLine } from '../../../src/simulator/scenarios.js';
import { tellNetwork } from './circumstance.js';
import { send } from './page.js';
import { arabicMeaning } from './scenario-meanings-ar.js';
import { switchWords } from './scenario-words.js';

/** What the demo's backend tells: what can be chosen, and what this visitor has. */
interface Offer {
  current: string | null;
  circumstances: { name: CircumstanceName; isFromStart: boolean }[];
  scenarios: ScenarioLine[];
}

/** The scenario switch of a page. */
export interface Switch {
  /** What the chosen one means, and in which language that is said. */
  meaning(): { text: string; lang: string };
  /** Lean, or the host, is like this to the visitor from here on; gives what the backend says when it refuses. */
  meet(): Promise<string | null>;
}

/** Fills a field with what the simulated Lean and the host's own side can do, and chooses this visitor's. */
export async function offerScenarios(field: HTMLSelectElement): Promise<Switch> {
  const { current, circumstances, scenarios } = (await (await fetch('/demo/scenarios')).json()) as Offer;
  const words = switchWords();
  const groups = new Map<string, HTMLOptGroupElement>();
  const add = (group: keyof typeof words.groups, name: string, label: string): void => {
    const made = groups.get(group) ?? document.createElement('optgroup');
    made.label = words.groups[group];
    made.append(new Option(label, name));
    groups.set(group, made);
  };
  for (const { name, group } of scenarios) add(group, name, name.replaceAll('-', ' '));
  for (const { name } of circumstances) add('host', name, words.circumstances[name][0]);
  field.append(...groups.values());
  field.value = current ?? scenarios[0]?.name ?? '';

  const isFromStart = (name: string): boolean =>
    circumstances.find((circumstance) => circumstance.name === name)?.isFromStart ?? false;
  let met = field.value;
  return {
    meaning() {
      const scenario = scenarios.find(({ name }) => name === field.value);
      const own = words.circumstances[field.value as CircumstanceName] as [string, string] | undefined;
      const { lang } = document.documentElement;
      if (!scenario) return { text: own?.[1] ?? '', lang };
      const translated = lang.startsWith('ar') ? arabicMeaning(scenario.name) : undefined;
      return translated ? { text: translated, lang } : { text: scenario.meaning, lang: 'en' };
    },
    async meet() {
      const wasOnLine = navigator.onLine;
      const refusal = await meetScenario(field.value);
      if (refusal !== null) return refusal;
      const before = met;
      met = field.value;
      if (met !== before && (isFromStart(before) || isFromStart(met))) location.reload();
      tellNetwork(wasOnLine);
      return null;
    },
  };
}

/** Lean behaves like this to the visitor from here on; gives what the backend says when it refuses, else null. */
export function meetScenario(scenario: string): Promise<string | null> {
  return send('PUT', '/demo/scenario', new URLSearchParams({ scenario }));
}
