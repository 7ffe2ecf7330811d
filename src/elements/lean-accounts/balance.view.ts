import { html, nothing, type TemplateResult } from 'lit';
import { balanceKindOf, type Balance } from '../../domain/balance.js';
import { dateInZone, dayAt, instantOf } from '../../domain/calendar.js';
import type { Money } from '../../domain/money.js';
import type { AccountView } from '../../domain/snapshot.js';
import { isBorrowed } from './totals.js';
import { inLine } from '../shared/money-text.js';
import { hiddenMoneyView, moneyView } from '../shared/money.view.js';
import type { AccountsContext } from './accounts-context.js';
import { balanceBonesView } from './bones.view.js';

/** An account's balance with its kind; "not shared" is not zero. */
export function balanceView(view: AccountView, context: AccountsContext): TemplateResult {
  const { balance } = view;
  const { messages, format, hidesAmounts } = context;
  switch (balance.status) {
    case 'loading':
      return html`${balanceBonesView(isBorrowed(view.account.type))} ${dueView(view, context)}
        <span class="unseen">${messages.accounts.balanceLoading}</span>`;
    case 'not-shared':
      return html`<span class="muted small">${messages.accounts.notShared}</span>`;
    case 'unavailable':
      return html`<span class="muted small">${messages.accounts.unavailable}</span>`;
    case 'ready':
      return html`<span class="amount" part="amount">
          ${
            hidesAmounts ? hiddenMoneyView(messages.accounts.hidden) : moneyView(format, balance.chosen.money)
          }
        </span>
        <span class="muted small kind">${kindView(view, balance.chosen, context)}</span>
        ${dueView(view, context)}`;
  }
}

/** The kind; when it was reckoned, by the clock for today's; the limit where there is one. */
function kindView({ account }: AccountView, balance: Balance, context: AccountsContext): TemplateResult {
  const { messages, format, now, zoneOf, hidesAmounts } = context;
  const zone = zoneOf(account);
  const today = dayAt(now, zone);
  const day = balance.at === null ? null : dateInZone(balance.at, zone);
  const time = day === balance.at?.trim() ? null : instantOf(balance.at);
  const kind = messages.balanceKinds[balanceKindOf(balance.type)];
  const isToday = day === today && time !== null;
  const when = isToday ? format.clock(time, zone) : day && format.day(day, today);
  const text = when === null ? kind : messages.accounts.kindOn(kind, when);
  const limit = isBorrowed(account.type) ? (balance.creditLimit ?? account.credit?.limit) : null;
  const amount = (money: Money): TemplateResult =>
    hidesAmounts ? hiddenMoneyView(messages.accounts.hidden) : moneyView(format, money);
  return html`<time title=${time === null ? nothing : format.moment(time, zone)}>${text}</time>${
      limit ? html` <span class="limit">${messages.accounts.creditLimit} ${amount(limit)}</span>` : nothing
    }`;
}

/** When a card's next payment is due, and how much of it where that may be seen. */
function dueView({ account }: AccountView, context: AccountsContext): unknown {
  const { messages, format, now, zoneOf, hidesAmounts } = context;
  const { dueDate = null, dueAmount = null } = account.credit ?? {};
  if (dueDate === null || dueAmount?.amount === '0') return nothing;
  const day = format.day(dueDate, dayAt(now, zoneOf(account)));
  const amount = hidesAmounts ? null : dueAmount;
  const { dueOn, amountDueOn } = messages.accounts;
  return html`<span class="small due" part="due"
    >${amount ? amountDueOn(inLine(format, amount), day) : dueOn(day)}</span
  >`;
}
