import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createBackend, ORIGIN, post, read } from './support/backend.js';

const FRIEND = 'https://app.friend.example';

describe('origins', () => {
  const backend = createBackend({ allowedOrigins: [FRIEND] });
  const enter = (headers: Record<string, string>, init: RequestInit = {}) =>
    backend.ask('amal', '/entities', { ...init, headers });

  it('lets in the backend’s own origin, also behind a proxy that ends TLS, and non-browsers', async () => {
    assert.equal((await enter({})).status, 200);
    assert.equal((await enter({ origin: ORIGIN })).status, 200);
    assert.equal((await enter({ origin: 'http://shop.example' })).status, 200);
    assert.equal(
      (await enter({ origin: 'https://public.example', 'sec-fetch-site': 'same-origin' })).status,
      200,
    );
    assert.equal((await enter({ 'sec-fetch-site': 'none' })).status, 200);
  });

  it('lets in a listed origin with credentials, by its exact name alone', async () => {
    const response = await enter({ origin: FRIEND, 'sec-fetch-site': 'cross-site' });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), FRIEND);
    assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
    assert.match(response.headers.get('vary') ?? '', /Origin/);
    const own = await enter({ origin: ORIGIN });
    assert.equal(own.headers.get('access-control-allow-origin'), null);
  });

  const hostile = [
    'null',
    'https://evil.example',
    'https://evil-shop.example',
    'https://shop.example.evil.example',
    'https://shop.example:8443',
    'https://shop.exampl',
    'https://app.friend.example.evil.example',
    'http://app.friend.example',
    'https://app.friend.example:444',
    'https://APP.friend.example',
    'https://app.friend.example/',
    'https://sub.app.friend.example',
    'https://friend.example',
    'file://',
    'data:',
    'chrome-extension://abc',
    '*',
    'https://*.friend.example',
    '',
    ' ',
    'https://',
    'shop.example',
    'https://shop.example@evil.example',
    'https://evil.example/https://shop.example',
    'https://evil.example#shop.example',
    'https://evil.example?shop.example',
    'https://shop%2eexample',
    'https://shop.example%00.evil.example',
    'undefined',
    'https://app.friend.example, https://evil.example',
    'https://app.friend.example https://evil.example',
    'about:blank',
    'https://xn--shp-sna.example',
    'ftp://shop.example:21x',
    'https://127.0.0.1',
    'http://localhost',
    'https://[::1]',
    'blob:https://evil.example/x',
    'javascript:alert(1)',
    'https://shop.example..',
    'https://.shop.example',
  ];
  for (const origin of hostile) {
    it(`refuses ${JSON.stringify(origin)}`, async () => {
      for (const site of ['cross-site', 'same-site', undefined]) {
        const response = await enter({ origin, ...(site === undefined ? {} : { 'sec-fetch-site': site }) });
        assert.equal(response.status, 403, site);
        assert.equal(response.headers.get('access-control-allow-origin'), null);
      }
    });
  }

  it('refuses what another site embeds, which sends no origin', async () => {
    assert.equal((await enter({ 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await enter({ 'sec-fetch-site': 'same-site' })).status, 403);
  });

  it('answers the preflight of a listed origin and of no other', async () => {
    const ask = (origin: string) =>
      enter(
        {
          origin,
          'access-control-request-method': 'DELETE',
          'access-control-request-headers': 'x-csrf, x-lean-elements',
        },
        { method: 'OPTIONS' },
      );
    const friend = await ask(FRIEND);
    assert.equal(friend.status, 204);
    assert.equal(friend.headers.get('access-control-allow-origin'), FRIEND);
    assert.equal(friend.headers.get('access-control-allow-headers'), 'x-csrf, x-lean-elements');
    const evil = await ask('https://evil.example');
    assert.equal(evil.status, 403);
    assert.equal(evil.headers.get('access-control-allow-methods'), null);
  });

  it('asks for no session before the origin was let in', async () => {
    let asked = 0;
    const guarded = createBackend({ getUser: () => ((asked += 1), null) });
    await guarded.ask(null, '/entities', { headers: { origin: 'https://evil.example' } });
    assert.equal(asked, 0);
  });
});

describe('answers', () => {
  it('are never cached, sniffed or embedded, whatever they say', async () => {
    const backend = createBackend();
    for (const [user, route] of [
      ['amal', '/entities'],
      [null, '/entities'],
      ['amal', '/nowhere'],
      ['amal', '/webhooks'],
    ] as const) {
      const { headers } = await backend.ask(user, route);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
    }
  });

  it('name a refusal as a problem document', async () => {
    const { status, headers, body } = await read(createBackend().ask(null, '/entities'));
    assert.equal(status, 401);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.deepEqual(body, {
      type: 'about:blank',
      title: 'There is no session',
      status: 401,
      code: 'unauthenticated',
    });
  });
});

describe('paths and methods', () => {
  const backend = createBackend();
  const visit = (path: string, method = 'GET') =>
    backend.proxy.fetch(new Request(ORIGIN + path, { method, headers: { 'x-user': 'amal' } }));

  it('leads odd spellings of a route nowhere and asks Lean nothing', async () => {
    for (const path of [
      '/api/lean/entities/',
      '/api/lean//entities',
      '/api/lean/entities;x=1',
      '/api/lean/ENTITIES',
      '/api/lean/entities%2f',
      '/api/lean/%65ntities/',
      '/api/lean/accounts/a%2Fb/balances',
      '/api/lean/entities%00',
      '/api/lean/entities.json',
      '/api/lean',
      '/',
      '/api/lean/accounts/a1',
      '/api/lean/customers/v1/x/entities/y/z',
      '/api/lean/data/v2/accounts/x/y',
      '/api/lean/-',
    ]) {
      const response = await visit(path);
      assert.equal(response.status, 404, path);
    }
    assert.equal(backend.lean.calls.length, 0);
  });

  it('answers 405 with what is allowed', async () => {
    for (const [path, method, allow] of [
      ['/entities', 'PUT', 'GET'],
      ['/entities', 'POST', 'GET'],
      ['/entities/e1', 'GET', 'DELETE'],
      ['/link-session', 'GET', 'POST'],
      ['/webhooks', 'GET', 'POST'],
      ['/refreshes/r1', 'DELETE', 'GET'],
      ['/banks', 'PATCH', 'GET'],
    ] as const) {
      const response = await visit(`/api/lean${path}`, method);
      assert.equal(response.status, 405, path);
      assert.equal(response.headers.get('allow'), allow);
    }
    assert.equal((await visit('/api/lean/entities', 'HEAD')).status, 405);
    assert.equal(backend.lean.calls.length, 0);
  });

  it('never lets a made-up path reach Lean or fail inside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.webPath(),
        fc.constantFrom('GET', 'POST', 'DELETE', 'PUT'),
        async (path, method) => {
          const { status } = await visit(`/api/lean${path}`, method);
          assert.ok([400, 401, 404, 405, 415].includes(status), `${path} ${status}`);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('bodies', () => {
  const backend = createBackend();
  const codeOf = async (init: RequestInit) => {
    const { status, body } = await read(backend.ask('amal', '/link-session', { method: 'POST', ...init }));
    return [status, (body as Record<string, unknown>)['code']];
  };
  const asJson = { 'content-type': 'application/json' };

  it('must be JSON by their type, so that no form of another site can send one', async () => {
    const body = JSON.stringify({ method: 'connect' });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
      'text/json',
    ]) {
      assert.deepEqual(await codeOf({ body, headers: { 'content-type': type } }), [
        415,
        'unsupported_media_type',
      ]);
    }
    assert.equal(
      (await codeOf({ body, headers: { 'content-type': 'Application/JSON; charset=utf-8' } }))[0],
      200,
    );
  });

  it('must be small, flat and plain', async () => {
    const deep = '{"a":'.repeat(6) + '1' + '}'.repeat(6);
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '"connect"',
      '{"method":"connect","method":"reconnect"}',
      '{"method":"connect","__proto__":{"x":1}}',
      '{"method":["connect"]}',
      '{"method":"steal"}',
      deep,
      '[[[[[[[[[[]]]]]]]]]]',
    ]) {
      assert.deepEqual(await codeOf({ body, headers: asJson }), [400, 'bad_request'], body);
    }
    const large = JSON.stringify({ method: 'connect', padding: 'x'.repeat(20_000) });
    assert.deepEqual(await codeOf({ body: large, headers: asJson }), [413, 'body_too_large']);
    assert.deepEqual(await codeOf({ body: new Uint8Array([0xff, 0xfe, 0x7b]), headers: asJson }), [
      400,
      'bad_request',
    ]);
  });

  it('are cut off while they stream, before they are read whole', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(4096).fill(32));
      },
    });
    const init = { body: endless, headers: asJson, duplex: 'half' } as RequestInit;
    assert.deepEqual(await codeOf(init), [413, 'body_too_large']);
    assert.ok(sent < 10);
  });

  it('never make the backend fail, whatever JSON they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 8 }), async (body) => {
        const [status] = await codeOf({ body, headers: asJson });
        assert.ok(status === 400 || status === 413, body);
      }),
      { numRuns: 300 },
    );
  });

  it('may hold fields that a newer page sends', async () => {
    assert.equal(
      (await backend.ask('amal', '/link-session', post({ method: 'connect', newer: { a: 1 } }))).status,
      200,
    );
  });
});
