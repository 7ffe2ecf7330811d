import { html, nothing, type TemplateResult } from 'lit';
import { isFiltering } from '../../../domain/transaction-filter.js';
import { iconDownload, iconSearch, iconSlidersHorizontal } from '../../../theme/data-icons.js';
import type { Icon } from '../../../theme/index.js';
import { iconView } from '../../shared/icon.view.js';
import { extraView } from './extra.view.js';
import { resultView } from './result.view.js';
import type { PanelName, StatementContext } from './statement-context.js';

/** Search, filters, export, and what was found. */
export function toolbarView(context: StatementContext): TemplateResult {
  const { words, filter, openPanel, change, extras, isLoading } = context;
  return html`<div class="tools" part="toolbar" role="search">
      <label class="search" part="search">
        ${iconView(iconSearch)}
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          placeholder=${words.search}
          aria-label=${words.search}
          .value=${filter.search}
          @input=${(event: InputEvent) => {
            change({ search: (event.currentTarget as HTMLInputElement).value });
          }}
        />
      </label>
      ${toolView('filters', 'filter-button', iconSlidersHorizontal, words.filter)}
      ${toolView('export', 'export-button', iconDownload, words.exports.button)}
    </div>
    <div id="filters" class="panel" part="filters" ?hidden=${openPanel !== 'filters'}>
      ${openPanel === 'filters' ? extraView(extras, context, (part) => part.filterPanelView(context)) : nothing}
    </div>
    <div id="export" class="panel" part="export" ?hidden=${openPanel !== 'export'}>
      ${openPanel === 'export' ? extraView(extras, context, (part) => part.exportPanelView(context.exportOf(part), context)) : nothing}
    </div>
    ${!isLoading && (isFiltering(filter) || filter.accountId !== null) ? resultView(context) : nothing}`;

  function toolView(panel: PanelName, part: string, icon: Icon, label: string): TemplateResult {
    return html`<button
      type="button"
      class="tool"
      part=${part}
      aria-expanded=${openPanel === panel ? 'true' : 'false'}
      aria-controls=${panel}
      @click=${() => {
        context.togglePanel(panel);
      }}
    >
      ${iconView(icon)}<span>${label}</span>
    </button>`;
  }
}
