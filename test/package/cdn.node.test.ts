import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { openBrowser } from '../journey/support/visit.js';
import { importsOf, staticClosure } from '../../scripts/built-imports.js';
import { serveFolder, type StaticSite } from './support/static-site.js';

const files = readdirSync('dist/cdn', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
);

const modules = files.filter((file) => !file.endsWith('.iife.js'));

function allImports(file: string): string[] {
  const { atOnce, later } = importsOf(`dist/cdn/${file}`);
  return [...atOnce, ...later];
}

describe('the files for script tags', () => {
  it('ask for no file that is not there', () => {
    const missing = modules.flatMap((file) => allImports(file).filter((target) => !existsSync(target)));
    assert.deepEqual(missing, []);
  });

  it('never lead from a chunk back to an entry, which a page may have loaded under another address', () => {
    const backward = modules
      .filter((file) => file.startsWith('chunks/'))
      .filter((file) => allImports(file).some((target) => !target.startsWith('dist/cdn/chunks/')));
    assert.deepEqual(backward, []);
  });

  it('need nothing that only Node has', () => {
    const guilty = files.filter((file) =>
      /\bprocess\.env\b|["'`]node:/.test(readFileSync(`dist/cdn/${file}`, 'utf8')),
    );
    assert.deepEqual(guilty, []);
  });
});

describe('the files for script tags in a browser', () => {
  const page = (body: string) =>
    `<!doctype html><html lang="en"><link rel="icon" href="data:," /><title>Host</title>${body}</html>`;
  let browser: Browser;
  let folder: string;
  let site: StaticSite;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lean-elements-cdn-'));
    cpSync('dist/cdn', join(folder, 'cdn'), { recursive: true });
    copyWithoutLazyChunks(join(folder, 'broken'));
    copyAsVersion('0.0.9', join(folder, 'older'));
    site = await serveFolder(folder, {
      '/whole.html': page('<script type="module" src="cdn/lean-elements.js"></script>'),
      '/twice.html': page(
        '<script type="module" src="cdn/lean-elements.js"></script><script type="module" src="cdn/lean-elements.js?v=2"></script><script src="cdn/lean-elements.iife.js"></script>',
      ),
      '/older.html': page(
        '<script type="module" src="older/lean-elements.js"></script><script type="module" src="cdn/lean-elements.js"></script>',
      ),
      '/broken.html': page(
        `<script>addEventListener('lean-accounts-error', (event) => { window.failure = event.detail; });</script>
         <script type="module" src="broken/lean-elements.js"></script>
         <lean-provider proxy="/api/lean"><lean-accounts></lean-accounts></lean-provider>`,
      ),
      '/button.html': page('<script type="module" src="cdn/lean-connect-button.js"></script>'),
    });
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page and gives the tags that it knows, with what it said in the console. */
  async function open(path: string): Promise<{ defined: string[]; said: string[] }> {
    const tab = await browser.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => said.push(`pageerror: ${String(error)}`));
    await tab.goto(`${site.origin}${path}`, { waitUntil: 'load' });
    const defined = await tab.evaluate(() =>
      ['lean-provider', 'lean-connect-button', 'lean-accounts', 'lean-transactions'].filter((tag) =>
        customElements.get(tag),
      ),
    );
    await tab.close();
    return { defined, said };
  }

  it('define every element', async () => {
    const { defined, said } = await open('/whole.html');
    assert.deepEqual(defined, ['lean-provider', 'lean-connect-button', 'lean-accounts', 'lean-transactions']);
    assert.deepEqual(said, []);
  });

  it('define the button with its provider, and nothing else, from the button’s file', async () => {
    const { defined } = await open('/button.html');
    assert.deepEqual(defined, ['lean-provider', 'lean-connect-button']);
  });

  it('stay quiet when the same version is loaded again', async () => {
    const { said } = await open('/twice.html');
    assert.deepEqual(said, []);
  });

  it('leave the page to the version that came first and say so once', async () => {
    const { said } = await open('/older.html');
    assert.equal(said.length, 1);
    assert.match(said[0]!, /^warn.*0\.0\.9.*0\.1\.0/);
  });

  it('report a chunk that was not copied as chunk_missing, with its URL', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/broken.html`);
    await tab.waitForFunction('window.failure', { timeout: 10_000 });
    const failure = (await tab.evaluate('window.failure')) as { code: string; message: string };
    await tab.close();
    assert.equal(failure.code, 'chunk_missing');
    assert.match(failure.message, new RegExp(`${site.origin}/broken/chunks/[\\w-]+\\.js`));
  });
});

/** A copy in which everything that comes later is missing. */
function copyWithoutLazyChunks(target: string): void {
  cpSync('dist/cdn', target, { recursive: true });
  const eager = staticClosure('dist/cdn/lean-elements.js');
  for (const file of files.filter((path) => path.startsWith('chunks/'))) {
    if (!eager.includes(`dist/cdn/${file}`)) rmSync(join(target, file));
  }
}

/** A copy that calls itself another version. */
function copyAsVersion(version: string, target: string): void {
  cpSync('dist/cdn', target, { recursive: true });
  for (const file of files) {
    const path = join(target, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(["'`])0\.1\.0\1/g, `$1${version}$1`));
  }
}
