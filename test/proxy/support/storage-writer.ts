/**
 * A process of its own on a store: `storage-writer.ts <store as JSON> <name> [count]`. Without a count it writes for as
 * long as it lives and says which keys were acknowledged; with one it tries for so many keys that others try for as
 * well and says which it got.
 */
import { lmdbStorage, redisStorage } from '../../../src/proxy/index.js';

const [store = '{}', name = '', count] = process.argv.slice(2);
const where = JSON.parse(store) as { lmdb: string } | { redis: string };
const storage = 'redis' in where ? redisStorage({ url: where.redis }) : lmdbStorage({ path: where.lmdb });
const bytes = (text: string) => new TextEncoder().encode(text);
const say = (key: string) => process.stdout.write(`${key}\n`);

if (count === undefined) {
  for (let index = 0; ; index += 1) {
    const key = `event/${name}-${index}`;
    await storage.putIfAbsent(key, bytes(key.padEnd(500)));
    say(key);
  }
} else {
  const keys = Array.from({ length: Number(count) }, (_, index) => `contest/${index}`);
  await Promise.all(keys.map(async (key) => (await storage.putIfAbsent(key, bytes(name))) && say(key)));
  await storage.close?.();
}
