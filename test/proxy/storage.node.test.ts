import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { ensureRedis } from '../../scripts/ensure-redis.mjs';
import { lmdbStorage, memoryStorage, redisStorage } from '../../src/proxy/index.js';
import { createBackend } from './support/backend.js';
import { startRedis, type RedisServer } from './support/redis-server.js';
import { describeStorage } from './support/storage-suite.js';
import { delivery } from './support/webhooks.js';

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
  where: () => ({ lmdb: join(folder, 'store') }),
  pass: passNow,
  stop() {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  },
});

describe('LMDB on a disk that comes late', () => {
  it('is opened at the next try', async () => {
    const place = join(mkdtempSync(join(tmpdir(), 'lean-late-')), 'disk');
    writeFileSync(place, 'no folder yet');
    const storage = lmdbStorage({ path: join(place, 'store') });
    await assert.rejects(storage.put('key', new Uint8Array([1])));
    rmSync(place);
    await storage.put('key', new Uint8Array([1]));
    assert.deepEqual(await storage.get('key'), new Uint8Array([1]));
    await storage.close?.();
    rmSync(dirname(place), { recursive: true });
  });
});

const redisProgram = ensureRedis();
let redis: RedisServer | undefined;
const openRedis = () => redisStorage({ url: redis?.url ?? '' });

describe('with Redis', { skip: redisProgram === null ? 'there is no redis-server' : false }, () => {
  describeStorage({
    name: 'Redis',
    start: async () => void (redis = await startRedis(redisProgram ?? '')),
    open: openRedis,
    where: () => ({ redis: redis?.url ?? '' }),
    async crash() {
      await redis?.kill();
      await redis?.start();
    },
    pass: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    stop: async () => redis?.stop(),
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
