import type { Account } from '../../domain/account.js';
import type { CalendarDate } from '../../domain/calendar.js';
import type { Category } from '../../domain/category.js';

/**
 * How `lean-transactions` follows the elements named in its `for`. The key is a registered symbol, so that elements
 * of two copies of this package find each other; it is not an event, since setting a property fires none.
 */
export const SELECTION: unique symbol = Symbol.for('lean-elements.selection.v1');

/** What an element lets others follow. */
export interface Selection {
  /** The account chosen, or null for all. */
  readonly accountId: string | null;
  /** The bank it shows, or the chosen account's; null for all, or while it is not known. */
  readonly entityId: string | null;
  /** The accounts it shows; empty while it does not know them. */
  readonly accounts: readonly Account[];
  /** What else was chosen: a category, some days; null or left out where nothing was. */
  readonly filter?: SelectionFilter | null;
  /** A follower's customer took away some of what was chosen here; this category is left of it, and the days or not. */
  readonly release?: (category: Category | null, keepsDays: boolean) => void;
}

/** Which rows an element lets its followers show; null fields ask nothing. */
export interface SelectionFilter {
  readonly category: Category | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The other side: what can be read, and a way to hear of every change that returns the way to stop. */
export interface SelectionSource {
  read(): Selection;
  subscribe(listener: () => void): () => void;
}

/** An element's selection, once it is upgraded and has one. */
export function selectionSourceOf(element: Element | null): SelectionSource | null {
  const source = (element as { [SELECTION]?: SelectionSource } | null)?.[SELECTION];
  return source ?? null;
}

/** The source for an element to publish: whoever changes what `read` answers calls `changed`. */
export function createSelectionSource(read: () => Selection): SelectionSource & { changed(): void } {
  const listeners = new Set<() => void>();
  return {
    read,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed() {
      for (const listener of [...listeners]) listener();
    },
  };
}
