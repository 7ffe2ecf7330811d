/**
 * Prints what a page loads of `dist/cdn/`: raw, gzip and brotli bytes of each entry with its static imports, and of
 * each chunk that comes later. Exits 1 when an entry is over its budget (scripts/size-budgets.json).
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

function row(name: string, size: Size, note: string): string {
  const cells = [size.raw, size.gzip, size.brotli].map((bytes) =>
    `${(bytes / 1000).toFixed(2)} kB`.padStart(11),
  );
  return `${name.padEnd(40)}${cells.join('')}  ${note}`.trimEnd();
}

console.log(`${''.padEnd(40)}${['raw', 'gzip', 'brotli'].map((word) => word.padStart(11)).join('')}`);

const loadedFirst = new Set<string>();
for (const [entry, budget] of Object.entries(budgets)) {
  if (typeof budget !== 'number') continue;
  const files = staticClosure(entry);
  for (const file of files) loadedFirst.add(basename(file));
  const size = sizeOf(files);
  const isOver = size.brotli > budget;
  const verdict = `${isOver ? 'OVER' : 'of'} ${String(budget / 1000)} kB, ${String(files.length)} files`;
  console.log(row(basename(entry), size, verdict));
  if (isOver) process.exitCode = 1;
}
for (const chunk of readdirSync('dist/cdn/chunks').sort()) {
  if (!chunk.endsWith('.js')) continue;
  const when = loadedFirst.has(chunk) ? 'part of an entry above' : 'when needed';
  console.log(row(`  chunks/${chunk}`, sizeOf([join('dist/cdn/chunks', chunk)]), when));
}
