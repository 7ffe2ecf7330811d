import { asLeanError } from '../domain/error.js';
import { monotonicNow, nextPollDelay, wait, whenAskedAgain } from './polling.js';
import { mayPass } from './retry.js';

/** What to ask for, until it is there. */
export interface Poll<Result> {
  /** Null means "not yet". */
  ask: () => Promise<Result | null>;
  /** Told each time that we stop asking by ourselves. */
  gaveUp: () => void;
  signal: AbortSignal;
}

/**
 * Asks until there is an answer: with back-off while somebody sees the page, then, past our limit, each time the
 * customer comes back. Time in which nobody sees the page is not counted.
 * @throws whatever `ask` fails with for good, or the signal's reason
 */
export async function pollUntil<Result>({ ask, gaveUp, signal }: Poll<Result>): Promise<Result> {
  let start = monotonicNow();
  for (let asked = 0; ; asked += 1) {
    signal.throwIfAborted();
    if (document.visibilityState === 'hidden') {
      const left = monotonicNow();
      await whenAskedAgain(signal);
      start += monotonicNow() - left;
    }
    const result = await ask().catch(notYet);
    signal.throwIfAborted();
    if (result !== null) return result;
    const delay = nextPollDelay(asked, monotonicNow() - start);
    if (delay === null) {
      gaveUp();
      await whenAskedAgain(signal);
    } else {
      await wait(delay, signal);
    }
  }
}

/** While we ask again and again, a passing failure is only another "not yet"; anything else ends the flow. */
function notYet(thrown: unknown): null {
  const error = asLeanError(thrown);
  if (mayPass(error)) return null;
  throw error;
}
