import type { GivenTransaction } from '../../domain/given-transaction.js';

/**
 * The list a page gave. Once its rows lie in columns nothing is gained by keeping the objects as well: they are then
 * the page's alone, and are put together again should somebody ask for them after the page let them go.
 */
export class GivenList {
  #list: readonly GivenTransaction[] | null = null;
  #released: WeakRef<readonly GivenTransaction[]> | null = null;
  #restore: () => readonly GivenTransaction[] = () => [];

  /** Whether a list was given, be it kept here or not. */
  get isThere(): boolean {
    return this.#list !== null || this.#released !== null;
  }

  /** The list while its rows are still needed; null once they lie in columns, or when none was given. */
  get kept(): readonly GivenTransaction[] | null {
    return this.#list;
  }

  /** The list as it was given, or one with the same rows; null when none was given. */
  get list(): readonly GivenTransaction[] | null {
    if (this.#list || !this.#released) return this.#list;
    const list = this.#released.deref() ?? this.#restore();
    this.#released = new WeakRef(list);
    return list;
  }

  /** A framework says undefined for what it does not have yet. */
  set list(list: readonly GivenTransaction[] | null | undefined) {
    this.#list = list ?? null;
    this.#released = null;
  }

  /** Its rows lie elsewhere, from where `restore` brings them back. */
  release(restore: () => readonly GivenTransaction[]): void {
    if (!this.#list) return;
    this.#released = new WeakRef(this.#list);
    this.#restore = restore;
    this.#list = null;
  }
}
