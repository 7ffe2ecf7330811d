import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { ConnectController } from '../../controllers/connect.js';
import type { ConnectTarget } from '../../controllers/connect-target.js';
import { LazyController } from '../../controllers/lazy.js';
import { LocaleController } from '../../controllers/locale.js';
import { SettingsController } from '../../controllers/settings.js';
import { loadChunk } from '../../domain/chunk.js';
import type { ConnectReport, ConnectStatus } from '../../domain/link.js';
import type { Region } from '../../domain/region.js';
import { enConnect } from '../../i18n/en-connect.js';
import { property } from '../shared/property.js';
import { renderConnect } from './connect.view.js';
import { styles } from './lean-connect-button.styles.js';

const life = () => import('./connect-life.js');

/**
 * Opens Lean's Link and owns what follows, until the bank's data is there. Each state has its own words on the page
 * and a next step.
 *
 * @tag lean-connect-button
 * @attr {string} status - Written by the element: where the flow stands.
 * @fires {CustomEvent<LeanConnectStartDetail>} lean-connect-start - Before Link opens; cancelable.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-success - The backend confirmed the bank.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-cancel - The customer closed Link, or the bank is not supported.
 * @fires {CustomEvent<LeanConnectErrorDetail>} lean-connect-error - It did not work; `detail.error.code` says why.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-redirect - The page is about to give way to the bank's.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-ready - The bank's data can be read.
 * @slot - What the button says.
 * @csspart button - The button itself.
 * @csspart status - What the element says of the state it is in.
 * @csspart reference - The reference below an error.
 * @cssstate idle, loading, opening, open, verifying, syncing, connected, cancelled, failed, blocked, offline, unsupported
 */
export class LeanConnectButton extends LitElement {
  static override readonly styles = styles;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'status'];
  }

  /** What to ask the customer for, space or comma separated; narrows what the backend allows. */
  @property() permissions: string | null = null;

  /** Opens this bank without the list of banks. */
  @property() bankIdentifier: string | null = null;

  /** `PERSONAL` or `BUSINESS`: which banks are listed. */
  @property() accountType: 'PERSONAL' | 'BUSINESS' | null = null;

  /** First day of access, as an ISO date. */
  @property() accessFrom: string | null = null;

  /** Last day of access, as an ISO date; without one, Lean's consent ends after about a day. */
  @property() accessTo: string | null = null;

  /** Where a bank's own page returns after success. */
  @property() successRedirectUrl: string | null = null;

  /** Where a bank's own page returns after failure. */
  @property() failRedirectUrl: string | null = null;

  /** Shows Lean's own explanation of the consent. */
  @property({ type: Boolean }) showConsentExplanation = false;

  /** The name Lean shows for who receives the data. */
  @property() destinationAlias: string | null = null;

  /** The picture that goes with `destination-alias`: a PNG or JPG URL. */
  @property() destinationAvatar: string | null = null;

  /** The host's own id of the person, for Lean's records. */
  @property() endUserId: string | null = null;

  /** The host's own note on the customer, for Lean's records. */
  @property() customerMetadata: string | null = null;

  /** Reconnects a bank instead of linking one. */
  @property() reconnectId: string | null = null;

  /** The button cannot be pressed. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Without a proxy: Lean's application token. */
  @property() appToken: string | null = null;

  /** Without a proxy: Lean's id of the customer. */
  @property() customerId: string | null = null;

  /** Without a proxy: `ae` or `sa`. */
  @property() region: Region | null = null;

  /** Without a proxy: `production` or `sandbox`. */
  @property() environment: 'production' | 'sandbox' | null = null;

  /** Lean's own theming of its dialog; any CSS colour is resolved before Lean sees it. */
  @property({ attribute: false }) customization: Readonly<Record<string, unknown>> | null = null;

  readonly #internals = this.attachInternals();
  readonly #settings = new SettingsController(this);
  readonly #locale = new LocaleController(this, enConnect);
  readonly #connect = new ConnectController(this, this.#settings, {
    attributes: async () => (await loadChunk(life)).linkAttributes(this),
    language: () => this.#locale.lang,
  });
  readonly #life = new LazyController(this, async () => (await life()).createLife(this));
  #shownStatus: ConnectStatus | null = null;

  /** Where the flow stands. */
  get status(): ConnectStatus {
    return this.#connect.status;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#writeStatus();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    // The attribute is ours: what an author writes there is put right at once.
    if (name === 'status' && this.isConnected && value !== this.status) this.#writeStatus();
  }

  /**
   * Opens Link. Resolves with how it ended, at its terminal event; never rejects. Off the page, or while the button is
   * `disabled`, nothing is opened and no event fired.
   */
  open(options?: Partial<ConnectTarget> | null): Promise<ConnectReport> {
    const reconnectId = options?.reconnectId ?? this.reconnectId;
    const method = options?.method ?? (reconnectId === null ? 'connect' : 'reconnect');
    return this.#connect.open({ ...options, method, reconnectId }, this.disabled);
  }

  /** Presses the inner button, or does the same where it is not drawn yet. */
  override click(): void {
    if (this.hasUpdated) this.renderRoot.querySelector<HTMLElement>('.button')?.click();
    else this.#press();
  }

  /** Moves the focus to the inner button, as soon as it is drawn. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) super.focus(options);
    else if (this.isConnected) void this.updateComplete.then(() => super.focus(options));
  }

  protected override willUpdate(): void {
    this.#writeStatus();
  }

  protected override firstUpdated(): void {
    void this.#connect.resume();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const before = this.#shownStatus;
    this.#shownStatus = this.status;
    // Lean's dialog takes the focus with it when it goes.
    if (before === 'open' && this.status !== 'open' && document.activeElement === document.body) this.focus();
  }

  protected override render(): TemplateResult {
    const { status, error, isBusy, isStillWorking, progress } = this.#connect;
    return renderConnect({
      status,
      error,
      isBusy,
      isStillWorking,
      progress,
      disabled: this.disabled,
      lang: this.#locale.lang,
      direction: this.#locale.direction,
      messages: this.#locale.messages,
      numerals: this.#settings.settings.numerals,
      life: status === 'idle' ? null : this.#life.part,
      press: this.#press,
      warm: this.#warm,
    });
  }

  readonly #press = (): void => {
    void this.open();
  };

  readonly #warm = (): void => {
    this.#connect.warm();
    this.#life.ask();
  };

  #writeStatus(): void {
    const { status } = this;
    if (this.getAttribute('status') !== status) this.setAttribute('status', status);
    const { states } = this.#internals;
    if (states.has(status)) return;
    states.clear();
    states.add(status);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lean-connect-button': LeanConnectButton;
  }
}
