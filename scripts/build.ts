/**
 * Makes `dist/`: the npm entries with their types, the files for script tags, editor data.
 *
 *     node --import tsx scripts/build.ts [cdn]
 *
 * With `cdn` only the files for script tags, which is all that the demo needs.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { build as viteBuild } from 'vite';
import { copyDemoFonts } from './demo-fonts.js';
import { copyDemoHosts, copyPresets } from './copied-styles.js';
import { writeEditorData } from './editor-data.js';
import type { Manifest } from './manifest-tidy.js';

/** Files for script tags, in `dist/cdn/`, and what the demo's pages need beside them. */
export async function buildCdn(): Promise<void> {
  copyDemoFonts();
  copyDemoHosts();
  for (const mode of ['modules', 'classic', 'demo']) await viteBuild({ mode, logLevel: 'warn' });
  copyPresets();
}

/** Everything in `dist/`, from nothing. */
export async function build(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  // `tsc` and not the bundler: the npm entries are one file for each source file, with the types beside it.
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  chmodSync('dist/cli.js', 0o755);
  await buildCdn();
  run('--import', 'tsx', 'scripts/openapi.ts');
  writeEditorData(JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest);
}

function run(...words: string[]): void {
  execFileSync(process.execPath, words, { stdio: 'inherit' });
}

if (process.argv[1] === import.meta.filename) await (process.argv[2] === 'cdn' ? buildCdn() : build());
