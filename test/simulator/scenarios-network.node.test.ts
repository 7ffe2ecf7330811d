import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { EntityBody } from './bodies.js';
import { openBench } from './bench.js';
import { testScenarios, type Met } from './scenario-tests.js';

const { scenario, testNoneIsLeftOut } = testScenarios('network');

/** The answer before its body is read. */
async function openAccounts({ bench, entityId }: Met): Promise<Response> {
  const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${entityId}`;
  return bench.simulator.fetch(url, { headers: await bench.bearer() });
}

/** Lets waits of real time pass at once while `run` runs; `elapsed` tells how much of it passed. */
async function hurry<Result>(run: () => Promise<Result>): Promise<{ result: Result; elapsedMs: number }> {
  mock.timers.enable({ apis: ['setTimeout'] });
  let elapsedMs = 0;
  try {
    const running = run();
    const isDone = running.then(() => true);
    // Work between two waits is real work, such as a signature check.
    const breath = () => new Promise<false>((resolve) => setImmediate(resolve, false));
    while (!(await Promise.race([isDone, breath()]))) {
      mock.timers.tick(10);
      elapsedMs += 10;
    }
    return { result: await running, elapsedMs };
  } finally {
    mock.timers.reset();
  }
}

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

  scenario('wrong-charset', 'answers UTF-16', async (met) => {
    const response = await openAccounts(met);
    assert.match(response.headers.get('content-type') ?? '', /charset=utf-16le/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.throws(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown, SyntaxError);
    const text = new TextDecoder('utf-16le').decode(bytes);
    assert.equal((JSON.parse(text) as { status: string }).status, 'OK');
  });

  scenario('gzip-error', 'calls itself gzip and is none', async (met) => {
    const response = await openAccounts(met);
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    const unpacked = response.body?.pipeThrough(new DecompressionStream('gzip'));
    await assert.rejects(new Response(unpacked).text());
  });

  scenario('content-length-lie', 'promises more than comes, then breaks', async (met) => {
    const response = await openAccounts(met);
    assert.ok(Number(response.headers.get('content-length')) > 1000);
    await assert.rejects(response.text(), { code: 'ECONNRESET' });
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

  scenario('byte-by-byte', 'arrives whole, a byte every 20 ms', async (met) => {
    const response = await openAccounts(met);
    const { result, elapsedMs } = await hurry(async () => response.text());
    assert.equal((JSON.parse(result) as { status: string }).status, 'OK');
    assert.ok(elapsedMs >= result.length * 20 - 20);
  });

  scenario('slow-3g', 'starts after two seconds and arrives at 400 kbit/s', async (met) => {
    const headers = await met.bench.bearer();
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${met.entityId}`;
    const { result, elapsedMs } = await hurry(async () =>
      (await met.bench.simulator.fetch(url, { headers })).text(),
    );
    assert.ok(elapsedMs >= 2000 + (result.length / 50_000) * 1000 - 100);
  });

  scenario('latency-30s', 'answers well after half a minute', async (met) => {
    const headers = await met.bench.bearer();
    const url = `https://sandbox.leantech.me/data/v2/accounts?entity_id=${met.entityId}`;
    const { result, elapsedMs } = await hurry(() => met.bench.simulator.fetch(url, { headers }));
    assert.equal(result.status, 200);
    assert.ok(elapsedMs >= 30_000 && elapsedMs < 31_000);
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

  scenario('redirect-elsewhere', 'answers 302 to another origin', async ({ accounts }) => {
    const { status, headers } = await accounts();
    assert.deepEqual([status, headers.get('location')], [302, 'https://login.example/']);
  });

  scenario('http-500-problem', 'answers a problem document', async ({ accounts }) => {
    const { status, headers, text } = await accounts();
    assert.deepEqual([status, headers.get('content-type')], [500, 'application/problem+json']);
    assert.equal((JSON.parse(text) as { title: string }).title, 'Internal Server Error');
  });

  for (const [name, status] of [
    ['http-401', 401],
    ['http-403', 403],
    ['http-404', 404],
    ['http-419', 419],
    ['http-500', 500],
    ['http-500-empty', 500],
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

  scenario('http-503-20s', 'works twenty seconds after the first try', async ({ bench, accounts }) => {
    assert.equal((await accounts()).status, 503);
    await bench.simulator.clock.advance(19);
    assert.equal((await accounts()).status, 503);
    await bench.simulator.clock.advance(1);
    assert.equal((await accounts()).status, 200);
  });

  scenario('reset-before-headers-once', 'breaks the first try of each call', async ({ accounts }) => {
    await assert.rejects(accounts(), { code: 'ECONNRESET' });
    assert.equal((await accounts()).status, 200);
  });

  scenario('reset-once', 'breaks the first try of each call', async ({ accounts }) => {
    await assert.rejects(accounts());
    assert.equal((await accounts()).body.status, 'OK');
  });

  it('names its fault on every answer it spoilt, and on no other', async () => {
    const bench = openBench({ scenario: 'http-404' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    const spoilt = await bench.get(`/data/v2/accounts?entity_id=${id}`);
    assert.equal(spoilt.headers.get('x-lean-simulator-fault'), 'http-404');
    assert.equal((await bench.get('/banks/v1')).headers.get('x-lean-simulator-fault'), null);
  });

  it('network scenarios leave linking alone', async () => {
    const bench = openBench({ scenario: 'reset' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    const [entity] = (await bench.get(`/customers/v1/${bench.customerId}/entities`)).list<EntityBody>();
    assert.equal(entity!.id, id);
  });

  testNoneIsLeftOut();
});
