/**
 * Writes openapi.json from the schemas of the contract.
 *
 *     node --import tsx scripts/openapi.ts [--check]
 *
 * With `--check` nothing is written: it exits 1 when the file is not what the schemas say.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from './openapi-document.js';

const FILE = 'openapi.json';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const text = `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
const isStale = !existsSync(FILE) || readFileSync(FILE, 'utf8') !== text;

if (isStale && process.argv.includes('--check')) {
  console.error(`Out of date: ${FILE}. Run "npm run openapi" and commit.`);
  process.exitCode = 1;
} else if (isStale) {
  writeFileSync(FILE, text);
  console.log(`wrote ${FILE}`);
}
