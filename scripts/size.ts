/**
 * Prints what a page loads of `dist/cdn/`: raw, gzip and brotli bytes of each entry with its static imports, and of
 * each chunk that comes later. Exits 1 when an entry, or a chunk that has a budget, is over it
 * (scripts/size-budgets.json). A chunk counts by itself: what it shares with others is printed as a chunk of its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { staticClosure } from './built-imports.js';
import budgets from './size-budgets.json' with { type: 'json' };

interface Size {
  raw: number;
  gzip: number;
  brotli: number;
}

/** Every file on its own: a browser decompresses them one by one. */
function sizeOf(files: string[]): Size {
  const total: Size = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    total.raw += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length;
  }
  return total;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}

function row(name: string, size: Size, note: string): string {
  const cells = [size.raw, size.gzip, size.brotli].map((bytes) => kilobytes(bytes).padStart(11));
  return `${name.padEnd(40)}${cells.join('')}  ${note}`.trimEnd();
}

console.log(`${''.padEnd(40)}${['raw', 'gzip', 'brotli'].map((word) => word.padStart(11)).join('')}`);

const loadedFirst = new Set<string>();
for (const [entry, { limit }] of Object.entries(budgets.entries)) {
  const files = staticClosure(entry);
  for (const file of files) loadedFirst.add(basename(file));
  const size = sizeOf(files);
  const isOver = size.brotli > limit;
  const verdict = `${isOver ? 'OVER' : 'of'} ${kilobytes(limit)}`;
  console.log(row(basename(entry), size, `${verdict}, ${String(files.length)} files`));
  if (isOver) process.exitCode = 1;
}
const chunkBudgets = Object.entries(budgets.chunks);
const found = new Set<string>();
for (const chunk of readdirSync('dist/cdn/chunks').sort()) {
  if (!chunk.endsWith('.js')) continue;
  const when = loadedFirst.has(chunk) ? 'part of an entry above' : 'when needed';
  const size = sizeOf([join('dist/cdn/chunks', chunk)]);
  const budget = chunkBudgets.find(([name]) => chunk.startsWith(`${name}-`));
  const limit = budget?.[1].limit ?? Infinity;
  if (budget) found.add(budget[0]);
  const verdict = budget ? `, ${size.brotli > limit ? 'OVER' : 'of'} ${kilobytes(limit)}` : '';
  console.log(row(`  chunks/${chunk}`, size, when + verdict));
  if (size.brotli > limit) process.exitCode = 1;
}
for (const [name] of chunkBudgets) {
  if (found.has(name)) continue;
  console.error(`There is no chunk "${name}" to hold against its budget.`);
  process.exitCode = 1;
}
