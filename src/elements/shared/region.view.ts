import { html, type TemplateResult } from 'lit';
import type { Direction } from '../../i18n/index.js';

/** The language an element speaks; `pending` while its words are on their way and nothing is to be said. */
export interface Spoken {
  lang: string;
  direction: Direction;
  pending: boolean;
}

export interface Region {
  label: string;
  isBusy: boolean;
  /** What a screen reader hears, once for each new text. */
  announcement: string;
}

/** The frame of an element: a region in the page's language with its content, and the host's footer below. */
export function regionView(
  { lang, direction, pending }: Spoken,
  { label, isBusy, announcement }: Region,
  content: TemplateResult,
): TemplateResult {
  return html`<div
    class="root"
    part="base"
    role="region"
    lang=${lang}
    dir=${direction}
    aria-label=${label}
    aria-busy=${isBusy ? 'true' : 'false'}
  >
    <p class="unseen" role="status" .textContent=${pending ? '' : announcement}></p>
    ${content}
    <slot name="footer"></slot>
  </div>`;
}
