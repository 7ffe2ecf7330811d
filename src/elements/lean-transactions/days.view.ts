import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { dayAt } from '../../domain/calendar.js';
import type { Transaction } from '../../domain/transaction.js';
import { moneyView } from '../shared/money.view.js';
import type { DayGroup } from './day-groups.js';
import { rowView } from './row.view.js';
import { transactionKey, type TransactionsContext } from './transactions-context.js';

/** The rows under their days, or in one list where days are not asked for. */
export function daysView(groups: readonly DayGroup[], context: TransactionsContext): TemplateResult {
  return html`<div class="days" part="list">
    ${repeat(
      groups,
      ({ day }) => day,
      (group) => guard(dependenciesOf(group, context), () => dayView(group, context)),
    )}
  </div>`;
}

/** What a day's picture depends on; a long list is not drawn anew for a change elsewhere. */
function dependenciesOf({ day, transactions }: DayGroup, context: TransactionsContext): unknown[] {
  const { format, messages, showsAccounts, open, copier, extras, now, isGrouped } = context;
  const [first] = transactions;
  const hasOpen = transactions.some((transaction) => transactionKey(transaction) === open);
  const today = first ? dayAt(now, context.zoneOf(first)) : null;
  const account = first && context.accountOf(first);
  return [
    ...[day, first, transactions.length, transactions.at(-1), format, messages, showsAccounts, account],
    ...[
      today,
      isGrouped,
      hasOpen ? open : null,
      ...(hasOpen ? [copier.copied, extras.part, extras.error] : []),
    ],
  ];
}

function dayView({ day, transactions, totals }: DayGroup, context: TransactionsContext): TemplateResult {
  const { messages, format, now, zoneOf, isGrouped } = context;
  const [first] = transactions;
  const rows = html`<ul class="rows">
    ${repeat(transactions, transactionKey, (transaction: Transaction) => rowView(transaction, context))}
  </ul>`;
  if (!isGrouped || !first) return rows;
  const id = `day-${day ?? 'none'}`;
  const heading =
    day === null ? messages.transactions.undated : format.heading(day, dayAt(now, zoneOf(first)));
  return html`<section class="day" aria-labelledby=${id}>
    <div class="day-head small" part="day">
      <h3 id=${id}>${heading}</h3>
      ${
        totals.length === 0
          ? nothing
          : html`<p class="day-totals" part="day-total">
              ${totals.map((total) => moneyView(format, total, 'always'))}
            </p>`
      }
    </div>
    ${rows}
  </section>`;
}
