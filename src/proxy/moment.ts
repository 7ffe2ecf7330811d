/**
 * When something happened by Lean's clock. Lean's timestamps have up to nine digits after the second, more than a Date
 * keeps, and their order decides which webhook is newer.
 */
export interface Moment {
  /** Milliseconds since 1970. */
  ms: number;
  /** The digits after the millisecond, six of them. */
  beyond: string;
}

const MS_DIGITS = 15;
const BEYOND_DIGITS = 6;

/** The moment of a timestamp; one that is missing or unreadable counts as `otherwise`, in milliseconds. */
export function momentOf(timestamp: string | null | undefined, otherwise: number): Moment {
  const ms = timestamp ? Date.parse(timestamp) : NaN;
  if (Number.isNaN(ms)) return { ms: otherwise, beyond: ''.padEnd(BEYOND_DIGITS, '0') };
  const fraction = /\.(\d+)/.exec(timestamp ?? '')?.[1] ?? '';
  return { ms, beyond: fraction.slice(3, 3 + BEYOND_DIGITS).padEnd(BEYOND_DIGITS, '0') };
}

/** Text of one width that sorts as things happened; within one millisecond `rank` (one digit) comes first. */
export function sortable({ ms, beyond }: Moment, rank = 0): string {
  return `${String(Math.max(0, ms)).padStart(MS_DIGITS, '0')}-${rank}-${beyond}`;
}

/** The milliseconds of a sortable moment. */
export function msOf(sorted: string): number {
  return Number(sorted.slice(0, MS_DIGITS));
}
