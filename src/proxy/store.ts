import { sha256Hex, utf8, utf8Text } from './bytes.js';
import type { ProxyConfig } from './options.js';
import { Lru } from './lru.js';
import { ProblemError } from './problem.js';
import { MissingDriverError } from './storage/storage.js';

/** The backend's own shelves. A shelf is a prefix of keys; nothing here holds bank data. */
export type Shelf =
  'customer' | 'account' | 'result' | 'refresh' | 'reconnect' | 'fact' | 'event' | 'cursor' | 'cost';

const HASHES_CACHED = 20_000;

/**
 * The storage as the backend uses it: JSON values on shelves, keys made from hashed ids, apart for each application
 * and environment of Lean, so that sandbox and production may share one store.
 */
export class Store {
  private readonly namespace: Promise<string>;
  private readonly hashes = new Lru<string>(HASHES_CACHED);

  constructor(private readonly config: ProxyConfig) {
    const { region, environment, appToken } = config.lean;
    const application = sha256Hex(`${region} ${environment} ${appToken}`);
    this.namespace = application.then((hash) => `lean/${hash.slice(0, 12)}`);
  }

  /** The key of an id from outside on a shelf; with `rest`, of one of several things kept for it. */
  async key(shelf: Shelf, id: string, rest?: string): Promise<string> {
    const key = `${await this.namespace}/${shelf}/${await this.hash(id)}`;
    return rest === undefined ? key : `${key}/${rest}`;
  }

  /** The id as it stands in keys: SHA-256, remembered, since a handful are needed for each request. */
  async hash(id: string): Promise<string> {
    const known = this.hashes.get(id);
    if (known !== undefined) return known;
    const hash = await sha256Hex(id);
    this.hashes.set(id, hash);
    return hash;
  }

  /** The value, or undefined; one that cannot be read counts as none. */
  async read(key: string): Promise<unknown> {
    const bytes = await this.guarded(() => this.config.storage.get(key));
    if (bytes === undefined) return undefined;
    try {
      return JSON.parse(utf8Text(bytes)) as unknown;
    } catch {
      this.config.log({ level: 'error', event: 'storage_failed', code: 'unreadable_value' });
      return undefined;
    }
  }

  async write(key: string, value: unknown, ttlSeconds?: number): Promise<void> {
    await this.guarded(() => this.config.storage.put(key, utf8(JSON.stringify(value)), ttlSeconds));
  }

  /** Writes where nothing is; tells whether it wrote. */
  async claim(key: string, value: unknown, ttlSeconds?: number): Promise<boolean> {
    return this.guarded(() => this.config.storage.putIfAbsent(key, utf8(JSON.stringify(value)), ttlSeconds));
  }

  async remove(key: string): Promise<void> {
    await this.guarded(() => this.config.storage.delete(key));
  }

  /** The keys that start with `prefix`, ascending. */
  async list(prefix: string): Promise<string[]> {
    return this.guarded(() => this.config.storage.list(prefix));
  }

  private async guarded<Value>(act: () => Promise<Value>): Promise<Value> {
    try {
      return await act();
    } catch (error) {
      const errorName = error instanceof Error ? error.name : typeof error;
      this.config.log({ level: 'error', event: 'storage_failed', errorName });
      const detail = error instanceof MissingDriverError ? error.message : undefined;
      throw new ProblemError('storage_failed', { retryAfter: 5, detail });
    }
  }
}
