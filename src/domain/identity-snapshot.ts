import type { Entity } from './entity.js';
import type { LeanError } from './error.js';
import type { Identity } from './identity.js';
import type { BankState } from './snapshot.js';

/** Who one bank says the customer is: with today's API several persons may hold it. */
export interface IdentityBankView {
  entity: Entity;
  state: BankState;
  persons: readonly Identity[];
}

/** The state of `lean-identity`. */
export type IdentitySnapshot =
  | { status: 'loading' }
  | { status: 'failed'; error: LeanError }
  | { status: 'ready'; banks: readonly IdentityBankView[] };
