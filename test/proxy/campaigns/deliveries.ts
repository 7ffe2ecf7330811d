import { refreshUpdated, signature } from '../support/webhooks.js';
import { random, shuffled } from './report.js';

const ENTITIES = 200;
const STATES = ['PENDING', 'FINISHED', 'PENDING', 'FAILED'];
const START = Date.parse('2026-11-23T00:00:00Z');
const MINUTE = 60_000;
/** When Lean sends again what was not answered. */
const RETRY_MINUTES = [1, 2, 5, 10, 60, 180];

/** One delivery and when it comes, in milliseconds of Lean's clock. */
export interface Arrival {
  body: string;
  header: string;
  at: number;
  isGenuine: boolean;
}

export interface Newest {
  timestamp: string;
  status: string;
}

interface Deliveries {
  /** In the order in which they come. */
  arrivals: Arrival[];
  eventIds: string[];
  /** Each bank's newest event. */
  newest: Map<string, Newest>;
  /** What was really done to them, counted. */
  shares: { copies: number; moved: number; overtaken: number; late: number; tampered: number };
}

/** `count` deliveries: 65 % first ones, 30 % copies, 5 % tampered ones; 10 % late, 20 % out of order. */
export function arrivalsOf(count: number): Deliveries {
  const copies = Math.round(count * 0.3);
  const tampered = Math.round(count * 0.05);
  const newest = new Map<string, Newest>();
  const genuine = Array.from({ length: count - copies - tampered }, (_, index) => {
    const entityId = `entity-${index % ENTITIES}`;
    const timestamp = new Date(START + index * 1000).toISOString();
    const status = STATES[Math.floor(index / ENTITIES) % STATES.length] ?? 'PENDING';
    newest.set(entityId, { timestamp, status });
    const body = refreshUpdated({ entityId, status, timestamp, eventId: `event-${index}` });
    return { body, header: signature(body), at: START + index * 1000, isGenuine: true };
  });
  const mixed = shuffled(genuine);
  const moved = Math.round(count * 0.2);
  const late = Math.round(count * 0.1);
  for (const arrival of mixed.slice(0, late)) arrival.at += random() * 180 * MINUTE;
  for (const arrival of mixed.slice(late, late + moved)) {
    arrival.at += (random() - 0.5) * 10 * MINUTE;
  }
  const arrivals = [
    ...genuine,
    ...shuffled(genuine).slice(0, copies).map(copyOf),
    ...shuffled(genuine).slice(0, tampered).map(tamperedWith),
  ].sort((one, other) => one.at - other.at);
  const eventIds = genuine.map((_, index) => `event-${index}`);
  return {
    arrivals,
    eventIds,
    newest,
    shares: { copies, late, tampered, moved, overtaken: inversions(genuine) },
  };
}

/** Half of the copies come with the first one, half when Lean sends again. */
function copyOf(arrival: Arrival): Arrival {
  const minutes = RETRY_MINUTES[Math.floor(random() * RETRY_MINUTES.length)] ?? 1;
  return { ...arrival, at: arrival.at + (random() < 0.5 ? 0 : minutes * MINUTE) };
}

/** Somebody changed the body and has not the secret: another time, and half of them another event. */
function tamperedWith(arrival: Arrival, index: number): Arrival {
  const later = arrival.body.replace(/"timestamp":"[^"]+"/, '"timestamp":"2099-01-01T00:00:00Z"');
  const body = index % 2 === 0 ? later : later.replace(/event-\d+/, `tampered-${index}`);
  return { ...arrival, body, isGenuine: false };
}

/** Events that come after one that happened later. */
function inversions(genuine: readonly Arrival[]): number {
  let count = 0;
  let earliestLater = Infinity;
  for (const { at } of [...genuine].reverse()) {
    if (at > earliestLater) count += 1;
    earliestLater = Math.min(earliestLater, at);
  }
  return count;
}
