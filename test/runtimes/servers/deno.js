import process from 'node:process';
import { memoryStorage } from 'lean-elements/proxy';
import { createProxy } from './lean.js';

const proxy = createProxy(memoryStorage()); // On a server: redisStorage({ url: process.env.REDIS_URL }).

Deno.serve({ hostname: '127.0.0.1', port: Number(process.env.PORT) }, (request) => proxy.fetch(request));
