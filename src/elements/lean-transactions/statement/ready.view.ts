import { html, nothing, type TemplateResult } from 'lit';
import { iconSearch } from '../../../theme/data-icons.js';
import { iconView } from '../../shared/icon.view.js';
import { daysBonesView, rowBonesView } from '../bones.view.js';
import { withoutFilter } from './chips.js';
import { pagesView } from './pages.view.js';
import type { StatementContext } from './statement-context.js';
import { toolbarView } from './toolbar.view.js';

/** A list with rows, or about to have some: search and filters, the place for the rows, or why there is none. */
export function statementView(context: StatementContext): TemplateResult {
  const { found, hasToolbar, mode, isReading, isLoading } = context;
  const count = isLoading ? 0 : found.rows.length;
  return html`${hasToolbar ? toolbarView(context) : nothing} ${isLoading ? daysBonesView(false) : nothing}
    <div class="pool" part="list" ?hidden=${count === 0}></div>
    ${count === 0 && !isLoading ? (isReading ? rowBonesView(3) : noMatchView(context)) : nothing}
    ${count > 0 && mode === 'pages' ? pagesView(count, context) : nothing}
    ${count > 0 && mode === 'scroll' && isReading ? rowBonesView(2) : nothing}`;
}

/** The filter lets nothing through. */
function noMatchView(context: StatementContext): TemplateResult {
  const { words, change } = context;
  return html`<div class="state centred" part="no-match">
    <span class="tile">${iconView(iconSearch)}</span>
    <p class="notice-title">${words.noMatch}</p>
    <p class="muted">${words.noMatchText}</p>
    <button
      type="button"
      class="button quiet"
      @click=${() => {
        change(withoutFilter(context));
      }}
    >
      ${words.clearFilter}
    </button>
  </div>`;
}
