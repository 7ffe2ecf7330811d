/**
 * Ten thousand deliveries to a backend that is killed five times: some twice, out of order, hours late, tampered with.
 *
 *     node --import tsx test/proxy/campaigns/webhooks.ts [deliveries]
 *
 * As Lean does, whatever is not answered with 200 is sent again. In the end the store is opened: every genuine event is
 * known, no tampered one is, and each bank is in the state of its newest event.
 */
import { join } from 'node:path';
import { lmdbStorage } from '../../../src/proxy/index.js';
import { sha256Hex } from '../../../src/proxy/bytes.js';
import { refreshUpdated, signature } from '../support/webhooks.js';
import { report, startProxyProcess, withFolder, type ProxyProcess } from './child.js';

const wanted = Number(process.argv[2] ?? 10_000);
const ENTITIES = 200;
const KILLS = 5;
const AT_ONCE = 16;
const STATES = ['PENDING', 'FINISHED', 'PENDING', 'FAILED'];

interface Delivery {
  body: string;
  header: string;
  eventId: string;
  isGenuine: boolean;
}

interface Newest {
  timestamp: string;
  status: string;
}

function genuineEvents(count: number): { deliveries: Delivery[]; newest: Map<string, Newest> } {
  const newest = new Map<string, Newest>();
  const start = Date.parse('2026-11-23T00:00:00Z');
  const deliveries = Array.from({ length: count }, (_, index) => {
    const entityId = `entity-${index % ENTITIES}`;
    const timestamp = new Date(start + index * 1000).toISOString();
    const status = STATES[Math.floor(index / ENTITIES) % STATES.length] ?? 'PENDING';
    newest.set(entityId, { timestamp, status });
    const eventId = `event-${index}`;
    const body = refreshUpdated({ entityId, status, timestamp, eventId });
    return { body, header: signature(body), eventId, isGenuine: true };
  });
  return { deliveries, newest };
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** The deliveries as they arrive: 30 % of all are copies, 20 % change places, 10 % come hours later. */
function arrivals(unique: readonly Delivery[]): Delivery[] {
  const copies = shuffled(unique).slice(0, wanted - unique.length);
  const tampered = shuffled(unique)
    .slice(0, Math.floor(wanted * 0.05))
    .map((delivery, index) => ({
      ...delivery,
      body: delivery.body
        .replace(/"timestamp":"[^"]+"/, '"timestamp":"2099-01-01T00:00:00Z"')
        .replace(delivery.eventId, `tampered-${index}`),
      eventId: `tampered-${index}`,
      isGenuine: false,
    }));
  const placed = [...unique, ...copies, ...tampered].map((delivery, index, all) => {
    const chance = Math.random();
    const isLate = chance < 0.1;
    const isMoved = chance < 0.3;
    // A second passes between events: three hours are 10,800 places.
    const moved = isLate ? 10_800 * Math.random() : isMoved ? 600 * (Math.random() - 0.5) : 0;
    const home = index < unique.length ? index : Math.random() * unique.length;
    return { delivery, at: (home / unique.length) * all.length + moved };
  });
  return placed.sort((one, other) => one.at - other.at).map(({ delivery }) => delivery);
}

async function deliver(origin: string, { body, header }: Delivery): Promise<number> {
  const headers = { 'content-type': 'application/json', 'lean-signature': header };
  try {
    const response = await fetch(`${origin}/api/lean/webhooks`, { method: 'POST', body, headers });
    await response.text();
    return response.status;
  } catch (error) {
    // The backend was just killed.
    if (error instanceof TypeError) return 0;
    throw error;
  }
}

/** Sends everything until it is answered for good; kills the backend on the way. */
async function send(
  queue: Delivery[],
  start: () => Promise<ProxyProcess>,
): Promise<{ accepted: number; again: number }> {
  const total = queue.length;
  const killAt = Array.from({ length: KILLS }, (_, index) => Math.floor(((index + 1) * total) / (KILLS + 1)));
  const counts = { accepted: 0, again: 0 };
  let proxy = await start();
  let done = 0;
  while (queue.length > 0) {
    const batch = queue.splice(0, AT_ONCE);
    const isKilled = killAt[0] !== undefined && done >= killAt[0];
    const sending = batch.map(async (delivery) => ({
      delivery,
      status: await deliver(proxy.origin, delivery),
    }));
    if (isKilled) {
      killAt.shift();
      await Promise.race(sending);
      await proxy.kill();
    }
    for (const { delivery, status } of await Promise.all(sending)) {
      if (status === 200 && !delivery.isGenuine) counts.accepted += 1;
      if (status === 200 || (status === 401 && !delivery.isGenuine)) done += 1;
      else {
        counts.again += 1;
        queue.push(delivery);
      }
    }
    if (isKilled) proxy = await start();
  }
  await proxy.kill();
  return counts;
}

await withFolder(async (folder) => {
  const path = join(folder, 'store');
  const { deliveries, newest } = genuineEvents(Math.floor(wanted * 0.7));
  const queue = arrivals(deliveries);
  const sent = queue.length;
  const counts = await send(queue, () => startProxyProcess('http://127.0.0.1:9', path));

  const storage = lmdbStorage({ path });
  const hashOf = (key: string) => key.split('/')[3] ?? '';
  const keys = await storage.list('lean/');
  const known = new Set(keys.filter((key) => key.includes('/event/')).map(hashOf));
  let lost = 0;
  for (const { eventId } of deliveries) if (!known.has(await sha256Hex(eventId))) lost += 1;
  let wrong = 0;
  for (const [entityId, { timestamp, status }] of newest) {
    const hash = await sha256Hex(entityId);
    const facts = keys.filter((key) => key.includes(`/fact/${hash}/`));
    const value = new TextDecoder().decode(await storage.get(facts.at(-1) ?? ''));
    const expected = status === 'FINISHED' ? 'READY' : status;
    const isNewest = facts.at(-1)?.includes(String(Date.parse(timestamp)));
    if (facts.length !== 1 || !isNewest || !value.includes(expected)) wrong += 1;
  }
  const unknown = known.size - deliveries.length + lost;
  await storage.close?.();
  report(
    `${sent} deliveries of ${deliveries.length} events and ${Math.floor(wanted * 0.05)} tampered ones, ${KILLS} kills`,
    {
      'sent again because of kills': counts.again,
      'tampered and accepted': counts.accepted,
      'events lost': lost,
      'events known that were never sent': unknown,
      'banks not in the state of their newest event': wrong,
    },
    counts.accepted === 0 && lost === 0 && unknown === 0 && wrong === 0,
  );
});
