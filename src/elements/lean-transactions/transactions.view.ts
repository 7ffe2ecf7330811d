import { html, nothing, type TemplateResult } from 'lit';
import type { BankNotice, TransactionsSnapshot } from '../../domain/snapshot.js';
import { errorText } from '../../i18n/index.js';
import { namedBankNoticeView } from '../shared/bank-notice.view.js';
import { cssVariable } from '../shared/css-variable.js';
import { emptyView } from '../shared/empty.view.js';
import { failedView } from '../shared/notice.view.js';
import { staleView } from '../shared/stale.view.js';
import { daysBonesView } from './bones.view.js';
import type { TransactionsContext } from './transactions-context.js';

/** What the element's frame has to know of the rows. */
export interface RowsKnown {
  /** How many there are, and how many the filter lets through. */
  total: number;
  count: number;
  isFiltering: boolean;
  /** The day of the oldest, or null. */
  oldest: string | null;
  isReading: boolean;
  /** The list itself. */
  list: unknown;
}

/** What the element's frame is drawn from. */
export interface FrameContext extends TransactionsContext {
  direction: 'ltr' | 'rtl';
  /** The language's words are on their way: nothing is said. */
  isSilent: boolean;
  /** The page's colour behind the element, or null. */
  background: string | null;
  hasToolbar: boolean;
  /** The customer is near. */
  approach: () => void;
}

/** Everything, in the page's language. */
export function frameView(
  snapshot: TransactionsSnapshot,
  rows: RowsKnown | null,
  context: FrameContext,
): TemplateResult {
  const { lang, direction, messages, isSilent, background, approach } = context;
  return html`<div
    class="root ${background === null ? 'frosted' : ''}"
    part="base"
    role="region"
    lang=${lang}
    dir=${direction}
    aria-label=${messages.transactions.label}
    aria-busy=${snapshot.status === 'loading' ? 'true' : 'false'}
    ${cssVariable('--_ground', background)}
    @pointerenter=${approach}
    @focusin=${approach}
  >
    <p class="unseen" role="status" .textContent=${isSilent ? '' : announcement(snapshot, rows, context)}></p>
    <div class="sizes" aria-hidden="true"><i></i><i></i><i></i></div>
    ${transactionsView(snapshot, rows, context)}
    <slot name="footer"></slot>
  </div>`;
}

/** The element in whatever state it is; `rows` is null until the part that draws them has come. */
function transactionsView(
  snapshot: TransactionsSnapshot,
  rows: RowsKnown | null,
  context: FrameContext,
): TemplateResult {
  return html`<div class="title-line" part="header">
      <slot name="header"><h2 class="title" part="title">${context.messages.transactions.label}</h2></slot>
      ${rows && rows.total > 0 ? countView(rows, context) : nothing}
    </div>
    ${noticesView(snapshot.notices, context)} ${bodyView()}`;

  function bodyView(): TemplateResult {
    if (snapshot.status === 'failed') return failedView(snapshot.error, context);
    if (!rows) return daysBonesView(context.hasToolbar);
    const stale = snapshot.status === 'ready' ? snapshot.stale : null;
    // What can be pressed stays where it is while rows come: the same picture holds it before and after.
    const hasList = snapshot.status === 'loading' || rows.total > 0 || rows.isReading;
    const { none, noneText } = context.messages.transactions;
    return html`${staleView(stale, context)}
    ${hasList ? rows.list : snapshot.notices.length > 0 ? nothing : emptyView(null, none, noneText)}`;
  }
}

/** How many transactions there are, and since when. */
export function countView(
  { total, oldest, isReading }: Pick<RowsKnown, 'total' | 'oldest' | 'isReading'>,
  context: TransactionsContext,
): TemplateResult {
  const { messages, format } = context;
  const count = format.count(total);
  const text = isReading
    ? messages.transactions.readingOlder
    : oldest === null
      ? messages.transactions.loaded(count)
      : messages.transactions.since(count, format.month(oldest));
  return html`<p class="small muted" part="count">${text}</p>`;
}

function noticesView(notices: readonly BankNotice[], context: TransactionsContext): unknown {
  const drawn = notices
    .map(({ entity, state }) => namedBankNoticeView(entity, state, context))
    .filter((notice) => notice !== nothing);
  return drawn.map((notice) => html`<div class="card notices">${notice}</div>`);
}

/** What a screen reader hears, once for each new state. */
function announcement(
  snapshot: TransactionsSnapshot,
  rows: RowsKnown | null,
  { messages, format, copier }: TransactionsContext,
): string {
  const words = messages.transactions;
  if (copier.copied !== null) return messages.common.copied;
  if (snapshot.status === 'failed') return errorText(messages.errors, snapshot.error.code).title;
  if (snapshot.status === 'loading' || !rows) return words.loading;
  if (rows.isFiltering) return words.results(format.count(rows.count));
  if (rows.isReading) return words.readingOlder;
  if (rows.total > 0) return words.loaded(format.count(rows.total));
  return snapshot.notices.length > 0 ? '' : words.none;
}
