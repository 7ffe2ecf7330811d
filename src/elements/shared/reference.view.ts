import { html, nothing, type TemplateResult } from 'lit';
import type { LeanError } from '../../domain/error.js';
import type { ConnectMessages } from '../../i18n/index.js';
import type { CopyController } from './copy.js';
import { copyButtonView } from './copy-button.view.js';

/**
 * The reference a customer can give to support: our code and the call's number. Nothing where no call reached anybody:
 * nobody could look that up.
 */
export function referenceView(
  error: LeanError,
  messages: ConnectMessages,
  copier: CopyController,
): TemplateResult | typeof nothing {
  if (/^(offline|network_failed)$/.test(error.code)) return nothing;
  const text = [error.code, error.correlationId].filter(Boolean).join(' · ');
  return html`<p class="notice-reference" part="reference">
    <span>${messages.common.reference} <bdi class="figures">${text}</bdi></span>
    ${copyButtonView(copier, text, text, messages.common.copy, messages)}
  </p>`;
}
