import type { Account } from '../../domain/account.js';

/**
 * How `lean-transactions` follows the elements named in its `for`. The key is a registered symbol, so that elements
 * of two copies of this package find each other; it is not an event, since setting a property fires none.
 */
export const SELECTION = Symbol.for('lean-elements.selection.v1');

/** What an element lets others follow. */
export interface Selection {
  /** The account chosen, or null for all. */
  readonly accountId: string | null;
  /** The accounts it shows, or null while it does not know them. */
  readonly accounts: readonly Account[] | null;
}

export interface SelectionSource extends Element {
  readonly [SELECTION]: {
    read(): Selection;
    /** Calls back after every change; returns the way to stop. */
    subscribe(listener: () => void): () => void;
  };
}

/** Tells whether an element, once upgraded, can be followed. */
export function isSelectionSource(element: Element | null): element is SelectionSource {
  return element !== null && SELECTION in element;
}
