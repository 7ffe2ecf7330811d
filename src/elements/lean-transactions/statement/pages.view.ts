import { html, nothing, type TemplateResult } from 'lit';
import { iconChevronRight } from '../../../theme/data-icons.js';
import { iconView } from '../../shared/icon.view.js';
import { pageCount, pageNumbers } from './page-numbers.js';
import type { StatementContext } from './statement-context.js';

/** The way from page to page, with what is shown of how many; nothing when all fits on one. */
export function pagesView(rows: number, context: StatementContext): TemplateResult | typeof nothing {
  const { words, format, page, pageSize, goTo } = context;
  const count = pageCount(rows, pageSize);
  if (count === 1) return nothing;
  const { pages } = words;
  const first = page * pageSize + 1;
  const last = Math.min(rows, first + pageSize - 1);
  return html`<nav class="pages" part="pages" aria-label=${pages.label}>
    <p class="small muted">${pages.range(format.number(first), format.number(last), format.number(rows))}</p>
    <ul>
      <li>${stepView(page - 1, pages.previous, 'before', page === 0)}</li>
      ${pageNumbers(page, count).map((number) => html`<li>${numberView(number)}</li>`)}
      <li>${stepView(page + 1, pages.next, 'after', page === count - 1)}</li>
    </ul>
  </nav>`;

  function numberView(number: number | null): TemplateResult {
    if (number === null) return html`<span class="gap muted">…</span>`;
    const text = format.number(number + 1);
    return html`<button
      type="button"
      class="page"
      part="page ${number === page ? 'current-page' : ''}"
      aria-label=${pages.page(text)}
      aria-current=${number === page ? 'page' : nothing}
      @click=${() => {
        goTo(number);
      }}
    >
      ${text}
    </button>`;
  }

  function stepView(target: number, label: string, side: string, isOff: boolean): TemplateResult {
    return html`<button
      type="button"
      class="page ${side}"
      part="page"
      aria-label=${label}
      ?disabled=${isOff}
      @click=${() => {
        goTo(target);
      }}
    >
      ${iconView(iconChevronRight)}
    </button>`;
  }
}
