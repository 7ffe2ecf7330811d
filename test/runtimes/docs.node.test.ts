import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { SERVERS } from './running.js';

const page = readFileSync(new URL('../../docs/runtimes.md', import.meta.url), 'utf8');

/** Each piece of code of the page by the file it is said to be. */
const shown = new Map(
  [...page.matchAll(/^<!-- test\/runtimes\/servers\/(\S+) -->\n```js\n(.*?)^```$/gms)].map(
    ([, file = '', code = '']) => [file, code],
  ),
);

/** The files that only the test needs. */
const notShown = new Set(['worker/vite.config.js']);

describe('docs/runtimes.md', () => {
  const files = readdirSync(SERVERS, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js') && !/(^|\/)(\.next|built)\//.test(file));

  it('shows every server, and nothing else as code', () => {
    assert.deepEqual([...shown.keys()].sort(), files.filter((file) => !notShown.has(file)).sort());
    assert.equal(page.split('```js\n').length - 1, shown.size);
  });

  for (const [file, code] of shown) {
    it(`shows ${file} as it was run`, () => {
      assert.equal(code, readFileSync(SERVERS + file, 'utf8'));
    });
  }
});
