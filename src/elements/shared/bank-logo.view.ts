import { html, nothing, type TemplateResult } from 'lit';
import type { Bank } from '../../domain/bank.js';
import { bankColor, initials, logoUrl } from './bank-look.js';
import { cssVariable } from './css-variable.js';

/** The bank's logo over its initials, which stay when the picture does not come; neither changes the size. */
export function bankLogoView(bank: Bank | null, name: string): TemplateResult {
  const logo = logoUrl(bank?.logo);
  return html`<span
    class="tile logo ${bankColor(bank?.mainColor) ? 'coloured' : ''}"
    part="logo"
    aria-hidden="true"
    ${cssVariable('--_bank', bankColor(bank?.mainColor))}
  >
    <span>${initials(name)}</span>
    ${
      logo
        ? html`<img
            src=${logo}
            alt=""
            width="36"
            height="36"
            referrerpolicy="no-referrer"
            decoding="async"
            ${cssVariable('--_bank-ground', bankColor(bank?.backgroundColor))}
            @load=${showPicture}
          />`
        : nothing
    }
  </span>`;
}

function showPicture(event: Event): void {
  (event.currentTarget as HTMLImageElement).classList.add('here');
}
