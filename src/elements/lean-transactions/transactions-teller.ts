import type { LeanError } from '../../domain/error.js';
import type { BankNotice, TransactionsSnapshot } from '../../domain/snapshot.js';
import type { Transaction } from '../../domain/transaction.js';
import { emit } from '../../events/index.js';

/** What the page has been told so far of the list on screen. */
type Told =
  | { stage: 'nothing' }
  | { stage: 'first' }
  | { stage: 'all'; print: number }
  | { stage: 'error'; error: LeanError };

const NOTHING_TOLD: Told = { stage: 'nothing' };

/** Tells the page of what has come on screen, once for each thing. */
export class TransactionsTeller {
  readonly #host: HTMLElement;
  #told = NOTHING_TOLD;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** `count` is how many rows the filter lets through. */
  tell(snapshot: TransactionsSnapshot, count: number): void {
    if (snapshot.status === 'loading') this.#told = NOTHING_TOLD;
    const next = nextToTell(snapshot, this.#told);
    if (!next) return;
    this.#told = next;
    if (next.stage === 'error') {
      emit(this.#host, 'lean-transactions-error', next.error.toDetail());
    } else if (snapshot.status === 'ready') {
      const { transactions, complete } = snapshot;
      emit(this.#host, 'lean-transactions-load', { count, total: transactions.length, complete });
    }
  }
}

/**
 * What there is to tell of a snapshot after what was told before: the first rows, the list when it is complete, a
 * refresh that changed something; an error once. Null when nothing is new.
 */
function nextToTell(snapshot: TransactionsSnapshot, told: Told): Told | null {
  if (snapshot.status === 'loading') return null;
  if (snapshot.status === 'failed') return errorToTell(snapshot.error, told);
  const { transactions, complete, refreshing, notices } = snapshot;
  const isStillReading = !complete && refreshing;
  if (!isStillReading && transactions.length === 0 && notices.length > 0) return nothingRead(notices, told);
  if (isStillReading) {
    return transactions.length > 0 && (told.stage === 'nothing' || told.stage === 'error')
      ? { stage: 'first' }
      : null;
  }
  const print = printOf(transactions);
  return told.stage === 'all' && told.print === print ? null : { stage: 'all', print };
}

/** Banks that gave no row because they failed are an error; those that wait or want the customer are not. */
function nothingRead(notices: readonly BankNotice[], told: Told): Told | null {
  const [error] = notices.flatMap(({ state }) => ('error' in state ? [state.error] : []));
  return error ? errorToTell(error, told) : null;
}

function errorToTell(error: LeanError, told: Told): Told | null {
  return told.stage === 'error' && told.error === error ? null : { stage: 'error', error };
}

/** A number that changes when a row comes, goes, or changes its amount or status. */
function printOf(transactions: readonly Transaction[]): number {
  let print = transactions.length;
  for (const { accountId, transactionId, status, money } of transactions) {
    const text = `${accountId ?? ''} ${transactionId} ${status} ${money?.amount ?? ''}`;
    for (let at = 0; at < text.length; at += 1) print = (Math.imul(print, 31) + text.charCodeAt(at)) | 0;
  }
  return print;
}
