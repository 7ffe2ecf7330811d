import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EntityBody } from './bodies.js';
import { openBench } from './bench.js';
import { testScenarios } from './scenario-tests.js';

const { scenario, testNoneIsLeftOut } = testScenarios('network');

describe('scenarios of the network', () => {
  scenario('html-instead-of-json', 'answers 200 with a page', async ({ accounts }) => {
    const { status, text, headers } = await accounts();
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.match(text, /^<!doctype html>/);
  });

  scenario('empty-body', 'answers 200 with nothing', async ({ accounts }) => {
    const { status, text } = await accounts();
    assert.deepEqual([status, text], [200, '']);
  });

  scenario('no-content', 'answers 204', async ({ accounts }) => {
    assert.equal((await accounts()).status, 204);
  });

  scenario('truncated-json', 'ends in the middle', async ({ accounts }) => {
    const { text } = await accounts();
    assert.ok(text.startsWith('{"status":"OK"'));
    assert.throws(() => JSON.parse(text), SyntaxError);
  });

  scenario('json-with-bom', 'starts with a byte order mark', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const response = await bench.simulator.fetch(url, { headers: await bench.bearer() });
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  });

  scenario('wrong-content-type', 'calls JSON text', async ({ accounts }) => {
    const { headers, body } = await accounts();
    assert.deepEqual([headers.get('content-type'), body.status], ['text/plain', 'OK']);
  });

  scenario('huge-body', 'answers more than ten megabytes of JSON', async ({ accounts }) => {
    const { text, body } = await accounts();
    assert.ok(text.length > 10_000_000);
    assert.equal(body.status, 'OK');
  });

  scenario('reset', 'breaks after some of the body', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const response = await bench.simulator.fetch(url, { headers: await bench.bearer() });
    assert.equal(response.status, 200);
    await assert.rejects(response.text(), { code: 'ECONNRESET' });
  });

  scenario('reset-before-headers', 'rejects as fetch does', async ({ accounts }) => {
    await assert.rejects(accounts(), (error: Error & { code?: string }) => {
      assert.ok(error instanceof TypeError);
      assert.equal(error.code, 'ECONNRESET');
      return true;
    });
  });

  scenario('slow-bytes', 'arrives whole, in slices', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const response = await bench.simulator.fetch(url, { headers: await bench.bearer() });
    const decoder = new TextDecoder();
    let slices = 0;
    let text = '';
    for await (const slice of response.body ?? []) {
      slices += 1;
      text += decoder.decode(slice, { stream: true });
    }
    assert.ok(slices >= 15);
    assert.equal((JSON.parse(text) as { status: string }).status, 'OK');
  });

  scenario('never-answers', 'waits until the caller gives up', async ({ bench, entityId }) => {
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
    const controller = new AbortController();
    const asked = bench.simulator.fetch(url, { headers: await bench.bearer(), signal: controller.signal });
    const first = await Promise.race([
      asked.then(() => 'answer'),
      bench.get('/banks/v1').then(() => 'other'),
    ]);
    assert.equal(first, 'other');
    controller.abort();
    await assert.rejects(asked, { name: 'AbortError' });
  });

  scenario('redirect-to-login', 'answers 302', async ({ accounts }) => {
    const { status, headers } = await accounts();
    assert.deepEqual([status, headers.get('location')], [302, '/login']);
  });

  for (const [name, status] of [
    ['http-401', 401],
    ['http-403', 403],
    ['http-500', 500],
    ['http-502-html', 502],
    ['http-503', 503],
  ] as const) {
    scenario(name, `answers ${String(status)} again and again`, async ({ accounts }) => {
      assert.equal((await accounts()).status, status);
      assert.equal((await accounts()).status, status);
    });
  }

  scenario('http-503-retry-after', 'says when to come back', async ({ accounts }) => {
    const { status, headers } = await accounts();
    assert.deepEqual([status, headers.get('retry-after')], [503, '2']);
  });

  scenario('http-503-once', 'works on the second try of each call', async ({ accounts, balances }) => {
    const statuses = [await accounts(), await accounts(), await balances(), await balances()];
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [503, 200, 503, 200],
    );
  });

  scenario('reset-once', 'breaks the first try of each call', async ({ accounts }) => {
    await assert.rejects(accounts());
    assert.equal((await accounts()).body.status, 'OK');
  });

  it('network scenarios leave linking alone', async () => {
    const bench = openBench({ scenario: 'reset' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    const [entity] = (await bench.get(`/customers/v1/${bench.customerId}/entities`)).list<EntityBody>();
    assert.equal(entity!.id, id);
  });

  testNoneIsLeftOut();
});
