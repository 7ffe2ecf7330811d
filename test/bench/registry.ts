/** Who is measured: the floor, our subject, and named contenders, which are installed on demand. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliSize, bundle } from './bundles.js';

const HERE = import.meta.dirname;
const CONTENDERS = join(HERE, 'contenders');

/** What JustiFi publishes for script tags: a small loader, and chunks that it asks for. */
export const JUSTIFI_FILES = join(CONTENDERS, 'node_modules/@justifi/webcomponents/dist/webcomponents');

/** A list ready to be measured. */
export interface Entrant {
  name: string;
  /** Runs in the page after the harness. */
  code: string;
  /** A module the page loads first, below the bench's own origin. */
  module: string | null;
  /** What a page loads for it, compressed; null where `npm run size` tells it better. */
  bytes: number | null;
}

export const FLOOR = 'floor';

/** Our own: the parts by themselves, and the built element. */
export const SUBJECTS = ['engine', 'elements'];

/** Their packages lie in `contenders/package.json`, never in the product's lock. */
export const NAMED = ['ag-grid', 'vaadin-grid', 'tabulator', 'justifi', 'adyen'];

/** Products that ask for their rows themselves: they are only measured from their script tag on. */
export const PRODUCTS = ['justifi', 'adyen'];

export async function entrant(name: string): Promise<Entrant> {
  if (name === 'elements') {
    const module = '/lean-elements.js';
    if (!existsSync(`dist/cdn${module}`)) throw new Error('Build first: npm run build:cdn');
    return { name, code: await bundle(join(HERE, 'elements.ts')), module, bytes: null };
  }
  const isNamed = NAMED.includes(name);
  if (isNamed) install();
  const code = await bundle(isNamed ? join(CONTENDERS, `${name}.js`) : join(HERE, `${name}.ts`));
  return { name, code, module: null, bytes: brotliSize(code) };
}

export function harnessCode(): Promise<string> {
  return bundle(join(HERE, 'page', 'harness.ts'));
}

function install(): void {
  if (existsSync(join(CONTENDERS, 'node_modules'))) return;
  const names = Object.keys(
    (JSON.parse(readFileSync(join(CONTENDERS, 'package.json'), 'utf8')) as { dependencies: object })
      .dependencies,
  );
  console.log(`Installing the contenders: ${names.join(', ')}`);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: CONTENDERS, stdio: 'inherit' });
}
