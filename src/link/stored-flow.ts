/** What survives while the customer is on the bank's own page: one key of `sessionStorage` (product.md §1). */
import type { Entity } from '../domain/entity.js';
import { FLOW_STORAGE_KEY, type LinkMethod } from '../domain/link.js';
import { hashEntities, hashReconnect } from './entities-hash.js';
import type { StoredFlow } from './types.js';

/** A return after longer than this is none: the customer has come for something else. */
const LONGEST_AWAY_MS = 24 * 60 * 60 * 1000;

/** The flow as it would be stored now; no bank id, no token. */
export async function flowToStore(flow: {
  method: LinkMethod;
  entities: readonly Entity[];
  /** The bank to reconnect, when known. */
  entityId: string | null;
  host: HTMLElement;
}): Promise<StoredFlow> {
  const { method, entities, entityId, host } = flow;
  return {
    method,
    flowId: `${method}-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
    startedAt: Date.now(),
    entitiesHash: await (entityId === null ? hashEntities(entities) : hashReconnect(entities, entityId)),
    scrollOffset: window.scrollY,
    focusedId: host.id || null,
  };
}

/** Keeps a flow for the way back. Where the browser keeps nothing, the backend alone is asked later. */
export function rememberFlow(flow: StoredFlow): void {
  try {
    // The method is told by the id: what is kept has no field of its own for it.
    sessionStorage.setItem(FLOW_STORAGE_KEY, JSON.stringify({ ...flow, method: undefined }));
  } catch {
    // A sandboxed frame or a full storage: the return is then not recognised, and nothing else is lost.
  }
}

/** Nothing is to be taken up any more. */
export function forgetFlow(): void {
  try {
    sessionStorage.removeItem(FLOW_STORAGE_KEY);
  } catch {
    // No storage here: then nothing was kept either.
  }
}

/** What was kept, or null where it is nothing of ours, or too old. */
export function readFlow(): StoredFlow | null {
  try {
    const text = sessionStorage.getItem(FLOW_STORAGE_KEY);
    const kept: unknown = text === null ? null : JSON.parse(text);
    if (!isKept(kept) || Math.abs(Date.now() - kept.startedAt) >= LONGEST_AWAY_MS) return null;
    return { ...kept, method: kept.flowId.startsWith('reconnect-') ? 'reconnect' : 'connect' };
  } catch {
    return null; // No storage here, or not our text in it: not a return.
  }
}

function isKept(value: unknown): value is Omit<StoredFlow, 'method'> {
  if (typeof value !== 'object' || value === null) return false;
  const flow = value as Record<string, unknown>;
  return (
    typeof flow['flowId'] === 'string' &&
    /^(?:re)?connect-/.test(flow['flowId']) &&
    typeof flow['startedAt'] === 'number' &&
    typeof flow['entitiesHash'] === 'string' &&
    typeof flow['scrollOffset'] === 'number' &&
    (flow['focusedId'] === null || typeof flow['focusedId'] === 'string')
  );
}
