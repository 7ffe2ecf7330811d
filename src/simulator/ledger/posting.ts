import type { PostingKindName } from '../data/kinds.js';
import type { CategoryName, Merchant } from '../data/merchants.js';
import type { Party } from '../data/parties.js';

/** One movement on an account, before it has an id and a place in the list. */
export interface Posting {
  kind: PostingKindName;
  /** Signed, in minor units: positive came in. */
  minor: number;
  party: Party | Merchant;
  /** Six digits that stand in texts. */
  reference: number;
}

/** A posting in its place. */
export interface LedgerRow extends Posting {
  /** The booking day. */
  day: number;
  /** Position within the day, from 0. */
  index: number;
  /** The account's balance after it, in minor units. */
  after: number;
}

/** The category of a party that is a shop; null for any other. */
export function merchantCategory(party: Party | Merchant): CategoryName | null {
  return 'category' in party ? party.category : null;
}
