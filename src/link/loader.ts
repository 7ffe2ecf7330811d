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
  /** The hash the script must have; with one, nothing on the page that did not come under it is believed. */
  integrity?: string | null;
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
/** How often a server's failure is answered with a fresh tag, all within the deadline. */
const TRIES = 3;
const LONGEST_PAUSE_MS = 800;

/**
 * Lean's SDK, as soon as it is there.
 * @throws LeanError `sdk_timeout`, `sdk_load_failed`, `sdk_blocked`, `sdk_blocked_by_csp`, `tt_blocked`, `offline`,
 * `sdk_integrity_failed`, `sdk_incompatible`; or the signal's reason
 */
export async function loadLinkSdk(request: SdkRequest): Promise<LinkSdk> {
  const { url, integrity, signal } = request;
  signal?.throwIfAborted();
  const state = pageState();
  const ready = readySdk(url, integrity ?? null);
  if (ready !== null) return ready;
  const key = integrity ? `${integrity} ${url}` : url;
  let load = state.loads.get(key);
  if (load === undefined) {
    load = attempt(request).finally(() => state.loads.delete(key));
    state.loads.set(key, load);
  }
  return (await (signal === undefined ? load : Promise.race([load, whenAborted(signal)]))) as LinkSdk;
}

/** The SDK on the page, unless it is known to be the other country's, or not under the hash that is asked for. */
function readySdk(url: string, integrity: string | null): LinkSdk | null {
  const wanted = regionOfSdkUrl(url);
  const { loadedUrl, loadedIntegrity } = pageState();
  if (integrity !== null && (loadedIntegrity !== integrity || loadedUrl !== url)) return null;
  const sources = loadedUrl === null ? [...document.scripts].map((tag) => tag.src) : [loadedUrl];
  const known = sources.map(regionOfSdkUrl).filter((region) => region !== null);
  if (wanted !== null && known.length > 0 && !known.includes(wanted)) return null;
  return findSdk(url);
}

async function attempt(request: SdkRequest): Promise<LinkSdk> {
  const { url, deadlineMs = DEADLINE_MS } = request;
  const watch = watchPolicy(url);
  const stop = new AbortController();
  try {
    return await Promise.race([
      tries({ ...request, deadlineMs }, watch, stop.signal),
      timeout(deadlineMs, stop.signal),
    ]);
  } finally {
    stop.abort();
    watch.stop();
  }
}

/** A server that failed once may answer a moment later: with jitter, since every page of the host asks it. */
async function tries(request: Limited, watch: PolicyWatch, signal: AbortSignal): Promise<LinkSdk> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await adoptOrAdd(request, watch, signal);
    } catch (thrown) {
      const mayPass = thrown instanceof LeanError && thrown.code === 'sdk_load_failed';
      if (!mayPass || left === 0 || signal.aborted) throw thrown;
    }
    await pause(LONGEST_PAUSE_MS * Math.random(), signal);
  }
}

type Limited = SdkRequest & { deadlineMs: number };

async function adoptOrAdd(request: Limited, watch: PolicyWatch, signal: AbortSignal): Promise<LinkSdk> {
  const { url, nonce, deadlineMs } = request;
  const integrity = request.integrity ?? null;
  const adopted = await fromHostTag(url, integrity, deadlineMs * ADOPTION_SHARE, signal);
  if (adopted !== null) return loaded(url, integrity, adopted);

  const before = findSdk(url);
  const tag = addTag(url, nonce, integrity);
  pageState().deadTags.add(tag); // Until it has brought a working SDK: a retry then takes it away.
  const ended = whenEnded(tag);
  document.head.append(tag);
  if ((await ended) === 'failed') throw await loadFailure(url, watch, integrity);
  const sdk = await lookFor(url, SETTLE_MS, signal, before);
  if (sdk === null) {
    throw new LeanError(
      'sdk_incompatible',
      `The script of ${new URL(url).origin} has loaded, but neither Lean.connect nor LeanV2.connect is there.`,
    );
  }
  pageState().deadTags.delete(tag);
  return loaded(url, integrity, sdk);
}

/** What the host's own tag brings; null when there is none, or nothing more is to be expected of it. */
async function fromHostTag(
  url: string,
  integrity: string | null,
  patienceMs: number,
  signal: AbortSignal,
): Promise<LinkSdk | null> {
  const tag = findHostTag(url);
  if (tag === null || (integrity !== null && tag.integrity !== integrity)) return null;
  const ended: TagEnd[] = [];
  void whenEnded(tag).then((end) => ended.push(end));
  for (let waited = 0; waited < patienceMs && !signal.aborted; waited += LOOK_EVERY_MS) {
    if (ended.includes('failed')) return null;
    if (ended.includes('loaded') || isFinished(tag.src)) return lookFor(url, SETTLE_MS / 4, signal, null);
    await pause(LOOK_EVERY_MS, signal);
  }
  return null;
}

function loaded(url: string, integrity: string | null, sdk: LinkSdk): LinkSdk {
  const state = pageState();
  state.loadedUrl = url;
  state.loadedIntegrity = integrity;
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
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}
