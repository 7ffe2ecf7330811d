import { memoryStorage } from 'lean-elements/proxy';
import { createProxy } from './lean.js';

const proxy = createProxy(memoryStorage()); // On a server: redisStorage({ url: process.env.REDIS_URL }).

Bun.serve({ hostname: '127.0.0.1', port: process.env.PORT, fetch: (request) => proxy.fetch(request) });
