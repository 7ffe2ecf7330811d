import { html, nothing, type TemplateResult } from 'lit';
import type { TransactionsSnapshot } from '../../domain/snapshot.js';
import { errorText } from '../../i18n/index.js';
import { iconChartLine, iconX } from '../../theme/data-icons.js';
import { namedBankNoticeView } from '../shared/bank-notice.view.js';
import { emptyView } from '../shared/empty.view.js';
import { iconView } from '../shared/icon.view.js';
import { errorNoticeView, failedView } from '../shared/notice.view.js';
import { spendingBonesView } from './bones.view.js';
import { categoriesView, categoryName } from './categories.view.js';
import { chartView } from './chart.view.js';
import { figuresTableView } from './figures-table.view.js';
import { notesView } from './notes.view.js';
import { payeesView } from './payees.view.js';
import type { Looked, SpendingContext } from './spending-context.js';
import { summaryView } from './summary.view.js';

/** Spending in whatever state it is. */
export function spendingView(snapshot: TransactionsSnapshot, context: SpendingContext): TemplateResult {
  return html`<div class="title-line" part="header">
      <slot name="header"><h2 class="title" part="title">${context.messages.spending.label}</h2></slot>
      ${currenciesView(context)}
    </div>
    ${noticesView(snapshot, context)} ${bodyView(snapshot, context)}`;
}

function bodyView(snapshot: TransactionsSnapshot, context: SpendingContext): TemplateResult {
  const { spending, looked } = context;
  if (snapshot.status === 'failed') return failedView(snapshot.error, context);
  if (snapshot.status === 'loading' || !spending) return spendingBonesView();
  const { messages, names } = context;
  const words = messages.spending;
  const isReading = !snapshot.complete && !isStopped(snapshot);
  if (!looked) {
    if (snapshot.complete) return emptyView(iconChartLine, words.none, words.noneText);
    return isReading ? spendingBonesView() : html``;
  }
  const rows = looked.months.map(({ month, total }) => ({ ...total, name: names.brief(month) })).reverse();
  return html`${summaryView(looked, context)} ${chosenView(context)}
    <section class="card months-card" part="by-month">
      ${chartView(looked, isReading, context)}
      ${figuresTableView(words.byMonth, words.month, rows, looked.currency, context)}
    </section>
    <div class="parts">${categoriesView(looked, context)} ${payeesView(looked, context)}</div>
    ${notesView(context)}
    ${isReading ? html`<p class="small muted reading">${messages.transactions.readingOlder}</p>` : nothing}`;
}

/** One button for each currency: they are looked at one by one and never added up. */
function currenciesView({ spending, looked, messages, takeCurrency }: SpendingContext): unknown {
  const currencies = spending?.currencies ?? [];
  if (currencies.length < 2) return nothing;
  return html`<div class="currencies" role="group" aria-label=${messages.spending.currency} part="currencies">
    ${currencies.map(
      ({ currency }) =>
        html`<button
          type="button"
          class="small"
          aria-pressed=${currency === looked?.currency}
          @click=${() => {
            takeCurrency(currency);
          }}
        >
          ${currency === '' ? '–' : currency}
        </button>`,
    )}
  </div>`;
}

/** What is chosen, each with a way out. */
function chosenView(context: SpendingContext): unknown {
  const { chosen, choose, names, messages } = context;
  const chips = [
    chosen.month !== null && { text: names.long(chosen.month), rest: { ...chosen, month: null } },
    chosen.category !== null && {
      text: categoryName({ category: chosen.category }, context),
      rest: { ...chosen, category: null },
    },
  ].filter((chip) => chip !== false);
  if (chips.length === 0) return nothing;
  return html`<ul class="chosen" part="chosen">
    ${chips.map(
      ({ text, rest }) =>
        html`<li>
          <button
            type="button"
            class="chip"
            aria-label=${messages.spending.clear(text)}
            @click=${() => {
              choose(rest);
            }}
          >
            ${text} ${iconView(iconX)}
          </button>
        </li>`,
    )}
  </ul>`;
}

function noticesView(snapshot: TransactionsSnapshot, context: SpendingContext): unknown {
  const notices = snapshot.notices.map(({ entity, state }) => namedBankNoticeView(entity, state, context));
  const stale =
    snapshot.status === 'ready' && snapshot.stale
      ? errorNoticeView(snapshot.stale, context.messages, context.copier, context.retry)
      : nothing;
  const drawn = [...notices, stale].filter((notice) => notice !== nothing);
  return drawn.length === 0 ? nothing : html`<div class="card notices">${drawn}</div>`;
}

/** Nothing more comes by itself; the notices say why. A bank that is still handing over its data brings some. */
function isStopped(snapshot: TransactionsSnapshot): boolean {
  if (snapshot.status !== 'ready' || snapshot.refreshing) return false;
  return snapshot.stale !== null || snapshot.notices.some(({ state }) => state.status !== 'syncing');
}

/** What a screen reader hears, once for each new state. */
export function spendingAnnouncement(snapshot: TransactionsSnapshot, context: SpendingContext): string {
  const { messages, spending, looked } = context;
  if (snapshot.status === 'failed') return errorText(messages.errors, snapshot.error.code).title;
  if (looked) return chosenText(looked, context);
  if (snapshot.status === 'ready' && spending) {
    if (snapshot.complete) return messages.spending.none;
    if (isStopped(snapshot)) return '';
  }
  return messages.spending.loading;
}

function chosenText({ breakdown }: Looked, context: SpendingContext): string {
  const { chosen, names, messages, format } = context;
  const count = messages.transactions.loaded(format.count(breakdown.total.count));
  return chosen.month === null ? count : `${names.long(chosen.month)}: ${count}`;
}
