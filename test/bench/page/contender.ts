import type { Transaction } from '../../../src/domain/transaction.js';

/** A list that is measured: mounted into a box of 480 by 640 pixels, then handed rows. */
export interface Contender {
  mount(box: HTMLElement): Mounted | Promise<Mounted>;
}

export interface Mounted {
  /** Hands rows over, newest first. */
  give(rows: readonly Transaction[]): void | Promise<void>;
  /** What a keystroke in the search field does; settled when the list says the new thing. */
  filter(text: string): void | Promise<void>;
  /** What scrolls the rows. */
  scroller(): HTMLElement;
  /** The element whose nodes are counted as the list's. */
  list(): Node;
  unmount(): void;
}

/** Makes a contender known to the page's harness. */
export function enter(contender: Contender): void {
  (globalThis as { contender?: Contender }).contender = contender;
}
