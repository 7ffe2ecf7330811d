import { html, nothing, type TemplateResult } from 'lit';
import { isFiltering, type TransactionFilter } from '../../domain/transaction-filter.js';
import type { Money } from '../../domain/money.js';
import type { Transaction } from '../../domain/transaction.js';
import { iconSearch, iconSlidersHorizontal, iconX } from '../../theme/data-icons.js';
import { iconView } from '../shared/icon.view.js';
import { moneyView } from '../shared/money.view.js';
import { sumsOf } from './day-groups.js';
import { extraView } from './extra.view.js';
import type { TransactionsContext } from './transactions-context.js';

/** Search, filters, and what they come to. */
export function toolbarView(found: readonly Transaction[], context: TransactionsContext): TemplateResult {
  const { messages, filter, isPanelOpen, change, togglePanel } = context;
  const words = messages.transactions;
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
      <button
        type="button"
        class="tool"
        part="filter-button"
        aria-expanded=${isPanelOpen ? 'true' : 'false'}
        aria-controls="panel"
        @click=${togglePanel}
      >
        ${iconView(iconSlidersHorizontal)}<span>${words.filter}</span>
      </button>
    </div>
    <div id="panel" class="panel" part="filters" ?hidden=${!isPanelOpen}>
      ${isPanelOpen ? extraView(context, ({ filterPanelView }) => filterPanelView(context)) : nothing}
    </div>
    ${isFiltering(filter) ? resultView(found, context) : nothing}`;
}

/** The filters as chips that can be taken away, the count, and the money in and out. */
function resultView(found: readonly Transaction[], context: TransactionsContext): TemplateResult {
  const { messages, format, filter, change } = context;
  const words = messages.transactions;
  const chips = chipsOf(filter, context);
  const credits = sumsOf(found.filter(({ direction }) => direction === 'credit'));
  const debits = sumsOf(found.filter(({ direction }) => direction === 'debit'));
  return html`<div class="result small" part="result">
    ${chips.map(
      ({ label, without }) =>
        html`<button
          type="button"
          class="chip"
          part="chip"
          aria-label=${words.removeFilter(label)}
          @click=${() => {
            change(without);
          }}
        >
          ${label}${iconView(iconX)}
        </button>`,
    )}
    <p class="muted">
      ${words.results(format.count(found.length))}${flowView(credits, words.moneyIn)}${flowView(debits, words.moneyOut)}
    </p>
    ${
      chips.length > 1
        ? html`<button
            type="button"
            class="link"
            @click=${() => {
              change(NO_FILTER);
            }}
          >
            ${words.clearFilter}
          </button>`
        : nothing
    }
  </div>`;

  function flowView(sums: readonly Money[], word: string): unknown {
    return sums.length === 0
      ? nothing
      : html`${' · '}${sums.map((sum) => html`${moneyView(format, sum, 'never')}${' '}`)}${word}`;
  }
}

/** A filter that asks nothing of the rows; the days asked for stay as they are. */
export const NO_FILTER: Omit<TransactionFilter, 'from' | 'to'> = {
  search: '',
  categories: [],
  direction: null,
  bookingStatus: null,
  minAmount: null,
  maxAmount: null,
};

interface Chip {
  label: string;
  without: Partial<TransactionFilter>;
}

function chipsOf(filter: TransactionFilter, { messages, format }: TransactionsContext): Chip[] {
  const { categories, direction, bookingStatus, minAmount, maxAmount } = filter;
  const words = messages.transactions;
  const amount = (text: string): string => format.moneyText({ amount: text, currency: '' });
  const chips: (Chip | null)[] = [
    ...categories.map((category) => ({
      label: messages.categories[category],
      without: { categories: categories.filter((other) => other !== category) },
    })),
    direction && { label: messages.directions[direction], without: { direction: null } },
    bookingStatus && {
      label: messages.transactionStatuses[bookingStatus],
      without: { bookingStatus: null },
    },
    minAmount === null ? null : { label: words.atLeast(amount(minAmount)), without: { minAmount: null } },
    maxAmount === null ? null : { label: words.atMost(amount(maxAmount)), without: { maxAmount: null } },
  ];
  return chips.filter((chip) => chip !== null);
}
