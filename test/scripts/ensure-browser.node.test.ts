import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

function ensureBrowser(environment: Record<string, string>) {
  return spawnSync(process.execPath, ['scripts/ensure-browser.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}

test('fails loudly when CHROME_PATH names nothing that runs', () => {
  const { status, stderr } = ensureBrowser({ CHROME_PATH: 'package.json' });
  assert.notEqual(status, 0);
  assert.match(stderr, /CHROME_PATH is "package\.json"/);
});

test('takes the program that CHROME_PATH names', () => {
  const { status, stdout } = ensureBrowser({ CHROME_PATH: process.execPath });
  assert.equal(status, 0);
  assert.equal(stdout.trim(), process.execPath);
});
