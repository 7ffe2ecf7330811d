import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { lmdbStorage } from 'lean-elements/proxy';
import { createProxy } from './lean.js';

const proxy = createProxy(lmdbStorage({ path: process.env.LEAN_STORE }));

createServer(getRequestListener(proxy.fetch)).listen(process.env.PORT, '127.0.0.1');
