import { html, nothing, type TemplateResult } from 'lit';
import type { Icon } from '../../theme/index.js';
import { iconView } from './icon.view.js';

/** A whole element that has nothing to show; the host may put its own words in this place. */
export function emptyView(icon: Icon | null, title: string, text: string): TemplateResult {
  return html`<slot name="empty">
    <div class="card state centred" part="empty">
      ${icon ? html`<span class="tile">${iconView(icon)}</span>` : nothing}
      <p class="notice-title">${title}</p>
      <p class="muted">${text}</p>
    </div>
  </slot>`;
}
