import type { Database, RootDatabase } from 'lmdb';
import { imported, type Storage } from './storage.js';

export interface LmdbStorageOptions {
  /** A folder (made when missing) or a file; processes on one machine may share it. */
  path: string;
  /** Milliseconds since 1970; for tests. */
  clock?: () => number;
}

/** Each value is led by the instant it expires, in milliseconds, as eight bytes; Infinity when it never does. */
const HEADER_BYTES = 8;
/** Expired values taken away with each write: more than one, so that the sweep overtakes the writes. */
const SWEPT_PER_WRITE = 4;

interface Opened {
  /** Holds only the names of the two below. */
  root: RootDatabase;
  values: Database<Uint8Array, string>;
  /** `[expiresAt, key]`, so that the sweep finds what has expired without looking at anything else. */
  expiries: Database<true, [number, string]>;
}

/** Embedded, durable storage on one machine, on the npm package `lmdb` (loaded at first use). */
export function lmdbStorage(options: LmdbStorageOptions): Storage {
  const clock = options.clock ?? Date.now;
  let opened: Promise<Opened> | undefined;

  async function open(): Promise<Opened> {
    const { open: openLmdb } = await imported('lmdb', () => import('lmdb'));
    // Flushed within the writer's lock: with flushes left to overlap, a process that was killed while it wrote has
    // once in a while left another's next commit failing for good.
    const root = openLmdb({ path: options.path, overlappingSync: false });
    const values = root.openDB<Uint8Array, string>({ name: 'values', encoding: 'binary' });
    const expiries = root.openDB<true, [number, string]>({ name: 'expiries' });
    return { root, values, expiries };
  }

  function database(): Promise<Opened> {
    opened ??= open().catch((error: unknown) => {
      // A disk that was not there yet must not be missed for ever.
      opened = undefined;
      throw error;
    });
    return opened;
  }

  function sweep({ values, expiries }: Opened): void {
    const now = clock();
    for (const [expiresAt, key] of [...expiries.getKeys({ end: [now, ''], limit: SWEPT_PER_WRITE })]) {
      const value = values.get(key);
      // A later write may have given the key a longer life.
      if (value !== undefined && expiryOf(value) <= now) values.removeSync(key);
      expiries.removeSync([expiresAt, key]);
    }
  }

  function write(store: Opened, key: string, value: Uint8Array, ttlSeconds: number | undefined): void {
    const expiresAt = ttlSeconds === undefined ? Infinity : clock() + ttlSeconds * 1000;
    sweep(store);
    store.values.putSync(key, packed(value, expiresAt));
    if (expiresAt !== Infinity) store.expiries.putSync([expiresAt, key], true);
  }

  /** One LMDB write transaction: atomic between processes, resolved once it is on the disk. */
  async function transact<T>(act: (store: Opened) => T): Promise<T> {
    const store = await database();
    const result = await store.root.transaction(() => act(store));
    await store.root.flushed;
    return result;
  }

  return {
    async get(key) {
      const value = (await database()).values.get(key);
      return value !== undefined && expiryOf(value) > clock() ? unpacked(value) : undefined;
    },
    async put(key, value, ttlSeconds) {
      await transact((store) => write(store, key, value, ttlSeconds));
    },
    putIfAbsent(key, value, ttlSeconds) {
      return transact((store) => {
        const present = store.values.get(key);
        if (present !== undefined && expiryOf(present) > clock()) return false;
        write(store, key, value, ttlSeconds);
        return true;
      });
    },
    async delete(key) {
      await transact((store) => store.values.removeSync(key));
    },
    async list(prefix) {
      const { values } = await database();
      const now = clock();
      const keys: string[] = [];
      for (const { key, value } of values.getRange({ start: prefix })) {
        if (!key.startsWith(prefix)) break;
        if (expiryOf(value) > now) keys.push(key);
      }
      return keys;
    },
    async close() {
      if (opened === undefined) return;
      await (await opened).root.close();
      opened = undefined;
    },
  };
}

function packed(value: Uint8Array, expiresAt: number): Uint8Array {
  const whole = new Uint8Array(HEADER_BYTES + value.length);
  new DataView(whole.buffer).setFloat64(0, expiresAt);
  whole.set(value, HEADER_BYTES);
  return whole;
}

function expiryOf(stored: Uint8Array): number {
  return new DataView(stored.buffer, stored.byteOffset).getFloat64(0);
}

function unpacked(stored: Uint8Array): Uint8Array {
  return new Uint8Array(stored.subarray(HEADER_BYTES));
}
