import { html, nothing, type TemplateResult } from 'lit';
import { calendarDay, instantOf } from '../../../domain/calendar.js';
import type { Transaction } from '../../../domain/transaction.js';
import { accountLabel } from '../../shared/account-label.js';
import { copyButtonView } from '../../shared/copy-button.view.js';
import { moneyView } from '../../shared/money.view.js';
import { wholeText } from '../../shared/text.js';
import type { StatementContext } from './statement-context.js';

/** Every field the bank gave, each with its name; fields it left out are not drawn. */
export function detailsView(transaction: Transaction, context: StatementContext): TemplateResult {
  const { messages, words, format, accountOf, copier } = context;
  const { fields } = words;
  const { money, status, category, direction } = transaction;
  const account = accountOf(transaction.accountId);
  return html`<dl class="details" part="details">
    ${fieldView(fields.description, textView(transaction.description))}
    ${fieldView(fields.merchant, textView(transaction.merchantName))}
    ${fieldView(fields.direction, direction && messages.directions[direction])}
    ${fieldView(fields.amount, money && moneyView(format, money, direction === 'credit' ? 'always' : 'auto'))}
    ${fieldView(fields.status, sentence(messages.transactionStatuses[status], context))}
    ${fieldView(status === 'pending' ? fields.made : fields.booked, momentText(transaction.bookedAt, transaction, context))}
    ${fieldView(fields.value, momentText(transaction.valueAt, transaction, context))}
    ${fieldView(fields.category, category && messages.categories[category])}
    ${fieldView(fields.type, textView(typeText(transaction.type, context)))}
    ${fieldView(fields.reference, textView(transaction.reference))}
    ${fieldView(fields.account, account && html`<bdi>${accountLabel(account, messages)}</bdi>`)}
    ${fieldView(
      fields.id,
      html`<bdi class="id">${transaction.transactionId}</bdi>${copyButtonView(
          copier,
          transactionKey(transaction),
          transaction.transactionId,
          messages.common.copy,
          messages,
        )}`,
    )}
  </dl>`;
}

/** A word as the start of a line. */
function sentence(word: string, { lang }: StatementContext): string {
  return word.charAt(0).toLocaleUpperCase(lang) + word.slice(1);
}

/** Lean's own word for the type, made readable: there is no closed list to translate. */
function typeText(type: string | null, context: StatementContext): string | null {
  return type === null ? null : sentence(type.toLowerCase().replaceAll('_', ' '), context);
}

function fieldView(label: string, value: unknown): TemplateResult | typeof nothing {
  return value === null || value === ''
    ? nothing
    : html`<div>
        <dt class="small muted">${label}</dt>
        <dd>${value}</dd>
      </div>`;
}

function textView(text: string | null): TemplateResult | null {
  const whole = wholeText(text);
  return whole === '' ? null : html`<bdi>${whole}</bdi>`;
}

/** A bare day as a date, an instant with its time in the bank's zone, anything else as the bank wrote it. */
function momentText(text: string | null, transaction: Transaction, context: StatementContext): string | null {
  if (text === null) return null;
  const { format, zoneOf } = context;
  const day = calendarDay(text);
  if (day !== null) return format.date(day);
  const time = instantOf(text);
  return time === null ? wholeText(text) : format.moment(time, zoneOf(transaction.accountId));
}

/** What a row is told apart by: banks number their transactions per account. */
function transactionKey({ accountId, transactionId }: Transaction): string {
  return `${accountId ?? ''}/${transactionId}`;
}
