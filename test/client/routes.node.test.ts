import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixtureText } from '../wire/fixtures.js';
import { fakeBackend, json, ok, text } from './fake-backend.js';

const ACCOUNT = { accountId: 'a/1 ü', entityId: 'e&1' };
const PAGE = { ...ACCOUNT, from: '2026-01-01', to: null, page: 2, size: 100 };

describe('a request', () => {
  it('carries exactly the headers of the contract and those of the host', async () => {
    const { client, seen } = fakeBackend(() => json([]), {
      getHeaders: () => ({ Authorization: 'Bearer host', Accept: 'text/html', 'X-Lean-Elements': '9' }),
    });
    await client.entities();
    assert.deepEqual(seen[0]?.headers, {
      accept: 'application/json',
      authorization: 'Bearer host',
      'x-lean-elements': '1',
    });
  });

  it('waits for headers that the host has to fetch', async () => {
    const { client, seen } = fakeBackend(() => json([]), {
      getHeaders: () => Promise.resolve(new Headers([['x-host', 'later']])),
    });
    await client.entities();
    assert.equal(seen[0]?.headers['x-host'], 'later');
  });

  it('follows no redirect and leaves nothing in the cache', async () => {
    const { client, seen } = fakeBackend(() => json([]), { credentials: 'include' });
    await client.entities();
    assert.equal(seen[0]?.init.redirect, 'manual');
    assert.equal(seen[0].init.cache, 'no-store');
    assert.equal(seen[0].init.credentials, 'include');
  });

  it('keeps path and query of the base address', async () => {
    for (const proxy of ['https://host.test/t/7/?tenant=x', 'https://host.test/t/7?tenant=x#part']) {
      const { client, seen } = fakeBackend(() => json([]), { proxy });
      await client.banks();
      assert.equal(seen[0]?.path, '/t/7/banks');
      assert.deepEqual(seen[0].query, { tenant: 'x' });
    }
  });
});

describe('an id', () => {
  for (const id of ['.', '..']) {
    it(`of dots alone leads to no other route: ${id}`, async () => {
      const { client, seen } = fakeBackend(() => json([]));
      const refused = { code: 'bad_request' };
      await assert.rejects(client.balances({ accountId: id, entityId: 'e' }), refused);
      await assert.rejects(client.disconnect(id), refused);
      await assert.rejects(client.refresh(id), refused);
      assert.equal(seen.length, 0);
    });
  }

  it('may hold dots beside other characters', async () => {
    const { client, seen } = fakeBackend(() => json({}));
    await client.refresh('..a').catch(() => undefined);
    assert.equal(seen[0]?.path, '/api/lean/refreshes/..a');
  });
});

describe('a route', () => {
  it('asks for accounts', async () => {
    const { client, seen } = fakeBackend(() => text(fixtureText('v2/accounts.json'), 'application/json'));
    const answer = await client.accounts('e&1');
    assert.deepEqual(
      [seen[0]?.method, seen[0]?.path, seen[0]?.query],
      ['GET', '/api/lean/accounts', { entity_id: 'e&1' }],
    );
    assert.equal(answer.status === 'ok' && answer.data[0]?.entityId, 'e&1');
  });

  it('asks for balances', async () => {
    const { client, seen } = fakeBackend(() =>
      text(fixtureText('seed/balance.reply.json'), 'application/json'),
    );
    const answer = await client.balances(ACCOUNT);
    assert.equal(seen[0]?.path, '/api/lean/accounts/a%2F1%20%C3%BC/balances');
    assert.deepEqual(seen[0].query, { entity_id: 'e&1' });
    assert.equal(answer.status === 'ok' && answer.data[0]?.money.amount, '15035.85');
  });

  it('asks for a page of transactions, leaving out a bound that is not set', async () => {
    const { client, seen } = fakeBackend(() => text(fixtureText('v2/transactions.json'), 'application/json'));
    const answer = await client.transactions(PAGE);
    assert.equal(seen[0]?.path, '/api/lean/accounts/a%2F1%20%C3%BC/transactions');
    assert.deepEqual(seen[0].query, {
      entity_id: 'e&1',
      start_date: '2026-01-01',
      page: '2',
      size: '100',
      insights: 'true',
    });
    assert.equal(answer.status === 'ok' && answer.data.items[0]?.accountId, 'a/1 ü');
    assert.equal(answer.maxSize, null);
  });

  for (const [sent, maxSize] of [
    ['1000', 1000],
    ['0', null],
    ['-5', null],
    ['many', null],
    ['1e9', null],
  ] as const) {
    it(`reads ${sent} as the largest page: ${String(maxSize)}`, async () => {
      const { client } = fakeBackend(() =>
        json({ status: 'OK', data: { transactions: [] } }, 200, { 'X-Lean-Elements-Max-Size': sent }),
      );
      assert.equal((await client.transactions(PAGE)).maxSize, maxSize);
    });
  }

  it('asks for identity', async () => {
    const { client, seen } = fakeBackend(() =>
      text(fixtureText('seed/identity.reply.json'), 'application/json'),
    );
    const answer = await client.identity('e1');
    assert.equal(seen[0]?.path, '/api/lean/identity');
    assert.equal(answer.status === 'ok' && answer.data[0]?.fullName, 'John Doe');
  });

  it('disconnects with DELETE, and needs no body in return', async () => {
    for (const response of [text(null, null, 204), json({}), text(null, null, 200)]) {
      const { client, seen } = fakeBackend(() => response);
      await client.disconnect('e/1');
      assert.deepEqual([seen[0]?.method, seen[0]?.path], ['DELETE', '/api/lean/entities/e%2F1']);
    }
  });

  it('takes a page in place of a disconnect for what it is', async () => {
    const { client } = fakeBackend(() => text('<html>login</html>', 'text/html'));
    await assert.rejects(client.disconnect('e1'), { code: 'bad_response' });
  });

  it('starts a refresh and follows it', async () => {
    const { client, seen } = fakeBackend((_request, count) =>
      json(count === 0 ? { refresh_id: 'f/1', status: 'OK' } : { refresh_id: 'f/1', status: 'FINISHED' }),
    );
    assert.deepEqual(await client.startRefresh('e1'), { status: 'running', refreshId: 'f/1' });
    assert.deepEqual(await client.refresh('f/1'), { status: 'finished', refreshId: 'f/1' });
    assert.deepEqual(
      [seen[0]?.method, seen[0]?.path, seen[0]?.body],
      ['POST', '/api/lean/refreshes', '{"entity_id":"e1"}'],
    );
    assert.equal(seen[0]?.headers['content-type'], 'application/json');
    assert.equal(seen[1]?.path, '/api/lean/refreshes/f%2F1');
  });

  it('takes OK for the end of a refresh that was started before', async () => {
    const { client } = fakeBackend(() => json({ refresh_id: 'f1', status: 'OK' }));
    assert.equal((await client.refresh('f1')).status, 'finished');
  });

  it('hears that a refresh needs the customer', async () => {
    const { client } = fakeBackend(() => json({ status: 'RECONNECT_REQUIRED', refresh_id: 'f1' }));
    assert.deepEqual(await client.startRefresh('e1'), {
      status: 'reconnect-required',
      refreshId: 'f1',
      reconnectId: 'f1',
    });
  });

  for (const [body, code] of [
    [{ status: 'CONSENT_EXPIRED' }, 'consent_expired'],
    [{ status: 'NEW_WORD' }, 'unknown_status'],
    [{}, 'bad_response'],
    ['text', 'bad_response'],
  ] as const) {
    it(`rejects a refresh that answers ${JSON.stringify(body)} with ${code}`, async () => {
      const { client } = fakeBackend(() => json(body));
      await assert.rejects(client.refresh('f1'), { code });
    });
  }

  it('lists banks', async () => {
    const { client } = fakeBackend(() =>
      json([{ identifier: 'B1', commercial_name: 'Bank' }, { name: 'none' }]),
    );
    assert.deepEqual(await client.banks(), [
      {
        bankIdentifier: 'B1',
        name: 'Bank',
        arabicName: null,
        logo: null,
        mainColor: null,
        backgroundColor: null,
        countryCode: null,
      },
    ]);
  });
});

describe('a pending result', () => {
  const of = { entityId: 'e1', accountId: 'a1' };

  it('is asked for by its id and decoded as the first call would be', async () => {
    const { client, seen } = fakeBackend((_request, count) =>
      text(
        fixtureText(
          [
            'seed/accounts.reply.json',
            'v2/balances.json',
            'seed/transactions.reply.json',
            'seed/identity.reply.json',
          ][count] ?? '',
        ),
        'application/json',
      ),
    );
    assert.equal((await client.accountsResult('r/1', of)).status, 'ok');
    assert.equal((await client.balancesResult('r/1', of)).status, 'ok');
    const transactions = await client.transactionsResult('r/1', of);
    assert.equal(transactions.status === 'ok' && transactions.data.items[0]?.accountId, 'a1');
    assert.equal((await client.identityResult('r/1', of)).status, 'ok');
    assert.deepEqual(new Set(seen.map(({ path }) => path)), new Set(['/api/lean/results/r%2F1']));
  });

  it('is still pending while Lean does not know it', async () => {
    for (const body of [{ status: 'UNKNOWN_RESULTS_ID' }, { status: 404, code: 'unknown_results_id' }]) {
      const { client } = fakeBackend(() => json(body, 404));
      assert.deepEqual(await client.accountsResult('r1', of), { status: 'pending', resultsId: 'r1' });
    }
  });

  it('is not found where the backend says that it is not there', async () => {
    const { client } = fakeBackend(() => json({ status: 'INVALID_URL' }, 404));
    await assert.rejects(client.accountsResult('r1', of), { code: 'not_found' });
  });
});

describe('a link session', () => {
  const SESSION = { app_token: 'app', customer_id: 'c1', region: 'ae', sandbox: true, access_token: 'tok' };

  it('is asked for with its method', async () => {
    const { client, seen } = fakeBackend(() => json({ ...SESSION, later_field: 1 }));
    assert.deepEqual(await client.linkSession({ method: 'connect', reconnectId: null }), SESSION);
    assert.deepEqual(
      [seen[0]?.method, seen[0]?.path, seen[0]?.body],
      ['POST', '/api/lean/link-session', '{"method":"connect"}'],
    );
  });

  it('is asked for with the reconnect id', async () => {
    const { client, seen } = fakeBackend(() => json(SESSION));
    await client.linkSession({ method: 'reconnect', reconnectId: 'r1' });
    assert.equal(seen[0]?.body, '{"method":"reconnect","reconnect_id":"r1"}');
  });

  for (const [what, body, code] of [
    ['no app token', { ...SESSION, app_token: undefined }, 'missing_app_token'],
    ['an empty app token', { ...SESSION, app_token: '' }, 'missing_app_token'],
    ['no customer', { ...SESSION, customer_id: null }, 'missing_customer_id'],
    ['sandbox as text', { ...SESSION, sandbox: 'false' }, 'invalid_type'],
    ['a number for the token', { ...SESSION, access_token: 5 }, 'invalid_type'],
    ['another region', { ...SESSION, region: 'uk' }, 'invalid_type'],
    ['a list', [], 'missing_app_token'],
    ['null', null, 'bad_response'],
  ] as const) {
    it(`with ${what} is refused as ${code}`, async () => {
      const { client } = fakeBackend(() => json(body));
      await assert.rejects(client.linkSession({ method: 'connect' }), { code });
    });
  }

  it('names the wrong field in its error, never the value', async () => {
    const { client } = fakeBackend(() => json({ ...SESSION, sandbox: 'secret-value' }));
    await assert.rejects(client.linkSession({ method: 'connect' }), (error: Error) => {
      assert.match(error.message, /sandbox/);
      assert.ok(!error.message.includes('secret-value'));
      return true;
    });
  });
});

describe('what the bank says about data', () => {
  for (const [status, body, expected] of [
    [202, { status: 'PENDING', results_id: 'r1' }, 'pending'],
    [200, { status: 'RECONNECT_REQUIRED', results_id: 'r1', data: null }, 'reconnect-required'],
    [409, { status: 'RECONNECT_REQUIRED', results_id: 'r1', data: null }, 'reconnect-required'],
    [200, { status: 'CONSENT_EXPIRED' }, 'consent-expired'],
    [403, { status: 'CONSENT_EXPIRED' }, 'consent-expired'],
    [403, { status: 403, code: 'consent_expired' }, 'consent-expired'],
    [200, { status: 'FAILED' }, 'failed'],
    [409, { status: 'DUPLICATED_REQUEST' }, 'failed'],
    [429, { status: 'DUPLICATED_REQUEST' }, 'failed'],
    [200, { status: 'OK' }, 'failed'],
  ] as const) {
    it(`is an answer: HTTP ${String(status)} ${JSON.stringify(body)} is ${expected}`, async () => {
      const { client } = fakeBackend(() => json(body, status));
      assert.equal((await client.accounts('e1')).status, expected);
    });
  }

  it('keeps the correlation id for support', async () => {
    const { client } = fakeBackend(() => json({ status: 'FAILED' }, 200, { 'lean-correlation-id': 'abc-1' }));
    const answer = await client.accounts('e1');
    assert.equal('error' in answer && answer.error.correlationId, 'abc-1');
  });

  it('is complete with an empty list', async () => {
    const { client } = fakeBackend(() => ok({ accounts: [] }));
    assert.deepEqual(await client.accounts('e1'), { status: 'ok', data: [], refreshedAt: null });
  });
});
