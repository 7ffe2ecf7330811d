import { readRefresh, startRefresh } from '../client/routes/refreshes.js';
import type { Account } from '../domain/account.js';
import type { Entity } from '../domain/entity.js';
import { asLeanError, type LeanError } from '../domain/error.js';
import type { Refresh, RefreshSnapshot } from '../domain/refresh.js';
import { pollUntil } from './poll-until.js';
import { monotonicNow, wait } from './polling.js';
import { accountsKey, BANK_KEY, lastGood, type Kept } from './queries.js';
import type { Services } from './services.js';

/** Banks count how often they are asked, and what they just said is not old yet. */
const REST_MS = 60_000;

/** No bank has answered sooner. */
const FIRST_LOOK_MS = 1000;

/** The customer's own way to have their banks asked anew; one for each backend, whatever shows it. */
export interface BankRefresh {
  snapshot(): RefreshSnapshot;
  /** Asks one bank, or all of them (null), and reads everything again. Never rejects; too early it changes nothing. */
  start(entityId: string | null): Promise<void>;
  /** What is under way ends when the last listener has gone. */
  subscribe(listener: () => void): () => void;
}

const made = new WeakMap<Services, BankRefresh>();

/** The one refresh of a set of services. */
export function bankRefreshOf(services: Services): BankRefresh {
  const refresh = made.get(services) ?? createBankRefresh(services);
  made.set(services, refresh);
  return refresh;
}

type State =
  | Exclude<RefreshSnapshot, { status: 'waiting' | 'absent' }>
  | { status: 'waiting'; why: 'just-asked' | 'too-often'; until: number };

function createBankRefresh(services: Services): BankRefresh {
  const listeners = new Set<() => void>();
  let state: State = { status: 'ready' };
  let restsUntil = 0;
  let hasNone = false;
  let running: AbortController | null = null;

  function show(next: State): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }

  function stop(): void {
    running?.abort();
    running = null;
    show({ status: 'ready' });
  }

  async function askAll(entityId: string | null, signal: AbortSignal): Promise<State> {
    const entities = await services.freshEntities();
    const wanted = entities.filter((entity) => entityId === null || entity.entityId === entityId);
    const asked = await Promise.allSettled(wanted.map((entity) => askBank(services, entity, signal, onSlow)));
    signal.throwIfAborted();
    const errors = asked.flatMap((end) => (end.status === 'rejected' ? [asLeanError(end.reason)] : []));
    if (asked.length > errors.length) restsUntil = monotonicNow() + REST_MS;
    hasNone = errors.some(({ code }) => code === 'not_supported');
    // Where the bank cannot be asked, what the backend has is still read again: the customer wants the newest there is.
    if (hasNone) await services.invalidate();
    return outcome(errors);
  }

  function onSlow(): void {
    show({ status: 'still-working' });
  }

  services.onSession(() => {
    // The session has ended, or is another customer's: what was asked for is nobody's business now.
    if (running) stop();
  });

  return {
    snapshot() {
      if (hasNone || services.signedOut || !isFreshnessKnown(services)) return { status: 'absent' };
      if (state.status !== 'waiting') return state;
      const waitMs = state.until - monotonicNow();
      return waitMs > 0 ? { status: 'waiting', why: state.why, waitMs } : { status: 'ready' };
    },
    async start(entityId) {
      if (running) return;
      const now = monotonicNow();
      if (now < Math.max(restsUntil, state.status === 'waiting' ? state.until : 0)) {
        if (state.status !== 'waiting') show({ status: 'waiting', why: 'just-asked', until: restsUntil });
        return;
      }
      const controller = new AbortController();
      running = controller;
      show({ status: 'running' });
      const end = await askAll(entityId, controller.signal).catch((thrown: unknown): State => ({
        status: 'failed',
        error: asLeanError(thrown),
      }));
      if (running !== controller) return;
      running = null;
      show(end);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        // An element that is moved listens again at once.
        queueMicrotask(() => {
          if (listeners.size === 0 && running) stop();
        });
      };
    },
  };
}

/** Lean says when it last read a bank only where it keeps the data itself (v2); else every reading asks the bank. */
function isFreshnessKnown({ queries }: Services): boolean {
  const all = queries.getQueryCache().findAll({ queryKey: BANK_KEY });
  return all.some((query) => {
    const kept = query.state.data as Partial<Kept<unknown>> | undefined;
    return kept?.last?.refreshedAt != null;
  });
}

/** What the customer hears when all banks have been asked: a refusal for now comes before a failure. */
function outcome(errors: readonly LeanError[]): State {
  const limit = errors.find(({ code }) => code === 'rate_limited');
  if (limit) {
    const until = monotonicNow() + (limit.retryAfterMs ?? REST_MS);
    return { status: 'waiting', why: 'too-often', until };
  }
  const [error] = errors.filter(({ code }) => code !== 'not_supported');
  return error ? { status: 'failed', error } : { status: 'done' };
}

/** Asks one bank anew and waits until its data is there; then everything of it is read again. */
async function askBank(
  services: Services,
  { entityId }: Entity,
  signal: AbortSignal,
  onSlow: () => void,
): Promise<void> {
  const { client } = services;
  let refresh: Refresh;
  try {
    refresh = await startRefresh(client.request, entityId, signal);
    if (refresh.status === 'running') refresh = await follow(services, refresh, signal, onSlow);
  } catch (thrown) {
    const error = asLeanError(thrown);
    if (error.code === 'consent_expired') tellBank(services, entityId, { status: 'consent-expired', error });
    // Asked twice: a refresh from elsewhere is under way, and its data comes as its own would.
    else if (error.code !== 'duplicated_request') throw thrown;
    else await services.invalidate(entityId);
    return;
  }
  if (refresh.status === 'reconnect-required') {
    const { reconnectId } = refresh;
    tellBank(services, entityId, { status: 'reconnect-required', reconnectId, resultsId: null });
  } else {
    await services.invalidate(entityId);
  }
}

/** Asks how far a refresh is until it has ended, as rarely as everything else that is waited for. */
async function follow(
  { client }: Services,
  started: Refresh,
  signal: AbortSignal,
  onSlow: () => void,
): Promise<Refresh> {
  const { refreshId } = started;
  // Without an id there is nothing to ask after; the list of banks tells when the data has come.
  if (refreshId === null) return { status: 'finished', refreshId };
  await wait(FIRST_LOOK_MS, signal);
  return pollUntil({
    ask: async () => {
      const refresh = await readRefresh(client.request, refreshId, signal);
      return refresh.status === 'running' ? null : refresh;
    },
    gaveUp: onSlow,
    signal,
  });
}

/** What a refresh heard of a bank stands as the answer of its accounts: every element then says so. */
function tellBank(services: Services, entityId: string, answer: Kept<Account[]>['answer']): void {
  services.queries.setQueryData<Kept<Account[]>>(accountsKey(entityId), (before) => ({
    answer,
    last: lastGood(answer, before),
  }));
}
