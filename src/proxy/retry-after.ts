/** The longest wait that is passed on or obeyed: Lean's own longest is a minute. */
const LONGEST_SECONDS = 60;

/**
 * `Retry-After` as whole seconds between 0 and 60: a number or an HTTP date; null for anything that is neither, so
 * that the caller's own back-off decides.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text), LONGEST_SECONDS);
  // Date.parse takes numbers and fragments for dates; an HTTP date starts with the day's name.
  const at = /^[A-Z][a-z]{2},/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(0, Math.ceil((at - now) / 1000)), LONGEST_SECONDS);
}
