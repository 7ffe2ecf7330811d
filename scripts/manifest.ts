/**
 * Writes custom-elements.json and the React components made from it.
 *
 *     node --import tsx scripts/manifest.ts [--check]
 *
 * With `--check` nothing is written: it exits 1 when a file is not what the source says.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { reactFiles } from './react-components.js';
import { tidyManifest, type Manifest } from './manifest-tidy.js';

const isCheck = process.argv.includes('--check');

const manifest = tidyManifest(
  (await cli({
    argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    noWrite: true,
  })) as Manifest,
);

const files = {
  'custom-elements.json': `${JSON.stringify(manifest, null, 2)}\n`,
  ...(await reactFiles(manifest)),
};

const stale = Object.entries(files).filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
);
if (isCheck && stale.length > 0) {
  console.error(`Out of date: ${stale.map(([file]) => file).join(', ')}. Run "npm run manifest" and commit.`);
  process.exitCode = 1;
} else if (!isCheck) {
  for (const [file, text] of stale) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
