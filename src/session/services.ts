import { QueryClient } from '@tanstack/query-core';
import { createHostClient, type HostClient } from '../client/index.js';
import type { Entity } from '../domain/entity.js';
import { LeanError } from '../domain/error.js';
import { createReconnectBoard, type ReconnectBoard } from './reconnect-board.js';
import { BANKS_KEY, entitiesQuery, entityKey, forgetBanks, noteReadings } from './queries.js';
import { retryDelay, triesWorth } from './retry.js';
import type { GetHeaders, SettingsOwner } from './settings.js';
import { joinBanks } from './join-banks.js';
import { monotonicNow } from './polling.js';
import { untilPaused } from './until-paused.js';

/** A page that gets the focus again and again, from its own frames, does not ask each time. */
const RECHECK_AFTER_MS = 2000;

/** What the services need to know of the page; functions are asked anew at each use. */
export interface ServicesOptions {
  /** Absolute URL of the host's backend. */
  proxy: string;
  credentials: 'same-origin' | 'include';
  getHeaders: () => GetHeaders | null;
  /** Called once when the host's session has ended, with where to tell it; `retry` starts reading again. */
  onSessionExpired: (owner: SettingsOwner, retry: () => void) => void;
}

/** Everything that one customer's data needs at run time: one set per backend, shared by all elements that use it. */
export interface Services {
  readonly client: HostClient;
  readonly queries: QueryClient;
  /** The providers (or the document) whose elements use this set. */
  readonly owners: Set<SettingsOwner>;
  /** By entity id: the reconnect id the elements speak of while the bank asks for the customer. */
  readonly reconnectIds: Map<string, string | null>;
  readonly board: ReconnectBoard;
  /** The error with which everything is blanked after the host's session ended, or null. */
  readonly signedOut: LeanError | null;
  /** The options of the query for the customer's banks. */
  entities(): ReturnType<typeof entitiesQuery>;
  /** The customer's banks as the backend lists them now. */
  freshEntities(): Promise<Entity[]>;
  /** Waits for what is read, not longer than until reading pauses: offline may last for hours. */
  untilPaused(reading: Promise<unknown>): Promise<void>;
  /** Marks everything of a bank, or of all banks, stale and reads what is on screen again. */
  invalidate(entityId?: string): Promise<void>;
  /** Tells which customer the backend answers for; another one than before blanks what was read. */
  noteCustomer(customerId: string): void;
  /** Calls back when `signedOut` changes. */
  onSession(listener: () => void): () => void;
  /** Lets go of the page: nothing of it is listened to any more. */
  dispose(): void;
}

/** Builds one set of services. */
export function createServices(options: ServicesOptions): Services {
  const listeners = new Set<() => void>();
  const owners = new Set<SettingsOwner>();
  let signedOut: LeanError | null = null;
  let customerId: string | null = null;
  let checkedAt = monotonicNow();
  let retriedAt = Number.NEGATIVE_INFINITY;

  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        structuralSharing: false,
        retry: (count, error) => count < triesWorth(error),
        retryDelay,
      },
    },
  });
  const client = createHostClient({
    proxy: options.proxy,
    credentials: options.credentials,
    getHeaders: () => options.getHeaders()?.() ?? {},
    onSessionExpired: endSession,
  });
  queries.mount();
  noteReadings(queries);

  function setSignedOut(error: LeanError | null): void {
    signedOut = error;
    for (const listener of [...listeners]) listener();
  }

  function endSession(): void {
    if (signedOut) return;
    setSignedOut(new LeanError('session_expired', "The host's session has ended."));
    blank();
    options.onSessionExpired([...owners].find(isOnThePage) ?? document, retry);
  }

  /** A page that answers each end of the session with a retry must not ask as fast as its backend refuses. */
  function retry(): void {
    const rest = Math.max(0, retriedAt + RECHECK_AFTER_MS - monotonicNow());
    retriedAt = monotonicNow() + rest;
    setTimeout(readAgain, rest);
  }

  /** Forgets everything read, without asking again. */
  function blank(): void {
    void queries.cancelQueries();
    for (const query of queries.getQueryCache().getAll()) query.reset();
  }

  /** Blanks first, then asks: what was read may be somebody else's. */
  function startOver(): void {
    blank();
    readAgain();
  }

  function readAgain(): void {
    setSignedOut(null);
    void queries.refetchQueries({ type: 'active' });
  }

  async function readEntities(signal: AbortSignal): Promise<Entity[]> {
    checkedAt = monotonicNow();
    const before = queries.getQueryData<Entity[]>(BANKS_KEY);
    const entities = await client.entities(signal);
    if (signedOut) readAgain();
    const seen = entities.find((entity) => entity.customerId !== null)?.customerId;
    if (seen) services.noteCustomer(seen);
    else if (before && isOtherCustomer(before, entities)) startOver();
    // After this list has taken the place of the one before, by which elements still go.
    if (before) setTimeout(() => void forgetBanks(queries, goneBanks(before, entities)));
    for (const { entityId, dataStatus } of entities) {
      const earlier = before?.find((entity) => entity.entityId === entityId);
      if (earlier?.dataStatus === 'pending' && dataStatus !== 'pending') {
        void queries.invalidateQueries({ queryKey: entityKey(entityId) });
      }
    }
    return joinBanks(queries, client, entities, (join) => {
      queries.setQueryData<Entity[]>(BANKS_KEY, (now) => now && join(now));
    });
  }

  const services: Services = {
    client,
    queries,
    owners,
    reconnectIds: new Map(),
    board: createReconnectBoard(),
    get signedOut() {
      return signedOut;
    },
    entities: () => entitiesQuery(readEntities),
    freshEntities: () => queries.query({ ...services.entities(), staleTime: 0 }),
    untilPaused: (reading) => untilPaused(queries, reading),
    async invalidate(entityId) {
      const everything = queries.invalidateQueries({ queryKey: entityId ? entityKey(entityId) : undefined });
      await Promise.all([queries.invalidateQueries({ queryKey: BANKS_KEY }), everything]);
    },
    noteCustomer(id) {
      const isOther = customerId !== null && customerId !== id;
      customerId = id;
      if (isOther) startOver();
    },
    onSession(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      life.abort();
      queries.unmount();
      queries.clear();
    },
  };
  const life = new AbortController();
  const onPage = { signal: life.signal };

  // A page out of the back-forward cache may belong to somebody who has signed out since.
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) startOver();
    },
    onPage,
  );
  // Another tab may have signed the customer out, or somebody else in: whose data this is gets asked on each return.
  window.addEventListener(
    'focus',
    () => {
      if (monotonicNow() - checkedAt < RECHECK_AFTER_MS) return;
      void queries.refetchQueries({ queryKey: BANKS_KEY, type: 'active' });
    },
    onPage,
  );
  return services;
}

/** Where the backend does not name the customer: a list that shares no bank with the one before is another's. */
function isOtherCustomer(before: readonly Entity[], now: readonly Entity[]): boolean {
  const known = new Set(before.map(({ entityId }) => entityId));
  return before.length > 0 && now.length > 0 && !now.some(({ entityId }) => known.has(entityId));
}

function goneBanks(before: readonly Entity[], now: readonly Entity[]): string[] {
  const listed = new Set(now.map(({ entityId }) => entityId));
  return before.map(({ entityId }) => entityId).filter((entityId) => !listed.has(entityId));
}

/** Tells whether there is still somebody to hear an event. */
export function isOnThePage(owner: SettingsOwner): boolean {
  return owner instanceof Node && owner.isConnected;
}
