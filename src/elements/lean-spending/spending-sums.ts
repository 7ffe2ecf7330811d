import type { CalendarDate } from '../../domain/calendar.js';
import { asLeanError, LeanError } from '../../domain/error.js';
import type { TransactionsSnapshot } from '../../domain/snapshot.js';
import { spendingOf, type Spending } from '../../domain/spending/spending.js';
import { inSlices } from '../shared/slices.js';
import { spendingRows } from './spending-rows.js';

type Ready = Extract<TransactionsSnapshot, { status: 'ready' }>;

interface Terms {
  from: CalendarDate | null;
  to: CalendarDate | null;
  today: CalendarDate;
}

/** Adds a history up in slices of background work, again whenever it has changed; what was known stays meanwhile. */
export class SpendingSums {
  spending: Spending | null = null;
  /** Why the history last handed over could not be added up; `clear()` lets it be tried again. */
  error: LeanError | null = null;
  /** Resolves when everything handed over so far is added up. */
  settled: Promise<void> = Promise.resolve();

  readonly #changed: () => void;
  #wanted: Wanted | null = null;
  /** What `spending` is the sum of. */
  #known: Wanted | null = null;
  #end = new AbortController();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What is known is what was last handed over, if anything was. */
  get isCurrent(): boolean {
    return this.#known === this.#wanted;
  }

  add(snapshot: Ready, terms: Terms): void {
    const key = JSON.stringify([snapshot.version, snapshot.accountIds, terms]);
    const before = this.#wanted;
    if (before?.key === key && before.snapshot.table === snapshot.table) return;
    this.#wanted = { key, snapshot, terms };
    // While a list grows, what is known of it so far stands; sums of other accounts would be untrue.
    if (!before || !isWithin(before.snapshot, snapshot)) this.spending = null;
    this.settled = this.settled.then(() => this.#sum());
  }

  clear(): void {
    this.#end.abort();
    this.#end = new AbortController();
    this.#wanted = null;
    this.#known = null;
    this.spending = null;
    this.error = null;
  }

  /** A history that grows is added up again at the end of each sum: ending it each time would show none at all. */
  async #sum(): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted || this.isCurrent) return;
    const { snapshot, terms } = wanted;
    const { signal } = this.#end;
    const rows = spendingRows(snapshot, terms.from, terms.to);
    // What a history that cannot be added up came to is an error.
    const sum = await inSlices(spendingOf(rows, terms), signal).catch(asLeanError);
    if (signal.aborted) return;
    [this.spending, this.error] = sum instanceof LeanError ? [null, sum] : [sum, null];
    this.#known = wanted;
    this.#changed();
  }
}

interface Wanted {
  key: string;
  snapshot: Ready;
  terms: Terms;
}

/** Every account of the one is among those of the other. */
function isWithin(one: Ready, other: Ready): boolean {
  const ids = other.accountIds;
  return ids === null || (one.accountIds?.every((id) => ids.includes(id)) ?? false);
}
