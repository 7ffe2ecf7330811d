import { html, nothing, type TemplateResult } from 'lit';
import { dateInZone, dayAt } from '../../domain/calendar.js';
import type { Transaction } from '../../domain/transaction.js';
import { accountLabel } from '../shared/account-label.js';
import { iconView } from '../shared/icon.view.js';
import { moneyView } from '../shared/money.view.js';
import { oneLine } from '../shared/text.js';
import { iconOf } from './category-icon.js';
import { extraView } from './extra.view.js';
import { transactionKey, type TransactionsContext } from './transactions-context.js';

/** One transaction: who, what for, how much; pressed, it opens its details below. */
export function rowView(transaction: Transaction, context: TransactionsContext): TemplateResult {
  const { open, toggle } = context;
  const { status } = transaction;
  const isOpen = open === transactionKey(transaction);
  const name = transactionName(transaction, context);
  return html`<li class="row ${status} ${isOpen ? 'open' : ''}" part="row ${status}">
    <button
      type="button"
      class="line"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => {
        toggle(transaction);
      }}
    >
      <span class="tile" part="icon">${iconView(iconOf(transaction))}</span>
      <span class="name one-line" part="description" dir="auto" title=${name}>${name}</span>
      ${metaView(transaction, context)}
      <span class="sum" part="amount">${sumView(transaction, context)}</span>
    </button>
    ${isOpen ? extraView(context, ({ detailsView }) => detailsView(transaction, context)) : nothing}
  </li>`;
}

/** What a transaction is called: the merchant, else the bank's text. */
export function transactionName(transaction: Transaction, { messages }: TransactionsContext): string {
  const { merchantName, description, reference } = transaction;
  return (
    oneLine(merchantName) || oneLine(description) || oneLine(reference) || messages.transactions.undescribed
  );
}

function metaView(transaction: Transaction, context: TransactionsContext): TemplateResult {
  const { messages, showsAccounts, accountOf } = context;
  const account = showsAccounts ? accountOf(transaction) : null;
  return html`<span class="meta small muted">
    <span class="category one-line">${kindText(transaction, context)}</span>
    ${
      account
        ? html`<span class="account one-line" dir="auto">${accountLabel(account, messages)}</span>`
        : nothing
    }
  </span>`;
}

/** Category, then what is not usual: a status other than booked, the day where no heading says it. */
function kindText(transaction: Transaction, context: TransactionsContext): string {
  const { messages, format, isGrouped, now, zoneOf } = context;
  const { category, direction, status, bookedAt } = transaction;
  const zone = zoneOf(transaction);
  const day = isGrouped || bookedAt === null ? null : dateInZone(bookedAt, zone);
  const parts = [
    day === null ? null : format.day(day, dayAt(now, zone)),
    category ? messages.categories[category] : direction && messages.directions[direction],
    status === 'booked' ? null : messages.transactionStatuses[status],
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function sumView(
  { money, direction }: Transaction,
  { format, messages }: TransactionsContext,
): TemplateResult {
  if (!money) return html`<span class="small muted unknown">${messages.transactions.amountUnknown}</span>`;
  const isCredit = direction === 'credit';
  return html`<span class=${isCredit ? 'credit' : ''}
    >${moneyView(format, money, isCredit ? 'always' : 'auto')}</span
  >`;
}
