import { CancelledError, QueryClient, type QueryKey } from '@tanstack/query-core';
import { createHostClient, type HostClient } from '../client/index.js';
import type { Entity } from '../domain/entity.js';
import { LeanError } from '../domain/error.js';
import { watchCustomer } from './customer-watch.js';
import { createReconnectBoard, type ReconnectBoard } from './reconnect-board.js';
import { BANK_KEY, BANKS_KEY, entitiesQuery, entityKey, noteReadings } from './queries.js';
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
  const customer = watchCustomer(queries, {
    answered() {
      if (signedOut) readAgain(BANK_KEY);
    },
    othersBanks: () => startOver(BANK_KEY),
  });

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

  /** Forgets what was read, all of it or what lies under a key, without asking again. */
  function blank(queryKey?: QueryKey): void {
    void queries.cancelQueries({ queryKey });
    for (const query of queries.getQueryCache().findAll({ queryKey })) query.reset();
  }

  /** Blanks first, then asks: what was read may be somebody else's. */
  function startOver(queryKey?: QueryKey): void {
    blank(queryKey);
    readAgain(queryKey);
  }

  function readAgain(queryKey?: QueryKey): void {
    setSignedOut(null);
    void queries.refetchQueries({ queryKey, type: 'active' });
  }

  async function readEntities(signal: AbortSignal): Promise<Entity[]> {
    checkedAt = monotonicNow();
    return joinBanks(queries, client, await client.entities(signal), (join) => {
      queries.setQueryData<Entity[]>(BANKS_KEY, (now) => now && join(now));
    });
  }

  async function freshEntities(): Promise<Entity[]> {
    try {
      return await queries.query({ ...services.entities(), staleTime: 0 });
    } catch (thrown) {
      // Whatever blanked the page meanwhile broke this off as well; the question still stands.
      if (thrown instanceof CancelledError && !signedOut) return freshEntities();
      throw thrown;
    }
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
    freshEntities,
    untilPaused: (reading) => untilPaused(queries, reading),
    async invalidate(entityId) {
      const everything = queries.invalidateQueries({ queryKey: entityId ? entityKey(entityId) : undefined });
      await Promise.all([queries.invalidateQueries({ queryKey: BANKS_KEY }), everything]);
    },
    noteCustomer(id) {
      if (customer.isAnother(id)) startOver();
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

/** Tells whether there is still somebody to hear an event. */
export function isOnThePage(owner: SettingsOwner): boolean {
  return owner instanceof Node && owner.isConnected;
}
