import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseRetryAfter } from '../../src/proxy/retry-after.js';
import { createBackend, post, read } from './support/backend.js';
import { json, leanError } from './support/fake-lean.js';
import { until } from './support/until.js';

const codeOf = (body: unknown) => (body as Record<string, unknown>)['code'];
const statusOf = (body: unknown) => (body as Record<string, unknown>)['status'];

describe("Lean's token", () => {
  it('is fetched once for all who wait', async () => {
    const backend = createBackend();
    await Promise.all(Array.from({ length: 100 }, (_, user) => backend.ask(`user-${user}`, '/entities')));
    assert.equal(backend.lean.callsTo(/oauth2/).length, 1);
  });

  it('is renewed once when Lean refuses it, and each call repeated once', async () => {
    const backend = createBackend();
    await backend.ask('amal', '/entities');
    const [first] = backend.lean.callsTo(/customers/);
    const old = first?.headers.get('authorization');
    backend.lean.on(/customers/, (call) =>
      call.headers.get('authorization') === old ? json({}, 401) : undefined,
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, user) => backend.ask(`user-${user}`, '/entities')),
    );
    assert.ok(answers.every(({ status }) => status === 200));
    assert.equal(backend.lean.callsTo(/oauth2/).length, 2);
  });

  it('that Lean keeps refusing is a failure of the backend, never the end of the session', async () => {
    const backend = createBackend();
    backend.lean.on(/customers/, () => json({ status: 'UNAUTHORIZED' }, 401));
    const { status, body } = await read(backend.ask('amal', '/entities'));
    assert.equal(status, 502);
    assert.equal(codeOf(body), 'upstream_refused');
    assert.equal(backend.lean.callsTo(/customers/).length, 2);
    assert.ok(backend.log.some(({ event }) => event === 'upstream_misconfigured'));
  });

  it('is renewed before it ends, whatever Lean says of its life', async () => {
    for (const [said, aliveSeconds, deadSeconds] of [
      [3599, 3500, 3600],
      [undefined, 3500, 3601],
      [0, 10, 61],
      ['120', 30, 121],
      [1e12, 3500, 3601],
      ['soon', 3500, 3601],
      [-5, 10, 61],
      [null, 3500, 3601],
    ] as const) {
      let now = 1_000_000_000_000;
      const backend = createBackend({ clock: () => now });
      backend.lean.on(/oauth2/, () => json({ access_token: 'x', expires_in: said }));
      await backend.ask('amal', '/entities');
      now += aliveSeconds * 1000;
      await backend.ask('badr', '/entities');
      assert.equal(backend.lean.callsTo(/oauth2/).length, 1, String(said));
      now += (deadSeconds - aliveSeconds) * 1000;
      await backend.ask('chad', '/entities');
      assert.equal(backend.lean.callsTo(/oauth2/).length, 2, String(said));
    }
  });

  it('keeps serving while the token service is down', async () => {
    const backend = createBackend();
    await backend.ask('amal', '/entities');
    backend.lean.on(/oauth2/, () => json({}, 503));
    assert.equal((await backend.ask('badr', '/entities')).status, 200);
    const cold = createBackend();
    cold.lean.on(/oauth2/, () => json({}, 503, { 'retry-after': '7' }));
    const { status, headers } = await read(cold.ask('amal', '/entities'));
    assert.equal(status, 503);
    assert.equal(headers.get('retry-after'), '7');
  });
});

describe('what Lean answers', () => {
  const ask = async (reply: () => Response | Promise<Response>) => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    backend.lean.on(/v2\/accounts$/, reply);
    const { status, body, headers } = await read(backend.ask('amal', '/accounts?entity_id=e1'));
    return { status, body, headers, backend };
  };
  const text = (body: string, type: string, status = 200) =>
    new Response(body, { status, headers: { 'content-type': type } });

  it('passes as an error body with its own status', async () => {
    for (const [status, code] of [
      [400, 'INVALID_PARAMETERS'],
      [403, 'CONSENT_EXPIRED'],
      [404, 'UNKNOWN_ENTITY'],
    ] as const) {
      const answer = await ask(() => leanError(status, code));
      assert.equal(answer.status, status);
      assert.equal(statusOf(answer.body), code);
      assert.equal(answer.headers.get('lean-correlation-id'), 'corr-1');
    }
  });

  it('is kept for the operator when the backend is set up wrongly', async () => {
    const { status, body, backend } = await ask(() => leanError(403, 'INSUFFICIENT_ACCESS_LEVEL'));
    assert.equal(status, 502);
    assert.equal(codeOf(body), 'upstream_refused');
    assert.doesNotMatch(JSON.stringify(body), /INSUFFICIENT/);
    assert.ok(backend.log.some(({ code }) => code === 'INSUFFICIENT_ACCESS_LEVEL'));
  });

  it('is dropped when it is no JSON', async () => {
    for (const reply of [
      () => text('<html>', 'text/html'),
      () => text('', 'application/json'),
      () => text('{"status":"OK"', 'application/json'),
      () => text('{}', 'text/plain'),
      () => text('<html>', 'text/html', 502),
      () => text('\u0000', 'application/json'),
    ]) {
      const { status, body } = await ask(reply);
      assert.equal(status, 502);
      assert.equal(codeOf(body), 'upstream_bad_answer');
    }
  });

  it('is not followed when it is a redirect', async () => {
    for (const status of [301, 302, 307, 308]) {
      const answer = await ask(
        () => new Response(null, { status, headers: { location: 'https://evil.example/' } }),
      );
      assert.equal(answer.status, 502);
    }
  });

  it('is cut off when it never ends', async () => {
    let sent = 0;
    const endless = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            sent += 1;
            controller.enqueue(new Uint8Array(1024 * 1024));
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    const { status } = await ask(endless);
    assert.equal(status, 502);
    assert.ok(sent < 12, `${sent} MB were read`);
  });

  it('brings its Retry-After along, at most a minute, and a minute after a repeated call', async () => {
    const asked = await ask(() => json({ status: 'RATE_LIMIT_EXCEEDED' }, 429, { 'retry-after': '9999999' }));
    assert.equal(asked.headers.get('retry-after'), '60');
    const duplicated = await ask(() => leanError(429, 'DUPLICATED_REQUEST'));
    assert.equal(duplicated.status, 429);
    assert.equal(duplicated.headers.get('retry-after'), '60');
  });
});

describe('calls to Lean', () => {
  it('are made once for fifty who ask the same', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    await backend.ask('amal', '/accounts?entity_id=e1');
    const before = backend.lean.callsTo(/balances/).length;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => backend.ask('amal', '/accounts/a1/balances?entity_id=e1')),
    );
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    assert.equal(texts.size, 1);
    assert.equal(backend.lean.callsTo(/balances/).length - before, 1);
  });

  it('are not made twice for accounts and for an account that is still unknown', async () => {
    const backend = createBackend();
    await backend.link('amal', 'e1', ['a1']);
    await backend.ask('amal', '/entities');
    await Promise.all([
      backend.ask('amal', '/accounts?entity_id=e1'),
      backend.ask('amal', '/accounts/a1/balances?entity_id=e1'),
    ]);
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 1);
  });

  it('are not repeated while Lean asks to wait after a repeated call', async () => {
    let now = 1_000_000_000_000;
    const backend = createBackend({ clock: () => now });
    await backend.link('amal', 'e1', ['a1']);
    backend.lean.on(/v2\/accounts$/, () => leanError(429, 'DUPLICATED_REQUEST'));
    for (let times = 0; times < 5; times += 1) {
      assert.equal((await backend.ask('amal', '/accounts?entity_id=e1')).status, 429);
    }
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 1);
    now += 60_001;
    await backend.ask('amal', '/accounts?entity_id=e1');
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 2);
  });

  it('are tried again when the connection breaks, and identity is not', async () => {
    const backend = createBackend({ identity: true });
    await backend.link('amal', 'e1', ['a1']);
    let failures = 2;
    backend.lean.on(/v2\/accounts$/, () => {
      failures -= 1;
      return failures < 0 ? undefined : Promise.reject(new TypeError('socket hang up'));
    });
    assert.equal((await backend.ask('amal', '/accounts?entity_id=e1')).status, 200);
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 3);
    backend.lean.on(/identity/, () => Promise.reject(new TypeError('socket hang up')));
    assert.equal((await backend.ask('amal', '/identity?entity_id=e1')).status, 502);
    assert.equal(backend.lean.callsTo(/identity/).length, 1);
  });

  it('stop soon after Lean went down, and start again once it is back', async () => {
    let now = 1_000_000_000_000;
    const backend = createBackend({ clock: () => now });
    await backend.link('amal', 'e1', ['a1']);
    await backend.ask('amal', '/accounts?entity_id=e1');
    let isDown = true;
    backend.lean.on(/./, () => (isDown ? json({ status: 'INTERNAL_SERVER_ERROR' }, 503) : undefined));
    const before = backend.lean.calls.length;
    const asked = 100;
    for (let times = 0; times < asked; times += 1) await backend.ask('amal', '/accounts?entity_id=e1');
    assert.ok(backend.lean.calls.length - before <= 40, `${backend.lean.calls.length - before} calls`);
    const { status, body, headers } = await read(backend.ask('amal', '/accounts?entity_id=e1'));
    assert.equal(status, 503);
    assert.equal(codeOf(body), 'upstream_unavailable');
    assert.ok(Number(headers.get('retry-after')) > 0);
    isDown = false;
    now += 5001;
    assert.equal((await backend.ask('amal', '/accounts?entity_id=e1')).status, 200);
    assert.equal((await backend.ask('amal', '/accounts?entity_id=e1')).status, 200);
  });

  it('that take too long answer PENDING, go on, and are picked up by the next to ask', async () => {
    const backend = createBackend({ deadlineMs: 500 });
    await backend.link('amal', 'e1', ['a1']);
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    backend.lean.on(/v2\/accounts$/, () => slow.then(() => json({ status: 'OK', data: { accounts: [] } })));
    const first = await read(backend.ask('amal', '/accounts?entity_id=e1'));
    assert.equal(first.status, 202);
    assert.equal(statusOf(first.body), 'PENDING');
    assert.ok(Number(first.headers.get('retry-after')) > 0);
    release();
    let last = 0;
    await until(async () => (last = (await backend.ask('amal', '/accounts?entity_id=e1')).status) !== 202);
    assert.equal(last, 200);
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 1);
  });

  it('that take too long are handed to a platform that would end them', async () => {
    const backend = createBackend({ deadlineMs: 500 });
    await backend.link('amal', 'e1', ['a1']);
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    backend.lean.on(/v2\/accounts$/, () => slow.then(() => json({ status: 'OK' })));
    const kept: Promise<unknown>[] = [];
    const context = { waitUntil: (work: Promise<unknown>) => kept.push(work) };
    const request = new Request('https://shop.example/api/lean/accounts?entity_id=e1', {
      headers: { 'x-user': 'amal' },
    });
    await backend.proxy.fetch(request, {}, context);
    assert.equal(kept.length, 1);
    release();
    await kept[0];
  });

  it('are limited for one user where they cost money', async () => {
    const backend = createBackend({ identity: true, clock: () => 1_000_000 });
    await backend.link('amal', 'e1', ['a1']);
    await backend.link('badr', 'e2', ['a2']);
    const statuses: number[] = [];
    for (let times = 0; times < 50; times += 1) {
      statuses.push((await backend.ask('amal', `/identity?entity_id=e1&n=${times}`)).status);
    }
    assert.equal(statuses.filter((status) => status === 200).length, 10);
    assert.equal(backend.lean.callsTo(/identity/).length, 10);
    const refused = await read(backend.ask('amal', '/refreshes', post({ entity_id: 'e1' })));
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal((await backend.ask('badr', '/identity?entity_id=e2')).status, 200);
  });

  it('name one customer for two tabs that connect at once', async () => {
    const backend = createBackend();
    const sessions = await Promise.all(
      Array.from({ length: 20 }, () => backend.ask('amal', '/link-session', post({ method: 'connect' }))),
    );
    assert.ok(sessions.every(({ status }) => status === 200));
    assert.equal(backend.lean.callsTo(/POST \/customers/).length, 1);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');

  it('is read as seconds or as a date, and never beyond a minute', () => {
    assert.equal(parseRetryAfter('7', now), 7);
    assert.equal(parseRetryAfter('Mon, 23 Nov 2026 12:00:30 GMT', now), 30);
    assert.equal(parseRetryAfter('Mon, 23 Nov 2026 11:00:00 GMT', now), 0);
    assert.equal(parseRetryAfter('Tue, 23 Nov 2036 12:00:00 GMT', now), 60);
    for (const garbage of ['-5', '1.5', '1e3', '0x10', 'soon', '', 'NaN']) {
      assert.equal(parseRetryAfter(garbage, now), null, garbage);
    }
  });

  it('is null or between 0 and 60 for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (text) => {
          const seconds = parseRetryAfter(text, now);
          assert.ok(seconds === null || (Number.isInteger(seconds) && seconds >= 0 && seconds <= 60));
        },
      ),
    );
  });
});
