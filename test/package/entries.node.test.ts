import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };
import { version } from '../../src/define/version.js';

const entries = Object.keys(packageJson.exports)
  .filter((entry) => !/\*|\.json$|jsx$/.test(entry))
  .map((entry) => entry.replace(/^\./, 'lean-elements'));

describe('the entries of the package', () => {
  for (const entry of entries.filter((name) => !name.endsWith('/react'))) {
    it(`lets a server import ${entry} without touching a window`, () => {
      const touches = JSON.parse(
        runNode(`
          const touches = [];
          for (const name of ['window', 'document']) {
            Object.defineProperty(globalThis, name, {
              configurable: true,
              get() { touches.push(new Error(name).stack.split('\\n')[2]); return undefined; },
            });
          }
          const entry = await import('${entry}');
          if (!'${entry}'.includes('/define/') && Object.keys(entry).length === 0) throw new Error('exports nothing');
          process.stdout.write(JSON.stringify(touches));
        `),
      ) as string[];
      assert.deepEqual(
        touches.filter((frame) => frame.includes('/dist/')),
        [],
      );
    });
  }

  it('compile in a strict consumer, with typed events', () => {
    mkdirSync('.cache', { recursive: true });
    const folder = mkdtempSync(resolve('.cache/consumer-')); // Inside the package, which may import itself by its name.
    try {
      writeFileSync(
        join(folder, 'consumer.ts'),
        `${entries.map((entry, index) => `import * as entry${String(index)} from '${entry}';`).join('\n')}
         import type {} from 'lean-elements/jsx';
         document.addEventListener('lean-account-select', (event) => {
           const accountId: string | null = event.detail.accountId;
           console.log(accountId);
         });
         const button = document.createElement('lean-connect-button');
         const status: string = button.status;
         console.log(status, ${entries.map((_, index) => `entry${String(index)}`).join(', ')});`,
      );
      execFileSync(
        process.execPath,
        [
          resolve('node_modules/typescript/bin/tsc'),
          ...['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext'],
          ...['--moduleResolution', 'bundler', '--lib', 'es2023,dom,dom.iterable', '--types', 'node'],
          join(folder, 'consumer.ts'),
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      );
    } catch (failure) {
      assert.fail(String((failure as { stdout?: string }).stdout ?? failure));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('keep the definition of one element when a bundler shakes the rest off', async () => {
    const code = await bundle(`import 'lean-elements/define/lean-connect-button';`);
    assert.match(code, /customElements\.define\(["'`]lean-connect-button/);
    assert.match(code, /customElements\.define\(["'`]lean-provider/);
    assert.doesNotMatch(code, /customElements\.define\(["'`]lean-accounts/);
  });

  it('define nothing when only classes are imported', async () => {
    const code = await bundle(`import { LeanAccounts, configure } from 'lean-elements/classes';
      configure({ proxy: '/api/lean' }); console.log(LeanAccounts);`);
    assert.doesNotMatch(code, /customElements\.define/);
  });

  it('say the version that package.json has', () => {
    assert.equal(version, packageJson.version);
  });
});

describe('the lock file', () => {
  it('names no registry, so that it works with any mirror', () => {
    assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved"/);
  });
});

describe('the files in git', { skip: !existsSync('.git') && 'not a checkout' }, () => {
  it('hold no token and no folder of a developer’s machine', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
    const text = tracked.filter(
      (file) => /\.(ts|js|mjs|json|html|css|md|txt|yml)$/.test(file) && existsSync(file),
    );
    const telling = text.filter((file) =>
      /(^|[^\w.])\/(work|root|home)\/\w|eyJ[\w-]{16}/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(telling, []);
  });
});

/** Runs a module's text in a fresh Node, in this package, which may import itself by its name. */
function runNode(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a host's bundler makes of a module that imports this package. */
async function bundle(code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lean-elements-consumer-'));
  const entry = join(folder, 'consumer.js');
  writeFileSync(entry, code);
  const resolveSelf = {
    name: 'resolve-self',
    resolveId: (id: string) =>
      id.startsWith('lean-elements') ? import.meta.resolve(id).replace('file://', '') : null,
  };
  try {
    const results = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [resolveSelf],
      build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
    });
    const result = Array.isArray(results) ? results[0] : results;
    if (result === undefined || !('output' in result)) throw new Error('The bundler gave no output');
    return result.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
