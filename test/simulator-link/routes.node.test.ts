import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, it } from 'node:test';
import { Script } from 'node:vm';
import { generateLinkDouble } from '../../scripts/generate-link-double.js';
import { createLinkRoutes, linkScenarios, linkScript } from '../../src/simulator/link/index.js';
import {
  APP_TOKEN,
  createMemoryBackend,
  CREDENTIALS_BANK,
  CUSTOMER_ID,
  REDIRECT_BANK,
  tokenFor,
  type MemoryBackend,
} from './link-backend.js';

const ORIGIN = 'http://127.0.0.1:4000';
const HEADERS = { 'lean-app-token': APP_TOKEN, 'lean-customer-id': CUSTOMER_ID };

let backend: MemoryBackend;
let routes: ReturnType<typeof createLinkRoutes>;

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(routes.fetch(new Request(ORIGIN + path, { headers })));
}

function post(path: string, body: object, headers: Record<string, string> = HEADERS): Promise<Response> {
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } };
  return Promise.resolve(routes.fetch(new Request(ORIGIN + path, { ...init, body: JSON.stringify(body) })));
}

/** Begins a consent at the redirect bank and gives its id. */
async function begin(changes: object = {}): Promise<string> {
  const response = await post('/_link/attempts', {
    bank_identifier: REDIRECT_BANK.identifier,
    permissions: ['accounts'],
    success_redirect_url: 'https://shop.example/back?order=7',
    fail_redirect_url: 'https://shop.example/failed',
    ...changes,
  });
  const { consent_attempt_id: id } = (await response.json()) as { consent_attempt_id?: string };
  return id ?? '';
}

/** What the bank's page does when its button is pressed. */
async function decide(id: string, decision: 'approve' | 'decline'): Promise<Response> {
  const body = new URLSearchParams({ consent_attempt_id: id, decision });
  return routes.fetch(new Request(`${ORIGIN}/_link/authorize`, { method: 'POST', body }));
}

function returnParameters(response: Response): Record<string, string> {
  const { searchParams } = new URL(response.headers.get('location') ?? '');
  return Object.fromEntries(searchParams);
}

describe("the Link double's script", () => {
  beforeEach(() => {
    backend = createMemoryBackend();
    routes = createLinkRoutes(backend);
  });

  for (const [path, generation, region] of [
    ['/link/loader/lean-link-loader.min.js', 'loader', 'ae'],
    ['/link/loader/prod/sa/latest/lean-link-loader.min.js', 'loader', 'sa'],
    ['/link/v2/Lean.min.js', 'v2', 'ae'],
    ['/link/sdk/web/v2/prod/ae/latest/Lean.min.js', 'v2', 'ae'],
    ['/link/sdk/web/v2/prod/sa/2.4.1/Lean.min.js', 'v2', 'sa'],
    ['/link/sdk/web/latest/Lean.min.js', 'v1', 'ae'],
    ['/sa/link/sdk/web/latest/Lean.min.js', 'v1', 'sa'],
  ] as const) {
    it(`is served as ${generation} for ${region} on ${path}`, async () => {
      const response = await get(path);
      assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(await response.text(), linkScript({ generation, origin: ORIGIN, region }));
    });
  }

  it('is not served for a country Lean is not in', async () => {
    assert.equal((await get('/link/loader/prod/uk/latest/lean-link-loader.min.js')).status, 404);
  });

  it('is up to date with its sources', async () => {
    const committed = new URL('../../src/simulator/link/sdk-source.ts', import.meta.url);
    assert.equal(await readFile(committed, 'utf8'), await generateLinkDouble());
  });

  it('parses as a classic script and cannot end a script element', () => {
    const text = linkScript({ generation: 'v2', origin: 'http://a.example/</script>', region: 'ae' });
    assert.doesNotThrow(() => new Script(text));
    assert.ok(!text.toLowerCase().includes('</script'));
  });

  it('lists a scenario for each way to misbehave that a customer can be given', () => {
    assert.ok('link-silent' in linkScenarios && 'link-success-without-entity' in linkScenarios);
    assert.ok(!('link-faithful' in linkScenarios) && !('link-throws' in linkScenarios));
  });
});

describe("the Link double's routes", () => {
  beforeEach(() => {
    backend = createMemoryBackend();
    routes = createLinkRoutes(backend);
  });

  for (const origin of [
    'http://127.0.0.1:9',
    'http://localhost:3000',
    'http://[::1]:80',
    'http://app.localhost',
  ]) {
    it(`answer a page on ${origin}`, async () => {
      const response = await get('/_link/banks?region=ae', { ...HEADERS, origin });
      assert.equal(response.headers.get('access-control-allow-origin'), origin);
    });
  }

  for (const origin of ['https://shop.example', 'http://127.0.0.1.shop.example', 'null']) {
    it(`do not open themselves to a page on ${origin}`, async () => {
      const response = await get('/_link/banks?region=ae', { ...HEADERS, origin });
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    });
  }

  it('let a preflight pass with the headers the script sends', async () => {
    const request = new Request(`${ORIGIN}/_link/start`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:3000',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'lean-app-token,lean-customer-id,authorization,content-type',
      },
    });
    const response = await routes.fetch(request);
    assert.equal(response.status, 204);
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /lean-app-token/);
  });

  it('refuse an unknown app token, a bad token, an unknown customer and a token of another customer', async () => {
    const status = async (headers: Record<string, string>) => (await get('/_link/banks', headers)).status;
    assert.equal(await status({}), 401);
    assert.equal(await status({ ...HEADERS, authorization: 'Bearer Bearer x.y.z' }), 401);
    assert.equal(await status({ 'lean-app-token': APP_TOKEN, 'lean-customer-id': 'nobody' }), 404);
    const authorization = `Bearer ${tokenFor(CUSTOMER_ID)}`;
    assert.equal(await status({ ...HEADERS, authorization, 'lean-customer-id': 'customer-2' }), 403);
  });

  it('link no bank that has not let the customer in', async () => {
    const response = await post('/_link/consent', {
      challenge_id: 'made up',
      bank_identifier: CREDENTIALS_BANK.identifier,
      permissions: ['accounts'],
    });
    assert.equal(response.status, 403);
    assert.deepEqual(backend.linked, []);
  });

  it('spend a login once', async () => {
    const bank = { bank_identifier: CREDENTIALS_BANK.identifier };
    const login = await post('/_link/login', { ...bank, username: 'a', password: 'b' });
    const { challenge_id } = (await login.json()) as { challenge_id: string };
    await post('/_link/otp', { challenge_id, code: '1111' });
    const consent = { ...bank, challenge_id, permissions: ['accounts'] };
    assert.equal((await post('/_link/consent', consent)).status, 200);
    assert.equal((await post('/_link/consent', consent)).status, 403);
    assert.equal(backend.linked.length, 1);
  });

  it("show the bank's own page, badged, with text that is not markup", async () => {
    const id = await begin({ permissions: ['<b>accounts</b>'] });
    const text = await (await get(`/_link/authorize?consent_attempt_id=${id}`)).text();
    assert.match(text, /SIMULATOR/);
    assert.match(text, /data-testid="bank-approve"/);
    assert.ok(!text.includes('<b>'));
  });

  for (const [main_color, background_color, ground] of [
    ['#1beb75', '#001E26', '#001E26'],
    ['#7a1fa2', '#ffffff', '#7a1fa2'],
    [null, 'red;}', '#24302d'],
  ] as const) {
    it(`paint a bank of ${String(main_color)} on ${background_color} with ${ground}`, async () => {
      backend.banks = () => [{ ...REDIRECT_BANK, main_color, background_color }];
      const text = await (await get(`/_link/authorize?consent_attempt_id=${await begin()}`)).text();
      assert.ok(text.includes(`--bank: ${ground};`));
    });
  }

  it('return to the success URL with its own parameters kept and an entity linked', async () => {
    const id = await begin();
    const response = await decide(id, 'approve');
    assert.equal(response.status, 303);
    assert.deepEqual(returnParameters(response), {
      order: '7',
      entity_id: 'entity-1',
      customer_id: CUSTOMER_ID,
      consent_attempt_id: id,
    });
    assert.equal(backend.linked.length, 1);
  });

  it('return to the fail URL with a reason and nothing linked', async () => {
    const id = await begin();
    const parameters = returnParameters(await decide(id, 'decline'));
    assert.equal(parameters['granular_status_code'], 'USER_PERMISSIONS_NOT_GRANTED');
    assert.ok(parameters['status_additional_info']);
    assert.ok(!('entity_id' in parameters));
    assert.deepEqual(backend.linked, []);
  });

  it('decide an attempt once', async () => {
    const id = await begin();
    await decide(id, 'decline');
    assert.equal((await decide(id, 'approve')).status, 404);
    assert.deepEqual(backend.linked, []);
  });

  it('refuse redirect URLs that are not of the web', async () => {
    assert.equal(await begin({ success_redirect_url: 'javascript:alert(1)' }), '');
  });
});
