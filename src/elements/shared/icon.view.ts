import { html, type TemplateResult } from 'lit';
import { ICONS, MIRRORED, type IconName } from '../../theme/index.js';

/** An icon in the colour of its text; it carries no meaning of its own and is hidden from screen readers. */
export function iconView(name: IconName): TemplateResult {
  return html`<svg class="icon ${MIRRORED.has(name) ? 'mirrors' : ''}" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${ICONS[name]}></path>
  </svg>`;
}
