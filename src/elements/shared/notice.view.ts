import { html, nothing, type TemplateResult } from 'lit';
import type { LeanError } from '../../domain/error.js';
import { errorText, type Messages } from '../../i18n/index.js';
import type { Icon } from '../../theme/index.js';
import { iconCircleAlert } from '../../theme/icons.js';
import { iconTriangleAlert } from '../../theme/data-icons.js';
import type { CopyController } from './copy.js';
import { iconView } from './icon.view.js';
import { referenceView } from './reference.view.js';

export interface Notice {
  tone: 'plain' | 'warning' | 'failure';
  icon: Icon;
  /** The bank it is about, where that is not plain from its place. */
  bank?: string | undefined;
  /** What happened; left out where one sentence says it all. */
  title?: string;
  text: string;
  /** What the customer can do, as a button. */
  action?: { label: string; run: () => void; disabled?: boolean } | null;
  /** Small print below, such as a reference. */
  below?: unknown;
}

/** One notice, with at most one thing to do. What it says is written whole, over what a translator made of it. */
export function noticeView({ tone, icon: sign, bank, title, text, action, below }: Notice): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">
    ${iconView(sign)}
    <div>
      ${bank === undefined ? nothing : html`<p class="small muted"><bdi>${bank}</bdi></p>`}
      ${title === undefined ? nothing : html`<p class="notice-title" .textContent=${title}></p>`}
      <p class="notice-text" .textContent=${text}></p>
      ${below ?? nothing}
    </div>
    ${
      action
        ? html`<button
            type="button"
            class="button quiet"
            part="notice-button"
            ?disabled=${action.disabled ?? false}
            @click=${action.run}
          >
            ${action.label}
          </button>`
        : nothing
    }
  </div>`;
}

/** What a customer reads about an error: our words, a next step, and the reference, never the code alone. */
export function errorNoticeView(
  error: LeanError,
  messages: Messages,
  copier: CopyController,
  retry: (() => void) | null,
  bank?: string,
): TemplateResult {
  const isTheirs = error.code === 'consent_expired' || error.code === 'permission_missing';
  return noticeView({
    tone: isTheirs ? 'warning' : 'failure',
    icon: isTheirs ? iconTriangleAlert : iconCircleAlert,
    bank,
    ...errorText(messages.errors, error.code),
    action: retry && error.retryable ? { label: messages.common.retry, run: retry } : null,
    below: referenceView(error, messages, copier),
  });
}

/** A whole element that could show nothing; the host may put its own words in this place. */
export function failedView(
  error: LeanError,
  context: { messages: Messages; copier: CopyController; retry: () => void },
): TemplateResult {
  return html`<slot name="error">
    <div class="card" part="error">
      ${errorNoticeView(error, context.messages, context.copier, context.retry)}
    </div>
  </slot>`;
}
