/** The promise of the README's first lines: a page of ten lines on any static server, with a proxy behind it. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Browser } from 'puppeteer-core';
import type * as Proxy from '../../src/proxy/index.js';
import { BUILT, startServer, type RunningServer } from '../support/processes.js';
import { connectBank, openBrowser, rowsOf, visit } from './support/visit.js';

const CDN = new URL('../../dist/cdn/', import.meta.url);
const BUILT_PROXY = new URL('../../dist/proxy/index.js', import.meta.url).href;

const elements = `<lean-connect-button>Connect your bank</lean-connect-button>
  <lean-accounts id="accounts"></lean-accounts>
  <lean-transactions for="accounts"></lean-transactions>`;

/** The pages of the host: the first is product text, byte for byte what the README shows. */
const pages: Readonly<Record<string, string>> = {
  '/': `<script type="module" src="lean-elements.js"></script>
<lean-provider proxy="/api/lean">
  ${elements}
</lean-provider>`,
  '/classic.html': `<script src="lean-elements.iife.js" data-proxy="/api/lean"></script>
  ${elements}`,
};

let simulator: RunningServer;
let browser: Browser;
let host: { origin: string; server: Server };

async function startHost(leanOrigin: string): Promise<typeof host> {
  const { createLeanProxy, memoryStorage } = (await import(BUILT_PROXY)) as typeof Proxy;
  const proxy = createLeanProxy({
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId: 'simulator',
      clientSecret: 'simulator',
      appToken: 'simulator',
      webhookSecrets: ['simulator'],
      baseUrl: leanOrigin,
    },
    getUser: () => ({ appUserId: 'sample-customer' }),
    storage: memoryStorage(),
    permissions: ['accounts', 'balance', 'transactions'],
    consent: { days: 90, historyDays: 1095 },
    sdkUrl: `${leanOrigin}/link/loader/lean-link-loader.min.js`,
  });
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/lean/')) return proxy.fetch(request);
    const page = pages[pathname];
    if (page !== undefined)
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    if (!/^\/(chunks\/)?[\w.-]+\.js$/.test(pathname)) return new Response(null, { status: 404 });
    const script = await readFile(fileURLToPath(new URL(`.${pathname}`, CDN)));
    return new Response(new Uint8Array(script), { headers: { 'content-type': 'text/javascript' } });
  };
  const server = createServer((incoming, outgoing) => void getRequestListener(answer)(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

before(async () => {
  [simulator, browser] = await Promise.all([startServer([...BUILT, 'simulate']), openBrowser()]);
  host = await startHost(simulator.origin);
});
after(async () => {
  host.server.closeAllConnections();
  host.server.close();
  await browser.close();
  await simulator.stop();
});

describe('A page of ten lines on a static server', () => {
  for (const [path, script] of [
    ['/', 'lean-elements.js'],
    ['/classic.html', 'lean-elements.iife.js'],
  ] as const) {
    it(`does the whole job with ${script}`, async () => {
      const person = await visit(browser, host.origin + path);
      await person.press('Connect your bank');
      await connectBank(person, 'LEANMB1');
      await person.ears.event('lean-connect-ready');
      await rowsOf(person);
      await person.sees('Lean Mock Bank');
      await person.assertNoToken();
      await person.end();
    });
  }
});
