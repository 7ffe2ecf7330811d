/**
 * The reference backend: `createLeanProxy(options).fetch` answers every route of the contract between the elements
 * and a host, holds the secrets and talks to Lean. Runs wherever there are `Request` and `Response`.
 */
export { createLeanProxy, type LeanProxy } from './create-lean-proxy.js';
export { ProxyConfigError } from './config.js';
export { memoryStorage, type MemoryStorageOptions } from './storage/memory.js';
export { lmdbStorage, type LmdbStorageOptions } from './storage/lmdb.js';
export {
  redisStorage,
  type RedisBatch,
  type RedisClient,
  type RedisStorageOptions,
} from './storage/redis.js';
export type { Storage } from './storage/storage.js';
export type { HostEvent, LeanOptions, LeanProxyOptions, ProxyUser } from './options.js';
export type { LogEntry } from './log.js';
export type { ApiVersion, Environment } from './regions.js';
export type { Reconciliation } from './reconcile.js';
export type { SealKind } from './seal.js';
