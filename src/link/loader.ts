/** Brings Lean's script into the page: once, within a deadline, and with a fresh tag at every new try. */
import { LeanError } from '../domain/error.js';
import { findSdk } from './find-sdk.js';
import { loadFailure, watchPolicy } from './load-failure.js';
import type { PolicyWatch } from './load-failure.js';
import { pageState } from './page-state.js';
import { addTag, findHostTag, isFinished, whenEnded } from './script-tag.js';
import type { TagEnd } from './script-tag.js';
import { regionOfSdkUrl } from './sources.js';
import type { LinkSdk } from './types.js';

/** What to load, and how long to wait for it. */
export interface SdkRequest {
  /** As `sdkUrl()` gave it. */
  url: string;
  /** For a page whose policy wants one; by default that of the page's own scripts. */
  nonce?: string;
  /** Milliseconds until `sdk_timeout`. */
  deadlineMs?: number;
  /** Ends the waiting of this caller, not the load itself. */
  signal?: AbortSignal;
}

const DEADLINE_MS = 10_000;
/** Some pages see the global a while after the script's `load` event (facts §2.7). */
const SETTLE_MS = 1_000;
/** How long an undecided tag of the host's is given before we add our own: half of the deadline. */
const ADOPTION_SHARE = 0.5;
const LOOK_EVERY_MS = 50;

/**
 * Lean's SDK, as soon as it is there.
 * @throws LeanError `sdk_timeout`, `sdk_load_failed`, `sdk_blocked`, `sdk_blocked_by_csp`, `tt_blocked`, `offline`,
 * `sdk_incompatible`; or the signal's reason
 */
export async function loadLinkSdk(request: SdkRequest): Promise<LinkSdk> {
  const { url, signal } = request;
  signal?.throwIfAborted();
  const state = pageState();
  const ready = readySdk(url);
  if (ready !== null) return ready;
  let load = state.loads.get(url);
  if (load === undefined) {
    load = attempt(request).finally(() => state.loads.delete(url));
    state.loads.set(url, load);
  }
  return (await (signal === undefined ? load : Promise.race([load, whenAborted(signal)]))) as LinkSdk;
}

/** The SDK on the page, unless it is known to be the other country's. */
function readySdk(url: string): LinkSdk | null {
  const wanted = regionOfSdkUrl(url);
  const { loadedUrl } = pageState();
  const sources = loadedUrl === null ? [...document.scripts].map((tag) => tag.src) : [loadedUrl];
  const known = sources.map(regionOfSdkUrl).filter((region) => region !== null);
  if (wanted !== null && known.length > 0 && !known.includes(wanted)) return null;
  return findSdk(url);
}

async function attempt({ url, nonce, deadlineMs = DEADLINE_MS }: SdkRequest): Promise<LinkSdk> {
  const watch = watchPolicy(url);
  const stop = new AbortController();
  try {
    return await Promise.race([
      adoptOrAdd(url, nonce, deadlineMs * ADOPTION_SHARE, watch, stop.signal),
      timeout(deadlineMs, stop.signal),
    ]);
  } finally {
    stop.abort();
    watch.stop();
  }
}

async function adoptOrAdd(
  url: string,
  nonce: string | undefined,
  patienceMs: number,
  watch: PolicyWatch,
  signal: AbortSignal,
): Promise<LinkSdk> {
  const adopted = await fromHostTag(url, patienceMs, signal);
  if (adopted !== null) return loaded(url, adopted);

  const before = findSdk(url);
  const tag = addTag(url, nonce);
  pageState().deadTags.add(tag); // Until it has brought a working SDK: a retry then takes it away.
  const ended = whenEnded(tag);
  document.head.append(tag);
  if ((await ended) === 'failed') throw await loadFailure(url, watch);
  const sdk = await lookFor(url, SETTLE_MS, signal, before);
  if (sdk === null) {
    throw new LeanError(
      'sdk_incompatible',
      `The script of ${new URL(url).origin} has loaded, but neither Lean.connect nor LeanV2.connect is there.`,
    );
  }
  pageState().deadTags.delete(tag);
  return loaded(url, sdk);
}

/** What the host's own tag brings; null when there is none, or nothing more is to be expected of it. */
async function fromHostTag(url: string, patienceMs: number, signal: AbortSignal): Promise<LinkSdk | null> {
  const tag = findHostTag(url);
  if (tag === null) return null;
  const ended: TagEnd[] = [];
  void whenEnded(tag).then((end) => ended.push(end));
  for (let waited = 0; waited < patienceMs && !signal.aborted; waited += LOOK_EVERY_MS) {
    if (ended.includes('failed')) return null;
    if (ended.includes('loaded') || isFinished(tag.src)) return lookFor(url, SETTLE_MS / 4, signal, null);
    await pause(LOOK_EVERY_MS, signal);
  }
  return null;
}

function loaded(url: string, sdk: LinkSdk): LinkSdk {
  pageState().loadedUrl = url;
  return sdk;
}

/** Looks until there is an SDK; another country's, there before, only counts once it has been replaced. */
async function lookFor(
  url: string,
  forMs: number,
  signal: AbortSignal,
  before: LinkSdk | null,
): Promise<LinkSdk | null> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const sdk = findSdk(url);
    if (sdk !== null && sdk !== before) return sdk;
    if (waited >= forMs || signal.aborted) return null;
    await pause(LOOK_EVERY_MS, signal);
  }
}

async function timeout(deadlineMs: number, signal: AbortSignal): Promise<never> {
  await pause(deadlineMs, signal);
  throw navigator.onLine
    ? new LeanError('sdk_timeout', `Lean's script did not come within ${String(deadlineMs / 1000)} s.`)
    : new LeanError('offline', "Lean's script could not be loaded: the browser is offline.");
}

/** Resolves after a time, or at once when aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}
