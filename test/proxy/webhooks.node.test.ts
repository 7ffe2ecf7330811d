import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { memoryStorage, type HostEvent, type Storage } from '../../src/proxy/index.js';
import { createBackend, read, type Backend } from './support/backend.js';
import { json } from './support/fake-lean.js';
import { until } from './support/until.js';
import { delivery, refreshUpdated, signature } from './support/webhooks.js';

const EVENT = refreshUpdated({
  entityId: 'e1',
  status: 'FINISHED',
  timestamp: '2026-05-12T14:34:49.972240761Z',
  eventId: 'event-1',
});
const DAY = 86_400_000;

async function linked(settings: Parameters<typeof createBackend>[0] = {}): Promise<Backend> {
  const backend = createBackend(settings);
  await backend.link('amal', 'e1', ['a1']);
  return backend;
}

const deliver = (backend: Backend, body: string, header?: string | null) =>
  backend.ask(null, '/webhooks', delivery(body, header));

async function dataStatus(backend: Backend): Promise<string | undefined> {
  const { body } = await read(backend.ask('amal', '/entities'));
  return (body as { data_status?: string }[])[0]?.data_status;
}

/** A storage that counts what stays written. */
function counting(): { storage: Storage; writes: () => number } {
  const inner = memoryStorage();
  let writes = 0;
  const counted =
    <Arguments extends unknown[], Result>(verb: (...args: Arguments) => Result) =>
    (...args: Arguments) => {
      writes += 1;
      return verb(...args);
    };
  return {
    storage: { ...inner, put: counted(inner.put), putIfAbsent: counted(inner.putIfAbsent) },
    writes: () => writes,
  };
}

describe('POST /webhooks', () => {
  it('stores a signed event and answers 200', async () => {
    const backend = await linked();
    assert.equal((await deliver(backend, EVENT)).status, 200);
    assert.equal(await dataStatus(backend), 'READY');
    assert.equal(backend.lean.callsTo(/refreshes/).length, 0);
  });

  const right = signature(EVENT);
  const wrong: Record<string, string | null> = {
    'no signature': null,
    'an empty signature': '',
    'no prefix': right.slice(7),
    'another prefix': right.replace('sha512', 'sha256'),
    'a prefix alone': 'sha512=',
    'a prefix in capitals': right.replace('sha512', 'SHA512'),
    'a space after the prefix': right.replace('=', '= '),
    'one digit less': right.slice(0, -1),
    'two digits less': right.slice(0, -2),
    'two digits more': `${right}00`,
    'a digit that is none': `${right.slice(0, -1)}g`,
    'one bit flipped': right.slice(0, -1) + (right.endsWith('0') ? '1' : '0'),
    'all zeros': `sha512=${'0'.repeat(128)}`,
    'two signatures, the first wrong': `sha512=${'0'.repeat(128)}, ${right}`,
    'two signatures, the first right': `${right}, sha512=${'0'.repeat(128)}`,
    'another secret': signature(EVENT, 'another-secret'),
    'an empty secret': signature(EVENT, ''.padEnd(1)),
    'the signature of another body': signature(`${EVENT} `),
    'the signature of nothing': signature(''),
    'base64 instead of hexadecimal': `sha512=${Buffer.from(right.slice(7), 'hex').toString('base64')}`,
    'a bearer token': `Bearer ${right}`,
    'a quoted signature': `"${right}"`,
    'a JSON null': 'null',
    'a semicolon in front': `;${right}`,
    'a hundred kilobytes': `sha512=${'a'.repeat(100_000)}`,
  };
  for (const [name, header] of Object.entries(wrong)) {
    it(`refuses ${name} without looking at the body`, async () => {
      const { storage, writes } = counting();
      const backend = await linked({ storage });
      const before = writes();
      const response = await deliver(backend, EVENT, header);
      assert.equal(response.status, 401);
      assert.equal(writes(), before);
      assert.equal(await dataStatus(backend), undefined);
    });
  }

  it('takes hexadecimal in capitals', async () => {
    const backend = await linked();
    assert.equal((await deliver(backend, EVENT, `sha512=${right.slice(7).toUpperCase()}`)).status, 200);
  });

  it('checks the bytes that came, not what they say', async () => {
    const backend = await linked();
    assert.equal((await deliver(backend, JSON.stringify(JSON.parse(EVENT), null, 2), right)).status, 401);
    const spaced = `\ufeff ${EVENT}\r\n`;
    assert.equal((await deliver(backend, spaced)).status, 200);
    assert.equal((await deliver(backend, '', signature(''))).status, 401);
  });

  it('accepts the old and the new secret while one replaces the other, and no event when there is none', async () => {
    const rotating = await linked({ lean: { webhookSecrets: ['new-secret', 'webhook-secret'] } });
    assert.equal((await deliver(rotating, EVENT, signature(EVENT, 'new-secret'))).status, 200);
    assert.equal((await deliver(rotating, EVENT)).status, 200);
    const closed = await linked({ lean: { webhookSecrets: [] } });
    assert.equal((await deliver(closed, EVENT)).status, 401);
  });

  it('refuses more than 256 kB', async () => {
    const backend = await linked();
    const large = JSON.stringify({ type: 'x', padding: 'x'.repeat(256 * 1024) });
    assert.equal((await deliver(backend, large)).status, 413);
  });

  it('answers 200 to what it does not know, so that Lean does not send it for three hours', async () => {
    const backend = await linked();
    for (const body of [
      '{"type":"bank.moved"}',
      '{}',
      '{"type":null,"payload":null}',
      '{"type":"entity.created"}',
      '[]',
      'null',
      'no json',
      '{"type":"entity.data.refresh.updated","payload":{"status":"FINISHED"}}',
    ]) {
      assert.equal((await deliver(backend, body)).status, 200, body);
    }
    assert.equal(await dataStatus(backend), undefined);
  });

  it("takes the guide's webhooks, also the ones that are no JSON", async () => {
    for (const name of [
      'entity.created.json',
      'entity.reconnected.txt',
      'entity.reconnected.repaired.json',
      'results.ready.pending.txt',
      'results.ready.reconnect.repaired.json',
    ]) {
      const backend = await linked();
      const body = readFileSync(`test/fixtures/seed/${name}`, 'utf8');
      assert.equal((await deliver(backend, body)).status, 200, name);
      const isReadable = name.endsWith('.json');
      assert.equal(
        backend.log.some(({ event }) => event === 'webhook_received'),
        isReadable,
        name,
      );
      assert.equal(
        backend.log.some(({ event }) => event === 'webhook_unreadable'),
        !isReadable,
        name,
      );
    }
  });

  it('answers 503 while the store cannot be written, so that Lean sends it again', async () => {
    const inner = memoryStorage();
    let isDown = true;
    const backend = await linked({
      storage: {
        ...inner,
        putIfAbsent: (...args) =>
          isDown && args[0].includes('/event/')
            ? Promise.reject(new Error('disk full'))
            : inner.putIfAbsent(...args),
      },
    });
    assert.equal((await deliver(backend, EVENT)).status, 503);
    isDown = false;
    assert.equal((await deliver(backend, EVENT)).status, 200);
    assert.equal(await dataStatus(backend), 'READY');
  });

  it('applies an event that was stored by a process that ended before it was done', async () => {
    const inner = memoryStorage();
    let dies = true;
    const backend = await linked({
      storage: {
        ...inner,
        putIfAbsent: (...args) =>
          dies && args[0].includes('/fact/')
            ? Promise.reject(new Error('killed'))
            : inner.putIfAbsent(...args),
      },
    });
    assert.equal((await deliver(backend, EVENT)).status, 503);
    dies = false;
    assert.equal((await deliver(backend, EVENT)).status, 200);
    assert.equal(await dataStatus(backend), 'READY');
  });

  it('applies twenty copies that come at once a single time', async () => {
    const backend = await linked();
    const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(backend, EVENT)));
    assert.ok(answers.every(({ status }) => status === 200));
    const { storage, writes } = counting();
    const counted = await linked({ storage });
    await deliver(counted, EVENT);
    const before = writes();
    await deliver(counted, EVENT);
    assert.equal(writes() - before, 1);
  });

  it('tells copies without an event id by their bytes', async () => {
    const { storage, writes } = counting();
    const backend = await linked({ storage });
    const body = refreshUpdated({ entityId: 'e1', status: 'FINISHED', timestamp: '2026-05-12T14:34:49Z' });
    await deliver(backend, body);
    const before = writes();
    await deliver(backend, body);
    assert.equal(writes() - before, 1);
  });

  it('knows a copy for longer than Lean keeps events', async () => {
    let now = Date.parse('2026-05-12T15:00:00Z');
    const clock = () => now;
    const backend = await linked({ clock, storage: memoryStorage({ clock }) });
    await deliver(backend, EVENT);
    await deliver(
      backend,
      refreshUpdated({
        entityId: 'e1',
        status: 'FAILED',
        timestamp: '2026-05-13T00:00:00Z',
        eventId: 'event-2',
      }),
    );
    now += 91 * DAY;
    await deliver(backend, EVENT);
    assert.equal(await dataStatus(backend), 'FAILED');
  });

  it('ends in the newest state in whatever order the events come', async () => {
    const moments = [
      '2026-05-12T14:34:49.1Z',
      '2026-05-12T14:34:49.972240761Z',
      '2026-05-12T14:34:49.972240762Z',
      '2026-05-12T14:34:50Z',
      '2026-05-12T14:34:50Z',
    ];
    const statuses = ['PENDING', 'FINISHED', 'PENDING', 'PENDING', 'FAILED'];
    const events = moments.map((timestamp, index) =>
      refreshUpdated({ entityId: 'e1', timestamp, status: statuses[index] ?? '', eventId: `event-${index}` }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...events, ...events], { minLength: 10 }),
        fc.boolean(),
        async (order, atOnce) => {
          const backend = await linked();
          if (atOnce) await Promise.all(order.map((body) => deliver(backend, body)));
          else for (const body of order) await deliver(backend, body);
          assert.equal(await dataStatus(backend), 'FAILED');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('accepts an event three hours late', async () => {
    const backend = await linked({ clock: () => Date.parse('2026-05-12T18:00:00Z') });
    assert.equal((await deliver(backend, EVENT)).status, 200);
    assert.equal(await dataStatus(backend), 'READY');
  });

  it('gives nobody access by what an event says', async () => {
    const backend = await linked();
    const payload = { id: 'e-foreign', customer_id: 'customer-of-amal', permissions: ['accounts'] };
    assert.equal(
      (await deliver(backend, JSON.stringify({ type: 'entity.created', payload, event_id: 'x' }))).status,
      200,
    );
    assert.equal((await backend.ask('amal', '/accounts?entity_id=e-foreign')).status, 404);
    assert.doesNotMatch(JSON.stringify((await read(backend.ask('amal', '/entities'))).body), /e-foreign/);
  });

  it('finds the end of a sync whose webhook never came', async () => {
    let now = Date.parse('2026-05-12T15:00:00Z');
    const backend = await linked({ clock: () => now });
    await deliver(
      backend,
      refreshUpdated({ entityId: 'e1', status: 'PENDING', timestamp: '2026-05-12T15:00:00Z', eventId: 'p' }),
    );
    assert.equal(await dataStatus(backend), 'PENDING');
    backend.lean.on(/refreshes\/refresh-1$/, () =>
      json({ refresh_id: 'refresh-1', status: 'FINISHED', timestamp: '2026-05-12T15:00:10Z' }),
    );
    now += 2001;
    assert.equal(await dataStatus(backend), 'READY');
  });

  it('needs no session and looks at no origin', async () => {
    const backend = await linked();
    const init = delivery(EVENT);
    (init.headers as Headers).set('origin', 'https://leantech.example');
    assert.equal((await backend.ask(null, '/webhooks', init)).status, 200);
  });
});

describe('onEvent', () => {
  /** A backend that counts what its host is told, by event. */
  function telling(settings: Parameters<typeof createBackend>[0] = {}) {
    const told: HostEvent[] = [];
    const backend = createBackend({ onEvent: (event) => void told.push(event), ...settings });
    return { backend, told };
  }

  it('is told of an event once, with what Lean sent, before Lean has its answer', async () => {
    const { backend, told } = telling();
    const copies = Array.from({ length: 20 }, () => deliver(backend, EVENT));
    assert.ok((await Promise.all(copies)).every(({ status }) => status === 200));
    await deliver(backend, EVENT);
    const { payload } = JSON.parse(EVENT) as { payload: unknown };
    const type = 'entity.data.refresh.updated';
    const timestamp = '2026-05-12T14:34:49.972240761Z';
    assert.deepEqual(told, [{ id: 'event-1', type, timestamp, payload, again: false }]);
  });

  it('is told once of what comes to two instances at the same time', async () => {
    const storage = memoryStorage();
    const told: HostEvent[] = [];
    const onEvent = async (event: HostEvent) => {
      told.push(event);
      await new Promise((resolve) => setTimeout(resolve, 150));
    };
    const instances = [createBackend({ storage, onEvent }), createBackend({ storage, onEvent })];
    const answers = await Promise.all(instances.map((instance) => deliver(instance, EVENT)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(told.length, 1);
  });

  it('is told again, and that it is so, when it failed', async () => {
    let fails = true;
    const told: boolean[] = [];
    const { backend } = telling({
      onEvent({ again }) {
        told.push(again);
        if (fails) throw new Error('the queue is full');
      },
    });
    assert.equal((await deliver(backend, EVENT)).status, 500);
    fails = false;
    assert.equal((await deliver(backend, EVENT)).status, 200);
    assert.equal((await deliver(backend, EVENT)).status, 200);
    assert.deepEqual(told, [false, true]);
    assert.ok(backend.log.some(({ event }) => event === 'host_failed'));
  });

  it('is told again of what a process that died had begun, once its time is over, by one instance', async () => {
    let now = Date.parse('2026-05-12T15:00:00Z');
    const clock = () => now;
    const storage = memoryStorage({ clock });
    let end: (() => void) | undefined;
    const onEvent = () => new Promise<void>((_, reject) => (end = () => reject(new Error('too late'))));
    const dying = deliver(createBackend({ storage, clock, onEvent }), EVENT);
    await until(() => end !== undefined);
    now += 60_000;
    const told: boolean[] = [];
    const settings = { storage, clock, onEvent: ({ again }: HostEvent) => void told.push(again) };
    const others = [createBackend(settings), createBackend(settings)];
    const answers = await Promise.all(others.map((other) => deliver(other, EVENT)));
    assert.ok(answers.every(({ status }) => status === 200));
    // The one thought dead comes back and fails: what was done meanwhile stays done.
    end?.();
    assert.equal((await dying).status, 500);
    await deliver(createBackend(settings), EVENT);
    assert.deepEqual(told, [true]);
  });

  it('is told once of an event without an id that comes as a webhook and stands in the list', async () => {
    const { backend, told } = telling();
    const body = refreshUpdated({ entityId: 'e1', status: 'FINISHED', timestamp: '2026-05-12T14:34:49Z' });
    await deliver(backend, body);
    const { type, payload, message, timestamp } = JSON.parse(body) as Record<string, unknown>;
    backend.lean.on(/events\/v1/, () => json([{ timestamp, message, payload, type }]));
    assert.deepEqual(await backend.proxy.reconcile(), { seen: 1, applied: 0 });
    assert.equal(told.length, 1);
  });

  it('holds up no other event of a reconcile, which is then to be run again', async () => {
    const told: string[] = [];
    const { backend } = telling({
      onEvent({ id, again }) {
        told.push(id);
        if (id === 'event-bad' && !again) throw new Error('not this one');
      },
    });
    const event = (eventId: string) =>
      JSON.parse(
        refreshUpdated({ entityId: 'e1', status: 'FINISHED', timestamp: '2026-05-12T14:34:49Z', eventId }),
      ) as unknown;
    backend.lean.on(/events\/v1/, () => json([event('event-bad'), event('event-good')]));
    await assert.rejects(backend.proxy.reconcile());
    await backend.proxy.reconcile();
    assert.deepEqual(told, ['event-bad', 'event-good', 'event-bad']);
  });

  it('is never told of a tampered or unreadable delivery', async () => {
    const { backend, told } = telling();
    await deliver(backend, EVENT.replace('event-1', 'event-2'), signature(EVENT));
    await deliver(backend, 'no json');
    assert.deepEqual(told, []);
  });

  it('refuses more deliveries at once than it can hold, so that Lean sends them later', async () => {
    const { backend } = telling({ onEvent: () => new Promise((resolve) => setTimeout(resolve, 50)) });
    const bodies = Array.from({ length: 300 }, (_, index) => EVENT.replace('event-1', `storm-${index}`));
    const statuses = (await Promise.all(bodies.map((body) => deliver(backend, body)))).map(
      ({ status }) => status,
    );
    assert.ok(statuses.every((status) => status === 200 || status === 503));
    assert.ok(statuses.filter((status) => status === 503).length > 0);
    assert.ok(statuses.filter((status) => status === 200).length >= 256);
  });
});

describe('reconcile', () => {
  const event = (id: string, status: string, timestamp: string) =>
    JSON.parse(refreshUpdated({ entityId: 'e1', status, timestamp, eventId: id })) as unknown;

  it('applies what no webhook brought, page by page, each once', async () => {
    const backend = await linked({ clock: () => Date.parse('2026-05-12T16:00:00Z') });
    await deliver(backend, EVENT);
    const pages = [
      [JSON.parse(EVENT) as unknown, event('event-2', 'PENDING', '2026-05-12T15:00:00Z')],
      [event('event-3', 'FAILED', '2026-05-12T15:00:09Z')],
    ];
    backend.lean.on(/events\/v1/, ({ query }) =>
      json({ data: pages[Number(query.get('page'))] ?? [], page: { total_pages: 2 } }),
    );
    assert.deepEqual(await backend.proxy.reconcile(), { seen: 3, applied: 2 });
    assert.equal(await dataStatus(backend), 'FAILED');
    assert.deepEqual(await backend.proxy.reconcile(), { seen: 3, applied: 0 });
    const [first, , second] = backend.lean.callsTo(/events/);
    assert.equal(first?.query.get('from'), '2026-02-11T16:00:00.000Z');
    assert.equal(second?.query.get('from'), '2026-05-12T15:45:00.000Z');
  });

  it('looks at the same time again when it failed', async () => {
    const backend = await linked();
    backend.lean.on(/events\/v1/, () => json({ status: 'INTERNAL_SERVER_ERROR' }, 500));
    await assert.rejects(backend.proxy.reconcile());
    backend.lean.on(/events\/v1/, () => json([event('event-9', 'FINISHED', '2026-05-12T15:00:00Z')]));
    assert.deepEqual(await backend.proxy.reconcile(), { seen: 1, applied: 1 });
  });
});
