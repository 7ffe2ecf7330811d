import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    /** The short form that runs with the tests. */
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    /** How long the load lasts. */
    seconds: { type: 'string' },
    /** Where to leave CPU profiles of the backend. */
    profile: { type: 'string' },
  },
});

/** How a campaign was called: `-- --quick`, `-- --seed 7`. */
export const { quick: isQuick, profile: profileFolder } = values;
export const seed = Number(values.seed);
export const seconds = values.seconds === undefined ? undefined : Number(values.seconds);

let state = seed >>> 0;

/** A number from 0 to 1 (excluded), the same row of them for the same seed: Marsaglia's xorshift on a Weyl sequence. */
export function random(): number {
  state = (state + 0x9e3779b9) >>> 0;
  let mixed = state;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** The items in another order. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** One figure: what it is, its value, and the goal it must keep where there is one. */
export interface Figure {
  name: string;
  value: number | string;
  goal?: { text: string; isKept: boolean };
}

/** A figure that must be nought. */
export function none(name: string, value: number): Figure {
  return { name, value, goal: { text: '0', isKept: value === 0 } };
}

/** A figure that must not be above a limit. */
export function atMost(name: string, value: number, limit: number, digits = 0): Figure {
  return { name, value: value.toFixed(digits), goal: { text: `at most ${limit}`, isKept: value <= limit } };
}

/** A figure that must not be below a limit. */
export function atLeast(name: string, value: number, limit: number, digits = 0): Figure {
  return { name, value: value.toFixed(digits), goal: { text: `at least ${limit}`, isKept: value >= limit } };
}

/** Prints figures beside their goals; tells whether all are kept. */
export function print(title: string, figures: readonly Figure[]): boolean {
  console.log(`\n${title}`);
  for (const { name, value, goal } of figures) {
    const verdict = goal === undefined ? '' : `${goal.isKept ? 'kept' : 'MISSED'}: ${goal.text}`;
    console.log(`  ${name.padEnd(52)} ${String(value).padStart(12)}   ${verdict}`.trimEnd());
  }
  return figures.every(({ goal }) => goal?.isKept !== false);
}

/** Prints figures and lets the process end with 1 when a goal is missed. */
export function report(title: string, figures: readonly Figure[]): void {
  if (!print(title, figures)) process.exitCode = 1;
}
