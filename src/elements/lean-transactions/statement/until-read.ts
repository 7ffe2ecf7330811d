import type { TransactionsSnapshot } from '../../../domain/snapshot.js';

/** Those who wait until everything that is to be shown is there. */
export class UntilRead {
  #isThere = false;
  #waiting: { done: () => void; fail: (reason: unknown) => void }[] = [];

  get isThere(): boolean {
    return this.#isThere;
  }

  /** Resolves when everything is there; rejects when it cannot be read. */
  wait(): Promise<void> {
    return new Promise((done, fail) => this.#waiting.push({ done, fail }));
  }

  /** Nothing more will come: those who wait are told why. */
  end(reason: unknown): void {
    for (const { fail } of this.#waiting.splice(0)) fail(reason);
  }

  /** Lets those go on who wait, or tells them why it came to nothing. */
  note(snapshot: TransactionsSnapshot, isThere: boolean): void {
    this.#isThere = isThere;
    if (!isThere && snapshot.status !== 'failed') return;
    for (const { done, fail } of this.#waiting.splice(0)) {
      if (snapshot.status === 'failed') fail(snapshot.error);
      else done();
    }
  }
}
