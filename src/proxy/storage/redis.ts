import { base64url, fromBase64url } from '../bytes.js';
import { imported, type Storage } from './storage.js';

/** What is used of an `ioredis` client, written out so that hosts without that package can compile. */
export interface RedisClient {
  get(key: string): Promise<string | null>;
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
  zrangebylex(key: string, from: string, to: string): Promise<string[]>;
  multi(): RedisBatch;
  pipeline(): RedisBatch;
  disconnect(): void;
}

/** Commands that are sent together. */
export interface RedisBatch {
  del(key: string): RedisBatch;
  zrem(key: string, member: string): RedisBatch;
  exists(key: string): RedisBatch;
  exec(): Promise<[error: Error | null, result: unknown][] | null>;
}

export type RedisStorageOptions = {
  /** Put before every key, so that one Redis may serve several things. Default `lean-elements`. */
  prefix?: string;
} & ({ url: string; client?: never } | { client: RedisClient; url?: never });

/** Expired names taken off the list with each write: more than one, so that the sweep overtakes the writes. */
const SWEPT_PER_WRITE = 4;

/**
 * Writes a value (ARGV[4] `1`: only where none is) and keeps its name in a sorted list, so that a prefix can be
 * listed without a scan of the whole keyspace. KEYS: value, names, expiries.
 */
const WRITE = `
local now = tonumber(ARGV[5])
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now, 'LIMIT', 0, ${SWEPT_PER_WRITE})) do
  redis.call('ZREM', KEYS[2], name)
  redis.call('ZREM', KEYS[3], name)
end
local options = {}
if ARGV[3] ~= '' then options = {'PX', ARGV[3]} end
if ARGV[4] == '1' then table.insert(options, 'NX') end
if not redis.call('SET', KEYS[1], ARGV[2], unpack(options)) then return 0 end
redis.call('ZADD', KEYS[2], 0, ARGV[1])
if ARGV[3] ~= '' then
  redis.call('ZADD', KEYS[3], now + tonumber(ARGV[3]), ARGV[1])
else
  redis.call('ZREM', KEYS[3], ARGV[1])
end
return 1
`;

/**
 * Storage for many machines, on Redis through the npm package `ioredis` (loaded at first use; a client of the host's
 * own may be given instead). Redis itself must be set to keep what it acknowledged (`appendonly yes`), or a webhook
 * may be lost with it. Values are kept as base64, since ioredis sends bytes as text. All keys share one hash tag, so
 * that a cluster keeps them on one node.
 */
export function redisStorage(options: RedisStorageOptions): Storage {
  const prefix = `{${options.prefix ?? 'lean-elements'}}`;
  const names = `${prefix}:names`;
  const expiries = `${prefix}:expiries`;
  const valueKey = (key: string) => `${prefix}:value:${key}`;
  let connecting: Promise<RedisClient> | undefined;

  async function connect(): Promise<RedisClient> {
    if (options.client !== undefined) return options.client;
    const { Redis } = await imported('ioredis', () => import('ioredis'));
    // A store that is down must fail within the time a webhook has, not wait in a queue.
    const client = new Redis(options.url, { maxRetriesPerRequest: 2, commandTimeout: 5000 });
    // Each command rejects by itself; this one would only be printed.
    client.on('error', () => undefined);
    return client;
  }
  const redis = () => (connecting ??= connect());

  async function write(key: string, value: Uint8Array, ttlSeconds: number | undefined, ifAbsent: boolean) {
    const client = await redis();
    const milliseconds = ttlSeconds === undefined ? '' : String(Math.ceil(ttlSeconds * 1000));
    const written = await client.eval(
      WRITE,
      3,
      valueKey(key),
      names,
      expiries,
      key,
      base64url(value),
      milliseconds,
      ifAbsent ? '1' : '0',
      String(Date.now()),
    );
    return written === 1;
  }

  return {
    async get(key) {
      const text = await (await redis()).get(valueKey(key));
      return text === null ? undefined : (fromBase64url(text) ?? undefined);
    },
    async put(key, value, ttlSeconds) {
      await write(key, value, ttlSeconds, false);
    },
    putIfAbsent: (key, value, ttlSeconds) => write(key, value, ttlSeconds, true),
    async delete(key) {
      await (await redis()).multi().del(valueKey(key)).zrem(names, key).zrem(expiries, key).exec();
    },
    async list(prefixOfKeys) {
      const client = await redis();
      const range = prefixOfKeys === '' ? ['-', '+'] : [`[${prefixOfKeys}`, `[${prefixOfKeys}\xff`];
      const found = await client.zrangebylex(names, range[0] ?? '-', range[1] ?? '+');
      if (found.length === 0) return [];
      const living = client.pipeline();
      for (const key of found) living.exists(valueKey(key));
      const results = (await living.exec()) ?? [];
      return found.filter((_, index) => results[index]?.[1] === 1);
    },
    async close() {
      if (connecting === undefined || options.client !== undefined) return;
      (await connecting).disconnect();
      connecting = undefined;
    },
  };
}
