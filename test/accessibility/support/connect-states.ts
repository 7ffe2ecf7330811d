/** The connect button in every state of its life, at once: its own picture and styles, without a flow behind them. */
import { html, type TemplateResult } from 'lit';
import { LocaleController } from '../../../src/controllers/locale.js';
import { LeanError, type ErrorCode } from '../../../src/domain/error.js';
import { CONNECT_STATUSES, type ConnectStatus } from '../../../src/domain/link.js';
import { createLife, type ConnectLife } from '../../../src/elements/lean-connect-button/connect-life.js';
import { renderConnect } from '../../../src/elements/lean-connect-button/connect.view.js';
import { LeanConnectButton } from '../../../src/elements/lean-connect-button/lean-connect-button.js';
import { enConnect } from '../../../src/i18n/en-connect.js';

const BUSY: readonly ConnectStatus[] = ['opening', 'loading', 'open', 'verifying', 'syncing'];
const ERRORS: Partial<Record<ConnectStatus, ErrorCode>> = {
  failed: 'link_failed',
  blocked: 'sdk_blocked',
  offline: 'offline',
};

class ConnectPicture extends LeanConnectButton {
  readonly #words = new LocaleController(this, enConnect);
  #life: ConnectLife | null = null;

  override get status(): ConnectStatus {
    return (this.getAttribute('shown') ?? 'idle') as ConnectStatus;
  }

  protected override firstUpdated(): void {
    this.#life = createLife(this);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { status } = this;
    const { lang, direction, messages } = this.#words;
    const code = ERRORS[status];
    const isStillWorking = this.hasAttribute('late');
    return renderConnect({
      status,
      error: code
        ? new LeanError(code, 'A sample error', { correlationId: '0b7e4c1a-sample-reference' })
        : null,
      isBusy: BUSY.includes(status) && !isStillWorking,
      isStillWorking,
      progress: status === 'syncing' ? { accounts: 2, banks: 3, banksReady: 1 } : null,
      disabled: false,
      lang,
      direction,
      messages,
      numerals: 'latn',
      life: this.#life,
      press: () => undefined,
      warm: () => undefined,
    });
  }
}
customElements.define('connect-picture', ConnectPicture);

/** One button for each status, and one that has worked for long. */
export const connectStates: TemplateResult = html`
  ${CONNECT_STATUSES.map((status) => html`<p><connect-picture shown=${status}></connect-picture></p>`)}
  <p><connect-picture shown="verifying" late></connect-picture></p>
`;

declare global {
  interface HTMLElementTagNameMap {
    'connect-picture': ConnectPicture;
  }
}
