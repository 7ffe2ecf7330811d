import type { TransactionsSnapshot } from '../../../domain/snapshot.js';
import type { Transaction } from '../../../domain/transaction.js';
import { handOver } from '../../../domain/transactions/hand-over.js';
import { createTransactionTable } from '../../../domain/transactions/table.js';
import type { GivenList } from '../given-list.js';
import { inSlices } from '../../shared/slices.js';
import { afterPaint } from './after-paint.js';

/** Enough for most screens, where it is not known; what is below them follows after the first paint. */
const FIRST_ROWS = 20;

/** A page's own transactions as a table: those on the screen at once, the rest in the background. */
export class GivenRows {
  readonly #changed: () => void;
  #table = createTransactionTable();
  /** The list whose rows are taken over, while they are. */
  #taken: WeakRef<readonly Transaction[]> | null = null;
  #zone = '';
  #work = new AbortController();
  #isWhole = true;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The same table for each list that is given: rows that stay keep their place. `room` rows are there at once. */
  snapshot(given: GivenList, timeZone: string, room: number | null): TransactionsSnapshot {
    const { kept } = given;
    const isOther = kept !== null && kept !== this.#taken?.deref();
    const list = timeZone === this.#zone ? kept : given.list;
    if (list && (isOther || timeZone !== this.#zone)) this.#take(list, timeZone, room ?? FIRST_ROWS);
    if (this.#isWhole) given.release(this.#all);
    return {
      status: 'ready',
      table: this.#table,
      version: this.#table.version,
      accountIds: null,
      accounts: [],
      complete: this.#isWhole,
      refreshing: !this.#isWhole,
      stale: null,
      notices: [],
    };
  }

  /** What is still to be taken over is taken when it is shown again. */
  stop(): void {
    this.#work.abort();
    if (!this.#isWhole) this.#taken = null;
  }

  readonly #all = (): readonly Transaction[] => Array.from(this.#table.rows(), (row) => this.#table.row(row));

  #take(transactions: readonly Transaction[], timeZone: string, firstRows: number): void {
    this.#work.abort();
    this.#work = new AbortController();
    if (timeZone !== this.#zone) this.#table = createTransactionTable();
    this.#taken = new WeakRef(transactions);
    this.#zone = timeZone;
    const steps = handOver(this.#table, transactions, () => timeZone, firstRows);
    if (transactions.length <= firstRows) {
      while (!steps.next().done);
      this.#isWhole = true;
      return;
    }
    steps.next();
    this.#isWhole = false;
    afterPaint(this.#work.signal, (signal) => this.#finish(steps, signal));
  }

  async #finish(steps: Generator<void, void>, signal: AbortSignal): Promise<void> {
    await inSlices(steps, signal);
    if (signal.aborted) return;
    // In a frame of its own: what the customer does meanwhile comes first.
    afterPaint(signal, () => {
      this.#isWhole = true;
      this.#changed();
    });
  }
}
