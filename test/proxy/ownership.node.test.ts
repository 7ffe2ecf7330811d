import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBackend, post, type Backend } from './support/backend.js';
import { json } from './support/fake-lean.js';

/** Two customers with one bank each, whose ids are canaries. */
async function twoCustomers(settings: Parameters<typeof createBackend>[0] = {}): Promise<Backend> {
  const backend = createBackend({ identity: true, ...settings });
  await backend.link('amal', 'entity-amal', ['account-amal']);
  await backend.link('badr', 'entity-badr', ['account-badr']);
  for (const user of ['amal', 'badr']) await backend.ask(user, `/accounts?entity_id=entity-${user}`);
  return backend;
}

async function bytesOf(response: Promise<Response>): Promise<string> {
  const { status, headers } = await response;
  const seen = [...headers].sort().map((header) => header.join(': '));
  return [status, ...seen, await (await response).text()].join('\n');
}

const ROUTES: ((entity: string, account: string) => [string, RequestInit?])[] = [
  (entity) => [`/accounts?entity_id=${entity}`],
  (entity, account) => [`/accounts/${account}/balances?entity_id=${entity}`],
  (entity, account) => [`/accounts/${account}/transactions?entity_id=${entity}`],
  (entity) => [`/identity?entity_id=${entity}`],
  (entity) => [`/refreshes`, post({ entity_id: entity })],
  (entity) => [`/entities/${entity}`, { method: 'DELETE' }],
];

describe('ownership', () => {
  for (const [index, route] of ROUTES.entries()) {
    const [path] = route('{entity}', '{account}');
    it(`answers a foreign and a made-up id with the same bytes and without asking Lean for data: ${index} ${path}`, async () => {
      const backend = await twoCustomers();
      const before = backend.lean.callsTo(/\/data\/|DELETE/).length;
      const foreign = await bytesOf(backend.ask('amal', ...route('entity-badr', 'account-badr')));
      const madeUp = await bytesOf(backend.ask('amal', ...route('entity-none', 'account-none')));
      assert.equal(foreign, madeUp);
      assert.match(foreign, /^404/);
      assert.equal(backend.lean.callsTo(/\/data\/|DELETE/).length, before);
    });
  }

  it('refuses a foreign account below an own entity with the bytes of a made-up one', async () => {
    const backend = await twoCustomers();
    const foreign = await bytesOf(
      backend.ask('amal', '/accounts/account-badr/balances?entity_id=entity-amal'),
    );
    const madeUp = await bytesOf(
      backend.ask('amal', '/accounts/account-none/balances?entity_id=entity-amal'),
    );
    assert.equal(foreign, madeUp);
    assert.equal(backend.lean.callsTo(/balances/).length, 0);
  });

  it('refuses an own account below another own entity', async () => {
    const backend = await twoCustomers();
    backend.lean.link('customer-of-amal', 'entity-second', ['account-second']);
    await backend.ask('amal', '/entities');
    assert.equal(
      (await backend.ask('amal', '/accounts/account-amal/balances?entity_id=entity-second')).status,
      404,
    );
    assert.equal(
      (await backend.ask('amal', '/accounts/account-second/balances?entity_id=entity-second')).status,
      200,
    );
  });

  it('refuses results, refreshes and reconnects that Lean named to somebody else', async () => {
    const backend = await twoCustomers();
    backend.lean.on(/v2\/accounts$/, ({ query }) =>
      query.get('entity_id') === 'entity-badr'
        ? json({ status: 'PENDING', results_id: 'result-badr' }, 202)
        : undefined,
    );
    await backend.ask('badr', '/accounts?entity_id=entity-badr');
    await backend.ask('badr', '/refreshes', post({ entity_id: 'entity-badr' }));
    const notThere = await bytesOf(backend.ask('amal', '/results/none'));
    assert.equal(await bytesOf(backend.ask('amal', '/results/result-badr')), notThere);
    assert.equal(await bytesOf(backend.ask('amal', '/refreshes/refresh-1')), notThere);
    const before = backend.lean.callsTo(/results/).length;
    await backend.ask('badr', '/results/result-badr');
    assert.equal(backend.lean.callsTo(/results/).length, before + 1);
  });

  it('takes no customer from path, query, body or header', async () => {
    const backend = await twoCustomers();
    const evil = { customer_id: 'customer-of-badr', app_user_id: 'badr' };
    const session = await backend.ask(
      'amal',
      '/link-session?customer_id=customer-of-badr',
      post({ method: 'connect', ...evil }),
    );
    assert.match(await session.text(), /"customer_id":"customer-of-amal"/);
    const list = await backend.ask('amal', '/entities?customer_id=customer-of-badr', {
      headers: { 'customer-id': 'customer-of-badr' },
    });
    assert.doesNotMatch(await list.text(), /badr/);
  });

  it('refuses an id given twice', async () => {
    const backend = await twoCustomers();
    const response = await backend.ask('amal', '/accounts?entity_id=entity-amal&entity_id=entity-badr');
    assert.equal(response.status, 400);
  });

  it('drops an answer of Lean that is about another entity or account', async () => {
    const backend = await twoCustomers();
    backend.lean.on(/balances$/, () =>
      json({ status: 'OK', data: { balances: [{ entity_id: 'entity-badr', account_id: 'account-amal' }] } }),
    );
    const response = await backend.ask('amal', '/accounts/account-amal/balances?entity_id=entity-amal');
    assert.equal(response.status, 502);
    assert.doesNotMatch(await response.text(), /badr/);
    assert.ok(backend.log.some(({ event }) => event === 'upstream_mismatch'));
    backend.lean.on(/entities$/, () => json([{ id: 'entity-badr', customer_id: 'customer-of-badr' }]));
    assert.equal((await backend.ask('amal', '/entities')).status, 502);
  });

  it('finds a bank that was linked a moment ago', async () => {
    let now = Date.now();
    const backend = createBackend({ clock: () => now });
    await backend.link('amal', 'e1', ['a1']);
    assert.equal((await backend.ask('amal', '/accounts?entity_id=e1')).status, 200);
    backend.lean.link('customer-of-amal', 'e2', ['a2']);
    now += 2001;
    assert.equal((await backend.ask('amal', '/accounts?entity_id=e2')).status, 200);
  });

  it('asks Lean at most once in two seconds for somebody who guesses entity ids', async () => {
    const backend = await twoCustomers({ clock: () => 1_000_000 });
    const before = backend.lean.callsTo(/entities$/).length;
    for (let guess = 0; guess < 50; guess += 1)
      await backend.ask('amal', `/accounts?entity_id=guess-${guess}`);
    assert.ok(backend.lean.callsTo(/entities$/).length - before <= 1);
  });

  it('keeps answering for known banks while the list of banks cannot be read', async () => {
    let now = Date.now();
    const backend = await twoCustomers({ clock: () => now });
    backend.lean.on(/entities$/, () => json({ status: 'INTERNAL_SERVER_ERROR' }, 500));
    now += 120_000;
    assert.equal((await backend.ask('amal', '/accounts?entity_id=entity-amal')).status, 200);
    assert.notEqual((await backend.ask('amal', '/accounts?entity_id=entity-badr')).status, 200);
  });

  it('refuses a session that is missing, blank, too long or no text', async () => {
    for (const user of [
      null,
      undefined,
      { appUserId: '' },
      { appUserId: ' ' },
      { appUserId: 'x'.repeat(256) },
      { appUserId: ['amal'] },
      {},
    ]) {
      const backend = createBackend({ getUser: () => user as never });
      const response = await backend.ask(null, '/entities');
      assert.equal(response.status, 401);
      assert.equal(backend.lean.calls.length, 0);
    }
  });

  it('logs neither ids nor tokens nor amounts', async () => {
    const backend = await twoCustomers();
    for (const route of ROUTES) await backend.ask('amal', ...route('entity-amal', 'account-amal'));
    await backend.ask('amal', '/link-session', post({ method: 'connect' }));
    const logged = JSON.stringify(backend.log);
    assert.ok(backend.log.length > 5);
    assert.doesNotMatch(logged, /entity-|account-|customer-of|token-|1\.5|amal|secret/);
  });
});

describe('sealed ids', () => {
  const sealed = { sealIds: true, sealKeys: ['a key of sixteen or more'] };
  const idsOf = async (backend: Backend, user: string) => {
    const [entity] = (await (await backend.ask(user, '/entities')).json()) as { id: string }[];
    const accounts = await backend.ask(user, `/accounts?entity_id=${entity?.id}`);
    const body = (await accounts.json()) as {
      data: { accounts: { account_id: string; entity_id: string }[] };
    };
    return { entity: entity?.id ?? '', account: body.data.accounts[0]?.account_id ?? '', body };
  };

  it('stand in for every id and open for their customer alone', async () => {
    const backend = await twoCustomers(sealed);
    const { entity, account, body } = await idsOf(backend, 'amal');
    assert.equal(body.data.accounts[0]?.entity_id, entity);
    assert.doesNotMatch(entity + account, /amal/);
    const route = `/accounts/${account}/balances?entity_id=${entity}`;
    const own = await backend.ask('amal', route);
    assert.equal(own.status, 200);
    assert.doesNotMatch(await own.text(), /account-amal|entity-amal/);
    assert.equal((await backend.ask('badr', route)).status, 404);
    assert.equal((await backend.ask('amal', '/accounts?entity_id=entity-amal')).status, 404);
  });

  it('are the same on another instance with the same keys, and open after the key was replaced', async () => {
    const first = await twoCustomers(sealed);
    const { entity } = await idsOf(first, 'amal');
    const second = createBackend({ ...sealed, fake: first.lean });
    assert.equal((await idsOf(second, 'amal')).entity, entity);
    const rotated = createBackend({
      sealIds: true,
      sealKeys: ['another key of sixteen', ...sealed.sealKeys],
      fake: first.lean,
    });
    assert.equal((await rotated.ask('amal', `/accounts?entity_id=${entity}`)).status, 200);
  });

  it('leave the rest of a body as Lean sent it', async () => {
    const backend = await twoCustomers(sealed);
    const { entity, account } = await idsOf(backend, 'amal');
    const body = (id: string, owner: string) =>
      `{"status":"OK" , "data":{"transactions":[{"account_id":"${id}","entity_id" : "${owner}","amount":{"amount":10.10},"transaction_information":"account_id \\"entity-amal\\" \\u0627"}]}}`;
    backend.lean.on(
      /transactions$/,
      () =>
        new Response(body('account-amal', 'entity-amal'), {
          headers: { 'content-type': 'application/json' },
        }),
    );
    const response = await backend.ask('amal', `/accounts/${account}/transactions?entity_id=${entity}`);
    assert.equal(await response.text(), body(account, entity));
  });

  it('never stand in for what Lean.reconnect takes', async () => {
    const backend = await twoCustomers(sealed);
    const { entity } = await idsOf(backend, 'amal');
    const answer = { status: 'RECONNECT_REQUIRED', results_id: 'reconnect-1', data: null };
    backend.lean.on(/v2\/accounts$/, () => json(answer));
    assert.deepEqual(await (await backend.ask('amal', `/accounts?entity_id=${entity}`)).json(), answer);
    const session = await backend.ask(
      'amal',
      '/link-session',
      post({ method: 'reconnect', reconnect_id: 'reconnect-1' }),
    );
    assert.equal(session.status, 200);
    assert.equal((await backend.ask('amal', '/results/reconnect-1')).status, 404);
    assert.equal(backend.lean.callsTo(/results\/reconnect-1/).length, 1);
    assert.equal((await backend.ask('badr', '/results/reconnect-1')).status, 404);
    assert.equal(backend.lean.callsTo(/results\/reconnect-1/).length, 1);
  });

  it("serve the host's own server through seal and open", async () => {
    const backend = await twoCustomers(sealed);
    const { entity } = await idsOf(backend, 'amal');
    const amal = { appUserId: 'amal' };
    assert.equal(await backend.proxy.seal(amal, 'entity', 'entity-amal'), entity);
    assert.equal(await backend.proxy.open(amal, 'entity', entity), 'entity-amal');
    assert.equal(await backend.proxy.open({ appUserId: 'badr' }, 'entity', entity), null);
    assert.equal(await backend.proxy.open(amal, 'account', entity), null);
    for (const broken of ['', 'x', entity.slice(1), `${entity}=`, `${entity.slice(0, -1)}*`]) {
      assert.equal(await backend.proxy.open(amal, 'entity', broken), null);
    }
  });

  it('are on by default with v1', async () => {
    const backend = createBackend({ lean: { apiVersion: 'v1' } });
    await backend.link('amal', 'entity-amal', ['account-amal']);
    const text = await (await backend.ask('amal', '/entities')).text();
    assert.doesNotMatch(text, /entity-amal/);
  });
});
