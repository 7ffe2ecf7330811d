import { html, nothing, type TemplateResult } from 'lit';
import { balanceKindOf, type Balance } from '../../domain/balance.js';
import { dateInZone, dayAt } from '../../domain/calendar.js';
import type { AccountView } from '../../domain/snapshot.js';
import { isBorrowed } from './totals.js';
import { hiddenMoneyView, moneyView } from '../shared/money.view.js';
import type { AccountsContext } from './accounts-context.js';

/** An account's balance with its kind; "not shared" is not zero. */
export function balanceView(view: AccountView, context: AccountsContext): TemplateResult {
  const { balance } = view;
  const { messages, format, hidesAmounts } = context;
  switch (balance.status) {
    case 'loading':
      return html`<span class="bone amount-bone"></span>
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
        <span class="muted small kind">${kindView(view, balance.chosen, context)}</span>`;
  }
}

/** The kind, the day where it is not today's, the limit where there is one. */
function kindView({ account }: AccountView, balance: Balance, context: AccountsContext): TemplateResult {
  const { messages, format, now, zoneOf, hidesAmounts } = context;
  const zone = zoneOf(account);
  const today = dayAt(now, zone);
  const day = balance.at === null ? null : dateInZone(balance.at, zone);
  const kind = messages.balanceKinds[balanceKindOf(balance.type)];
  const text = day === null || day === today ? kind : messages.accounts.kindOn(kind, format.day(day, today));
  const limit = hidesAmounts || !isBorrowed(account.type) ? null : balance.creditLimit;
  return html`${text}${
    limit ? html`${' · '}${messages.accounts.creditLimit} ${moneyView(format, limit)}` : nothing
  }`;
}
