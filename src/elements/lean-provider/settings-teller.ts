import type { ContextCallback, ContextEvent } from '@lit/context';
import { settingsContext, type ProvidedSettings } from '../../controllers/provided-settings.js';

type Listener = ContextCallback<ProvidedSettings>;
type Question = ContextEvent<typeof settingsContext>;

/**
 * The provider's side of the context protocol: answers who asks for the settings, and tells those who want to follow
 * them of each change. Ours, since `ContextProvider` of `@lit/context` is three times as much for pages with a button alone.
 */
export class SettingsTeller {
  readonly #stops = new Map<Listener, () => void>();
  #value: ProvidedSettings;

  constructor(host: HTMLElement, value: ProvidedSettings) {
    this.#value = value;
    host.addEventListener('context-request', (event) => {
      const { context, contextTarget, callback, subscribe } = event as unknown as Question;
      if (context !== settingsContext || contextTarget === host) return;
      event.stopPropagation();
      callback(this.#value, subscribe ? this.#follow(callback) : undefined);
    });
  }

  /** The settings have changed. */
  tell(value: ProvidedSettings): void {
    this.#value = value;
    for (const [listener, stop] of [...this.#stops]) listener(value, stop);
  }

  #follow(listener: Listener): () => void {
    const stop = this.#stops.get(listener) ?? (() => this.#stops.delete(listener));
    this.#stops.set(listener, stop);
    return stop;
  }
}
