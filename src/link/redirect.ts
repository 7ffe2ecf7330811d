/** The way back from a bank's own page: recognised by what was stored, never by what the address says. */
import { forgetFlow, readFlow } from './stored-flow.js';
import type { StoredFlow } from './types.js';

/** Parameters that Lean adds to the redirect URLs (facts §2.5). They may be forged, so they are only tidied away. */
const PARAMETERS = [
  'entity_id',
  'customer_id',
  'consent_attempt_id',
  'granular_status_code',
  'status_additional_info',
];

const BUTTON = 'lean-connect-button';

/**
 * The flow that this page load returns from, or null. It is read once and removed, and Lean's parameters are taken
 * out of the address; without a flow of ours the address is the host's own business and stays. Of several elements,
 * the one that began it takes it up; where that is not known, a button does before an element that shows data.
 */
export function takeReturn(host: HTMLElement): StoredFlow | null {
  const flow = readFlow();
  const origin = flow?.focusedId ? document.getElementById(flow.focusedId) : null;
  const isOthers = origin?.localName.startsWith('lean-')
    ? origin !== host
    : host.localName !== BUTTON && document.querySelector(BUTTON) !== null;
  if (flow !== null && isOthers) return null;
  forgetFlow();
  if (flow !== null) tidyAddress();
  return flow;
}

function tidyAddress(): void {
  const url = new URL(location.href);
  for (const name of PARAMETERS) url.searchParams.delete(name);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** True when this page load came about by the browser's Back: the bank's page was left without an answer. */
export function isBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'back_forward';
}

/** How long a page that is still growing is followed, to bring the customer back to where they were. */
const GROWING_MS = 5_000;

/** Acts of the customer that say: leave me where I am. */
const OWN_ACTS = ['wheel', 'touchstart', 'keydown', 'pointerdown'];

/**
 * Puts the customer back where the flow began: scroll offset, as soon as the page is long enough, and focus, unless
 * something else has it by now.
 */
export function restorePlace(flow: StoredFlow, host: HTMLElement): void {
  restoreScroll(flow.scrollOffset);
  if (document.activeElement !== document.body) return;
  const focused = flow.focusedId === null ? null : document.getElementById(flow.focusedId);
  (focused ?? host).focus({ preventScroll: true });
}

function restoreScroll(top: number): void {
  const isReached = (): boolean => {
    window.scrollTo({ top, behavior: 'instant' });
    return Math.abs(window.scrollY - top) <= 1;
  };
  if (isReached()) return;
  const stop = new AbortController();
  const growth = new ResizeObserver(() => {
    if (isReached()) stop.abort();
  });
  stop.signal.addEventListener('abort', () => {
    growth.disconnect();
  });
  for (const act of OWN_ACTS) {
    window.addEventListener(act, () => stop.abort(), { signal: stop.signal, passive: true });
  }
  setTimeout(() => stop.abort(), GROWING_MS);
  growth.observe(document.documentElement);
  growth.observe(document.body);
}
