import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SHOWN_MS = 2000;

/** Copies texts and remembers for two seconds which one, so that its button can say so. */
export class CopyController implements ReactiveController {
  /** The key of what was copied last, while it is worth saying. */
  copied: string | null = null;

  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.copied = null;
  }

  /** Puts a text on the clipboard; where the page may not, the button simply does not say "copied". */
  async copy(key: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      console.warn('lean-elements: this page may not write to the clipboard.', error);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#tell(null);
    }, SHOWN_MS);
    this.#tell(key);
  }

  #tell(key: string | null): void {
    this.copied = key;
    this.#host.requestUpdate();
  }
}
