import { html, type TemplateResult } from 'lit';
import { CATEGORIES, categoryOf } from '../../domain/category.js';
import { typedAmount } from '../../domain/transaction-filter.js';
import type { TransactionsContext } from './transactions-context.js';

/** The filters, each a field of its own. */
export function filterPanelView(context: TransactionsContext): TemplateResult {
  const { messages, filter, change } = context;
  const { transactions: words, categories, directions, transactionStatuses } = messages;
  const { fields } = words;
  const [category = ''] = filter.categories.length === 1 ? filter.categories : [];
  return html`
    ${selectView(
      fields.category,
      category,
      [['', words.anyCategory], ...CATEGORIES.map((name): Option => [name, categories[name]])],
      (value) => {
        const chosen = categoryOf(value);
        change({ categories: chosen ? [chosen] : [] });
      },
    )}
    ${selectView(
      fields.amount,
      filter.direction ?? '',
      [
        ['', words.anyDirection],
        ['credit', directions.credit],
        ['debit', directions.debit],
      ],
      (value) => {
        change({ direction: value === 'credit' || value === 'debit' ? value : null });
      },
    )}
    ${selectView(
      fields.status,
      filter.bookingStatus ?? '',
      [
        ['', words.anyStatus],
        ['booked', transactionStatuses.booked],
        ['pending', transactionStatuses.pending],
      ],
      (value) => {
        change({ bookingStatus: value === 'booked' || value === 'pending' ? value : null });
      },
    )}
    ${amountView(fields.minimum, filter.minAmount, (minAmount) => {
      change({ minAmount });
    })}
    ${amountView(fields.maximum, filter.maxAmount, (maxAmount) => {
      change({ maxAmount });
    })}
  `;
}

type Option = [value: string, label: string];

function selectView(
  label: string,
  value: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="field">
    <span class="small muted">${label}</span>
    <select
      @change=${(event: Event) => {
        choose((event.currentTarget as HTMLSelectElement).value);
      }}
    >
      ${options.map(
        ([name, text]) => html`<option value=${name} .selected=${name === value}>${text}</option>`,
      )}
    </select>
  </label>`;
}

function amountView(
  label: string,
  value: string | null,
  choose: (value: string | null) => void,
): TemplateResult {
  return html`<label class="field">
    <span class="small muted">${label}</span>
    <input
      class="figures"
      inputmode="decimal"
      autocomplete="off"
      .value=${value ?? ''}
      @change=${(event: Event) => {
        choose(typedAmount((event.currentTarget as HTMLInputElement).value));
      }}
    />
  </label>`;
}
