import type { LeanError } from '../../domain/error.js';
import type { BankNotice, TransactionsSnapshot } from '../../domain/snapshot.js';
import { emit } from '../../events/index.js';

/** What the page has been told so far of the list on screen. */
type Told =
  | { stage: 'nothing' }
  | { stage: 'first' }
  | { stage: 'all'; table: object; version: number }
  | { stage: 'error'; error: LeanError };

const NOTHING_TOLD: Told = { stage: 'nothing' };

/** Tells the page of what has come on screen, once for each thing. */
export class TransactionsTeller {
  readonly #host: HTMLElement;
  #told = NOTHING_TOLD;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** `count` rows pass the filter, of `total` that are here. */
  tell(snapshot: TransactionsSnapshot, { count, total }: { count: number; total: number }): void {
    if (snapshot.status === 'loading') this.#told = NOTHING_TOLD;
    const next = nextToTell(snapshot, total, this.#told);
    if (!next) return;
    this.#told = next;
    if (next.stage === 'error') {
      emit(this.#host, 'lean-transactions-error', next.error.toDetail());
    } else if (snapshot.status === 'ready') {
      emit(this.#host, 'lean-transactions-load', { count, total, complete: snapshot.complete });
    }
  }
}

/**
 * What there is to tell of a snapshot after what was told before: the first rows, the list when it is complete, a
 * refresh that changed something; an error once. Null when nothing is new.
 */
function nextToTell(snapshot: TransactionsSnapshot, total: number, told: Told): Told | null {
  if (snapshot.status === 'loading') return null;
  if (snapshot.status === 'failed') return errorToTell(snapshot.error, told);
  const { table, version, complete, refreshing, notices } = snapshot;
  const isStillReading = !complete && refreshing;
  if (!isStillReading && total === 0 && notices.length > 0) return nothingRead(notices, told);
  if (isStillReading) {
    return total > 0 && (told.stage === 'nothing' || told.stage === 'error') ? { stage: 'first' } : null;
  }
  const isSame = told.stage === 'all' && told.table === table && told.version === version;
  return isSame ? null : { stage: 'all', table, version };
}

/** Banks that gave no row because they failed are an error; those that wait or want the customer are not. */
function nothingRead(notices: readonly BankNotice[], told: Told): Told | null {
  const [error] = notices.flatMap(({ state }) => ('error' in state ? [state.error] : []));
  return error ? errorToTell(error, told) : null;
}

function errorToTell(error: LeanError, told: Told): Told | null {
  return told.stage === 'error' && told.error === error ? null : { stage: 'error', error };
}
