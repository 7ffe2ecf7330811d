/** Answers that come later: asynchronous calls, slow syncs, and calls that wait for a reconnect (seed, facts §3.1). */
import type { Answer } from './answers.js';
import type { Scheduler } from './clock.js';
import type { Entity } from './entities.js';
import type { Identifiers } from './identifiers.js';
import { DAY_MS } from './ledger/calendar.js';
import type { Webhooks } from './webhooks.js';

/** An answer that was promised. */
export interface PromisedResult {
  id: string;
  entity: Entity;
  /** The same call made again gets the same promise. */
  callKey: string;
  createdAt: number;
  /** Set while the customer must reconnect first. */
  reconnectId: string | null;
  isReady: boolean;
  /** The original call's good answer under this id. */
  produce: (resultsId: string) => Answer;
}

/** The promised answers. */
export interface Results {
  /** The promise for a call, kept or new. `readyAt` may be infinite; null means after a reconnect. */
  promise(call: {
    entity: Entity;
    callKey: string;
    readyAt: number | null;
    produce: PromisedResult['produce'];
    /** v1 names the reconnect apart. */
    reconnectIdOf?: (resultsId: string) => string;
  }): PromisedResult;
  /** The promise for a call that has been made before; null when there is none. */
  ofCall(callKey: string): PromisedResult | null;
  byId(resultsId: string): PromisedResult | null;
  byReconnectId(reconnectId: string): PromisedResult | null;
  /** The entity has been reconnected: all that waited for it is ready. */
  release(entity: Entity): void;
  /** A new scenario begins: calls count as never made. */
  forgetCalls(customerId: string): void;
}

/** Lean keeps a reconnect id 30 days (facts §10, 12). */
const RECONNECT_LIFE_MS = 30 * DAY_MS;

export function createResults(parts: {
  clock: Scheduler;
  identifiers: Identifiers;
  webhooks: Webhooks;
}): Results {
  const { clock, identifiers, webhooks } = parts;
  const byId = new Map<string, PromisedResult>();
  const byCall = new Map<string, PromisedResult>();
  const byReconnectId = new Map<string, PromisedResult>();

  const isAlive = (result: PromisedResult): boolean => clock.now() - result.createdAt < RECONNECT_LIFE_MS;

  function makeReady(result: PromisedResult): void {
    if (result.isReady) return;
    result.isReady = true;
    webhooks.emit('results.ready', { id: result.id });
  }

  return {
    promise({ entity, callKey, readyAt, produce, reconnectIdOf }) {
      const kept = byCall.get(callKey);
      if (kept && isAlive(kept) && !kept.isReady && (kept.reconnectId !== null) === (readyAt === null))
        return kept;
      const id = identifiers.next('results');
      const reconnectId = readyAt === null ? (reconnectIdOf?.(id) ?? id) : null;
      const createdAt = clock.now();
      const result: PromisedResult = { id, entity, callKey, createdAt, reconnectId, isReady: false, produce };
      byId.set(id, result);
      byCall.set(callKey, result);
      if (reconnectId !== null) byReconnectId.set(reconnectId, result);
      if (readyAt !== null && Number.isFinite(readyAt)) {
        clock.at(readyAt, () => {
          if (entity.status === 'ACTIVE') makeReady(result);
        });
      }
      return result;
    },
    ofCall: (callKey) => byCall.get(callKey) ?? null,
    byId: (resultsId) => byId.get(resultsId) ?? null,
    byReconnectId(reconnectId) {
      const result = byReconnectId.get(reconnectId) ?? null;
      return result && isAlive(result) && !result.isReady && result.entity.status === 'ACTIVE'
        ? result
        : null;
    },
    release(entity) {
      for (const result of byReconnectId.values()) {
        if (result.entity === entity) makeReady(result);
      }
    },
    forgetCalls(customerId) {
      for (const [callKey, result] of byCall) {
        if (result.entity.customerId === customerId) byCall.delete(callKey);
      }
    },
  };
}
