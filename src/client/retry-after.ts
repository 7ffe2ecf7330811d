/** The longest wait that is told to a person; the reference backend names none beyond it. Nothing waits it out. */
const LONGEST_WAIT_MS = 3_600_000;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds and at most an hour; null when it asks for none or
 * cannot be read. A date is measured against the answer's own `Date`, since the visitor's clock may be wrong.
 */
export function retryAfterMs(headers: Headers): number | null {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(asked)) return cap(Number(asked) * 1000);
  // A date begins with the name of its day; anything else that Date.parse would take is garbage here.
  const until = /^[A-Z][a-z]{2}/.test(asked) ? Date.parse(asked) : Number.NaN;
  const sent = Date.parse(headers.get('date') ?? '');
  const wait = until - (Number.isNaN(sent) ? Date.now() : sent);
  return Number.isNaN(wait) || wait < 0 ? null : cap(wait);
}

/** The same limit for a wait given in seconds in a body. */
export function secondsToWaitMs(seconds: number | null): number | null {
  return seconds === null || seconds < 0 ? null : cap(seconds * 1000);
}

function cap(milliseconds: number): number {
  return Math.min(milliseconds, LONGEST_WAIT_MS);
}
