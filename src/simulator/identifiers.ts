/** Ids and timestamps that Lean would draw by chance: here they follow from the seed and the order of use. */
import { hexOf, lettersOf, digitsOf, uuidOf } from './random.js';
import type { SimulatorClock } from './clock.js';

/** Source of ids and reply times. */
export interface Identifiers {
  /** The id of a thing that its parts define, for example a customer by its `app_user_id`. */
  of(kind: string, ...parts: readonly (string | number)[]): string;
  /** A new id of a kind; the n-th is always the same. */
  next(kind: string): string;
  /** Now with nine fractional digits, as Lean's reply times have. */
  timestamp(): string;
  /** Now with six fractional digits, as entities and consents have. */
  microTimestamp(): string;
  /** `lean-correlation-id` and `lean-trace-id` of the next answer. */
  correlation(): { correlationId: string; traceId: string };
}

export function createIdentifiers(seed: string, clock: Pick<SimulatorClock, 'now'>): Identifiers {
  const counts = new Map<string, number>();

  function count(kind: string): number {
    const used = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, used);
    return used;
  }

  function timeWith(extraDigits: number): string {
    const fraction = digitsOf(`${seed}|fraction|${String(count('fraction'))}`, extraDigits);
    return new Date(clock.now()).toISOString().replace('Z', `${fraction}Z`);
  }

  return {
    of: (kind, ...parts) => uuidOf([seed, kind, ...parts].join('|')),
    next: (kind) => uuidOf(`${seed}|${kind}#${String(count(kind))}`),
    timestamp: () => timeWith(6),
    microTimestamp: () => timeWith(3),
    correlation() {
      const key = `${seed}|correlation|${String(count('correlation'))}`;
      return { correlationId: lettersOf(key, 16), traceId: hexOf(key) };
    },
  };
}

/** A moment as Java writes an `Instant` with milliseconds: no trailing zeros (`…19.75Z`, `…18Z`). */
export function instantText(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.?0+Z$/, 'Z');
}
