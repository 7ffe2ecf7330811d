/**
 * How long to wait between two questions to the backend while something is under way, and when to stop. Times are
 * monotonic milliseconds: the customer's clock may jump.
 */
export const POLL_BUDGET_MS = 180_000;

const STEPS_MS = [1000, 2000, 3000, 5000, 8000, 10_000];

/** The wait before question number `asked` (0 = first), or null when `elapsedMs` has used the budget up. */
export function nextPollDelay(asked: number, elapsedMs: number): number | null {
  if (elapsedMs >= POLL_BUDGET_MS) return null;
  return STEPS_MS[Math.min(asked, STEPS_MS.length - 1)] ?? null;
}

/** The time since the page was opened; it neither jumps nor runs backwards. */
export function monotonicNow(): number {
  return performance.now();
}

/** Resolves after `ms`, or at once when `signal` aborts (then rejecting with its reason). */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Resolves when the customer comes back to the page: nothing is asked for a page that nobody sees. */
export function whenAskedAgain(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const options = { signal: ended.signal };
    const back = (): void => {
      if (document.visibilityState !== 'visible') return;
      ended.abort();
      resolve();
    };
    const stop = (): void => {
      ended.abort();
      reject(signal.reason as Error);
    };
    if (signal.aborted) {
      stop();
      return;
    }
    window.addEventListener('focus', back, options);
    document.addEventListener('visibilitychange', back, options);
    window.addEventListener('online', back, options);
    signal.addEventListener('abort', stop, options);
  });
}
