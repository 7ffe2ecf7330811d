import { html, nothing, type TemplateResult } from 'lit';
import { dateInZone } from '../../domain/calendar.js';
import type { BankNotice, TransactionsSnapshot } from '../../domain/snapshot.js';
import type { Transaction } from '../../domain/transaction.js';
import { isFiltering } from '../../domain/transaction-filter.js';
import { iconSearch } from '../../theme/data-icons.js';
import { errorText } from '../../i18n/index.js';
import { bankNoticeView } from '../shared/bank-notice.view.js';
import { iconView } from '../shared/icon.view.js';
import { errorNoticeView, failedView } from '../shared/notice.view.js';
import { daysBonesView, rowBonesView } from './bones.view.js';
import { sliceGroups, type DayGroup } from './day-groups.js';
import { daysView } from './days.view.js';
import { pagesView } from './pages.view.js';
import { NO_FILTER, toolbarView } from './toolbar.view.js';
import type { TransactionsContext } from './transactions-context.js';

type Ready = Extract<TransactionsSnapshot, { status: 'ready' }>;

/** What the filter let through, in days. */
export interface Found {
  rows: readonly Transaction[];
  groups: readonly DayGroup[];
}

/** The list in whatever state it is. */
export function transactionsView(
  snapshot: TransactionsSnapshot,
  found: Found,
  context: TransactionsContext,
): TemplateResult {
  return html`<div class="title-line" part="header">
      <slot name="header"><h2 class="title" part="title">${context.messages.transactions.label}</h2></slot>
      ${snapshot.status === 'ready' ? countView(snapshot, context) : nothing}
    </div>
    ${noticesView(snapshot.notices, context)} ${bodyView(snapshot, found, context)}`;
}

function bodyView(snapshot: TransactionsSnapshot, found: Found, context: TransactionsContext): unknown {
  switch (snapshot.status) {
    case 'loading':
      return daysBonesView(context.hasToolbar);
    case 'failed':
      return failedView(snapshot.error, context);
    case 'ready':
      return readyView(snapshot, found, context);
  }
}

/** Older rows are still on their way. What a bank holds back is not: its notice says so. */
function isReading({ complete, refreshing }: Ready): boolean {
  return !complete && refreshing;
}

function readyView(snapshot: Ready, found: Found, context: TransactionsContext): TemplateResult {
  const { messages, copier, retry, hasToolbar } = context;
  const { transactions, stale } = snapshot;
  return html`${
    stale
      ? html`<div class="card stale" part="stale">${errorNoticeView(stale, messages, copier, retry)}</div>`
      : nothing
  }
  ${hasToolbar && transactions.length > 0 ? toolbarView(found.rows, context) : nothing}
  ${
    found.rows.length > 0
      ? listView(snapshot, found, context)
      : !isReading(snapshot)
        ? emptyView(snapshot, context)
        : rowBonesView(3)
  }`;
}

function listView(snapshot: Ready, { rows, groups }: Found, context: TransactionsContext): TemplateResult {
  const { mode, page, pageSize, shown, grow, messages } = context;
  if (mode === 'pages') {
    const start = page * pageSize;
    return html`${daysView(sliceGroups(groups, start, start + pageSize), context)}
    ${pagesView(rows.length, context)}`;
  }
  return html`${daysView(sliceGroups(groups, 0, shown), context)}
  ${
    shown < rows.length
      ? html`<button type="button" class="button quiet grow" part="more-button" @click=${grow}>
          ${messages.transactions.showMore}
        </button>`
      : isReading(snapshot)
        ? rowBonesView(2)
        : nothing
  }`;
}

function countView(snapshot: Ready, context: TransactionsContext): TemplateResult | typeof nothing {
  const { transactions } = snapshot;
  const { messages, format, zoneOf } = context;
  if (transactions.length === 0) return nothing;
  const oldest = transactions.findLast(({ bookedAt }) => bookedAt !== null);
  const day = oldest?.bookedAt == null ? null : dateInZone(oldest.bookedAt, zoneOf(oldest));
  const count = format.count(transactions.length);
  const text = isReading(snapshot)
    ? messages.transactions.readingOlder
    : day === null
      ? messages.transactions.loaded(count)
      : messages.transactions.since(count, format.month(day));
  return html`<p class="small muted" part="count">${text}</p>`;
}

function noticesView(notices: readonly BankNotice[], context: TransactionsContext): unknown {
  const drawn = notices
    .map(({ entity, state }) => bankNoticeView(entity, state, context))
    .filter((notice) => notice !== nothing);
  return drawn.map((notice) => html`<div class="card notices">${notice}</div>`);
}

/** No row to show: because there is none, because a notice above says why, or because of the filter. */
function emptyView(
  { transactions, notices }: Ready,
  context: TransactionsContext,
): TemplateResult | typeof nothing {
  const { transactions: words } = context.messages;
  if (transactions.length === 0 && notices.length > 0) return nothing;
  if (transactions.length === 0) {
    return html`<slot name="empty">
      <div class="card state centred" part="empty">
        <p class="notice-title">${words.none}</p>
        <p class="muted">${words.noneText}</p>
      </div>
    </slot>`;
  }
  return html`<div class="state centred" part="no-match">
    <span class="tile">${iconView(iconSearch)}</span>
    <p class="notice-title">${words.noMatch}</p>
    <p class="muted">${words.noMatchText}</p>
    <button
      type="button"
      class="button quiet"
      @click=${() => {
        context.change(NO_FILTER);
      }}
    >
      ${words.clearFilter}
    </button>
  </div>`;
}

/** What a screen reader hears, once for each new state. */
export function transactionsAnnouncement(
  snapshot: TransactionsSnapshot,
  { rows }: Found,
  context: TransactionsContext,
): string {
  const { messages, format, copier, filter } = context;
  if (copier.copied !== null) return messages.common.copied;
  if (snapshot.status === 'loading') return messages.transactions.loading;
  if (snapshot.status === 'failed') return errorText(messages.errors, snapshot.error.code).title;
  const { transactions, notices } = snapshot;
  if (isFiltering(filter)) return messages.transactions.results(format.count(rows.length));
  if (isReading(snapshot)) return messages.transactions.readingOlder;
  if (transactions.length === 0 && notices.length > 0) return '';
  return transactions.length === 0
    ? messages.transactions.none
    : messages.transactions.loaded(format.count(transactions.length));
}
