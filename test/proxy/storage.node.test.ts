import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lmdbStorage, memoryStorage, redisStorage } from '../../src/proxy/index.js';
import { createBackend, post, read } from './support/backend.js';
import { findRedis, startRedis, type RedisServer } from './support/redis-server.js';
import { describeStorage } from './support/storage-suite.js';
import { delivery, refreshUpdated } from './support/webhooks.js';

let now = Date.now();
const clock = () => now;
const passNow = (seconds: number) => {
  now += seconds * 1000;
  return Promise.resolve();
};

const memory = memoryStorage({ clock });
describeStorage({ name: 'memory', open: () => memory, pass: passNow });

const folder = mkdtempSync(join(tmpdir(), 'lean-lmdb-'));
describeStorage({
  name: 'LMDB',
  open: () => lmdbStorage({ path: join(folder, 'store'), clock }),
  pass: passNow,
  stop() {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  },
});

const redisProgram = findRedis();
let redis: RedisServer | undefined;
const openRedis = () => redisStorage({ url: redis?.url ?? '' });

describe('with Redis', { skip: redisProgram === null ? 'there is no redis-server' : false }, () => {
  describeStorage({
    name: 'Redis',
    start: async () => void (redis = await startRedis(redisProgram ?? '')),
    open: openRedis,
    pass: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    stop: async () => redis?.stop(),
  });

  it('serves one customer from two backends, webhooks at one, reads at the other', async () => {
    const server = await startRedis(redisProgram ?? '');
    const stores = [redisStorage({ url: server.url }), redisStorage({ url: server.url })] as const;
    try {
      const here = createBackend({
        storage: stores[0],
        sealIds: true,
        sealKeys: ['a key of sixteen or more'],
      });
      const there = createBackend({
        storage: stores[1],
        sealIds: true,
        sealKeys: ['a key of sixteen or more'],
        fake: here.lean,
      });
      const sessions = await Promise.all(
        [here, there, here, there].map((backend) =>
          read(backend.ask('amal', '/link-session', post({ method: 'connect' }))),
        ),
      );
      assert.equal(
        new Set(sessions.map(({ body }) => (body as Record<string, unknown>)['customer_id'])).size,
        1,
      );
      here.lean.link('customer-of-amal', 'e1', ['a1']);

      const finished = refreshUpdated({
        entityId: 'e1',
        status: 'FINISHED',
        timestamp: '2026-05-12T14:34:49Z',
        eventId: 'x',
      });
      assert.equal((await here.ask(null, '/webhooks', delivery(finished))).status, 200);
      const [entity] = (await read(there.ask('amal', '/entities'))).body as {
        id: string;
        data_status?: string;
      }[];
      assert.equal(entity?.data_status, 'READY');

      const accounts = await read(here.ask('amal', `/accounts?entity_id=${entity.id}`));
      const account = (accounts.body as { data: { accounts: { account_id: string }[] } }).data.accounts[0]
        ?.account_id;
      const before = here.lean.callsTo(/v2\/accounts$/).length;
      const balances = await there.ask('amal', `/accounts/${account}/balances?entity_id=${entity.id}`);
      assert.equal(balances.status, 200);
      // The account was learned by the other backend, so that no second reading was needed.
      assert.equal(here.lean.callsTo(/v2\/accounts$/).length, before);
      assert.equal(
        (await there.ask('badr', `/accounts/${account}/balances?entity_id=${entity.id}`)).status,
        404,
      );
    } finally {
      for (const store of stores) await store.close?.();
      await server.stop();
    }
  });

  it('answers 503 within the time a webhook has while Redis is down', async () => {
    const server = await startRedis(redisProgram ?? '');
    const storage = redisStorage({ url: server.url });
    try {
      await storage.put('x', new Uint8Array([1]));
      await server.stop();
      const backend = createBackend({ storage });
      const response = await backend.ask(null, '/webhooks', delivery('{"type":"x","event_id":"1"}'));
      assert.equal(response.status, 503);
    } finally {
      await storage.close?.();
    }
  });
});

describe('LMDB under a kill', () => {
  it('still has every key it acknowledged', { timeout: 60_000 }, async () => {
    const path = mkdtempSync(join(tmpdir(), 'lean-lmdb-kill-'));
    const writer = fileURLToPath(new URL('./support/lmdb-writer.ts', import.meta.url));
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, [
        '--import',
        'tsx',
        writer,
        join(path, 'store'),
        `round-${round}`,
      ]);
      const wanted = acknowledged.length + 200;
      let rest = '';
      child.stdout.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\n');
        rest = lines.pop() ?? '';
        acknowledged.push(...lines);
        if (acknowledged.length >= wanted) child.kill('SIGKILL');
      });
      await new Promise((resolve) => child.once('exit', resolve));
    }
    const storage = lmdbStorage({ path: join(path, 'store') });
    const kept = new Set(await storage.list('event/'));
    assert.ok(acknowledged.length >= 600);
    assert.deepEqual(
      acknowledged.filter((key) => !kept.has(key)),
      [],
    );
    for (const key of acknowledged) {
      assert.equal(new TextDecoder().decode(await storage.get(key)).trim(), key);
    }
    await storage.close?.();
    rmSync(path, { recursive: true });
  });
});
