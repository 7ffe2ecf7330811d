import { DurableObject } from 'cloudflare:workers';

/** One object for all: its calls run one after another, which makes `putIfAbsent` atomic. */
export class LeanStore extends DurableObject {
  async get(key) {
    const entry = await this.ctx.storage.get(key);
    return entry === undefined || entry.expiresAt <= Date.now() ? undefined : entry.value;
  }

  async put(key, value, ttlSeconds) {
    const expiresAt = ttlSeconds === undefined ? Infinity : Date.now() + ttlSeconds * 1000;
    await this.ctx.storage.put(key, { value, expiresAt });
  }

  async putIfAbsent(key, value, ttlSeconds) {
    return this.ctx.blockConcurrencyWhile(async () => {
      if ((await this.get(key)) !== undefined) return false;
      await this.put(key, value, ttlSeconds);
      return true;
    });
  }

  async delete(key) {
    await this.ctx.storage.delete(key);
  }

  async list(prefix) {
    const entries = await this.ctx.storage.list({ prefix });
    return [...entries].filter(([, { expiresAt }]) => expiresAt > Date.now()).map(([key]) => key);
  }
}

/** The proxy's storage in a Durable Object of the class above. */
export function durableStorage(namespace) {
  const store = () => namespace.get(namespace.idFromName('lean'));
  return {
    get: (key) => store().get(key),
    put: (key, value, ttlSeconds) => store().put(key, value, ttlSeconds),
    putIfAbsent: (key, value, ttlSeconds) => store().putIfAbsent(key, value, ttlSeconds),
    delete: (key) => store().delete(key),
    list: (prefix) => store().list(prefix),
  };
}
