import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, JSHandle } from 'puppeteer-core';
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

function linesOf(file: string): string[] {
  return readFileSync(`dist/cdn/${file}`, 'utf8').split('\n');
}

/** Where the map says that words were written: file, line, and the line's text. */
function originOf(file: string, words: string): string {
  const lines = linesOf(file);
  const line = lines.findIndex((text) => text.includes(words));
  const payload = JSON.parse(readFileSync(`dist/cdn/${file}.map`, 'utf8')) as SourceMapPayload;
  const found = new SourceMap(payload).findEntry(line, lines[line]!.indexOf(words) - 1);
  if (!('originalLine' in found)) return `${file}: nowhere`;
  const path = join('dist/cdn', dirname(file), found.originalSource);
  return `/${path}:${found.originalLine}:${readFileSync(path, 'utf8').split('\n')[found.originalLine]!}`;
}

describe('the files for script tags', () => {
  it('ask for no file that is not there', () => {
    const missing = modules.flatMap((file) => allImports(file).filter((target) => !existsSync(target)));
    assert.deepEqual(missing, []);
  });

  it('never lead from a chunk back to an entry, which a page may have loaded under another address', () => {
    const entries = ['dist/cdn/lean-elements.js', 'dist/cdn/lean-connect-button.js'];
    const backward = modules.filter((file) => allImports(file).some((target) => entries.includes(target)));
    assert.deepEqual(backward, []);
  });

  it('are one file each for what a page needs at first', () => {
    for (const entry of ['lean-elements.js', 'lean-connect-button.js']) {
      assert.deepEqual(importsOf(`dist/cdn/${entry}`).atOnce, []);
    }
  });

  it('ask for all that the first row waits for in one round more', () => {
    const next = ['data', 'statement'].map((name) =>
      files.find((file) => file.startsWith(`chunks/${name}-`)),
    );
    const closure = next.flatMap((file) => staticClosure(`dist/cdn/${file!}`));
    assert.deepEqual(new Set(closure), new Set(next.map((file) => `dist/cdn/${file!}`)));
  });

  it('have the engine compile what the first row waits for while it arrives, and nothing that may never be used', () => {
    const early = files.filter((file) => linesOf(file)[0] === '//# allFunctionsCalledOnLoad');
    assert.deepEqual(early.map((file) => file.replace(/^(chunks\/.+)-[\w-]{8}\.js$/, '$1')).sort(), [
      'chunks/classic-statement',
      'chunks/data',
      'chunks/statement',
      'lean-connect-button.js',
      'lean-elements.iife.js',
      'lean-elements.js',
    ]);
  });

  it('tell by their maps where each line was written', () => {
    const written = {
      'No proxy is set': 'src/controllers/load-services.ts',
      'The proxy setting is': 'src/session/services-for.ts',
    };
    for (const [words, source] of Object.entries(written)) {
      const holders = files.filter((file) => linesOf(file).some((line) => line.includes(words)));
      assert.ok(holders.length >= 2, 'for modules and for the classic script');
      for (const file of holders)
        assert.match(originOf(file, words), new RegExp(`/${source}:\\d+:.*${words}`));
    }
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
      '/addresses.html': page(
        '<script type="module">import * as one from "./cdn/lean-elements.js"; import * as two from "./cdn/lean-elements.js?v=2"; import * as button from "./cdn/lean-connect-button.js"; window.copies = [one, two, button];</script>',
      ),
      '/click.html': page(
        `<script>addEventListener('lean-connect-error', (event) => { window.failure = event.detail.error; });</script>
         <script type="module" src="cdn/lean-connect-button.js"></script>
         <lean-provider proxy="/api/lean" lang="ar"><lean-connect-button></lean-connect-button></lean-provider>`,
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

  it('bring all that a click needs to a page that has the button’s file alone', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/click.html`);
    await tab.evaluate('document.querySelector("lean-connect-button").open()');
    // There is no backend here; that it was asked shows that everything before was there.
    const { code } = (await tab.evaluate('window.failure')) as { code: string };
    const said = (await tab.waitForFunction(
      'document.querySelector("lean-connect-button").shadowRoot.querySelector(".status .title")?.textContent',
      { timeout: 10_000 },
    )) as JSHandle<string>;
    const words = await said.jsonValue();
    await tab.close();
    assert.equal(code, 'not_found');
    assert.match(words, /\p{Script=Arabic}/u);
  });

  it('run once on a page that has them under two addresses', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/addresses.html`);
    await tab.waitForFunction('window.copies', { timeout: 10_000 });
    const isOne = await tab.evaluate(
      'copies[0].LeanTransactions === copies[1].LeanTransactions && copies[0].configure === copies[2].configure',
    );
    await tab.close();
    assert.equal(isOne, true);
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

/** A copy that calls itself another version, whose files have other contents and therefore other names. */
function copyAsVersion(version: string, target: string): void {
  cpSync('dist/cdn', target, { recursive: true });
  for (const file of files) {
    const path = join(target, file);
    const text = readFileSync(path, 'utf8').replace(/(["'`])0\.1\.0\1/g, `$1${version}$1`);
    writeFileSync(
      path,
      text.replaceAll('Symbol.for("lean-elements/', `Symbol.for("lean-elements/${version}-`),
    );
  }
}
