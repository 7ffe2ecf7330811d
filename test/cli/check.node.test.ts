import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Finding } from '../../src/cli/check/finding.js';
import { Unreachable } from '../../src/cli/check/probe.js';
import { runChecks } from '../../src/cli/check/run-checks.js';
import { listen, type Listener } from '../../src/cli/listen.js';
import { createLeanProxy, memoryStorage } from '../../src/proxy/index.js';
import { createLeanSimulator } from '../../src/simulator/index.js';
import { run, SOURCE } from '../support/processes.js';

type Handler = (request: Request) => Promise<Response>;

/** A backend on the simulator with two customers, `amal` and `badr`, each with a bank. */
async function createBackend(): Promise<Handler> {
  const simulator = createLeanSimulator({ clientId: 'client', clientSecret: 'client-secret' });
  const proxy = createLeanProxy({
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId: 'client',
      clientSecret: 'client-secret',
      appToken: 'client',
      webhookSecrets: ['simulator'],
      baseUrl: 'http://127.0.0.1:1',
      fetch: simulator.fetch,
    },
    getUser(request) {
      const appUserId = request.headers.get('x-user');
      return appUserId === null ? null : { appUserId };
    },
    storage: memoryStorage(),
    permissions: ['accounts', 'balance', 'transactions'],
    consent: { days: 90, historyDays: 365 },
  });
  for (const user of ['amal', 'badr']) {
    const headers = { 'x-user': user, 'content-type': 'application/json' };
    const request = new Request(`${BASE}/link-session`, {
      method: 'POST',
      headers,
      body: '{"method":"connect"}',
    });
    const session = (await (await proxy.fetch(request)).json()) as { customer_id: string };
    simulator.linkEntity({ customerId: session.customer_id });
  }
  return proxy.fetch;
}

const BASE = 'http://shop.example/api/lean';

function look(handle: Handler, session: Record<string, string> = { 'x-user': 'amal' }): Promise<Finding[]> {
  return runChecks({
    base: new URL(BASE),
    session: new Headers(session),
    other: new Headers({ 'x-user': 'badr' }),
    fetch: (input, init) => handle(new Request(input, init)),
  });
}

const brokenIn = (findings: readonly Finding[]) => findings.filter(({ outcome }) => outcome === 'broken');

/** The same answer with other headers. */
const withHeaders = (response: Response, change: (headers: Headers) => void) => {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
};

describe('lean-elements check', () => {
  it('finds nothing broken in the reference backend, and sees nearly everything', async () => {
    const findings = await look(await createBackend());
    assert.deepEqual(brokenIn(findings), []);
    assert.deepEqual(
      findings.filter(({ outcome }) => outcome === 'unseen'),
      [],
    );
    assert.ok(findings.length > 80);
  });

  const mistakes: Record<string, { promise: RegExp; make: (right: Handler) => Handler }> = {
    'takes anybody for a customer': {
      promise: /401 without a session/,
      make: (right) => (request) => {
        const headers = new Headers(request.headers);
        if (!headers.has('x-user')) headers.set('x-user', 'amal');
        return right(new Request(request, { headers }));
      },
    },
    'redirects to a login page': {
      promise: /never redirects/,
      make: (right) => (request) =>
        request.headers.has('x-user') || request.url.includes('webhooks')
          ? right(request)
          : Promise.resolve(new Response(null, { status: 302, headers: { location: '/login' } })),
    },
    'lets caches keep answers': {
      promise: /forbids every cache/,
      make: (right) => async (request) =>
        withHeaders(await right(request), (headers) => headers.delete('cache-control')),
    },
    'echoes every origin': {
      promise: /lets no page of origin https:\/\/evil\.example read/,
      make: (right) => async (request) =>
        withHeaders(await right(request), (headers) =>
          headers.set('access-control-allow-origin', request.headers.get('origin') ?? '*'),
        ),
    },
    'looks at no origin': {
      promise: /refuses what a page of origin https:\/\/evil\.example sends/,
      make: (right) => (request) => {
        const headers = new Headers(request.headers);
        headers.delete('origin');
        headers.delete('sec-fetch-site');
        return right(new Request(request, { headers }));
      },
    },
    'trusts every webhook': {
      promise: /refuses an event with a wrong signature/,
      make: (right) => (request) =>
        request.url.endsWith('/webhooks') ? Promise.resolve(Response.json({})) : right(request),
    },
    'answers errors as web pages': {
      promise: /answers JSON or nothing/,
      make: (right) => async (request) => {
        const response = await right(request);
        return response.status < 400
          ? response
          : new Response('<h1>Oops</h1>', {
              status: response.status,
              headers: { 'content-type': 'text/html' },
            });
      },
    },
    'hands out an old token': {
      promise: /at least ten minutes left/,
      make: (right) => async (request) => {
        const response = await right(request);
        if (!request.url.endsWith('/link-session') || !response.ok) return response;
        const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 300 })).toString(
          'base64url',
        );
        return Response.json(
          { ...((await response.json()) as object), access_token: `x.${claims}.x` },
          { headers: { 'cache-control': 'no-store' } },
        );
      },
    },
    'says sandbox as text': {
      promise: /link session of the contract/,
      make: (right) => async (request) => {
        const response = await right(request);
        if (!request.url.endsWith('/link-session') || !response.ok) return response;
        return Response.json({ ...((await response.json()) as object), sandbox: 'true' });
      },
    },
    'wraps the list of entities': {
      promise: /array of entities/,
      make: (right) => async (request) => {
        const response = await right(request);
        return request.url.endsWith('/entities') && response.ok
          ? Response.json({ entities: (await response.json()) as unknown })
          : response;
      },
    },
    'unwraps the envelope': {
      promise: /answers Lean’s envelope/,
      make: (right) => async (request) => {
        const response = await right(request);
        if (!request.url.includes('/accounts?') || !response.ok) return response;
        return Response.json(((await response.json()) as { data: unknown }).data);
      },
    },
    'names the refused id': {
      promise: /repeats nothing of an id/,
      make: (right) => async (request) => {
        const response = await right(request);
        return response.status === 404
          ? Response.json({ status: 'UNKNOWN', message: request.url }, { status: 404 })
          : response;
      },
    },
    'serves another customer’s bank': {
      promise: /another customer’s bank/,
      make: (right) => async (request) => {
        const response = await right(request.clone());
        if (response.status !== 404 || !request.url.includes('/accounts')) return response;
        return right(new Request(request, { headers: { 'x-user': 'badr' } }));
      },
    },
    'takes forms of other websites': {
      promise: /not sent as JSON/,
      make: (right) => (request) => {
        const headers = new Headers(request.headers);
        if (headers.get('content-type') === 'text/plain') headers.set('content-type', 'application/json');
        return right(new Request(request, { headers }));
      },
    },
  };
  for (const [name, { promise, make }] of Object.entries(mistakes)) {
    it(`names the mistake and its mending of a backend that ${name}`, async () => {
      const broken = brokenIn(await look(make(await createBackend())));
      const found = broken.find((finding) => promise.test(finding.promise));
      assert.ok(found, JSON.stringify(broken, null, 1));
      assert.ok(found.mend);
      assert.ok(found.seen);
    });
  }

  it('repeats no id and no token in what it says', async () => {
    const handle = await createBackend();
    const secrets: string[] = [];
    const findings = await look(async (request) => {
      const response = await handle(request);
      const text = await response.clone().text();
      secrets.push(
        ...[...text.matchAll(/"(?:access_token|id|account_id|customer_id)":\s*"([^"]+)"/g)].map(
          (found) => found[1] ?? '',
        ),
      );
      return response;
    });
    const said = JSON.stringify(findings);
    assert.ok(secrets.length > 5);
    for (const secret of secrets) assert.ok(!said.includes(secret));
  });

  it('can say nothing without a session that is accepted', async () => {
    await assert.rejects(look(await createBackend(), {}), Unreachable);
    await assert.rejects(look(await createBackend(), { 'x-user': ' ' }), Unreachable);
  });

  describe('as a command', () => {
    let server: Listener;
    before(async () => {
      const handle = await createBackend();
      server = await listen(0);
      const isBroken = (request: Request) => new URL(request.url).pathname.startsWith('/broken');
      server.serve((request) => (isBroken(request) ? Response.json({}) : handle(request)));
    });
    after(() => server.close());

    const check = (...words: string[]) => run([...SOURCE, 'check', ...words]);
    const session = ['--header', 'x-user: amal'];

    it('exits 0 for a backend that keeps the contract', async () => {
      const { code, stdout } = await check(`${server.origin}/api/lean`, ...session);
      assert.match(stdout, /\d+ kept, 0 broken, 1 unseen/);
      assert.equal(code, 0);
    });

    it('exits 1 and names what is broken for one that does not', async () => {
      const { code, stdout } = await check(`${server.origin}/broken`, ...session, '--json');
      const said = JSON.parse(stdout) as { broken: number; findings: Finding[] };
      assert.equal(code, 1);
      assert.equal(said.broken, brokenIn(said.findings).length);
      assert.ok(said.broken > 30);
    });

    it('exits 2 when there is nothing to look at', async () => {
      assert.equal((await check('http://127.0.0.1:9', ...session)).code, 2);
      assert.equal((await check(`${server.origin}/api/lean`)).code, 2);
      assert.equal((await check('nonsense')).code, 2);
      assert.equal((await check()).code, 2);
      assert.equal((await check(`${server.origin}/api/lean`, '--header', 'no header')).code, 2);
    });
  });
});
