import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createLeanProxy, memoryStorage, ProxyConfigError } from '../../src/proxy/index.js';
import { createBackend, post, read, BASE } from './support/backend.js';
import { json, leanError } from './support/fake-lean.js';

const NOVEMBER = Date.parse('2026-11-23T21:30:00Z');

describe('POST /link-session', () => {
  it('answers what the SDK needs for a connect, with a token minted for this click', async () => {
    const { ask, lean } = createBackend({
      clock: () => NOVEMBER,
      redirectUrls: { success: 'https://shop.example/done', fail: 'https://shop.example/failed' },
      sdkUrl: 'https://cdn.leantech.me/link/sdk.js',
    });
    const first = await read(ask('amal', '/link-session', post({ method: 'connect' })));
    const second = await read(ask('amal', '/link-session', post({ method: 'connect' })));
    const { access_token: firstToken, ...session } = first.body as Record<string, unknown>;
    // In Dubai it is the 24th already.
    assert.deepEqual(session, {
      app_token: 'app-token',
      customer_id: 'customer-of-amal',
      region: 'ae',
      sandbox: true,
      sdk_url: 'https://cdn.leantech.me/link/sdk.js',
      permissions: ['accounts', 'balance', 'transactions'],
      access_from: '2025-11-24',
      access_to: '2027-02-22',
      success_redirect_url: 'https://shop.example/done',
      fail_redirect_url: 'https://shop.example/failed',
    });
    assert.match(String(firstToken), /customer\.customer-of-amal$/);
    assert.notEqual((second.body as Record<string, unknown>)['access_token'], firstToken);
    assert.equal(lean.callsTo(/POST \/customers/).length, 1);
  });

  it('asks for a body parser in front of it when nothing of the body is left', async () => {
    const { ask } = createBackend();
    const headers = { 'content-type': 'application/json' };
    const { status, body } = await read(ask('amal', '/link-session', { method: 'POST', headers }));
    assert.equal(status, 400);
    assert.match((body as { detail: string }).detail, /body parser/);
  });

  it('says sandbox false in production and leaves the token out with v1', async () => {
    const { ask } = createBackend({ lean: { apiVersion: 'v1', environment: 'production' } });
    const { body } = await read(ask('amal', '/link-session', post({ method: 'connect' })));
    assert.equal((body as Record<string, unknown>)['sandbox'], false);
    assert.ok(!('access_token' in (body as object)));
  });

  it('reconnects with an id that Lean named to this customer, and with no other', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    await backend.link('badr', 'e2', ['a2']);
    backend.lean.on(/GET \/data\/v2\/accounts$/, () =>
      json({ status: 'RECONNECT_REQUIRED', results_id: 'reconnect-1', data: null }),
    );
    await backend.ask('amal', '/accounts?entity_id=e1');
    const reconnect = post({ method: 'reconnect', reconnect_id: 'reconnect-1' });
    const own = await read(backend.ask('amal', '/link-session', reconnect));
    assert.equal(own.status, 200);
    assert.ok(!('access_to' in (own.body as object)));
    assert.equal((await backend.ask('badr', '/link-session', reconnect)).status, 404);
    assert.equal((await backend.ask('amal', '/link-session', post({ method: 'reconnect' }))).status, 400);
  });

  it('takes over the customer that is at Lean already', async () => {
    const first = createBackend();
    await first.ask('amal', '/link-session', post({ method: 'connect' }));
    const second = createBackend({ fake: first.lean });
    const { status, body } = await read(second.ask('amal', '/link-session', post({ method: 'connect' })));
    assert.equal(status, 200);
    assert.equal((body as Record<string, unknown>)['customer_id'], 'customer-of-amal');
  });

  it('refuses a customer token that ends within ten minutes', async () => {
    const { ask, lean } = createBackend();
    lean.on(/oauth2/, (call) =>
      call.body.includes('customer.') ? json({ access_token: 'short', expires_in: 599 }) : undefined,
    );
    const { status, body } = await read(ask('amal', '/link-session', post({ method: 'connect' })));
    assert.equal(status, 502);
    assert.equal((body as Record<string, unknown>)['code'], 'upstream_bad_answer');
  });
});

describe('GET /entities', () => {
  it('adds bank and data status and leaves every other byte of the list as it was', async () => {
    const backend = createBackend();
    const customerId = await backend.link('amal', 'e1', ['a1']);
    const item = `{ "id" : "e1", "customer_id":"${customerId}","bank_identifier":"BANK1", "odd": 1.10 }`;
    backend.lean.on(
      /GET .*\/entities$/,
      () => new Response(`[ ${item} ,{}]`, { headers: { 'content-type': 'application/json' } }),
    );
    backend.lean.on(/GET \/data\/v2\/refreshes$/, () =>
      json({ data: [{ refresh_id: 'r1', status: 'FINISHED', timestamp: '2026-01-01T00:00:00Z' }] }),
    );
    const text = await (await backend.ask('amal', '/entities')).text();
    const added = ',"bank":{"name":"First Bank","arabic_name":"البنك","logo":null},"data_status":"READY"';
    assert.equal(text, `[ ${item.slice(0, -1)}${added}} ,{}]`);
  });

  it('answers an empty list and creates nothing at Lean for a user who never connected', async () => {
    const { ask, lean } = createBackend();
    assert.deepEqual((await read(ask('amal', '/entities'))).body, []);
    assert.deepEqual((await read(ask('amal', '/entities'))).body, []);
    assert.equal(lean.callsTo(/POST \/customers/).length, 0);
    assert.equal(lean.callsTo(/GET \/customers/).length, 1);
  });

  it('answers without banks when only the bank list fails', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    backend.lean.on(/GET \/banks/, () => leanError(400, 'INVALID_PARAMETERS'));
    const { status, body } = await read(backend.ask('amal', '/entities'));
    assert.equal(status, 200);
    assert.equal((body as { bank?: unknown }[])[0]?.bank, undefined);
  });
});

describe('DELETE /entities/{entity_id}', () => {
  for (const [region, body, query] of [
    ['ae', '{"reason":"USER_REQUESTED"}', ''],
    ['sa', '', 'reason=USER_REQUESTED'],
  ] as const) {
    it(`gives Lean the reason where ${region} expects it, and answers 204`, async () => {
      const backend = createBackend({ lean: { region } });
      await backend.link('amal', 'e1', ['a1']);
      const response = await backend.ask('amal', '/entities/e1', { method: 'DELETE' });
      assert.equal(response.status, 204);
      assert.equal(await response.text(), '');
      const [call] = backend.lean.callsTo(/^DELETE/);
      assert.equal(call?.body, body);
      assert.equal(call.query.toString(), query);
      assert.deepEqual((await read(backend.ask('amal', '/entities'))).body, []);
    });
  }
});

describe('data routes', () => {
  it("pass Lean's body on byte for byte, with its status and correlation id", async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    const text =
      '{ "status":"OK",\n"data" : {"balances":[{"account_id":"a1","amount":{"amount":10.10,"currency":"AED"}}]} }';
    backend.lean.on(
      /balances$/,
      () =>
        new Response(text, {
          headers: { 'content-type': 'application/json;charset=UTF-8', 'lean-correlation-id': 'corr-9' },
        }),
    );
    const response = await backend.ask('amal', '/accounts/a1/balances?entity_id=e1');
    assert.equal(await response.text(), text);
    assert.equal(response.headers.get('lean-correlation-id'), 'corr-9');
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('ask v2 with GET and a bearer token, and hand on only what the contract names', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    await backend.ask(
      'amal',
      '/accounts/a1/transactions?entity_id=e1&start_date=2026-01-01&end_date=2026-01-31&page=2&size=100&insights=true&evil=1',
    );
    const [call] = backend.lean.callsTo(/transactions$/);
    assert.equal(call?.method, 'GET');
    assert.equal(call.path, '/data/v2/accounts/a1/transactions');
    assert.equal(
      call.query.toString(),
      'entity_id=e1&start_date=2026-01-01&end_date=2026-01-31&page=2&size=100&insights=true',
    );
    assert.match(call.headers.get('authorization') ?? '', /^Bearer token-\d+-api$/);
    assert.equal(call.headers.get('lean-app-token'), null);
  });

  it('ask v1 with POST, body and app token', async () => {
    const backend = createBackend({ lean: { apiVersion: 'v1' }, sealIds: false, identity: true });
    await backend.link('amal', 'e1', ['a1']);
    for (const route of [
      '/accounts?entity_id=e1',
      '/accounts/a1/balances?entity_id=e1',
      '/identity?entity_id=e1',
    ]) {
      assert.equal((await backend.ask('amal', route)).status, 200, route);
    }
    await backend.ask(
      'amal',
      '/accounts/a1/transactions?entity_id=e1&start_date=2020-03-01&end_date=2020-03-15&insights=true',
    );
    const asked = backend.lean
      .callsTo(/\/data\//)
      .map(({ method, path, body }) => [method, path, JSON.parse(body)] as const);
    assert.deepEqual(asked, [
      ['POST', '/data/v1/accounts', { entity_id: 'e1' }],
      ['POST', '/data/v1/balance', { entity_id: 'e1', account_id: 'a1' }],
      ['POST', '/data/v1/identity', { entity_id: 'e1' }],
      [
        'POST',
        '/data/v1/transactions',
        {
          entity_id: 'e1',
          account_id: 'a1',
          start_date: '2020-03-01',
          end_date: '2020-03-15',
          insights: true,
        },
      ],
    ]);
    const [call] = backend.lean.callsTo(/balance/);
    assert.equal(call?.headers.get('lean-app-token'), 'app-token');
    assert.equal(call.headers.get('authorization'), null);
    assert.equal(backend.lean.callsTo(/oauth2/).length, 0);
  });

  for (const [name, route, call] of [
    ['accounts.reply.json', '/accounts?entity_id=e1', /v1\/accounts$/],
    [
      'balance.reply.json',
      '/accounts/01bb8b3f-8462-470b-b2ed-14eb15b95fa2/balances?entity_id=e1',
      /v1\/balance$/,
    ],
    ['transactions.reply.json', '/accounts/a1/transactions?entity_id=e1&insights=true', /v1\/transactions$/],
    ['identity.reply.json', '/identity?entity_id=e1', /v1\/identity$/],
    ['reconnect-required.json', '/accounts?entity_id=e1', /v1\/accounts$/],
    ['pending.json', '/accounts?entity_id=e1', /v1\/accounts$/],
  ] as const) {
    it(`pass the guide's ${name} on byte for byte`, async () => {
      const backend = createBackend({ lean: { apiVersion: 'v1' }, sealIds: false, identity: true });
      await backend.link('amal', 'e1', ['a1', '01bb8b3f-8462-470b-b2ed-14eb15b95fa2']);
      await backend.ask('amal', '/accounts?entity_id=e1');
      const sent = readFileSync(`test/fixtures/seed/${name}`);
      backend.lean.on(call, () => new Response(sent, { headers: { 'content-type': 'application/json' } }));
      const response = await backend.ask('amal', route);
      assert.equal(response.status, 200);
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), sent);
    });
  }

  it('refuse dates, pages and flags of another form before Lean is asked', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    const before = backend.lean.calls.length;
    for (const query of [
      'start_date=2026-02-30',
      'end_date=01-02-2026',
      'page=-1',
      'size=101',
      'size=0',
      'insights=yes',
      'page=1&page=2',
    ]) {
      const { status, body } = await read(
        backend.ask('amal', `/accounts/a1/transactions?entity_id=e1&${query}`),
      );
      assert.equal(status, 400, query);
      assert.equal((body as Record<string, unknown>)['code'], 'bad_request');
    }
    assert.equal(backend.lean.calls.length, before);
  });

  it('read the accounts themselves when one is asked for that was never named', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    assert.equal((await backend.ask('amal', '/accounts/a1/balances?entity_id=e1')).status, 200);
    assert.equal(backend.lean.callsTo(/GET \/data\/v2\/accounts$/).length, 1);
  });

  it('answer about an unnamed account what the accounts answer when those cannot be read', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    const reconnect = { status: 'RECONNECT_REQUIRED', results_id: 'rr', data: null };
    backend.lean.on(/v2\/accounts$/, () => json(reconnect));
    assert.deepEqual(
      (await read(backend.ask('amal', '/accounts/a1/transactions?entity_id=e1'))).body,
      reconnect,
    );
    backend.lean.on(/v2\/accounts$/, () => json({ status: 'PENDING', results_id: 'res' }, 202));
    const pending = await read(backend.ask('amal', '/accounts/a1/transactions?entity_id=e1'));
    assert.equal(pending.status, 202);
    assert.equal((pending.body as Record<string, unknown>)['results_id'], undefined);
  });

  it('keep identity off unless it is switched on', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    const { status, body } = await read(backend.ask('amal', '/identity?entity_id=e1'));
    assert.equal(status, 403);
    assert.equal((body as Record<string, unknown>)['code'], 'identity_off');
    assert.equal(backend.lean.callsTo(/identity/).length, 0);
  });
});

describe('results and refreshes', () => {
  it('answer a pending call through its results id once it is there', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    backend.lean.on(/v2\/accounts$/, () => json({ status: 'PENDING', results_id: 'res-1', data: null }, 202));
    assert.equal((await backend.ask('amal', '/accounts?entity_id=e1')).status, 202);
    const early = await read(backend.ask('amal', '/results/res-1'));
    assert.equal(early.status, 404);
    assert.equal((early.body as Record<string, unknown>)['status'], 'UNKNOWN_RESULTS_ID');
    backend.lean.on(/results\/res-1$/, () =>
      json({ status: 'OK', data: { accounts: [{ account_id: 'a1', entity_id: 'e1' }] } }),
    );
    assert.equal((await read(backend.ask('amal', '/results/res-1'))).status, 200);
  });

  it('refresh with v2 and say 501 with v1', async () => {
    const v2 = createBackend();
    await v2.link('amal', 'e1', ['a1']);
    const started = await read(v2.ask('amal', '/refreshes', post({ entity_id: 'e1' })));
    assert.equal((started.body as Record<string, unknown>)['refresh_id'], 'refresh-1');
    v2.lean.on(/refreshes\/refresh-1$/, () =>
      json({
        refresh_id: 'refresh-1',
        entity_id: 'e1',
        status: 'FINISHED',
        timestamp: '2026-05-13T20:00:00Z',
      }),
    );
    assert.equal((await v2.ask('amal', '/refreshes/refresh-1')).status, 200);
    const v1 = createBackend({ lean: { apiVersion: 'v1' } });
    assert.equal((await v1.ask('amal', '/refreshes', post({ entity_id: 'e1' }))).status, 501);
    assert.equal((await v1.ask('amal', '/refreshes/refresh-1')).status, 501);
  });

  it('show an entity as pending while its refresh runs and as ready after it', async () => {
    let now = Date.parse('2026-05-13T19:43:00Z');
    const backend = createBackend({ clock: () => now });
    await backend.link('amal', 'e1', ['a1']);
    await backend.ask('amal', '/refreshes', post({ entity_id: 'e1' }));
    const statusOf = async () =>
      ((await read(backend.ask('amal', '/entities'))).body as { data_status?: string }[])[0]?.data_status;
    assert.equal(await statusOf(), 'PENDING');
    backend.lean.on(/refreshes\/refresh-1$/, () =>
      json({ refresh_id: 'refresh-1', status: 'FINISHED', timestamp: '2026-05-13T19:44:00Z' }),
    );
    now += 3000;
    assert.equal(await statusOf(), 'READY');
  });
});

describe('createLeanProxy', () => {
  const right = {
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId: 'c',
      clientSecret: 's',
      appToken: 'a',
      webhookSecrets: ['w'],
    },
    getUser: () => null,
    storage: memoryStorage(),
    permissions: ['accounts'],
    consent: { days: 90, historyDays: 365 },
  } as const;

  // What would be a threat is in faults.node.test.ts.
  for (const [name, wrong] of Object.entries({
    'a consent longer than a year in the UAE': { consent: { days: 366, historyDays: 1 } },
    'no consent at all': { consent: undefined },
    'no permissions': { permissions: [] },
    'v2 without a secret': { lean: { ...right.lean, clientSecret: '' } },
    'a webhook secret that is not set': { lean: { ...right.lean, webhookSecrets: [undefined] } },
    'an empty webhook secret': { lean: { ...right.lean, webhookSecrets: ['w', ''] } },
    'a short seal key': { sealIds: true, sealKeys: ['short'] },
    'seals without any secret': {
      lean: { region: 'ae', environment: 'sandbox', apiVersion: 'v1', appToken: 'a' },
    },
    'a base path that ends with a slash': { basePath: '/api/' },
    'a permission that Lean does not have': { permissions: ['accounts', 'balances'] },
    'an option that there is not': { permission: ['accounts'] },
    'credentials that are not there': { lean: undefined },
    'an address of the script that runs': { sdkUrl: 'javascript:1' },
    'half of the redirect addresses': { redirectUrls: { success: 'https://shop.example/done' } },
    'a word where yes or no is asked': { identity: 'yes' },
    'a time that is over before it begins': { deadlineMs: -1 },
  })) {
    it(`refuses ${name}`, () => {
      assert.throws(() => createLeanProxy({ ...right, ...wrong } as never), ProxyConfigError);
    });
  }

  it('says so when it is given nothing', () => {
    assert.throws(() => createLeanProxy(undefined as never), ProxyConfigError);
  });

  it('lets a Saudi consent be longer than a year', () => {
    createLeanProxy({
      ...right,
      lean: { ...right.lean, region: 'sa' },
      consent: { days: 400, historyDays: 1 },
    });
  });

  it('answers at any mount, and only below its base path when one is given', async () => {
    const anywhere = createBackend();
    const headers = { 'x-user': 'amal' };
    for (const path of ['/entities', '/x/y/entities', '/api/lean/entities']) {
      assert.equal(
        (await anywhere.proxy.fetch(new Request(`https://shop.example${path}`, { headers }))).status,
        200,
      );
    }
    const fixed = createBackend({ basePath: '/api/lean' });
    assert.equal((await fixed.proxy.fetch(new Request(`${BASE}/entities`, { headers }))).status, 200);
    assert.equal(
      (await fixed.proxy.fetch(new Request('https://shop.example/x/entities', { headers }))).status,
      404,
    );
  });
});
