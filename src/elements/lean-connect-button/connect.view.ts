import { html, nothing, type TemplateResult } from 'lit';
import type { LeanError } from '../../domain/error.js';
import type { ConnectStatus } from '../../domain/link.js';
import { errorText } from '../../i18n/error-text.js';
import type { ConnectMessages } from '../../i18n/index.js';
import type { Icon } from '../../theme/index.js';
import { iconCheck, iconCircleAlert, iconPlus } from '../../theme/icons.js';
import type { CopyController } from '../shared/copy.js';
import { iconView } from '../shared/icon.view.js';
import { referenceView } from '../shared/reference.view.js';

/** Everything the button's picture depends on. */
export interface ConnectView {
  status: ConnectStatus;
  error: LeanError | null;
  isBusy: boolean;
  isStillWorking: boolean;
  disabled: boolean;
  lang: string;
  direction: string;
  messages: ConnectMessages;
  copier: CopyController;
  press: () => void;
  warm: () => void;
}

const ICONS: Partial<Record<ConnectStatus, Icon>> = {
  connected: iconCheck,
  failed: iconCircleAlert,
  blocked: iconCircleAlert,
  offline: iconCircleAlert,
  unsupported: iconCircleAlert,
};

/** The button and, once something has happened, what it says of it. */
export function renderConnect(view: ConnectView): TemplateResult {
  return html`
    <div class="root" lang=${view.lang} dir=${view.direction}>
      <div part="status" class="status" role="status">${renderStatus(view)}</div>
      <button
        part="button"
        class="button ${isQuiet(view.status) ? 'secondary' : ''}"
        type="button"
        ?disabled=${view.disabled}
        aria-disabled=${view.isBusy ? 'true' : nothing}
        aria-busy=${view.isBusy ? 'true' : nothing}
        @click=${view.press}
        @pointerenter=${view.warm}
        @focus=${view.warm}
      >
        ${renderButtonIcon(view)} ${renderButtonText(view)}
      </button>
    </div>
  `;
}

/** After a success the button is only there for another bank. */
function isQuiet(status: ConnectStatus): boolean {
  return status === 'connected' || status === 'syncing';
}

function renderButtonIcon({ isBusy, status }: ConnectView): TemplateResult | typeof nothing {
  if (isBusy) return html`<span class="spinner" aria-hidden="true"></span>`;
  return status === 'idle' ? iconView(iconPlus) : nothing;
}

/** The page's own words while the button opens Link for the first time; ours where they say what happens next. */
function renderButtonText({ isBusy, status, messages }: ConnectView): TemplateResult {
  const { button, statuses } = messages.connect;
  const { label, step } = statuses[status];
  if (isBusy) return html`<span>${label}</span>`;
  if (status === 'idle' || step === '') return html`<slot>${button}</slot>`;
  return html`<span>${step}</span>`;
}

function renderStatus(view: ConnectView): TemplateResult | typeof nothing {
  const { status, error, isStillWorking, messages, copier } = view;
  if (status === 'idle') return nothing;
  const { label, text } = messages.connect.statuses[status];
  const own = error && errorText(messages.errors, error.code);
  const icon = ICONS[status];
  return html`
    ${icon ? iconView(icon) : nothing}
    <div>
      <p class="title">${own?.title ?? label}</p>
      <p class="muted small">${isStillWorking ? messages.connect.stillWorking : (own?.text ?? text)}</p>
      ${error ? referenceView(error, messages, copier) : nothing}
    </div>
  `;
}
