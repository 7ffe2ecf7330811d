/**
 * Threats and faults of a backend that no other file here tries, each under the name it has in docs/security.md
 * (TM threats, V the way to Lean, W webhooks).
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { memoryStorage, ProxyConfigError } from '../../src/proxy/index.js';
import { coreCalls, dataCalls } from '../../src/proxy/lean-calls.js';
import { ProblemError } from '../../src/proxy/problem.js';
import { createBackend, ORIGIN, post, read, type Backend } from './support/backend.js';
import { json, leanError } from './support/fake-lean.js';

type Settings = Parameters<typeof createBackend>[0];

async function linked(settings: Settings = {}): Promise<Backend> {
  const backend = createBackend(settings);
  await backend.link('amal', 'e1', ['a1']);
  return backend;
}

const status = async (response: Promise<Response>) => (await response).status;

describe('TM1, TM2: what is somebody else’s', () => {
  it('is not taken from a customer of Lean’s whom Lean names for another user', async () => {
    const backend = createBackend();
    backend.lean.on(/POST \/customers\/v1\/$/, () =>
      json({ customer_id: 'customer-of-badr', app_user_id: 'badr' }),
    );
    assert.equal(await status(backend.ask('amal', '/link-session', post({ method: 'connect' }))), 502);
    assert.ok(backend.log.some(({ event }) => event === 'upstream_mismatch'));
  });

  it('is dropped when a row or a refresh names another customer', async () => {
    const backend = await linked();
    const row = { account_id: 'a1', entity_id: 'e1', customer_id: 'customer-of-badr' };
    backend.lean.on(/v2\/accounts$/, () => json({ status: 'OK', data: { accounts: [row] } }));
    assert.equal(await status(backend.ask('amal', '/accounts?entity_id=e1')), 502);
    const started = await read(backend.ask('amal', '/refreshes', post({ entity_id: 'e1' })));
    const { refresh_id: id } = started.body as { refresh_id: string };
    backend.lean.on(/refreshes\/refresh-1$/, () =>
      json({ data: { refresh_id: id, entity_id: 'e-other', status: 'FINISHED' } }),
    );
    assert.equal(await status(backend.ask('amal', `/refreshes/${id}`)), 502);
  });

  it('is not reached by users whose names are one in bytes, or a way up in a path', async () => {
    const backend = createBackend({ getUser: () => ({ appUserId: names.shift() ?? '' }) });
    const names = ['\ud800', '\udfff', 'a\ud800', '.', '..'];
    const count = names.length;
    for (let index = 0; index < count; index += 1) {
      assert.equal(await status(backend.ask(null, '/link-session', post({ method: 'connect' }))), 401);
    }
    assert.equal(backend.lean.calls.length, 0);
  });

  it('is never asked for under an id that is a way up in a path', () => {
    for (const id of ['.', '..']) {
      for (const call of [
        () => coreCalls.entities(id),
        () => coreCalls.customerOf(id),
        () => coreCalls.deleteEntity('ae', 'customer', id),
        () => dataCalls('v2').balances('entity', id),
        () => dataCalls('v2').results(id),
        () => dataCalls('v1').results(id),
        () => dataCalls('v2').refresh?.(id),
      ]) {
        assert.throws(call, ProblemError);
      }
    }
    const { path } = coreCalls.entities('../../data/v2/accounts?entity_id=e1#');
    assert.equal(new URL(path, 'https://lean.example').pathname, path);
  });
});

describe('TM3: calls that cost money', () => {
  it('stop at the day’s limit of a user, on all instances together, and go on the next day', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const clock = () => now;
    const settings = { clock, storage: memoryStorage({ clock }), identity: true, dailyLimit: { perUser: 5 } };
    const first = await linked(settings);
    const second = createBackend({ ...settings, fake: first.lean });
    const statuses: number[] = [];
    for (let call = 0; call < 8; call += 1) {
      now += 60_000;
      const backend = call % 2 === 0 ? first : second;
      statuses.push(await status(backend.ask('amal', '/identity?entity_id=e1')));
    }
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429, 429]);
    assert.equal(first.lean.callsTo(/identity$/).length, 5);
    now += 86_400_000;
    assert.equal(await status(second.ask('amal', '/identity?entity_id=e1')), 200);
  });

  it('stop at the day’s limit of all users', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const backend = await linked({ clock: () => (now += 1000), identity: true, dailyLimit: { total: 3 } });
    await backend.link('badr', 'e2', ['a2']);
    const ask = (user: string, entity: string) => status(backend.ask(user, `/identity?entity_id=${entity}`));
    assert.deepEqual(
      [await ask('amal', 'e1'), await ask('badr', 'e2'), await ask('amal', 'e1'), await ask('badr', 'e2')],
      [200, 200, 200, 429],
    );
  });

  it('reach Lean a handful of times for a thousand calls in ten seconds', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const backend = await linked({ clock: () => now, identity: true });
    for (let call = 0; call < 1000; call += 1) {
      now += 10;
      await backend.ask('amal', `/identity?entity_id=e1&nonce=${call}`);
    }
    assert.ok(backend.lean.callsTo(/identity$/).length <= 11 + 10);
  });

  it('do not wake a bank again within a minute, unless its refresh failed', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const backend = await linked({ clock: () => now });
    const refresh = () => read(backend.ask('amal', '/refreshes', post({ entity_id: 'e1' })));
    const started = () => backend.lean.callsTo(/POST .*refreshes$/).length;
    assert.deepEqual((await refresh()).body, (await refresh()).body);
    assert.equal(started(), 1);
    backend.lean.on(/refreshes\/refresh-1$/, () => json({ refresh_id: 'refresh-1', status: 'FAILED' }));
    await backend.ask('amal', '/refreshes/refresh-1');
    await refresh();
    assert.equal(started(), 2);
    now += 60_001;
    await refresh();
    assert.equal(started(), 3);
  });
});

describe('TM5: another website', () => {
  it('is told from our own by its scheme where the browser says so', async () => {
    const backend = await linked();
    const headers = { origin: 'http://shop.example', 'sec-fetch-site': 'cross-site' };
    assert.equal(new URL(ORIGIN).host, 'shop.example');
    assert.equal(await status(backend.ask('amal', '/entities', { headers })), 403);
  });
});

describe('TM8: what an answer gives away', () => {
  it('is the same for what is another’s and for what is not there, in time as well', async () => {
    const backend = await linked();
    await backend.link('badr', 'e2', ['a2']);
    await backend.ask('badr', '/accounts?entity_id=e2');
    const timed = async (entity: string) => {
      const startedAt = performance.now();
      await backend.ask('amal', `/accounts?entity_id=${entity}`);
      return performance.now() - startedAt;
    };
    const [foreign, madeUp]: [number[], number[]] = [[], []];
    for (let round = 0; round < 200; round += 1) {
      foreign.push(await timed('e2'));
      madeUp.push(await timed('e9'));
    }
    const median = (times: number[]) => times.sort((one, other) => one - other)[100] ?? NaN;
    assert.ok(Math.abs(median(foreign) - median(madeUp)) < 1, `${median(foreign)} ${median(madeUp)}`);
  });
});

describe('TM1 with sealed ids', () => {
  it('keeps Lean’s ids out of what Lean says about them', async () => {
    const backend = createBackend({ sealIds: true, sealKeys: ['a key of sixteen or more'] });
    const entity = 'd3b07384-d9a0-4c9b-8f00-1234567890ab';
    const account = 'c157a79e-0a3c-4c9b-8f00-abcdefabcdef';
    await backend.link('amal', entity, [account]);
    const seal = (kind: 'entity' | 'account', id: string) =>
      backend.proxy.seal({ appUserId: 'amal' }, kind, id);
    const sealedEntity = await seal('entity', entity);
    const sealedAccount = await seal('account', account);
    await backend.ask('amal', `/accounts?entity_id=${sealedEntity}`);
    const quoting = () =>
      json(
        {
          status: 'INVALID_PARAMETERS',
          message: `entity ${entity}, account ${account}`,
          metadata: { entity },
        },
        400,
      );
    backend.lean.on(/balances$|v2\/accounts$|DELETE/, quoting);
    for (const [route, init] of [
      [`/accounts?entity_id=${sealedEntity}`, {}],
      [`/accounts/${sealedAccount}/balances?entity_id=${sealedEntity}`, {}],
      [`/entities/${sealedEntity}`, { method: 'DELETE' }],
    ] as const) {
      const response = await backend.ask('amal', route, init);
      assert.equal(response.status, 400);
      assert.doesNotMatch(await response.text(), new RegExp(entity), route);
    }
  });
});

describe('TM22, TM23, TM25: a backend set up carelessly', () => {
  const careless: Record<string, object> = {
    'no getUser': { getUser: undefined },
    'every origin': { allowedOrigins: ['*'] },
    'a null origin': { allowedOrigins: ['null'] },
    'an origin with a path': { allowedOrigins: ['https://shop.example/'] },
    'Lean without TLS': { lean: { baseUrl: 'http://lean.example' } },
    'an empty webhook secret': { lean: { webhookSecrets: [''] } },
    'a limit that is none': { dailyLimit: { perUser: Number.NaN } },
  };
  for (const [name, change] of Object.entries(careless)) {
    it(`does not start with ${name}`, () => {
      assert.throws(() => createBackend(change), ProxyConfigError);
    });
  }
});

describe('a log of the host’s that fails', () => {
  const failures: Record<string, () => unknown> = {
    'that throws': () => {
      throw new Error('The disk is full');
    },
    'that rejects': () => Promise.reject(new Error('The disk is full')),
  };
  for (const [name, log] of Object.entries(failures)) {
    it(`changes no answer (${name})`, async () => {
      const backend = await linked({ log });
      assert.equal(await status(backend.ask('amal', '/entities')), 200);
      assert.equal(await status(backend.ask(null, '/entities')), 401);
    });
  }
});

describe('TM27, TM30: what the backend holds', () => {
  it('is no simulator: nothing of it is imported', () => {
    const files = readdirSync('src/proxy', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    assert.ok(files.length > 40);
    for (const file of files)
      assert.doesNotMatch(readFileSync(`src/proxy/${file}`, 'utf8'), /from '[^']*simulator/);
  });

  it('is no amount, no name and no text of a bank', async () => {
    const inner = memoryStorage();
    const backend = await linked({ storage: inner, identity: true });
    const secrets = {
      full_name: 'Canary Person',
      iban: 'AE07CANARY',
      amount: { amount: 98765.43, currency: 'AED' },
    };
    backend.lean.on(/transactions$|identity$|balances$/, () =>
      json({ status: 'OK', data: { rows: [secrets] } }),
    );
    for (const route of [
      '/accounts?entity_id=e1',
      '/accounts/a1/balances?entity_id=e1',
      '/accounts/a1/transactions?entity_id=e1',
      '/identity?entity_id=e1',
      '/entities',
    ]) {
      assert.equal(await status(backend.ask('amal', route)), 200, route);
    }
    const keys = await inner.list('');
    const values = await Promise.all(keys.map(async (key) => new TextDecoder().decode(await inner.get(key))));
    const dump = [...keys, ...values].join('\n');
    assert.ok(keys.length > 2);
    assert.doesNotMatch(dump, /canary|98765|AED|First Bank/i);
  });
});

describe('V7: a call that Lean calls a repeat', () => {
  it('is held as well where Lean says so in a failed answer', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const backend = await linked({ clock: () => now });
    const failed = { status: 'FAILED', status_detail: { granular_status_code: 'DUPLICATED_REQUEST' } };
    backend.lean.on(/v2\/accounts$/, () => json(failed));
    const first = await backend.ask('amal', '/accounts?entity_id=e1');
    assert.equal(first.headers.get('retry-after'), '60');
    now += 59_000;
    await backend.ask('amal', '/accounts?entity_id=e1');
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 1);
    now += 2000;
    await backend.ask('amal', '/accounts?entity_id=e1');
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 2);
  });

  it('is not made again for a minute, however often it is asked for', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const backend = await linked({ clock: () => now });
    backend.lean.on(/v2\/accounts$/, () => leanError(429, 'DUPLICATED_REQUEST'));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => backend.ask('amal', '/accounts?entity_id=e1')),
    );
    assert.ok(answers.every((answer) => answer.status === 429 && answer.headers.get('retry-after') === '60'));
    now += 59_000;
    await backend.ask('amal', '/accounts?entity_id=e1');
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 1);
    now += 2000;
    await backend.ask('amal', '/accounts?entity_id=e1');
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 2);
  });
});

describe('V8: a Lean slower than a platform waits', () => {
  it('lets no route wait longer, those that act included', async () => {
    const backend = await linked({ deadlineMs: 500 });
    backend.lean.on(/oauth2\/token|DELETE|POST .*refreshes$/, ({ body, method }) =>
      method === 'POST' && body.includes('scope=api')
        ? undefined
        : new Promise((resolve) => setTimeout(() => resolve(json({}, 500)), 1500)),
    );
    for (const [route, init] of [
      ['/link-session', post({ method: 'connect' })],
      ['/refreshes', post({ entity_id: 'e1' })],
      ['/entities/e1', { method: 'DELETE' }],
    ] as const) {
      const { status: code, body } = await read(backend.ask('amal', route, init));
      assert.equal(code, 504, route);
      assert.equal((body as { code: string }).code, 'upstream_timeout');
    }
  });
});

describe('V13: a customer whom Lean has forgotten', () => {
  /** Lean's sandbox is emptied; `found` is whom Lean then has for the user, if anybody. */
  async function emptied(found: string | null, settings: Settings = {}) {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const storage = memoryStorage();
    const backend = await linked({ clock: () => now, storage, ...settings });
    now += 3_600_000;
    let current = found;
    let created = 0;
    backend.lean.on(/customers\/v1\/customer-of-amal\/entities$/, () => leanError(404, 'UNKNOWN_CUSTOMER'));
    backend.lean.on(/app-user-id\/amal$/, () =>
      current === null
        ? leanError(404, 'UNKNOWN_CUSTOMER')
        : json({ customer_id: current, app_user_id: 'amal' }),
    );
    backend.lean.on(/POST \/customers\/v1\/$/, () => {
      if (current !== null) return leanError(409, 'CUSTOMER_ALREADY_EXISTS');
      created += 1;
      current = 'customer-anew';
      return json({ customer_id: current, app_user_id: 'amal' });
    });
    const other = createBackend({ clock: () => now, storage, fake: backend.lean });
    return { backend, other, created: () => created };
  }
  const session = async (backend: Backend) =>
    (await read(backend.ask('amal', '/link-session', post({ method: 'connect' })))).body as {
      customer_id: string;
    };

  it('is looked up by the user, and everything goes on with whom Lean has', async () => {
    const { backend, created } = await emptied('customer-new');
    backend.lean.link('customer-new', 'e5', []);
    const { body } = await read(backend.ask('amal', '/entities'));
    assert.deepEqual(
      (body as { id: string }[]).map(({ id }) => id),
      ['e5'],
    );
    assert.equal((await session(backend)).customer_id, 'customer-new');
    assert.equal(created(), 0);
  });

  it('is created anew once, by two instances and many tabs at once', async () => {
    const { backend, other, created } = await emptied(null);
    assert.deepEqual((await read(backend.ask('amal', '/entities'))).body, []);
    const sessions = await Promise.all([backend, other, backend, other].map(session));
    assert.deepEqual(new Set(sessions.map((each) => each.customer_id)), new Set(['customer-anew']));
    assert.equal(created(), 1);
  });

  it('is noticed by a link session that no list came before', async () => {
    const { other, created } = await emptied(null);
    assert.equal((await session(other)).customer_id, 'customer-anew');
    assert.equal(created(), 1);
  });

  it('stays who it was when only the address is wrong', async () => {
    const { other, backend, created } = await emptied(null);
    backend.lean.on(/customers\//, () => leanError(404, 'INVALID_URL'));
    assert.equal((await session(other)).customer_id, 'customer-of-amal');
    assert.equal(await status(other.ask('amal', '/entities')), 404);
    assert.equal(created(), 0);
  });

  it('stays who it was when Lean only fails', async () => {
    const { other, backend } = await emptied(null);
    backend.lean.on(/customers\/v1\/customer-of-amal\/entities$/, () =>
      leanError(500, 'INTERNAL_SERVER_ERROR'),
    );
    assert.equal((await session(other)).customer_id, 'customer-of-amal');
  });
});

describe('V18: an outage of Lean', () => {
  it('is not made worse by repeats that Lean asked not to be made', async () => {
    const backend = await linked();
    backend.lean.on(/v2\/accounts$/, () => json({ status: 'X' }, 503, { 'retry-after': '30' }));
    const response = await backend.ask('amal', '/accounts?entity_id=e1');
    assert.equal(response.headers.get('retry-after'), '30');
    assert.equal(backend.lean.callsTo(/v2\/accounts$/).length, 1);
  });

  it('waits as long as Lean asks before a repeat', async () => {
    const backend = await linked();
    const at: number[] = [];
    backend.lean.on(/v2\/accounts$/, () => {
      at.push(performance.now());
      return at.length === 1 ? json({ status: 'X' }, 503, { 'retry-after': '1' }) : undefined;
    });
    assert.equal(await status(backend.ask('amal', '/accounts?entity_id=e1')), 200);
    assert.ok((at[1] ?? 0) - (at[0] ?? 0) >= 990);
  });
});

describe('V22: headers and members given twice', () => {
  it('are refused where they matter', async () => {
    const backend = await linked();
    const twice = (name: string, value: string) => {
      const headers = new Headers({ 'content-type': 'application/json' });
      headers.append(name, value);
      return headers;
    };
    const body = '{"entity_id":"e1"}';
    const send = (headers: Headers, text = body) =>
      status(backend.ask('amal', '/refreshes', { method: 'POST', headers, body: text }));
    assert.equal(await send(twice('content-type', 'application/json')), 415);
    const origins = twice('origin', ORIGIN);
    origins.append('origin', ORIGIN);
    assert.equal(await send(origins), 403);
    assert.equal(await send(twice('x-other', '1'), '{"entity_id":"e9","entity_id":"e1"}'), 400);
    assert.equal(await send(twice('x-other', '1'), '{"entity_id":["e1"]}'), 400);
  });
});

describe('docs/security.md', () => {
  const page = readFileSync('docs/security.md', 'utf8');
  const rows = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

  it('has every row, once', () => {
    for (const row of [...rows('TM', 30), ...rows('V', 23), ...rows('W', 13)]) {
      assert.equal(page.split(`\n| ${row} |`).length, 2, row);
    }
  });

  it('names tests that are there', () => {
    const named = new Set([...page.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? ''));
    assert.ok(named.size > 5);
    for (const file of named) assert.ok(readFileSync(file, 'utf8').length > 0, file);
  });
});
