import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { LeanError } from '../../src/domain/error.js';
import { retryAfterMs } from '../../src/client/retry-after.js';
import { deferred, fakeBackend, json, ok, settle, text } from './fake-backend.js';

async function errorOf(promise: Promise<unknown>): Promise<LeanError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof LeanError, `threw ${String(error)}`);
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('the network', () => {
  it('that fails is network_failed, without the words of the engine', async () => {
    const { client } = fakeBackend(() => Promise.reject(new TypeError('secret words')));
    const error = await errorOf(client.entities());
    assert.equal(error.code, 'network_failed');
    assert.equal(error.message, 'GET /entities: the backend could not be reached');
  });

  it('that is not there is offline', async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
    try {
      const { client } = fakeBackend(() => Promise.reject(new TypeError('x')));
      assert.equal((await errorOf(client.entities())).code, 'offline');
    } finally {
      if (before) Object.defineProperty(globalThis, 'navigator', before);
      else Reflect.deleteProperty(globalThis, 'navigator');
    }
  });

  it('that breaks off within the body is network_failed', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"status":"OK","data":{"accounts":['));
        controller.error(new TypeError('reset'));
      },
    });
    const headers = { 'content-type': 'application/json' };
    const { client } = fakeBackend(() => new Response(body, { headers }));
    assert.equal((await errorOf(client.accounts('e1'))).code, 'network_failed');
  });
});

describe('an answer that is no JSON', () => {
  it('says in its message what came instead', async () => {
    for (const [response, said] of [
      [text(' ', 'application/json'), 'GET /entities: answered nothing'],
      [text('<html>', 'text/html'), 'GET /entities: answered a web page instead of JSON'],
      [text('{"balance":12', 'application/json'), 'GET /entities: answered broken JSON'],
    ] as const) {
      const { client } = fakeBackend(() => response);
      assert.equal((await errorOf(client.entities())).message, said);
    }
  });

  for (const [what, response] of [
    ['a web page', () => text('<!doctype html><p>Sign in</p>', 'text/html; charset=utf-8')],
    ['a page that says it is JSON', () => text('<html>', 'application/json')],
    ['nothing', () => text('', 'application/json')],
    ['no content', () => new Response(null, { status: 204 })],
    ['only spaces', () => text(' \n', 'application/json')],
    ['half of one', () => text('{"status":"OK","data":{"acc', 'application/json')],
    ['a picture', () => text('x', 'image/png')],
    [
      'bytes that are no UTF-8',
      () =>
        new Response(new Uint8Array([0x22, 0xff, 0x22]), { headers: { 'content-type': 'application/json' } }),
    ],
  ] as const) {
    it(`is bad_response: ${what}`, async () => {
      const { client } = fakeBackend(response);
      const error = await errorOf(client.accounts('e1'));
      assert.equal(error.code, 'bad_response');
      assert.equal(error.retryable, true);
    });
  }

  for (const type of ['application/json; charset=utf-8', 'application/vnd.lean+json', 'text/plain', null]) {
    it(`is still read when it is JSON and says ${String(type)}`, async () => {
      const { client } = fakeBackend(() => text('\ufeff{"status":"OK","data":{"accounts":[]}}', type));
      assert.equal((await client.accounts('e1')).status, 'ok');
    });
  }

  it('keeps an amount with more digits than a double has', async () => {
    const { client } = fakeBackend(() =>
      text(
        '{"status":"OK","payload":{"balance":9007199254740993.27,"currency_code":"SAR"}}',
        'application/json',
      ),
    );
    const answer = await client.balances({ accountId: 'a1', entityId: 'e1' });
    assert.equal(answer.status === 'ok' && answer.data[0]?.money.amount, '9007199254740993.27');
  });
});

describe('a redirect', () => {
  it('is redirected, seen as a browser shows it and as Node does', async () => {
    const opaque = new Response(null);
    Object.defineProperties(opaque, {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    });
    for (const response of [opaque, new Response(null, { status: 302, headers: { location: '/login' } })]) {
      const { client } = fakeBackend(() => response);
      assert.equal((await errorOf(client.entities())).code, 'redirected');
    }
  });
});

describe('a refusal', () => {
  for (const [status, body, code, retryable] of [
    [400, { status: 'INVALID_PARAMETERS', message: 'value: e-secret' }, 'bad_request', false],
    [403, { status: 'INCORRECT_ACCESS_LEVEL' }, 'forbidden', false],
    [403, { status: 403, code: 'identity_off' }, 'identity_off', false],
    [403, 'plain', 'forbidden', false],
    [404, { status: 'UNKNOWN_ACCOUNT' }, 'not_found', false],
    [409, { status: 'SOMETHING' }, 'conflict', true],
    [409, { status: 'DUPLICATED_REQUEST' }, 'duplicated_request', true],
    [422, {}, 'bad_request', false],
    [429, { status: 'RATE_LIMIT_EXCEEDED' }, 'rate_limited', true],
    [429, { status: 'DUPLICATED_REQUEST' }, 'duplicated_request', true],
    [500, { status: 'INTERNAL_SERVER_ERROR' }, 'server_failed', true],
    [501, {}, 'not_supported', false],
    [502, { code: 'identity_off' }, 'server_failed', true],
    [503, {}, 'server_failed', true],
  ] as const) {
    it(`of HTTP ${String(status)} with ${JSON.stringify(body)} is ${code}`, async () => {
      const { client } = fakeBackend(() => json(body, status));
      const error = await errorOf(client.startRefresh('e1'));
      assert.equal(error.code, code);
      assert.equal(error.retryable, retryable);
      assert.equal(error.source.httpStatus, status);
      assert.ok(!error.message.includes('e-secret'));
    });
  }

  it('of any form is the same error: no body, a page, a problem', async () => {
    for (const response of [
      () => new Response(null, { status: 500 }),
      () => text('<html>Error</html>', 'text/html', 500),
      () => text('{"type":"about:blank","status":500}', 'application/problem+json', 500),
    ]) {
      const { client } = fakeBackend(response);
      assert.equal((await errorOf(client.entities())).code, 'server_failed');
    }
  });

  it('carries the correlation id of its header, else of its problem', async () => {
    const { client } = fakeBackend((_request, count) =>
      json({ correlation_id: 'from-body' }, 500, count === 0 ? { 'lean-correlation-id': 'from-header' } : {}),
    );
    assert.equal((await errorOf(client.entities())).correlationId, 'from-header');
    assert.equal((await errorOf(client.entities())).correlationId, 'from-body');
  });

  it('carries no correlation id that could not be one', async () => {
    for (const sent of ['<script>', 'a b', 'x'.repeat(129)]) {
      const { client } = fakeBackend(() => json({}, 500, { 'lean-correlation-id': sent }));
      assert.equal((await errorOf(client.entities())).correlationId, null);
    }
  });

  it('says how long to wait, in its header or its problem', async () => {
    const { client } = fakeBackend((_request, count) =>
      count === 0 ? json({}, 429, { 'retry-after': '7' }) : json({ retry_after: 500 }, 503),
    );
    assert.equal((await errorOf(client.entities())).retryAfterMs, 7000);
    assert.equal((await errorOf(client.entities())).retryAfterMs, 500_000);
  });
});

describe('Retry-After', () => {
  const HOUR_MS = 3_600_000;
  const read = (asked: string, date = 'Mon, 23 Nov 2026 10:00:00 GMT'): number | null =>
    retryAfterMs(new Headers({ 'retry-after': asked, date }));

  it('is read as a date against the date of the answer', () => {
    assert.equal(read('Mon, 23 Nov 2026 10:00:30 GMT'), 30_000);
    assert.equal(read('Mon, 23 Nov 2026 09:00:30 GMT'), null);
    assert.equal(read('Sat, 23 Nov 2036 10:00:30 GMT'), HOUR_MS);
  });

  it('is none when it is garbage', () => {
    for (const asked of ['', 'soon', '-5', '5 minutes', '2026']) {
      const expected = asked === '2026' ? 2_026_000 : null;
      assert.equal(read(asked), expected, asked);
    }
    assert.equal(retryAfterMs(new Headers()), null);
  });

  it('is never negative, never above an hour', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)), (asked) => {
        const headers = new Headers();
        // Header values cannot hold everything; what they cannot hold no server can send.
        if (!/^[\x20-\x7e]*$/.test(asked)) return;
        headers.set('retry-after', asked);
        const wait = retryAfterMs(headers);
        assert.ok(wait === null || (wait >= 0 && wait <= HOUR_MS));
      }),
    );
  });
});

describe("the host's session", () => {
  it('is renewed once for all calls that were refused, and each is repeated once', async () => {
    let renewals = -1;
    let calls = 0;
    const { client, seen } = fakeBackend(
      ({ headers }) => (headers['x-token'] === 'fresh' ? json([]) : new Response(null, { status: 401 })),
      {
        getHeaders: () => {
          calls += 1;
          renewals = calls - 5;
          return { 'x-token': calls > 5 ? 'fresh' : 'old' };
        },
      },
    );
    await Promise.all(Array.from({ length: 5 }, () => client.entities()));
    assert.equal(seen.length, 10);
    assert.equal(renewals, 1);
  });

  it('that is still refused ends all calls with session_expired and tells the host once', async () => {
    let told = 0;
    const { client, seen } = fakeBackend(() => json({}, 419), {
      onSessionExpired: () => {
        told += 1;
      },
    });
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => client.entities()));
    const codes = results.map((result) => result.status === 'rejected' && (result.reason as LeanError).code);
    assert.deepEqual(new Set(codes), new Set(['session_expired']));
    assert.equal(seen.length, 18);
    assert.equal(told, 1);
  });

  it('that ends a second time is told a second time', async () => {
    let told = 0;
    let isIn = false;
    const { client } = fakeBackend(() => (isIn ? json([]) : json({}, 401)), {
      onSessionExpired: () => {
        told += 1;
      },
    });
    await errorOf(client.entities());
    isIn = true;
    await client.entities();
    isIn = false;
    await errorOf(client.entities());
    assert.equal(told, 2);
  });

  it('whose headers cannot be had is get_headers_failed, with nothing of the reason in its words', async () => {
    for (const getHeaders of [
      () => Promise.reject(new Error('token abc')),
      () => {
        throw new Error('token abc');
      },
      () => ({ 'bad header name\n': 'x' }),
    ]) {
      const { client, seen } = fakeBackend(() => json([]), { getHeaders });
      const error = await errorOf(client.entities());
      assert.equal(error.code, 'get_headers_failed');
      assert.equal(error.message, 'getHeaders failed');
      assert.equal(seen.length, 0);
    }
  });
});

describe('six at once', () => {
  it('is the most that run, and the rest follow in order', async () => {
    const gates = Array.from({ length: 8 }, () => deferred<Response>());
    const { client, seen } = fakeBackend((_request, count) => gates[count]?.promise ?? json({}, 500));
    const calls = gates.map((_gate, index) => client.accounts(`e${String(index)}`));
    await settle();
    assert.equal(seen.length, 6);
    gates[3]?.resolve(ok({ accounts: [] }));
    await calls[3];
    await settle();
    assert.deepEqual(
      seen.map(({ query }) => query['entity_id']),
      ['e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6'],
    );
    for (const gate of gates) gate.resolve(ok({ accounts: [] }));
    await Promise.all(calls);
    assert.equal(seen.length, 8);
  });

  it('lets a link session go first', async () => {
    const gate = deferred<Response>();
    const session = { app_token: 'a', customer_id: 'c', region: 'ae', sandbox: true };
    const { client, seen } = fakeBackend(({ path }, count) =>
      count < 6
        ? gate.promise.then((response) => response.clone())
        : json(path.endsWith('session') ? session : []),
    );
    const calls = Array.from({ length: 7 }, () => client.banks());
    const wanted = client.linkSession({ method: 'connect' });
    await settle();
    gate.resolve(json([]));
    await Promise.all([...calls, wanted]);
    assert.equal(seen[6]?.path, '/api/lean/link-session');
  });

  it('gives up a place in the line that nobody wants any more', async () => {
    const gate = deferred<Response>();
    const { client, seen } = fakeBackend(() => gate.promise.then((response) => response.clone()));
    const running = Array.from({ length: 6 }, () => client.banks());
    const controller = new AbortController();
    const waiting = client.banks(controller.signal);
    await settle();
    controller.abort(new Error('gone'));
    await assert.rejects(waiting, { message: 'gone' });
    gate.resolve(json([]));
    await Promise.all(running);
    await settle();
    assert.equal(seen.length, 6);
  });
});

describe('an abort', () => {
  it('rejects with the reason of the caller and reaches fetch', async () => {
    const { client, seen } = fakeBackend(() => new Promise<Response>(() => undefined));
    const controller = new AbortController();
    const call = client.entities(controller.signal);
    await settle();
    controller.abort();
    await assert.rejects(call, { name: 'AbortError' });
    assert.equal(seen[0]?.init.signal?.aborted, true);
  });

  it('before the call sends nothing', async () => {
    const { client, seen } = fakeBackend(() => json([]));
    await assert.rejects(client.entities(AbortSignal.abort()), { name: 'AbortError' });
    assert.equal(seen.length, 0);
  });

  it('frees its place', async () => {
    const { client } = fakeBackend((_request, count) =>
      count < 6 ? new Promise<Response>(() => undefined) : json([]),
    );
    const controller = new AbortController();
    const hung = Array.from({ length: 6 }, () => client.banks(controller.signal));
    await settle();
    controller.abort();
    await Promise.allSettled(hung);
    assert.deepEqual(await client.banks(), []);
  });
});

describe('a deadline', () => {
  afterEach(() => {
    mock.timers.reset();
  });

  for (const [what, milliseconds, code, call] of [
    ['a data call', 60_000, 'timeout', 'entities'],
    ['a link session', 10_000, 'link_session_timeout', 'linkSession'],
  ] as const) {
    it(`ends ${what} after ${String(milliseconds / 1000)} s with ${code}`, async () => {
      mock.timers.enable({ apis: ['setTimeout'] });
      const { client, seen } = fakeBackend(() => new Promise<Response>(() => undefined));
      const ended = errorOf(
        call === 'entities' ? client.entities() : client.linkSession({ method: 'connect' }),
      );
      await settle();
      mock.timers.tick(milliseconds - 1);
      await settle();
      assert.equal(seen[0]?.init.signal?.aborted, false);
      mock.timers.tick(1);
      assert.equal((await ended).code, code);
      assert.equal(seen[0].init.signal.aborted, true);
    });
  }

  it('ends a body that never ends', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const headers = { 'content-type': 'application/json' };
    const { client } = fakeBackend(() => new Response(new ReadableStream({}), { headers }));
    const ended = errorOf(client.entities());
    await settle();
    mock.timers.tick(60_000);
    assert.equal((await ended).code, 'timeout');
  });

  it('ends a link session that waits in the line', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { client } = fakeBackend(() => new Promise<Response>(() => undefined));
    const hung = Promise.allSettled(Array.from({ length: 6 }, () => client.banks()));
    const ended = errorOf(client.linkSession({ method: 'connect' }));
    await settle();
    mock.timers.tick(10_000);
    assert.equal((await ended).code, 'link_session_timeout');
    mock.timers.tick(60_000);
    await hung;
  });
});
