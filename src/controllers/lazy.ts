import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asLeanError, type LeanError } from '../domain/error.js';
import { loadChunk } from '../domain/chunk.js';

/** A part of an element that is loaded when it is first needed; its host is drawn anew when it is there. */
export class LazyController<Part> implements ReactiveController {
  /** Why it did not come; asking again tries again. */
  error: LeanError | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Part>;
  #part: Part | null = null;
  #loading: Promise<void> | null = null;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.error = null;
  }

  /** The part, or null while it is on its way. */
  get part(): Part | null {
    if (!this.#part && !this.error) this.ask();
    return this.#part;
  }

  /** Brings the part ahead of its use, or again after a failure. */
  ask(): void {
    if (this.#part || this.#loading) return;
    this.error = null;
    this.#loading = this.#bring();
  }

  /** Resolves when what was asked for has come, or has not; never rejects. */
  get settled(): Promise<void> {
    return this.#loading ?? Promise.resolve();
  }

  async #bring(): Promise<void> {
    try {
      this.#part = await loadChunk(this.#load);
    } catch (thrown) {
      this.error = asLeanError(thrown);
    }
    this.#loading = null;
    this.#host.requestUpdate();
  }
}
