import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { LocaleController } from '../../../controllers/locale.js';
import { RefreshController } from '../../../controllers/refresh.js';
import type { SettingsController } from '../../../controllers/settings.js';
import type { RefreshSnapshot } from '../../../domain/refresh.js';
import { errorText, type Messages } from '../../../i18n/index.js';
import { enRefresh } from '../../../i18n/en-refresh.js';
import { fromNow } from '../../../i18n/wait-format.js';
import { iconRefresh } from '../../../theme/refresh-icon.js';
import { iconView } from '../icon.view.js';
import { addStyles } from '../lazy-styles.js';
import { refreshStyles } from './refresh-button.styles.js';

/** What of its host's picture the button depends on. */
export interface RefreshButtonContext {
  messages: Messages;
  format: { readonly locale: string };
}

/**
 * The customer's Refresh button with the words beside it, for one element. Its host loads it by `LazyController` once
 * there is something to refresh, and draws `view` in each render; where the banks cannot be asked anew that is empty.
 *
 *     readonly #refreshButton = new LazyController(this, async () => {
 *       const { RefreshButton } = await import('../shared/refresh-button/refresh-button.js');
 *       return new RefreshButton(this, this.#settings, () => this.entityId);
 *     });
 *     // in render, where accounts are on screen:
 *     this.#refreshButton.part?.view(context)
 *
 * Parts: `refresh`, `refresh-button`, `refresh-note`.
 */
export class RefreshButton {
  readonly #host: LitElement;
  readonly #controller: RefreshController;
  readonly #locale: LocaleController<{ refresh: typeof enRefresh }>;
  #said: { status: RefreshSnapshot['status']; note: string } | null = null;

  constructor(host: LitElement, settings: SettingsController, entityId: () => string | null) {
    this.#host = host;
    this.#controller = new RefreshController(host, settings, entityId);
    this.#locale = new LocaleController(host, { refresh: enRefresh });
  }

  /** The button; nothing where there is none. */
  view({ messages, format }: RefreshButtonContext): TemplateResult | typeof nothing {
    const { snapshot } = this.#controller;
    if (snapshot.status === 'absent') return nothing;
    addStyles(this.#host, refreshStyles);
    const words = this.#locale.messages.refresh;
    const isAsking = snapshot.status === 'running' || snapshot.status === 'still-working';
    const note = noteOf(snapshot, words, messages, format.locale);
    return html`<div class="refresh ${isAsking ? 'running' : ''}" part="refresh">
      <button
        type="button"
        class="button quiet"
        part="refresh-button"
        aria-disabled=${isAsking ? 'true' : 'false'}
        @click=${this.#press}
      >
        ${iconView(iconRefresh)} ${words.label}
      </button>
      <p class="refresh-note small muted" part="refresh-note" aria-hidden="true">${note}</p>
      <p class="unseen" role="status" .textContent=${this.#announce(snapshot, note)}></p>
    </div>`;
  }

  /** Said once for each state: the words of a wait change while it passes, and need not be heard again. */
  #announce(snapshot: RefreshSnapshot, note: string): string {
    if (this.#said?.status !== snapshot.status) this.#said = { status: snapshot.status, note };
    return this.#said.note;
  }

  readonly #press = (): void => {
    void this.#controller.start();
  };
}

function noteOf(
  snapshot: RefreshSnapshot,
  words: typeof enRefresh,
  messages: Messages,
  locale: string,
): string {
  switch (snapshot.status) {
    case 'absent':
    case 'ready':
      return '';
    case 'running':
      return words.running;
    case 'done':
      return words.done;
    case 'still-working':
      return words.stillWorking;
    case 'waiting': {
      const when = fromNow(locale, snapshot.waitMs);
      return snapshot.why === 'just-asked' ? words.justAsked(when) : words.tooOften(when);
    }
    case 'failed': {
      const { title, text } = errorText(messages.errors, snapshot.error.code);
      return `${title}. ${text}`;
    }
  }
}
