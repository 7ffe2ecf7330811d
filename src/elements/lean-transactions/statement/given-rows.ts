import { asLeanError, LeanError } from '../../../domain/error.js';
import type { TransactionsSnapshot } from '../../../domain/snapshot.js';
import type { GivenTransaction } from '../../../domain/given-transaction.js';
import { handOver } from '../../../domain/transactions/hand-over.js';
import { createTransactionTable } from '../../../domain/transactions/table.js';
import type { GivenList } from '../given-list.js';
import { inSlices } from '../../shared/slices.js';
import { afterPaint, inNextFrame } from './after-paint.js';

/** Whose rows are shown; null for everybody's. */
export interface Whose {
  accountId: string | null;
  entityId: string | null;
}

const NO_LIST = {
  status: 'failed',
  error: new LeanError('invalid_type', 'transactions must be a list of transactions.'),
  notices: [],
} as const;

/** Enough for most screens, where it is not known; what is below them follows after the first paint. */
const FIRST_ROWS = 20;

/** A page's own transactions as a table: those on the screen at once, the rest in the background. */
export class GivenRows {
  readonly #changed: () => void;
  #table = createTransactionTable();
  /** The list whose rows are taken over, while they are. */
  #taken: WeakRef<readonly GivenTransaction[]> | null = null;
  #zone = '';
  #work = new AbortController();
  #isWhole = true;
  #failed: Extract<TransactionsSnapshot, { status: 'failed' }> | null = null;
  readonly #whole: () => void;
  readonly #leftOut: (what: unknown) => void;

  /** `whole` is called when all rows are there, `changed` when they may be drawn; `leftOut` is told what cannot be read. */
  constructor(changed: () => void, whole: () => void, leftOut: (what: unknown) => void) {
    this.#changed = changed;
    this.#whole = whole;
    this.#leftOut = leftOut;
  }

  /** The same table for each list that is given: rows that stay keep their place. `room` rows are there at once. */
  snapshot(given: GivenList, whose: Whose, timeZone: string, room: number | null): TransactionsSnapshot {
    const { kept } = given;
    const isOther = kept !== null && kept !== this.#taken?.deref();
    const list = timeZone === this.#zone ? kept : given.list;
    if (list && (isOther || timeZone !== this.#zone)) this.#take(list, timeZone, room ?? FIRST_ROWS);
    if (this.#failed) return this.#failed;
    if (this.#isWhole) given.release(this.#all);
    return {
      status: 'ready',
      table: this.#table,
      version: this.#table.version,
      accountIds: this.#accountsOf(whose),
      accounts: [],
      complete: this.#isWhole,
      refreshing: !this.#isWhole,
      stale: null,
      notices: [],
    };
  }

  /** The accounts that are asked for; null for all. */
  #accountsOf({ accountId, entityId }: Whose): string[] | null {
    if (accountId !== null) return [accountId];
    if (entityId === null) return null;
    const ofBank = this.#table.columns.kinds.filter((kind) => kind.entityId === entityId);
    return [...new Set(ofBank.map((kind) => kind.accountId))].filter((id) => id !== null);
  }

  /** What is still to be taken over is taken when it is shown again. */
  stop(): void {
    this.#work.abort();
    if (!this.#isWhole) this.#taken = null;
  }

  readonly #all = (): readonly GivenTransaction[] =>
    Array.from(this.#table.rows(), (row) => this.#table.row(row));

  #take(transactions: readonly GivenTransaction[], timeZone: string, firstRows: number): void {
    this.#work.abort();
    this.#work = new AbortController();
    if (timeZone !== this.#zone) this.#table = createTransactionTable();
    this.#failed = Array.isArray(transactions) ? null : NO_LIST;
    if (this.#failed) {
      this.#leftOut(transactions);
      return;
    }
    this.#taken = new WeakRef(transactions);
    this.#zone = timeZone;
    const steps = handOver(
      this.#table,
      transactions,
      () => timeZone,
      firstRows,
      (count) => {
        this.#leftOut(`${count} of ${transactions.length}`);
      },
    );
    try {
      if (transactions.length <= firstRows) {
        while (!steps.next().done);
        this.#isWhole = true;
        return;
      }
      steps.next();
    } catch (thrown) {
      this.#fail(thrown);
      return;
    }
    this.#isWhole = false;
    void this.#finish(steps, this.#work.signal);
  }

  /** In a task of its own, which would be a long one together with the drawing. */
  *#prepare(): Generator<void, void> {
    this.#whole();
    yield;
  }

  /** Never rejects. */
  async #finish(steps: Generator<void, void>, signal: AbortSignal): Promise<void> {
    try {
      await afterPaint(steps, signal);
      await inSlices(this.#prepare(), signal);
    } catch (thrown) {
      this.#fail(thrown);
    }
    // In a frame of its own: what the customer does meanwhile comes first.
    await inNextFrame();
    if (signal.aborted) return;
    this.#isWhole = true;
    this.#changed();
  }

  /** A row that throws where it is read is the page's; what was taken over of such a list is part of none. */
  #fail(thrown: unknown): void {
    this.#failed = { status: 'failed', error: asLeanError(thrown), notices: [] };
    this.#table = createTransactionTable();
    this.#isWhole = true;
  }
}
