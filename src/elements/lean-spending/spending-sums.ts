import type { CalendarDate } from '../../domain/calendar.js';
import { asLeanError, type LeanError } from '../../domain/error.js';
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
  #isRunning = false;
  #end = new AbortController();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What is known is what was last handed over. */
  get isCurrent(): boolean {
    return this.#known !== null && this.#known === this.#wanted;
  }

  add(snapshot: Ready, terms: Terms): void {
    const key = JSON.stringify([snapshot.version, snapshot.accountIds, terms]);
    const before = this.#wanted;
    if (before?.key === key && before.snapshot.table === snapshot.table) return;
    this.#wanted = { key, snapshot, terms };
    // While a list grows, what is known of it so far stands; sums of other accounts would be untrue.
    if (!before || !isWithin(before.snapshot, snapshot)) this.spending = null;
    if (!this.#isRunning) this.settled = this.#run();
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
  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      while (this.#wanted && !this.isCurrent) await this.#sum(this.#wanted);
    } finally {
      this.#isRunning = false;
    }
  }

  async #sum(wanted: Wanted): Promise<void> {
    const { snapshot, terms } = wanted;
    const { from, to, today } = terms;
    const { signal } = this.#end;
    let error: LeanError | null = null;
    const spending = await inSlices(spendingOf(spendingRows(snapshot, from, to), { today }), signal).catch(
      (thrown: unknown) => {
        error = asLeanError(thrown);
        return null;
      },
    );
    if (signal.aborted) return;
    this.spending = spending;
    this.error = error;
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
