/**
 * Measures our list beside a hand-written floor, in shuffled rounds of fresh browsers, and prints ratios of medians.
 *
 *     npm run bench [-- --quick] [--subject elements|engine] [--with ag-grid,tabulator] [--only type,scroll]
 *
 * `--quick` takes fewer rounds and leaves out what needs minutes. Exits 1 when a goal is missed. What the figure from a
 * script tag to the first row is made of: docs/decisions/0010-first-row.md.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundles.js';
import { coldHtml, coldPages, coldStart } from './cold.js';
import { verdicts, type Medians, type Verdict } from './goals.js';
import { churn, firstRows, memory, scrolling, typing, type Figures, type Measure } from './measures.js';
import { transactions, transactionsBody } from './page/data.js';
import {
  entrant,
  FLOOR,
  harnessCode,
  JUSTIFI_FILES,
  NAMED,
  PRODUCTS,
  SUBJECTS,
  type Entrant,
} from './registry.js';
import { printMedians, printVerdicts, writeResults } from './report.js';
import { serveSite, type Site } from './serve.js';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    subject: { type: 'string', default: 'elements' },
    with: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '' },
  },
});

interface Plan {
  measure: Measure;
  rounds: number;
  quickRounds: number;
}

const ROWS = 100_000;

const plans: Record<string, Plan> = {
  'first 1k': { measure: firstRows(1000, { unlimited: true }), rounds: 7, quickRounds: 3 },
  'first 100k': { measure: firstRows(ROWS, { unlimited: true }), rounds: 5, quickRounds: 1 },
  'first 100k /4': { measure: firstRows(ROWS, { slowdown: 4 }), rounds: 3, quickRounds: 0 },
  scroll: { measure: scrolling(ROWS), rounds: 5, quickRounds: 1 },
  type: { measure: typing(ROWS), rounds: 5, quickRounds: 1 },
  memory: { measure: memory(ROWS), rounds: 1, quickRounds: 1 },
  churn: { measure: churn(ROWS / 100), rounds: 1, quickRounds: 0 },
};

type Samples = Record<string, Record<string, Figures[]>>;

function isWanted(name: string): boolean {
  return options.only === '' || options.only.split(',').includes(name);
}

function roundsOf(plan: { rounds: number; quickRounds: number }): number {
  return Number(options.rounds) || (options.quick ? plan.quickRounds : plan.rounds);
}

async function measureAll(entrants: readonly Entrant[], site: Site, samples: Samples): Promise<void> {
  for (const [name, plan] of Object.entries(plans)) {
    if (!isWanted(name)) continue;
    for (let round = 0; round < roundsOf(plan); round += 1) {
      for (const each of shuffled(entrants.filter((one) => !PRODUCTS.includes(one.name)))) {
        note(samples, each.name, name, await plan.measure(each, site.origin));
      }
    }
  }
}

/** Pages of their own, from their script tag on. */
async function measureCold(names: readonly string[], site: Site, samples: Samples): Promise<void> {
  if (!isWanted('cold')) return;
  // The site compresses a file when it is first asked for it, which no round should wait for.
  for (const name of names) await coldStart(site.origin, coldPath(name));
  for (let round = 0; round < roundsOf(COLD); round += 1) {
    for (const name of shuffled(names)) {
      note(samples, name, 'cold', await coldStart(site.origin, coldPath(name)));
    }
  }
}

const COLD = { rounds: 5, quickRounds: 1 };

function coldPath(name: string): string {
  return `/cold-${name.replace(/\W+/g, '-')}.html`;
}

function note(samples: Samples, contender: string, measure: string, figures: Figures): void {
  ((samples[contender] ??= {})[measure] ??= []).push(figures);
  process.stdout.write('.');
}

/** A new order in each round, so that none always comes first after another. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

function medians(samples: Samples): Record<string, Medians> {
  return mapValues(samples, (measures) =>
    mapValues(measures, (all) =>
      mapValues(all[0] ?? {}, (_, figure) => {
        const figures = all.map((each) => each[figure] ?? 0);
        return ONLY_LENGTHENED.test(figure) ? Math.min(...figures) : median(figures);
      }),
    ),
  );
}

/** Other load on the machine makes tasks longer and frames late, never the other way: the best round tells most. */
const ONLY_LENGTHENED = /^longestTask$| dropped$/;

function mapValues<From, To>(record: Record<string, From>, change: (value: From, key: string) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

async function run(): Promise<Verdict[]> {
  const { subject } = options;
  const named = options.with === 'all' ? NAMED : options.with.split(',').filter(Boolean);
  if (!SUBJECTS.includes(subject)) throw new Error(`There is no subject "${subject}".`);
  const names = [FLOOR, subject, ...named];
  const entrants: Entrant[] = [];
  for (const name of names) entrants.push(await entrant(name));
  const cold = Object.keys(coldPages).filter((name) => names.includes(name.replace(/,.*/, '')));
  const site = await serveSite(FOLDERS, await pagesOf(entrants, cold));
  const samples: Samples = {};
  try {
    await measureAll(entrants, site, samples);
    await measureCold(cold, site, samples);
  } finally {
    await site.close();
  }
  console.log();
  const all = medians(samples);
  const stand = verdicts(all, subject, options.quick);
  const sizes = Object.fromEntries(entrants.map(({ name, bytes }) => [name, bytes]));
  printMedians(FLOOR, all);
  printVerdicts(subject, stand);
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  console.log(`\n${writeResults({ machine, options, sizes, medians: all, verdicts: stand, samples })}`);
  return stand;
}

/** All that is served beside `dist/cdn`. */
async function pagesOf(
  entrants: readonly Entrant[],
  cold: readonly string[],
): Promise<Record<string, string>> {
  const pages: Record<string, string> = {
    '/': PAGE,
    '/harness.js': await harnessCode(),
    '/floor-cold.js': await bundle(join(import.meta.dirname, 'floor-cold.ts')),
    '/transactions.json': JSON.stringify(transactionsBody(transactions(COLD_ROWS))),
  };
  for (const { name, code } of entrants) pages[`/${name}.js`] = code;
  const probe = await bundle(join(import.meta.dirname, 'page', 'cold-probe.ts'));
  for (const name of cold) {
    const page = coldPages[name];
    if (page) pages[coldPath(name)] = coldHtml(page, probe);
  }
  return pages;
}

/** Longer beginnings first. */
const FOLDERS = { '/justifi/': JUSTIFI_FILES, '/': 'dist/cdn' };

const COLD_ROWS = 50;

/** Its words bring the fonts in, as any page's own would have before a list is there. */
const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /></head>
  <body style="margin: 0"><p>Transactions 0123456789 معاملات</p></body>
</html>`;

const stand = await run();
if (stand.some(({ isMet }) => !isMet)) process.exitCode = 1;
