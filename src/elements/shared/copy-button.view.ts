import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.js';
import type { CopyController } from './copy.js';
import { iconView } from './icon.view.js';

/** A button that copies a text, and shows a check for a moment when it has. */
export function copyButtonView(
  copier: CopyController,
  key: string,
  text: string,
  label: string,
  messages: Messages,
): TemplateResult {
  const done = copier.copied === key;
  return html`<button
    type="button"
    class="icon-button"
    aria-label=${done ? messages.common.copied : label}
    @click=${() => void copier.copy(key, text)}
  >
    ${iconView(done ? 'check' : 'copy')}
  </button>`;
}
