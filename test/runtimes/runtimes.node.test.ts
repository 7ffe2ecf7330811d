/** The built proxy on each runtime of docs/runtimes.md, from a session cookie to accounts and a signed webhook. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { listen } from '../../src/cli/listen.js';
import { createLeanSimulator } from '../../src/simulator/index.js';
import { freePort } from '../support/free-port.js';
import { binary, ensurePackages, runOnce, SERVERS, startServer } from './running.js';

interface Runtime {
  name: string;
  cwd: string;
  /** What a deployment does before it starts. */
  build?: readonly (readonly string[])[];
  start: (port: number) => readonly string[];
}

const node = process.execPath;

const runtimes: readonly Runtime[] = [
  { name: 'Node', cwd: SERVERS, start: () => [node, 'node.js'] },
  { name: 'Express', cwd: SERVERS, start: () => [node, 'express.js'] },
  {
    name: 'Next.js',
    cwd: `${SERVERS}next`,
    build: [[binary('next'), 'build']],
    start: (port) => [binary('next'), 'start', '--hostname', '127.0.0.1', '--port', String(port)],
  },
  {
    name: 'Cloudflare Workers (workerd)',
    cwd: `${SERVERS}worker`,
    build: [[node, join('..', '..', '..', '..', 'node_modules', 'vite', 'bin', 'vite.js'), 'build']],
    start: (port) => [
      binary('workerd'),
      'serve',
      'config.capnp',
      `--socket-addr=http=127.0.0.1:${String(port)}`,
    ],
  },
  {
    name: 'Deno',
    cwd: SERVERS,
    start: () => [binary('deno'), 'run', '--no-config', '--node-modules-dir=manual', '-A', 'deno.js'],
  },
  { name: 'Bun', cwd: SERVERS, start: () => [binary('bun'), 'bun.js'] },
];

const SESSION_ID = 'b7c5a6f0a1d94c21';
const WEBHOOK_SECRET = 'a-webhook-secret';

describe('the built proxy', () => {
  before(ensurePackages);

  for (const { name, cwd, build = [], start } of runtimes) {
    it(`serves link session, entities, accounts and webhooks on ${name}`, async () => {
      const port = await freePort();
      const base = `http://127.0.0.1:${String(port)}/api/lean`;
      const lean = await listen(0);
      const simulator = createLeanSimulator({
        baseUrl: lean.origin,
        webhookUrl: `${base}/webhooks`,
        webhookSecret: WEBHOOK_SECRET,
      });
      lean.serve(simulator.fetch);
      const store = mkdtempSync(join(tmpdir(), 'lean-elements-runtime-'));
      const env = {
        PORT: String(port),
        SESSION_ID,
        LEAN_STORE: store,
        LEAN_BASE_URL: lean.origin,
        LEAN_CLIENT_ID: 'simulator',
        LEAN_CLIENT_SECRET: 'simulator',
        LEAN_APP_TOKEN: 'simulator',
        LEAN_WEBHOOK_SECRET: WEBHOOK_SECRET,
        NEXT_TELEMETRY_DISABLED: '1',
        DENO_NO_UPDATE_CHECK: '1',
      };
      try {
        for (const words of build) runOnce(words, cwd, env);
        const server = await startServer(start(port), { cwd, env, origin: base });
        try {
          await walkThrough(base, simulator);
        } finally {
          await server.stop();
        }
      } finally {
        simulator.close();
        await lean.close();
        rmSync(store, { recursive: true });
      }
    });
  }
});

/** What a page does first, and what Lean sends meanwhile. */
async function walkThrough(base: string, simulator: ReturnType<typeof createLeanSimulator>): Promise<void> {
  const cookie = `theme=dark; session=${SESSION_ID}`;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(base + path, { ...init, headers: { cookie, 'content-type': 'application/json' } });

  assert.equal((await fetch(`${base}/entities`)).status, 401);
  assert.equal((await fetch(`${base}/entities`, { headers: { cookie: 'session=other' } })).status, 401);

  const opened = await ask('/link-session', { method: 'POST', body: '{"method":"connect"}' });
  assert.equal(opened.status, 200, await opened.clone().text());
  const session = (await opened.json()) as { customer_id: string; access_token: string };
  assert.equal(session.access_token.split('.').length, 3);

  const linked = simulator.linkEntity({ customerId: session.customer_id });
  await simulator.clock.advance(1);
  const entities = (await (await ask('/entities')).json()) as { id: string; data_status: string }[];
  assert.deepEqual(
    entities.map(({ id, data_status }) => [id, data_status]),
    [[linked.id, 'READY']],
  );

  const answer = await ask(`/accounts?entity_id=${linked.id}`);
  const { status, data } = (await answer.json()) as { status: string; data: { accounts: object[] } };
  assert.deepEqual([answer.status, status, data.accounts.length], [200, 'OK', 9]);
  assert.equal(answer.headers.get('cache-control'), 'no-store');

  const deliveries = simulator.webhooks();
  assert.ok(deliveries.length >= 3);
  assert.deepEqual([...new Set(deliveries.map(({ state }) => state))], ['delivered']);
  const forged = await fetch(`${base}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'lean-signature': `sha512=${'0'.repeat(128)}` },
    body: deliveries[0]?.body ?? '',
  });
  assert.equal(forged.status, 401);
}
