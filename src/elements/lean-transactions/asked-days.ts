import type { DateRange } from '../../domain/date-presets.js';

/** The days to be read: all that were asked for since the accounts were chosen, so that narrowing reads nothing. */
export class AskedDays {
  #range: DateRange = { from: null, to: null };
  #whose: string | null = null;

  get range(): DateRange {
    return this.#range;
  }

  /** `whose` tells the accounts: for others it begins anew. */
  ask(whose: string, { from, to }: DateRange): void {
    this.#range = whose === this.#whose ? over(this.#range, from, to) : { from, to };
    this.#whose = whose;
  }
}

/** Null is without end. */
function over(before: DateRange, from: string | null, to: string | null): DateRange {
  return {
    from: before.from === null || from === null ? null : before.from < from ? before.from : from,
    to: before.to === null || to === null ? null : before.to > to ? before.to : to,
  };
}
