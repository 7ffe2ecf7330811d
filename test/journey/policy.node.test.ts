/** The Content Security Policy of docs/going-to-production.md, in a browser, with the simulator at Lean's addresses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, HTTPRequest } from 'puppeteer-core';
import { listFiles } from '../../src/cli/demo/files.js';
import { listen, type Listener } from '../../src/cli/listen.js';
import { createLeanProxy, memoryStorage } from '../../src/proxy/index.js';
import { createLeanSimulator, type LeanSimulator } from '../../src/simulator/index.js';
import { connectBank, connectRedirectBank, openBrowser, visit, type Visit } from './support/visit.js';

const LEAN = 'https://cdn.leantech.me';

const page = `<!doctype html><html lang="en"><title>A host</title>
<script type="module" src="/lean-elements.js"></script>
<lean-provider proxy="/api/lean" region="ae">
  <lean-connect-button>Connect your bank</lean-connect-button>
  <lean-accounts id="accounts"></lean-accounts>
  <lean-transactions for="accounts"></lean-transactions>
</lean-provider></html>`;

/** The policy as it stands in the page of documentation. */
function documentedPolicy(): string[] {
  const text = readFileSync('docs/going-to-production.md', 'utf8');
  const shown = /<!-- tested: policy -->\s+```\n([^]*?)```/.exec(text)?.[1];
  assert.ok(shown, 'The page shows a policy');
  return shown.trim().split('\n');
}

/** Hands what goes to any of Lean's hosts to the simulator, as msw or a router would. */
async function toSimulator(simulator: LeanSimulator, request: HTTPRequest): Promise<void> {
  if (!/^https:\/\/([\w-]+\.)*leantech\.me\//.test(request.url())) return request.continue();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- The other way never ends once the page is left.
  const body = request.postData();
  const response = await simulator.fetch(request.url(), {
    method: request.method(),
    headers: request.headers(),
    ...(body !== undefined && { body }),
    redirect: 'manual',
  });
  await request.respond({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

describe('the policy of docs/going-to-production.md', () => {
  let browser: Browser;
  let host: Listener;
  let simulator: LeanSimulator;
  /** The policy that the host sends now. */
  let policy: string[];
  let visitors = 0;

  before(async () => {
    browser = await openBrowser();
    host = await listen(0);
    simulator = createLeanSimulator({ baseUrl: LEAN, webhookUrl: `${host.origin}/api/lean/webhooks` });
    const proxy = createLeanProxy({
      lean: {
        region: 'ae',
        environment: 'sandbox',
        apiVersion: 'v2',
        clientId: 'simulator',
        clientSecret: 'simulator',
        appToken: 'simulator',
        webhookSecrets: ['simulator'],
        fetch: simulator.fetch,
      },
      getUser: () => ({ appUserId: `visitor-${String(visitors)}` }),
      storage: memoryStorage(),
      permissions: ['accounts', 'balance', 'transactions'],
      consent: { days: 90, historyDays: 365 },
      redirectUrls: { success: `${host.origin}/`, fail: `${host.origin}/` },
    });
    const files = listFiles(['dist/cdn']);
    host.serve(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/api/lean')) return proxy.fetch(request);
      if (pathname === '/') {
        return new Response(page, {
          headers: { 'content-type': 'text/html', 'content-security-policy': policy.join('; ') },
        });
      }
      const file = await files.read(pathname);
      return file
        ? new Response(file.body, { headers: { 'content-type': file.type } })
        : new Response(null, { status: 404 });
    });
  });
  after(async () => {
    await browser.close();
    simulator.close();
    await host.close();
  });

  /** Opens the page under a policy as a new visitor; `violations` are the directives that stopped something. */
  async function arrive(lines: string[]): Promise<{ person: Visit; violations: string[] }> {
    policy = lines;
    visitors += 1;
    const person = await visit(browser, 'about:blank');
    const violations: string[] = [];
    await person.page.exposeFunction('policyStopped', (what: string) => violations.push(what));
    await person.page.evaluateOnNewDocument(() => {
      const { policyStopped } = globalThis as unknown as { policyStopped(what: string): void };
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        policyStopped(`${effectiveDirective} ${blockedURI}`),
      );
    });
    await person.page.setRequestInterception(true);
    person.page.on('request', (request) => void toSimulator(simulator, request));
    await person.page.goto(`${host.origin}/`);
    return { person, violations };
  }

  const ways = {
    'with a login in the window': (person: Visit) => connectBank(person, 'LEANMB1'),
    "with a page of the bank's own": (person: Visit) => connectRedirectBank(person, 'LEAN_OF_RETAIL_UAE'),
  };
  for (const [way, connect] of Object.entries(ways)) {
    it(`lets a customer connect a bank ${way} and stops nothing`, async () => {
      const { person, violations } = await arrive(documentedPolicy());
      await person.press('Connect your bank');
      await connect(person);
      await person.ears.event('lean-connect-ready');
      await person.ears.event('lean-accounts-load');
      assert.deepEqual(violations, []);
      await person.end();
    });
  }

  for (const directive of ['script-src', 'connect-src', 'img-src']) {
    it(`needs Lean's host in ${directive}`, async () => {
      const lines = documentedPolicy().map((line) =>
        line.startsWith(`${directive} `) ? line.replaceAll(/ https:\/\/(cdn|\*)\.leantech\.me/g, '') : line,
      );
      const { person, violations } = await arrive(lines);
      if (directive === 'img-src') {
        const { customer_id: customerId } = simulator.customer(`visitor-${String(visitors)}`);
        simulator.linkEntity({ customerId, bankIdentifier: 'LEANMB1' });
        await person.page.reload();
        await person.ears.event('lean-accounts-load');
      } else {
        await person.press('Connect your bank');
      }
      const deadline = Date.now() + 10_000;
      while (violations.length === 0 && Date.now() < deadline) await person.page.evaluate(() => undefined);
      assert.ok(violations.length > 0, `Nothing was stopped; console: ${person.ears.console.join('; ')}`);
      for (const violation of violations) {
        assert.ok(violation.startsWith(directive) && violation.includes('leantech.me'), violation);
      }
      await person.end();
    });
  }
});
