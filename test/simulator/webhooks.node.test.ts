import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import type { EventBody } from './bodies.js';
import { openBench, START, type Bench } from './bench.js';

interface Received {
  url: string;
  body: string;
  signature: string;
  at: number;
  event: EventBody;
}

const HOST = 'https://host.example/webhooks';

/** A host that answers what the test says: a status, or nothing at all. */
function openHost(answer: (count: number) => number | 'nothing' | 'breaks' = () => 200, timeout?: number) {
  const received: Received[] = [];
  const post = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const body = await request.text();
    received.push({
      url: request.url,
      body,
      signature: request.headers.get('lean-signature') ?? '',
      at: bench.simulator.clock.now(),
      event: JSON.parse(body) as EventBody,
    });
    const says = answer(received.length);
    if (says === 'breaks') throw new TypeError('fetch failed');
    if (says !== 'nothing') return new Response(null, { status: says });
    return new Promise((_, reject) => {
      request.signal.addEventListener('abort', () => {
        reject(request.signal.reason as Error);
      });
    });
  };
  const bench: Bench = openBench({
    webhookUrl: HOST,
    webhookSecret: 'hush',
    fetch: post,
    ...(timeout !== undefined && { webhookTimeoutSeconds: timeout }),
  });
  return { bench, received };
}

/** Minutes between the start and each delivery. */
const minutesOf = (received: Received[]) => received.map(({ at }) => (at - START) / 60_000);

describe('webhooks', () => {
  it('signs the raw body with HMAC-SHA512', async () => {
    const { bench, received } = openHost();
    await bench.linked();
    await bench.simulator.clock.advance(0);
    assert.ok(received.length >= 3);
    for (const { url, body, signature } of received) {
      assert.equal(url, HOST);
      assert.equal(signature, `sha512=${createHmac('sha512', 'hush').update(body).digest('hex')}`);
    }
  });

  it('tells of a linked bank first, then of its data: PENDING, at last FINISHED', async () => {
    const { bench, received } = openHost();
    const { entityId } = await bench.linked();
    await bench.simulator.clock.advance(0);
    const [created, ...refreshes] = received.map(({ event }) => event) as [EventBody, ...EventBody[]];
    assert.equal(created.type, 'entity.created');
    assert.equal(created.payload.id, entityId);
    assert.deepEqual(Object.keys(created.payload.bank_details).sort(), [
      'account_type',
      'background_color',
      'bank_type',
      'identifier',
      'logo',
      'main_color',
      'name',
      'swift_code',
    ]);
    assert.deepEqual(
      refreshes.map(({ type, payload }) => [type, payload.entity_id, payload.status]),
      ['PENDING', 'PENDING', 'FINISHED'].map((status) => ['entity.data.refresh.updated', entityId, status]),
    );
  });

  it("tells each account's data sets, with whole months of history", async () => {
    const { bench, received } = openHost();
    await bench.linked();
    await bench.simulator.clock.advance(0);
    const [first] = received.at(-1)!.event.payload.data_status.account_data;
    const { start, end, complete_months } = first!.transaction_availability;
    assert.deepEqual(
      [start, end, first!.transactions, first!.beneficiaries],
      ['2023-11-24', '2026-11-23', 'OK', 'UNSUPPORTED'],
    );
    assert.ok(complete_months >= 34);
  });

  it('gives every event its own id and a time of nine fractional digits', async () => {
    const { bench, received } = openHost();
    await bench.linked();
    await bench.simulator.clock.advance(0);
    assert.equal(new Set(received.map(({ event }) => event.event_id)).size, received.length);
    for (const { event } of received) assert.match(event.timestamp, /\.\d{9}Z$/);
  });

  it('retries at 1, 2, 5, 10, 60 and 180 minutes, with the same bytes, and then gives up', async () => {
    const { bench, received } = openHost(() => 503);
    bench.simulator.setBankAvailability('LEANMB1', { data: false });
    await bench.simulator.clock.advance(24 * 3600);
    assert.deepEqual(minutesOf(received), [0, 1, 2, 5, 10, 60, 180]);
    assert.equal(new Set(received.map(({ body, signature }) => body + signature)).size, 1);
    const [delivery] = bench.simulator.webhooks();
    assert.deepEqual([delivery?.state, delivery?.attempts.length], ['given_up', 7]);
    assert.equal(delivery?.next_attempt_at, null);
  });

  it('stops at the first 200', async () => {
    const { bench, received } = openHost((count) => (count < 3 ? 500 : 200));
    bench.simulator.setBankAvailability('LEANMB1', { data: false });
    await bench.simulator.clock.advance(24 * 3600);
    assert.deepEqual(minutesOf(received), [0, 1, 2]);
    assert.equal(bench.simulator.webhooks()[0]?.state, 'delivered');
  });

  for (const [name, answer] of [
    ['201', 201],
    ['204', 204],
    ['a redirect', 302],
  ] as const) {
    it(`counts ${name} as not delivered`, async () => {
      const { bench } = openHost(() => answer);
      bench.simulator.setBankAvailability('LEANMB1', { data: false });
      await bench.simulator.clock.advance(0);
      const [delivery] = bench.simulator.webhooks();
      assert.equal(delivery!.state, 'waiting');
      assert.equal(delivery!.attempts[0]!.status, answer);
      assert.equal(delivery!.next_attempt_at, '2026-11-23T08:01:00.000Z');
    });
  }

  it('counts silence and a broken connection as not delivered', async () => {
    const { bench, received } = openHost((count) => (count === 1 ? 'nothing' : 'breaks'), 0.05);
    bench.simulator.setBankAvailability('LEANMB1', { data: false });
    await bench.simulator.clock.advance(60);
    const attempts = bench.simulator.webhooks()[0]?.attempts ?? [];
    assert.equal(received.length, 2);
    assert.deepEqual(
      attempts.map(({ status, error }) => [status, error]),
      [
        [null, 'No answer in time.'],
        [null, 'fetch failed'],
      ],
    );
  });

  it('goes out by itself while the clock runs on its own', async () => {
    let arrive = (_body: string): void => undefined;
    const arrived = new Promise<string>((resolve) => {
      arrive = resolve;
    });
    const bench = openBench({
      webhookUrl: HOST,
      fetch: (_, init) => {
        arrive(init?.body as string);
        return Promise.resolve(new Response());
      },
    });
    bench.simulator.setBankAvailability('LEANMB1', { data: false });
    const event = JSON.parse(await arrived) as { type: string };
    assert.equal(event.type, 'bank.availability.updated');
  });

  it('keeps events and sends nothing when no address was given', async () => {
    const bench = openBench();
    await bench.linked();
    await bench.simulator.clock.advance(3600);
    for (const { state, attempts } of bench.simulator.webhooks()) {
      assert.deepEqual([state, attempts], ['not_sent', []]);
    }
  });

  it('tells of a bank that goes off and comes back', async () => {
    const { bench, received } = openHost();
    bench.simulator.setBankAvailability('LEANMB1', { data: false });
    bench.simulator.setBankAvailability('LEANMB1', { data: true });
    await bench.simulator.clock.advance(0);
    assert.deepEqual(
      received.map(({ event }) => event.payload.availability.active.data),
      [false, true],
    );
  });
});

describe('GET /events/v1', () => {
  it('lists events newest first, in pages, by type and time', async () => {
    const bench = openBench();
    await bench.linked();
    await bench.simulator.clock.advance(60);
    bench.simulator.setBankAvailability('LEANMB1', { data: false });
    const all = await bench.get('/events/v1?page=0&size=2');
    assert.equal(all.items<EventBody>()[0]!.type, 'bank.availability.updated');
    assert.deepEqual([all.items().length, all.body.page.total_elements], [2, 5]);
    const created = await bench.get('/events/v1?page=0&size=10&type=entity.created');
    assert.equal(created.items().length, 1);
    const late = await bench.get('/events/v1?page=0&size=10&from=2026-11-23T08:00:30Z');
    assert.equal(late.items().length, 1);
    const early = await bench.get('/events/v1?page=0&size=10&to=2026-11-23T08:00:30Z');
    assert.equal(early.items().length, 4);
  });

  it('shows what was sent', async () => {
    const bench = openBench();
    await bench.linked();
    const { body } = await bench.get('/events/v1?page=0&size=10');
    const sent = bench.simulator.webhooks().map((delivery) => JSON.parse(delivery.body) as unknown);
    assert.deepEqual(body.data, sent.reverse());
  });

  it('forgets after 90 days', async () => {
    const bench = openBench();
    await bench.linked();
    await bench.simulator.clock.advance(91 * 24 * 3600);
    assert.deepEqual((await bench.get('/events/v1?page=0&size=10')).body.data, []);
  });

  it('refuses a time it cannot read', async () => {
    const { status } = await openBench().get('/events/v1?page=0&size=10&from=yesterday');
    assert.equal(status, 400);
  });
});
