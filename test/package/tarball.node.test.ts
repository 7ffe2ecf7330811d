import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import packageJson from '../../package.json' with { type: 'json' };
import { packAndUnpack, startCommand, type UnpackedTarball } from './support/tarball.js';

describe('the packed tarball', () => {
  let tarball: UnpackedTarball;
  before(() => {
    tarball = packAndUnpack();
  });
  after(() => {
    tarball.remove();
  });

  it('holds every file that product pages and package.json name', () => {
    const named = [
      'LICENSE',
      'README.md',
      'custom-elements.json',
      'openapi.json',
      'dist/cli.js',
      'dist/cdn/lean-elements.js',
      'dist/cdn/lean-elements.iife.js',
      'dist/cdn/lean-connect-button.js',
      'dist/vscode.html-custom-data.json',
      'dist/vscode.css-custom-data.json',
      'dist/web-types.json',
      ...targets(packageJson.exports).filter((target) => !target.includes('*')),
    ].map((file) => file.replace(/^\.\//, ''));
    assert.deepEqual(
      named.filter((file) => !tarball.files.includes(file)),
      [],
    );
  });

  it('leaves out sources, tests and tooling', () => {
    const unwanted = tarball.files.filter(
      (file) => !/^(dist|demo|docs)\/|^[A-Za-z-]+\.(json|md)$|^LICENSE$/.test(file),
    );
    assert.deepEqual(unwanted, []);
  });

  it('has what its pages link to', () => {
    const pages = tarball.files.filter((file) => file.endsWith('.md'));
    const dead = pages.flatMap((page) =>
      linksOf(readFileSync(join(tarball.root, page), 'utf8'))
        .map((link) => join(dirname(page), link))
        .filter((file) => !tarball.files.some((each) => each === file || each.startsWith(`${file}/`)))
        .map((file) => `${page}: ${file}`),
    );
    assert.deepEqual(dead, []);
  });

  it('has types that need no package but those it brings', () => {
    const brought = Object.keys(packageJson.dependencies);
    const missing = tarball.files
      // The types of tags add to whichever framework is there.
      .filter((file) => file.endsWith('.d.ts') && file !== 'dist/jsx.d.ts')
      .flatMap((file) =>
        ts
          .preProcessFile(readFileSync(join(tarball.root, file), 'utf8'))
          .importedFiles.map(({ fileName }) => fileName)
          .filter((name) => !/^(\.|node:)/.test(name))
          .filter((name) => !brought.some((each) => name === each || name.startsWith(`${each}/`)))
          .map((name) => `${file}: ${name}`),
      );
    assert.deepEqual(missing, []);
  });

  it('names no folder of the machine that built it and holds no token', () => {
    const text = tarball.files.filter((file) => /\.(js|ts|json|map|html|css|md)$/.test(file));
    const telling = text.filter((file) =>
      /(^|[^\w.])\/(work|root|home)\/|eyJ[\w-]{16}/.test(readFileSync(join(tarball.root, file), 'utf8')),
    );
    assert.deepEqual(telling, []);
  });

  it('runs the simulator from its command line and stops when asked', async () => {
    const simulator = await startCommand(tarball.root, 'simulate', '--port', '0');
    const answer = await fetch(`${simulator.origin}/_simulator/scenarios`);
    assert.equal(answer.status, 200);
    assert.match(JSON.stringify(await answer.json()), /"ready"/);
    assert.equal(await simulator.stop(), 0);
  });

  it('runs the demo from its command line, with the script that its page names', async () => {
    const demo = await startCommand(tarball.root, 'demo', '--port', '0');
    const page = await fetch(`${demo.origin}/`);
    assert.equal(page.status, 200);
    const source = /<script[^>]+src="([^"]*lean-elements[^"]*)"/.exec(await page.text())?.[1];
    assert.ok(source, 'the page has the script tag of lean-elements');
    const script = await fetch(new URL(source, page.url));
    assert.equal(script.status, 200);
    assert.match(script.headers.get('content-type') ?? '', /javascript/);
    assert.equal(await demo.stop(), 0);
  });
});

/** The files a page links to beside itself. */
function linksOf(page: string): string[] {
  return [...page.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
}

/** Every file that an exports map leads to. */
function targets(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry];
  return Object.values(entry as object).flatMap(targets);
}
