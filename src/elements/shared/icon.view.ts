import { html, type TemplateResult } from 'lit';
import type { Icon } from '../../theme/index.js';

/** An icon in the colour of its text; it carries no meaning of its own and is hidden from screen readers. */
export function iconView({ path, mirrors }: Icon): TemplateResult {
  return html`<svg class="icon ${mirrors ? 'mirrors' : ''}" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path}></path>
  </svg>`;
}
