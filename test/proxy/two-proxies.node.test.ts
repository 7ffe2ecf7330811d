/** Two backends, each a process of its own, on one Redis, behind a balancer that gives each request to the next one. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listen, type Listener } from '../../src/cli/listen.js';
import { ensureRedis } from '../../scripts/ensure-redis.mjs';
import { startProxyProcess, type ServerProcess } from './campaigns/child.js';
import { post } from './support/backend.js';
import { startBalancer, type Balancer } from './support/balancer.js';
import { createFakeLean, type FakeLean } from './support/fake-lean.js';
import { startRedis, type RedisServer } from './support/redis-server.js';
import { delivery, refreshUpdated } from './support/webhooks.js';

const program = ensureRedis();

describe('two backends on one Redis', { skip: program === null ? 'there is no redis-server' : false }, () => {
  let lean: FakeLean;
  let upstream: Listener;
  let redis: RedisServer;
  let proxies: ServerProcess[];
  let balancer: Balancer;

  before(async () => {
    lean = createFakeLean();
    upstream = await listen(0);
    upstream.serve(lean.fetch);
    redis = await startRedis(program ?? '');
    const settings = { upstream: upstream.origin, store: { redis: redis.url }, sealIds: true };
    proxies = await Promise.all([startProxyProcess(settings), startProxyProcess(settings)]);
    balancer = await startBalancer(proxies.map(({ origin }) => origin));
  });
  after(async () => {
    balancer.close();
    await Promise.all(proxies.map((proxy) => proxy.kill()));
    await redis.stop();
    await upstream.close();
  });

  async function ask(user: string | null, route: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    if (user !== null) headers.set('x-user', user);
    const response = await fetch(`${balancer.origin}/api/lean${route}`, { ...init, headers });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }
  /** Goes on asking for what is true now only at some of the backends. */
  async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + 15_000;
    while (!(await holds())) {
      assert.ok(Date.now() < end, what);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const event = (eventId: string, status: string, second: number) =>
    delivery(refreshUpdated({ entityId: 'e1', status, timestamp: `2026-05-12T14:34:${second}Z`, eventId }));

  it('make one customer of many sessions that begin at once', async () => {
    const sessions = await Promise.all(
      Array.from({ length: 8 }, () => ask('amal', '/link-session', post({ method: 'connect' }))),
    );
    assert.deepEqual(new Set(sessions.map(({ body }) => body.customer_id)), new Set(['customer-of-amal']));
    assert.deepEqual(balancer.served, [4, 4]);
    assert.ok(lean.callsTo(/POST \/customers\/v1\/$/).length <= 2);
  });

  it('show at both what a webhook told one of them', async () => {
    lean.link('customer-of-amal', 'e1', ['a1']);
    assert.equal((await ask(null, '/webhooks', event('one', 'FINISHED', 10))).status, 200);
    for (let turn = 0; turn < 4; turn += 1) {
      const { body } = await ask('amal', '/entities');
      assert.equal(body[0]?.data_status, 'READY');
    }
    // Told by the webhook: nobody had to ask Lean how far the data is.
    assert.equal(lean.callsTo(/refreshes/).length, 0);
  });

  it('read for one customer at both what either learned, and refuse it to another at both', async () => {
    const [entity] = (await ask('amal', '/entities')).body;
    const accounts = await ask('amal', `/accounts?entity_id=${entity?.id}`);
    const account = accounts.body.data?.accounts[0]?.account_id;
    const before = lean.callsTo(/v2\/accounts$/).length;
    const served = [...balancer.served];
    for (let turn = 0; turn < 4; turn += 1) {
      const route = `/accounts/${account}/balances?entity_id=${entity?.id}`;
      assert.equal((await ask('amal', route)).status, 200);
    }
    for (let turn = 0; turn < 2; turn += 1) {
      assert.equal((await ask('badr', `/accounts/${account}/balances?entity_id=${entity?.id}`)).status, 404);
    }
    assert.equal(lean.callsTo(/v2\/accounts$/).length, before);
    assert.deepEqual(
      balancer.served.map((count, index) => count - (served[index] ?? 0)),
      [3, 3],
    );
  });

  it('apply an event that comes to both at once a single time', async () => {
    const copies = await Promise.all(
      Array.from({ length: 20 }, () => ask(null, '/webhooks', event('two', 'FAILED', 20))),
    );
    assert.ok(copies.every(({ status }) => status === 200));
    await ask(null, '/webhooks', event('late', 'FINISHED', 15));
    for (let turn = 0; turn < 2; turn += 1)
      assert.equal((await ask('amal', '/entities')).body[0]?.data_status, 'FAILED');
  });

  it('say which thing failed while Redis is down, and serve again once it is back with all it had', async () => {
    await redis.kill();
    for (let turn = 0; turn < 2; turn += 1) {
      const startedAt = Date.now();
      const { status, body } = await ask(null, '/webhooks', event('three', 'PENDING', 30));
      assert.deepEqual([status, body.code], [503, 'storage_failed']);
      assert.ok(Date.now() - startedAt < 10_000, 'within the time a webhook has');
      const read = await ask('amal', '/entities');
      assert.deepEqual([read.status, read.body.code], [503, 'storage_failed']);
    }
    await redis.start();
    await until(async () => {
      const answers = [await ask('amal', '/entities'), await ask('amal', '/entities')];
      return answers.every(({ status }) => status === 200);
    }, 'both serve again');
    assert.equal((await ask('amal', '/entities')).body[0]?.data_status, 'FAILED');
    assert.equal((await ask(null, '/webhooks', event('three', 'FINISHED', 30))).status, 200);
    assert.equal((await ask('amal', '/entities')).body[0]?.data_status, 'READY');
  });
});

type Body = { id: string; data_status?: string }[] & {
  customer_id?: string;
  code?: string;
  data?: { accounts: { account_id: string }[] };
};
