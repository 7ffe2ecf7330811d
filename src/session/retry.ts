import { LeanError } from '../domain/error.js';

const MAX_TRIES_AFTER_THE_FIRST = 3;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** A wait longer than this is told to the customer, who decides; a shorter one passes unnoticed. */
const LONGEST_SILENT_WAIT_MS = 10_000;

/** Tells whether a failure may pass by itself: not where the session is over, nor where the mistake is ours. */
export function mayPass({ retryable, code }: LeanError): boolean {
  return retryable && code !== 'session_expired' && code !== 'unexpected';
}

/** How often a failed call is repeated by itself. */
export function triesWorth(error: unknown): number {
  if (!(error instanceof LeanError) || !mayPass(error)) return 0;
  // Whoever has waited for a minute already is told, and decides.
  if (error.code === 'timeout' || (error.retryAfterMs ?? 0) > LONGEST_SILENT_WAIT_MS) return 0;
  // What a backend answers wrongly it rarely answers rightly a moment later.
  return error.code === 'bad_response' ? 1 : MAX_TRIES_AFTER_THE_FIRST;
}

/** Milliseconds before the next try: full jitter under a doubling limit; a backend that says how long is obeyed. */
export function retryDelay(count: number, error: unknown): number {
  const asked = error instanceof LeanError ? error.retryAfterMs : null;
  return asked ?? Math.random() * Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** count);
}
