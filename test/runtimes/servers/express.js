import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { lmdbStorage } from 'lean-elements/proxy';
import { createProxy } from './lean.js';

const proxy = createProxy(lmdbStorage({ path: process.env.LEAN_STORE }));
const app = express();

// Before express.json(): a webhook is checked on the bytes Lean sent, and a parsed body is other bytes.
app.use('/api/lean', getRequestListener(proxy.fetch, { overrideGlobalObjects: false }));
app.use(express.json());

app.listen(process.env.PORT, '127.0.0.1');
