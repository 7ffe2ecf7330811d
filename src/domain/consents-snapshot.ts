import type { Entity } from './entity.js';
import type { LeanError } from './error.js';
import type { BankState } from './snapshot.js';

/** A connected bank in `lean-consents`. */
export interface ConsentView {
  entity: Entity;
  /** What the other elements of the page have heard of the bank. */
  state: BankState;
}

/** The state of `lean-consents`; while something reloads, the last good list stays and `refreshing` is true. */
export type ConsentsSnapshot =
  | { status: 'loading' }
  | { status: 'failed'; error: LeanError }
  | { status: 'ready'; banks: readonly ConsentView[]; refreshing: boolean; stale: LeanError | null };
