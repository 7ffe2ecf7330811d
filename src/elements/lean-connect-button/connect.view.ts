import { html, nothing, type TemplateResult } from 'lit';
import type { LeanError } from '../../domain/error.js';
import type { ConnectProgress, ConnectStatus } from '../../domain/link.js';
import { errorText } from '../../i18n/error-text.js';
import type { ConnectMessages } from '../../i18n/index.js';
import { iconPlus } from '../../theme/plus-icon.js';
import { iconView } from '../shared/icon.view.js';
import type { ConnectLife } from './connect-life.js';

/** Everything the button's picture depends on. */
export interface ConnectView {
  status: ConnectStatus;
  error: LeanError | null;
  isBusy: boolean;
  isStillWorking: boolean;
  progress: ConnectProgress | null;
  disabled: boolean;
  lang: string;
  direction: string;
  numerals: 'latn' | 'arab';
  messages: ConnectMessages;
  /** What is said once something has happened; null while it is on its way, or when it did not come. */
  life: ConnectLife | null;
  press: () => void;
  warm: () => void;
}

/** The button and, once something has happened, what it says of it. */
export function renderConnect(view: ConnectView): TemplateResult {
  const { status, isBusy } = view;
  return html`
    <div class="root" lang=${view.lang} dir=${view.direction}>
      <div part="status" class="status" role="status">${renderStatus(view)}</div>
      <button
        part="button"
        class="button ${status === 'connected' || status === 'syncing' ? 'secondary' : ''}"
        type="button"
        ?disabled=${view.disabled}
        aria-disabled=${isBusy ? 'true' : nothing}
        aria-busy=${isBusy ? 'true' : nothing}
        @click=${view.press}
        @pointerenter=${view.warm}
        @focus=${view.warm}
      >
        ${
          isBusy
            ? html`<span class="spinner" aria-hidden="true"></span>`
            : status === 'idle'
              ? iconView(iconPlus)
              : nothing
        }
        ${renderText(view)}
      </button>
    </div>
  `;
}

/** The page's own words until the button is pressed; ours where they say what happens, or what comes next. */
function renderText({ status, isBusy, isStillWorking, messages, life }: ConnectView): TemplateResult {
  if (status === 'idle' || isStillWorking) return html`<slot>${messages.connect.button}</slot>`;
  const text = life?.buttonText(status, messages);
  // Written whole: a translator may have put words of its own in the place of the text before.
  return html`<span
    .textContent=${text ?? (isBusy ? messages.connect.opening : messages.common.retry)}
  ></span>`;
}

/** A part of the package that does not come must still be explained, without that part. */
function renderStatus(view: ConnectView): TemplateResult | typeof nothing {
  const { status, error, messages, life } = view;
  if (status === 'idle') return nothing;
  if (life) return life.status(view);
  if (!error) return nothing;
  const { title, text } = errorText(messages.errors, error.code);
  return html`<p>${title}. ${text}</p>`;
}
