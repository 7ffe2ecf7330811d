import type { Answer } from './answer.js';
import { Banks } from './banks.js';
import { Bucket } from './bucket.js';
import { Customers } from './customers.js';
import { DailyLimit } from './daily-limit.js';
import { DataStatuses } from './data-status.js';
import { Flights } from './flights.js';
import { Lru } from './lru.js';
import type { ProxyConfig, ProxyUser } from './options.js';
import { Ownership } from './ownership.js';
import type { Query } from './query.js';
import { Seals } from './seal.js';
import { Shared } from './shared.js';
import { Store } from './store.js';
import { Upstream, type LeanAnswer } from './upstream.js';
import { WebhookEvents } from './webhook-events.js';

/** Identity may cost money per call and a refresh wakes the bank: a person needs a few, a loop needs many. */
const COSTLY_BURST = 10;
const COSTLY_PER_MINUTE = 10;
const ENTITIES_REMEMBERED = 10_000;

/** What the routes work with; one set per backend. */
export interface Services {
  config: ProxyConfig;
  store: Store;
  upstream: Upstream;
  customers: Customers;
  ownership: Ownership;
  statuses: DataStatuses;
  banks: Banks;
  seals: Seals;
  events: WebhookEvents;
  flights: Flights;
  /** Readings of accounts under way, by entity. */
  accountReadings: Shared<{ answer: LeanAnswer; status: string | null }>;
  costly: Bucket;
  dailyLimit: DailyLimit;
  /** Refreshes begun a moment ago, by entity. */
  refreshesBegun: Lru<{ answer: Answer; until: number }>;
}

/** One request of a signed-in user. */
export interface Call extends Services {
  request: Request;
  user: ProxyUser;
  /** The ids in the path, as they came. */
  params: Readonly<Record<string, string>>;
  query: Query;
}

export function createServices(config: ProxyConfig): Services {
  const store = new Store(config);
  const upstream = new Upstream(config);
  const ownership = new Ownership(config, store, upstream);
  const statuses = new DataStatuses(config, store, upstream);
  const banks = new Banks(config, upstream);
  return {
    config,
    store,
    upstream,
    ownership,
    statuses,
    banks,
    customers: new Customers(config, store, upstream),
    seals: new Seals(config),
    events: new WebhookEvents(config, store, { ownership, statuses, banks }),
    flights: new Flights(config.clock, config.deadlineMs),
    accountReadings: new Shared(),
    costly: new Bucket(config.clock, COSTLY_BURST, COSTLY_PER_MINUTE),
    dailyLimit: new DailyLimit(config, store),
    refreshesBegun: new Lru(ENTITIES_REMEMBERED),
  };
}
