import { css, html, LitElement, type TemplateResult } from 'lit';
import {
  readSettings,
  SETTING_NAMES,
  type GetHeaders,
  type GetLinkSession,
  type ProvidedSettings,
} from '../../controllers/provided-settings.js';
import type { Region } from '../../domain/region.js';
import { property } from '../shared/property.js';
import { SettingsTeller } from './settings-teller.js';

/**
 * Shared settings for the lean elements inside it. Draws nothing.
 *
 * @tag lean-provider
 * @fires {CustomEvent<LeanSessionExpiredDetail>} lean-session-expired - The host's session has ended; `detail.retry()` reads again.
 * @slot - The elements that share the settings, and anything else.
 */
export class LeanProvider extends LitElement {
  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base URL of the host's backend, absolute or relative to the page. */
  @property() proxy: string | null = null;

  /** The country Lean serves here: `ae` or `sa`. */
  @property() region: Region | null = null;

  /** IANA time zone in which days are read; left out, it is the region's or the bank's. */
  @property() timeZone: string | null = null;

  /** Digits of amounts and dates: `latn` (0123) or `arab` (٠١٢٣). */
  @property() numerals: 'latn' | 'arab' | null = null;

  /** How currencies are written: `code` (AED), `symbol` (the sign, where the page's fonts have it) or `name`. */
  @property() currencyDisplay: 'code' | 'symbol' | 'name' | null = null;

  /** Whether cookies go to a backend of another origin: `same-origin` or `include`. */
  @property() credentials: 'same-origin' | 'include' | null = null;

  /** Opens the inspector: what the elements are doing, without anything of the customer's. `?lean-debug` in the page's address does too. */
  @property({ type: Boolean }) debug = false;

  /** Gives the headers of the host's own session; asked again after a 401. */
  @property({ attribute: false }) getHeaders: GetHeaders | null = null;

  /** Replaces the proxy's `POST /link-session`. */
  @property({ attribute: false }) getLinkSession: GetLinkSession | null = null;

  readonly #teller = new SettingsTeller(this, this.#provided());

  override connectedCallback(): void {
    super.connectedCallback();
    // Children ask while they are connected, before the first update.
    this.#teller.tell(this.#provided());
  }

  protected override willUpdate(): void {
    this.#teller.tell(this.#provided());
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provided(): ProvidedSettings {
    const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, this[name]]));
    // An attribute that is not there is left to the page.
    return { owner: this, settings: readSettings(this, { ...given, debug: this.debug || null }) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lean-provider': LeanProvider;
  }
}
