import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDemo } from '../../src/cli/demo/backend.js';
import { listFiles } from '../../src/cli/demo/files.js';
import { listen, type Listener } from '../../src/cli/listen.js';

let folder: string;
let site: Listener;
let lean: Listener;
let stop: () => void;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lean-elements-site-'));
  mkdirSync(join(folder, 'ar'));
  writeFileSync(join(folder, 'index.html'), 'English page');
  writeFileSync(join(folder, 'ar', 'index.html'), 'Arabic page');
  writeFileSync(join(folder, 'site.css'), 'body {}');
  [site, lean] = await Promise.all([listen(0), listen(0)]);
  const { simulator, fetchSite, fetchLean } = createDemo(
    { site: site.origin, lean: lean.origin },
    listFiles([folder]),
  );
  site.serve(fetchSite);
  lean.serve(fetchLean);
  stop = () => simulator.close();
});
after(async () => {
  stop();
  await Promise.all([site.close(), lean.close()]);
  rmSync(folder, { recursive: true });
});

/** Opens a page as a new browser would; gives the session cookie. */
async function arrive(path = '/'): Promise<string> {
  const cookie = (await fetch(site.origin + path)).headers.get('set-cookie');
  assert.ok(cookie);
  return cookie;
}

const cookieOf = (setCookie: string): Record<string, string> => ({ cookie: setCookie.split(';')[0] ?? '' });

describe('The demo site', () => {
  it('serves a folder through its index page', async () => {
    assert.equal(await (await fetch(`${site.origin}/ar/`)).text(), 'Arabic page');
  });

  it('says which type a file has', async () => {
    const style = await fetch(`${site.origin}/site.css`);
    assert.match(style.headers.get('content-type') ?? '', /^text\/css/);
  });

  for (const path of ['/nothing', '/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/ar']) {
    it(`has nothing at ${path}`, async () => {
      assert.equal((await fetch(site.origin + path)).status, 404);
    });
  }

  it('gives each browser a session of its own that scripts cannot read', async () => {
    const [one, other] = [await arrive(), await arrive()];
    assert.match(one, /HttpOnly/);
    assert.match(one, /SameSite=Lax/);
    assert.notEqual(cookieOf(one)['cookie'], cookieOf(other)['cookie']);
  });

  it('keeps a session over pages', async () => {
    const again = await fetch(`${site.origin}/ar/`, { headers: cookieOf(await arrive()) });
    assert.equal(again.headers.get('set-cookie'), null);
  });

  it('lets pages run scripts of its own and of Lean only', async () => {
    const policy = (await fetch(site.origin)).headers.get('content-security-policy') ?? '';
    assert.ok(policy.includes(`script-src 'self' ${lean.origin};`));
    assert.ok(policy.includes("default-src 'none';"));
  });

  it('leads other names of this machine to its own address', async () => {
    const named = site.origin.replace('127.0.0.1', 'localhost');
    const answer = await fetch(`${named}/ar/?a=1`, { redirect: 'manual' });
    assert.equal(answer.headers.get('location'), `${site.origin}/ar/?a=1`);
  });

  it('brings a customer back from the bank to the page they left', async () => {
    const headers = cookieOf(await arrive('/ar/'));
    const answer = await fetch(`${site.origin}/bank-return?entity_id=1`, { headers, redirect: 'manual' });
    assert.equal(answer.headers.get('location'), '/ar/?entity_id=1');
  });
});

describe("The demo site's backend", () => {
  const entities = (headers: Record<string, string>) =>
    fetch(`${site.origin}/api/lean/entities`, { headers });

  it('answers its visitor', async () => {
    const answer = await entities(cookieOf(await arrive()));
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), []);
  });

  it('refuses who has no session', async () => {
    assert.equal((await entities({})).status, 401);
    assert.equal((await entities({ cookie: 'housebook_session=guess' })).status, 401);
  });
});

/** What the elements send with each request. */
const PAGE = { 'x-lean-elements': '1', 'content-type': 'application/json' };

describe("The demo's controls", () => {
  const control = (method: string, path: string, headers: Record<string, string>, body?: URLSearchParams) =>
    fetch(`${site.origin}/demo${path}`, { method, headers, body });

  it('tells which scenarios there are', async () => {
    const answer = await control('GET', '/scenarios', cookieOf(await arrive()));
    const { current, scenarios } = (await answer.json()) as { current: null; scenarios: { name: string }[] };
    assert.equal(current, null);
    assert.ok(scenarios.some(({ name }) => name === 'reconnect-otp'));
  });

  it('changes what this visitor meets and nobody else', async () => {
    const [mine, yours] = [cookieOf(await arrive()), cookieOf(await arrive())];
    const change = await control('PUT', '/scenario', mine, new URLSearchParams({ scenario: 'never-syncs' }));
    assert.equal(change.status, 204);
    const current = async (headers: Record<string, string>) =>
      ((await (await control('GET', '/scenarios', headers)).json()) as { current: string | null }).current;
    assert.equal(await current(mine), 'never-syncs');
    assert.equal(await current(yours), null);
  });

  it('refuses a scenario that does not exist', async () => {
    const headers = cookieOf(await arrive());
    const answer = await control('PUT', '/scenario', headers, new URLSearchParams({ scenario: 'rain' }));
    assert.equal(answer.status, 400);
  });

  const acting = async (circumstance: string) => {
    const headers = cookieOf(await arrive());
    const chosen = new URLSearchParams({ scenario: circumstance });
    const change = await control('PUT', '/scenario', headers, chosen);
    assert.equal(change.status, 204);
    assert.match(
      change.headers.get('set-cookie') ?? '',
      new RegExp(`^housebook_circumstance=${circumstance};`),
    );
    return (path: string, method = 'GET', body?: string) =>
      fetch(site.origin + path, { method, headers: { ...headers, ...PAGE }, body });
  };

  for (const [circumstance, method, path, status] of [
    ['page-backend-down', 'GET', '/api/lean/entities', 502],
    ['page-backend-busy', 'GET', '/api/lean/entities', 429],
    ['page-backend-read-only', 'GET', '/api/lean/entities', 200],
    ['page-backend-read-only', 'DELETE', '/api/lean/entities/some', 500],
    ['page-parts-missing', 'GET', '/chunks/identity-body-1234.js', 404],
  ] as const) {
    it(`answers ${method} ${path} with ${String(status)} under “${circumstance}”`, async () => {
      const ask = await acting(circumstance);
      assert.equal((await ask(path, method)).status, status);
    });
  }

  it('shows the host’s circumstances to who chose them alone, and ends them with the next scenario', async () => {
    await acting('page-backend-down');
    const headers = cookieOf(await arrive());
    const entities = () => fetch(`${site.origin}/api/lean/entities`, { headers });
    assert.equal((await entities()).status, 200);
    for (const [scenario, status] of [
      ['page-backend-down', 502],
      ['ready', 200],
    ] as const) {
      await control('PUT', '/scenario', headers, new URLSearchParams({ scenario }));
      assert.equal((await entities()).status, status);
    }
  });

  it('leaves Lean’s script out of the policy where the page blocks it', async () => {
    const ask = await acting('page-blocks-script');
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self';/);
  });

  for (const [circumstance, ending] of [
    ['browser-blocks-script', '/link/blocked.js'],
    ['script-never-comes', '/link/never.js'],
  ] as const) {
    it(`sends the page to a script that does not come under “${circumstance}”`, async () => {
      const ask = await acting(circumstance);
      const answer = await ask('/api/lean/link-session', 'POST', JSON.stringify({ method: 'connect' }));
      const { sdk_url: url } = (await answer.json()) as { sdk_url: string };
      assert.ok(url.endsWith(ending), url);
    });
  }

  it('breaks the connection where an extension would', async () => {
    await assert.rejects(fetch(`${lean.origin}/link/blocked.js`));
    assert.equal((await fetch(`${lean.origin}/link/loader/lean-link-loader.min.js`)).status, 200);
  });

  it('asks for no identity where the host has switched it off', async () => {
    const ask = await acting('page-identity-off');
    assert.equal((await ask('/api/lean/identity?entity_id=some')).status, 403);
  });

  it('speaks the old API where the host does', async () => {
    const ask = await acting('page-api-v1');
    assert.equal((await ask('/api/lean/refreshes/some')).status, 501);
  });

  it('links a bank for this visitor at once, and once alone', async () => {
    const headers = cookieOf(await arrive());
    const answer = await control(
      'POST',
      '/banks',
      headers,
      new URLSearchParams({ bank_identifier: 'LEANMB1' }),
    );
    assert.equal(answer.status, 204);
    const entities = (await (await fetch(`${site.origin}/api/lean/entities`, { headers })).json()) as {
      bank_identifier: string;
    }[];
    assert.deepEqual(
      entities.map((entity) => entity.bank_identifier),
      ['LEANMB1'],
    );
  });

  it('links a bank once for frames that ask at the same time', async () => {
    const headers = cookieOf(await arrive());
    const body = (): URLSearchParams => new URLSearchParams({ bank_identifier: 'LEANMB1' });
    const scenario = new URLSearchParams({ scenario: 'ready' });
    const answers = await Promise.all([
      control('PUT', '/scenario', headers, scenario),
      ...Array.from({ length: 20 }, () => control('POST', '/banks', headers, body())),
    ]);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [204]);
    const entities = await fetch(`${site.origin}/api/lean/entities`, { headers });
    assert.equal(((await entities.json()) as unknown[]).length, 1);
  });

  it('refuses a bank that does not exist', async () => {
    const headers = cookieOf(await arrive());
    const answer = await control('POST', '/banks', headers, new URLSearchParams({ bank_identifier: 'RAIN' }));
    assert.equal(answer.status, 400);
  });

  it('refuses what another site presses', async () => {
    const headers = { ...cookieOf(await arrive()), 'sec-fetch-site': 'cross-site' };
    assert.equal((await control('POST', '/end-session', headers)).status, 403);
  });

  it('ends a session on the server side', async () => {
    const headers = cookieOf(await arrive());
    await control('POST', '/end-session', headers);
    assert.equal((await fetch(`${site.origin}/api/lean/entities`, { headers })).status, 401);
  });

  it('starts over as another customer', async () => {
    const headers = cookieOf(await arrive());
    const renewed = (await control('POST', '/fresh-start', headers)).headers.get('set-cookie') ?? '';
    assert.notEqual(cookieOf(renewed)['cookie'], headers['cookie']);
    assert.equal((await control('GET', '/scenarios', cookieOf(renewed))).status, 200);
  });
});
