/** What survives while the customer is on the bank's own page: one key of `sessionStorage` (product.md §1). */
import { FLOW_STORAGE_KEY } from '../domain/link.js';
import type { StoredFlow } from './types.js';

/** A return after longer than this is none: the customer has come for something else. */
const LONGEST_AWAY_MS = 24 * 60 * 60 * 1000;

/** Parameters that Lean adds to the redirect URLs (facts §2.5). They may be forged, so they are only tidied away. */
const PARAMETERS = [
  'entity_id',
  'customer_id',
  'consent_attempt_id',
  'granular_status_code',
  'status_additional_info',
];

/** Keeps a flow for the way back. Where the browser keeps nothing, the backend alone is asked later. */
export function rememberFlow(flow: StoredFlow): void {
  try {
    sessionStorage.setItem(FLOW_STORAGE_KEY, JSON.stringify(flow));
  } catch {
    // A sandboxed frame or a full storage: the return is then not recognised, and nothing else is lost.
  }
}

/**
 * The flow that this page load returns from, or null. It is read once and removed, and Lean's parameters are taken
 * out of the address; without a flow of ours the address is the host's own business and stays.
 */
export function takeReturn(): StoredFlow | null {
  const flow = readFlow();
  if (flow !== null) tidyAddress();
  return flow;
}

function readFlow(): StoredFlow | null {
  try {
    const text = sessionStorage.getItem(FLOW_STORAGE_KEY);
    if (text === null) return null;
    sessionStorage.removeItem(FLOW_STORAGE_KEY);
    const flow: unknown = JSON.parse(text);
    return isFlow(flow) && Math.abs(Date.now() - flow.startedAt) < LONGEST_AWAY_MS ? flow : null;
  } catch {
    return null; // No storage here, or not our text in it: not a return.
  }
}

function isFlow(value: unknown): value is StoredFlow {
  if (typeof value !== 'object' || value === null) return false;
  const flow = value as Record<string, unknown>;
  return (
    (flow['method'] === 'connect' || flow['method'] === 'reconnect') &&
    typeof flow['flowId'] === 'string' &&
    typeof flow['startedAt'] === 'number' &&
    typeof flow['entitiesHash'] === 'string' &&
    typeof flow['scrollOffset'] === 'number' &&
    (flow['focusedId'] === null || typeof flow['focusedId'] === 'string')
  );
}

function tidyAddress(): void {
  const url = new URL(location.href);
  for (const name of PARAMETERS) url.searchParams.delete(name);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** Puts the customer back where the flow began: scroll offset and focus, unless something else has focus by now. */
export function restorePlace(flow: StoredFlow): void {
  window.scrollTo({ top: flow.scrollOffset, behavior: 'instant' });
  if (flow.focusedId === null || document.activeElement !== document.body) return;
  document.getElementById(flow.focusedId)?.focus({ preventScroll: true });
}
