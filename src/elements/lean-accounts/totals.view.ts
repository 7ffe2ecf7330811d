import { html, nothing, type TemplateResult } from 'lit';
import { instantOf } from '../../domain/calendar.js';
import type { BankView } from '../../domain/snapshot.js';
import { iconEye, iconEyeOff } from '../../theme/data-icons.js';
import { iconView } from '../shared/icon.view.js';
import { hiddenMoneyView, moneyView } from '../shared/money.view.js';
import type { AccountsContext } from './accounts-context.js';
import { sumBonesView } from './bones.view.js';
import { totalsOf } from './totals.js';

/** What the customer came for: how much, how fresh. Currencies stand side by side and are never added. */
export function totalsView(banks: readonly BankView[], context: AccountsContext): TemplateResult {
  const { messages, format, showsTotals, hidesAmounts } = context;
  const totals = totalsOf(banks);
  const label = totals.isAvailable ? messages.accounts.totalAvailable : messages.accounts.totalBalance;
  const updated = updatedText(banks, context);
  return html`<div class="summary" part="summary">
    ${
      showsTotals && (totals.money.length > 0 || totals.isLoading)
        ? html`<div class="totals" part="totals">
            <p class="muted small">${label} ${amountsSwitchView(context)}</p>
            ${
              totals.money.length === 0
                ? sumBonesView()
                : html`<ul class="sums">
                    ${totals.money.map(
                      (sum) =>
                        html`<li class="sum">
                          ${hidesAmounts ? hiddenMoneyView(messages.accounts.hidden) : moneyView(format, sum)}
                        </li>`,
                    )}
                  </ul>`
            }
          </div>`
        : html`<div class="totals">${hasAmounts(banks) ? amountsSwitchView(context) : nothing}</div>`
    }
    <div class="freshness" part="freshness">
      <div class="age muted small">
        ${updated === null ? nothing : html`<p>${updated}</p>`}
        ${
          totals.uncounted > 0 && totals.money.length > 0 && showsTotals && !totals.isLoading
            ? html`<p>${messages.accounts.uncounted(format.count(totals.uncounted))}</p>`
            : nothing
        }
      </div>
      ${context.refreshView(context)}
    </div>
  </div>`;
}

/** Where no amount is known there is none to hide. */
function hasAmounts(banks: readonly BankView[]): boolean {
  return banks.some(({ accounts }) => accounts.some(({ balance }) => balance.status === 'ready'));
}

function amountsSwitchView({ hidesAmounts, messages, toggleAmounts }: AccountsContext): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    part="amounts-button"
    aria-label=${hidesAmounts ? messages.accounts.showAmounts : messages.accounts.hideAmounts}
    @click=${toggleAmounts}
  >
    ${iconView(hidesAmounts ? iconEyeOff : iconEye)}
  </button>`;
}

/** How old the oldest of what is shown is: a sum is only as fresh as that. */
function updatedText(banks: readonly BankView[], { messages, format, now }: AccountsContext): string | null {
  const times = banks.map((bank) => instantOf(bank.refreshedAt)).filter((time) => time !== null);
  if (times.length === 0) return null;
  return messages.accounts.updated(format.ago(Math.min(...times), now) ?? messages.common.justNow);
}
