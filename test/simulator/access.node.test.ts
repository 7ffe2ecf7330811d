import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createLeanSimulator } from '../../src/simulator/index.js';
import { askToken, JSON_TYPE, openBench } from './bench.js';

const LEAN = 'https://sandbox.leantech.me';

function claimsOf(token: string): Record<string, unknown> {
  const body = token.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
}

describe('POST /oauth2/token', () => {
  it('gives an api token of one hour, as Lean words it', async () => {
    const { simulator } = openBench();
    const { status, body } = await askToken(simulator);
    assert.equal(status, 200);
    assert.deepEqual(
      { ...body, access_token: typeof body.access_token },
      { access_token: 'string', scope: 'api', token_type: 'Bearer', expires_in: 3599 },
    );
  });

  it("gives a customer's token that names the customer and the application", async () => {
    const { simulator, customerId } = openBench();
    const { body } = await askToken(simulator, { scope: `customer.${customerId}` });
    const claims = claimsOf(body.access_token);
    assert.deepEqual(claims['customers'], [{ id: customerId }]);
    assert.deepEqual(claims['applications'], [{ id: 'simulator' }]);
    assert.equal(claims['iss'], 'https://auth.sandbox.leantech.me');
    assert.equal(Number(claims['exp']) - Number(claims['iat']), 3600);
    assert.ok((claims['scope'] as string[]).includes('connect.write'));
  });

  it("names Saudi Arabia's hosts there", async () => {
    const { simulator } = openBench({ region: 'sa' });
    const { body } = await askToken(simulator);
    assert.equal(claimsOf(body.access_token)['aud'], 'https://sandbox.sa.leantech.me');
  });

  const refused: [name: string, fields: Record<string, string>, status: number, error: string][] = [
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['a scope of a customer nobody made', { scope: 'customer.nobody' }, 400, 'invalid_scope'],
    ['no scope', { scope: '' }, 400, 'invalid_scope'],
  ];
  for (const [name, fields, status, error] of refused) {
    it(`refuses ${name}`, async () => {
      const { simulator } = openBench();
      const reply = await askToken(simulator, fields);
      assert.deepEqual([reply.status, reply.body.error], [status, error]);
    });
  }

  it('refuses a body that is not form-encoded', async () => {
    const { send } = openBench();
    const body = JSON.stringify({ grant_type: 'client_credentials' });
    const reply = await send('POST', '/oauth2/token', JSON_TYPE, body);
    assert.deepEqual([reply.status, reply.body.error], [400, 'invalid_request']);
  });
});

describe('who may call', () => {
  it('refuses v2 without a token, and with the application token alone', async () => {
    const { send } = openBench();
    const bare = await send('GET', '/data/v2/accounts', {});
    const old = await send('GET', '/data/v2/accounts', { 'lean-app-token': 'simulator' });
    assert.deepEqual([bare.status, old.status], [401, 401]);
    assert.match(bare.headers.get('www-authenticate') ?? '', /^Bearer/);
  });

  it('refuses a token that was changed', async () => {
    const { send, bearer } = openBench();
    const { authorization } = await bearer();
    const [head, body, signature] = authorization.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claimsOf(authorization), sub: 'other' })).toString(
      'base64url',
    );
    const reply = await send('GET', '/banks/v1', { authorization: [head, forged, signature].join('.') });
    assert.equal(reply.status, 401);
    const whole = await send('GET', '/banks/v1', { authorization: [head, body, signature].join('.') });
    assert.equal(whole.status, 200);
  });

  for (const text of ['x', 'a.b.c', 'a.b', '..', 'Bearer a.b.c', 'é.é.é', 'abcde.abcde.abcde']) {
    it(`refuses "${text}" as a token`, async () => {
      const { send } = openBench();
      const authorization = `Bearer ${encodeURI(text)}`;
      assert.equal((await send('GET', '/banks/v1', { authorization })).status, 401);
    });
  }

  it('refuses a token after its hour', async () => {
    const { send, bearer, simulator } = openBench();
    const old = await bearer();
    await simulator.clock.advance(3599);
    assert.equal((await send('GET', '/banks/v1', old)).status, 200);
    await simulator.clock.advance(1);
    assert.equal((await send('GET', '/banks/v1', old)).status, 401);
  });

  it("refuses data to a customer's token", async () => {
    const { send, simulator, customerId } = openBench();
    const { body } = await askToken(simulator, { scope: `customer.${customerId}` });
    const authorization = `Bearer ${body.access_token}`;
    const reply = await send('GET', '/data/v2/accounts', { authorization });
    assert.deepEqual([reply.status, reply.body.status], [403, 'INCORRECT_ACCESS_LEVEL']);
  });

  it('accepts the application token on v1, customers and banks, and refuses another', async () => {
    const { send } = openBench();
    const good = await send('GET', '/banks/v1/', { 'lean-app-token': 'simulator' });
    const bad = await send('GET', '/banks/v1/', { 'lean-app-token': 'other' });
    assert.deepEqual([good.status, bad.status, bad.body.status], [200, 401, 'UNAUTHORIZED']);
  });

  it('gives no browser leave to read data', async () => {
    const { send, bearer } = openBench();
    const headers = { ...(await bearer()), origin: 'http://localhost:8000' };
    const reply = await send('GET', '/banks/v1', headers);
    const preflight = await send('OPTIONS', '/banks/v1', {
      origin: 'http://localhost:8000',
      'access-control-request-method': 'GET',
    });
    assert.equal(reply.headers.get('access-control-allow-origin'), null);
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
  });
});

describe('the simulator itself', () => {
  it('marks every answer and gives it a correlation id', async () => {
    const { send } = openBench();
    for (const path of ['/nowhere', '/data/v2/accounts', '/link/v2/Lean.min.js']) {
      const { headers } = await send('GET', path, {});
      assert.equal(headers.get('x-lean-simulator'), 'SIMULATOR');
      assert.match(headers.get('lean-correlation-id') ?? '', /^[A-Z]{16}$/);
    }
  });

  it('tells an unknown path from a wrong method', async () => {
    const { send, bearer } = openBench();
    const path = await send('GET', '/nowhere', {});
    const method = await send('PATCH', '/customers/v1', await bearer());
    assert.deepEqual([path.status, path.body.status], [404, 'INVALID_URL']);
    assert.deepEqual([method.status, method.body.status], [405, 'INVALID_HTTP_METHOD']);
  });

  it('refuses to run in production', () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      assert.throws(() => createLeanSimulator(), /NODE_ENV=production/);
    } finally {
      if (before === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = before;
    }
  });

  it('answers when its fetch is taken off and called as fetch is', async () => {
    const { fetch } = createLeanSimulator();
    const response = await fetch(new URL(`${LEAN}/oauth2/token`), { method: 'POST' });
    assert.equal(response.status, 400);
  });

  it('rejects a call that was given up before it began', async () => {
    const { fetch } = createLeanSimulator();
    await assert.rejects(fetch(LEAN, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('imports nothing that a page does not have', () => {
    const folder = new URL('../../src/simulator/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    assert.ok(files.length > 40);
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      assert.doesNotMatch(text, /from 'node:|Math\.random\(|\brequire\(/, name);
    }
  });

  it('serves the Link scripts on its own paths and on those of Lean', async () => {
    const { send } = openBench();
    const paths = [
      '/link/loader/lean-link-loader.min.js',
      '/link/v2/Lean.min.js',
      'https://cdn.leantech.me/link/loader/prod/ae/latest/lean-link-loader.min.js',
      'https://cdn.leantech.me/link/sdk/web/v2/prod/ae/latest/Lean.min.js',
    ];
    for (const path of paths) {
      const { status, headers } = await send('GET', path, {});
      assert.equal(status, 200);
      assert.match(headers.get('content-type') ?? '', /javascript/);
    }
  });
});

describe('repeatability', () => {
  async function story(seed: number | string): Promise<string> {
    const bench = openBench({ seed });
    const ids = await bench.linked();
    const replies = [
      await bench.get('/banks/v1'),
      await bench.get(`/customers/v1/${bench.customerId}/entities`),
      await bench.get(`/data/v2/accounts?entity_id=${ids.entityId}`),
      await bench.get(bench.accountPath(ids, 'balances')),
      await bench.get(bench.accountPath(ids, 'transactions?size=100&page=3&insights=true')),
      await bench.v1('/data/v1/identity', { entity_id: ids.entityId }),
    ];
    const headers = replies.map((reply) => reply.headers.get('lean-correlation-id'));
    return JSON.stringify([replies.map(({ text }) => text), headers, bench.simulator.webhooks()]);
  }

  it('gives the same bytes for the same seed and clock', async () => {
    assert.equal(await story(7), await story(7));
    assert.equal(await story(7), await story('7'));
  });

  it('gives other people, ids and amounts for another seed', async () => {
    assert.notEqual(await story(7), await story(8));
  });
});
