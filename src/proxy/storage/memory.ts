import type { Storage } from './storage.js';

export interface MemoryStorageOptions {
  /** Milliseconds since 1970; for tests. */
  clock?: () => number;
}

/** Expired values are swept once in so many writes: often enough to bound memory, rare enough to cost nothing. */
const WRITES_PER_SWEEP = 1000;

interface Entry {
  value: Uint8Array;
  expiresAt: number;
}

/**
 * Keeps everything in this process and loses it with the process: for tests, demos and trials. In production a lost
 * store means that data waits to be asked for again, never that a customer sees another's.
 */
export function memoryStorage(options: MemoryStorageOptions = {}): Storage {
  const clock = options.clock ?? Date.now;
  const entries = new Map<string, Entry>();
  let writes = 0;

  function live(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAt > clock()) return entry;
    entries.delete(key);
    return undefined;
  }

  function write(key: string, value: Uint8Array, ttlSeconds: number | undefined): void {
    const expiresAt = ttlSeconds === undefined ? Infinity : clock() + ttlSeconds * 1000;
    entries.set(key, { value: value.slice(), expiresAt });
    writes += 1;
    if (writes % WRITES_PER_SWEEP === 0) for (const each of [...entries.keys()]) live(each);
  }

  return {
    get: (key) => Promise.resolve(live(key)?.value.slice()),
    put(key, value, ttlSeconds) {
      write(key, value, ttlSeconds);
      return Promise.resolve();
    },
    putIfAbsent(key, value, ttlSeconds) {
      if (live(key) !== undefined) return Promise.resolve(false);
      write(key, value, ttlSeconds);
      return Promise.resolve(true);
    },
    delete(key) {
      entries.delete(key);
      return Promise.resolve();
    },
    list(prefix) {
      const keys = [...entries.keys()].filter((key) => key.startsWith(prefix) && live(key) !== undefined);
      return Promise.resolve(keys.sort());
    },
  };
}
