/** Prints what was measured, and writes it down. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Medians, Verdict } from './goals.js';

const RESULTS = join(import.meta.dirname, 'results');

export function printVerdicts(subject: string, verdicts: readonly Verdict[]): void {
  console.log(
    `\n${`${subject} against the floor`.padEnd(44)}${'measured'.padStart(12)}${'at most'.padStart(12)}`,
  );
  for (const { name, value, most, unit, isMet } of verdicts) {
    const [measured, bound] = [value, most].map((number) =>
      `${rounded(number)}${unit && ` ${unit}`}`.padStart(12),
    );
    console.log(`${name.padEnd(44)}${measured ?? ''}${bound ?? ''}  ${isMet ? 'yes' : 'NO'}`);
  }
}

/** All figures side by side, with their ratio to the floor's. */
export function printMedians(floor: string, medians: Readonly<Record<string, Medians>>): void {
  const base = medians[floor] ?? {};
  for (const measure of Object.keys(base)) {
    const figures = Object.keys(base[measure] ?? {});
    console.log(`\n${measure.padEnd(16)}${figures.map((name) => name.padStart(18)).join('')}`);
    for (const [name, all] of Object.entries(medians)) {
      const cells = figures.map((figure) => cell(all[measure]?.[figure], base[measure]?.[figure]));
      console.log(`${name.padEnd(16)}${cells.join('')}`);
    }
  }
}

function cell(own: number | undefined, base: number | undefined): string {
  if (own === undefined) return '-'.padStart(18);
  const isComparable = base !== undefined && base > 0.01;
  return `${rounded(own)}${isComparable ? ` (${(own / base).toFixed(2)}x)` : ''}`.padStart(18);
}

function rounded(number: number): string {
  return String(Math.round(number * (Math.abs(number) < 10 ? 100 : 10)) / (Math.abs(number) < 10 ? 100 : 10));
}

/** Gives the path of the file. */
export function writeResults(results: object): string {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, `${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  return path;
}
