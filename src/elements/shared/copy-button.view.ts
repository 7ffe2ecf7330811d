import { html, type TemplateResult } from 'lit';
import type { ConnectMessages } from '../../i18n/index.js';
import { iconCheck, iconCopy } from '../../theme/icons.js';
import type { CopyController } from './copy.js';
import { iconView } from './icon.view.js';

/** A button that copies a text, and shows a check for a moment when it has. */
export function copyButtonView(
  copier: CopyController,
  key: string,
  text: string,
  label: string,
  messages: ConnectMessages,
): TemplateResult {
  const done = copier.copied === key;
  return html`<button
    type="button"
    class="icon-button"
    aria-label=${done ? messages.common.copied : label}
    @click=${() => void copier.copy(key, text)}
  >
    ${iconView(done ? iconCheck : iconCopy)}
  </button>`;
}
