import { html, nothing, type TemplateResult } from 'lit';
import { CATEGORIES, categoryOf } from '../../../domain/category.js';
import { dayAt, isCalendarDate } from '../../../domain/calendar.js';
import { DATE_PRESETS, presetOf, presetRange } from '../../../domain/date-presets.js';
import { TRANSACTION_ORDERS, typedAmount } from '../../../domain/transaction-filter.js';
import { accountLabel } from '../../shared/account-label.js';
import { presetText } from './chips.js';
import type { StatementContext } from './statement-context.js';

type Option = readonly [value: string, label: string];

/** The filters and the order, each a field of its own. */
export function filterPanelView(context: StatementContext): TemplateResult {
  const { messages, words, filter, change } = context;
  const { fields } = words;
  const [category = ''] = filter.categories.length === 1 ? filter.categories : [];
  return html`
    ${accountView(context)} ${daysView(context)}
    ${selectView(
      fields.category,
      category,
      [['', words.all], ...CATEGORIES.map((name): Option => [name, messages.categories[name]])],
      (value) => {
        const chosen = categoryOf(value);
        change({ categories: chosen ? [chosen] : [] });
      },
    )}
    ${selectView(
      fields.direction,
      filter.direction ?? '',
      [
        ['', words.anyDirection],
        ['credit', messages.directions.credit],
        ['debit', messages.directions.debit],
      ],
      (value) => {
        change({ direction: value === 'credit' || value === 'debit' ? value : null });
      },
    )}
    ${selectView(
      fields.status,
      filter.bookingStatus ?? '',
      [
        ['', words.all],
        ['booked', messages.transactionStatuses.booked],
        ['pending', messages.transactionStatuses.pending],
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
    ${selectView(
      fields.order,
      filter.order,
      TRANSACTION_ORDERS.map((order): Option => [order, words.orders[order]]),
      (value) => {
        change({ order: TRANSACTION_ORDERS.find((order) => order === value) ?? 'newest' });
      },
    )}
  `;
}

/** Which account; nothing where there is no choice. */
function accountView({ accounts, filter, messages, words, change }: StatementContext): unknown {
  if (accounts.length < 2) return nothing;
  const options = accounts.map((account): Option => [account.accountId, accountLabel(account, messages)]);
  return selectView(
    words.fields.account,
    filter.accountId ?? '',
    [['', words.allAccounts], ...options],
    (value) => {
      change({ accountId: value === '' ? null : value });
    },
  );
}

const CHOSEN = 'chosen';

/** A preset, or a first and a last day. */
function daysView(context: StatementContext): TemplateResult {
  const { filter, words, now, zoneOf, region, change, isChoosingDays, chooseDays } = context;
  const { from, to } = filter;
  const today = dayAt(now, zoneOf(null));
  const isOpen = from === null && to === null;
  const preset = isOpen ? '' : presetOf({ from, to }, today, region);
  const isCustom = isChoosingDays || preset === null;
  return html`
    ${selectView(
      words.fields.days,
      isCustom ? CHOSEN : preset,
      [
        ['', words.anyTime],
        ...DATE_PRESETS.map((name): Option => [name, presetText(name, context)]),
        [CHOSEN, words.chosenDays],
      ],
      (value) => {
        const chosen = DATE_PRESETS.find((name) => name === value);
        chooseDays(value === CHOSEN);
        if (value !== CHOSEN) change(chosen ? presetRange(chosen, today, region) : { from: null, to: null });
      },
    )}
    ${
      isCustom
        ? html`${dayView(words.fields.first, from, today, (day) => {
            change({ from: day });
          })}${dayView(words.fields.last, to, today, (day) => {
            change({ to: day });
          })}`
        : nothing
    }
  `;
}

function dayView(
  label: string,
  value: string | null,
  today: string,
  choose: (day: string | null) => void,
): TemplateResult {
  return html`<label class="field">
    <span class="small muted">${label}</span>
    <input
      type="date"
      max=${today}
      .value=${value ?? ''}
      @change=${(event: Event) => {
        const day = (event.currentTarget as HTMLInputElement).value;
        choose(isCalendarDate(day) ? day : null);
      }}
    />
  </label>`;
}

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
