import { html, nothing, type TemplateResult } from 'lit';
import type { AccountView } from '../../domain/snapshot.js';
import { iconEye, iconEyeOff } from '../../theme/data-icons.js';
import { copyButtonView } from '../shared/copy-button.view.js';
import { iconView } from '../shared/icon.view.js';
import { accountName } from '../shared/account-label.js';
import { accountKind, accountNumber } from './account-number.js';
import type { AccountsContext } from './accounts-context.js';
import { balanceView } from './balance.view.js';

/** One account. Where it can be chosen, its name is the button and covers the row; the number's buttons lie above it. */
export function accountRowView(view: AccountView, id: string, context: AccountsContext): TemplateResult {
  const { account } = view;
  const { messages, selected, isSelectable, select } = context;
  const name = accountName(account, messages);
  const isSelected = isSelectable && account.accountId === selected;
  return html`<li
    class="account ${isSelected ? 'selected' : ''}"
    part="account ${isSelected ? 'selected' : ''}"
  >
    <div class="who">
      ${
        isSelectable
          ? html`<button
              type="button"
              class="choose"
              aria-pressed=${isSelected ? 'true' : 'false'}
              aria-describedby="${id}-number ${id}-balance"
              @click=${() => {
                select(view);
              }}
            >
              ${nameView(name)}
            </button>`
          : html`<span class="choose">${nameView(name)}</span>`
      }
      <div class="more" id="${id}-number">
        ${kindText(view, context)}${numberView(view, name, context)}${statusView(view, context)}
      </div>
    </div>
    <div class="balance" part="balance" id="${id}-balance">${balanceView(view, context)}</div>
  </li>`;
}

function nameView(name: string): TemplateResult {
  return html`<span class="one-line" part="account-name" dir="auto" title=${name}>${name}</span>`;
}

function kindText({ account }: AccountView, { messages }: AccountsContext): unknown {
  const kind = accountKind(account, messages);
  return kind === null ? nothing : html`<span class="type">${kind}</span>`;
}

/** A chip where the account is not simply open. */
function statusView({ account: { status } }: AccountView, { messages }: AccountsContext): unknown {
  return status === 'enabled' || status === 'unknown'
    ? nothing
    : html`<span class="chip" part="account-status">${messages.accountStatuses[status]}</span>`;
}

function numberView({ account }: AccountView, name: string, context: AccountsContext): unknown {
  const number = accountNumber(account);
  if (!number) return nothing;
  const { messages, revealed, reveal, copier } = context;
  const isShown = revealed.has(account.accountId);
  const words = messages.accounts;
  return html`<span class="digits">
    <span class="figures ${isShown ? 'whole' : ''}" part="account-number" translate="no"
      >${isShown ? number.whole : number.masked}</span
    >
    ${
      number.isWhole
        ? html`<button
            type="button"
            class="icon-button"
            aria-pressed=${isShown ? 'true' : 'false'}
            aria-label=${isShown ? words.hideNumber(name) : words.showNumber(name)}
            @click=${() => {
              reveal(account);
            }}
          >
            ${iconView(isShown ? iconEyeOff : iconEye)}
          </button>`
        : nothing
    }
    ${
      isShown
        ? copyButtonView(
            copier,
            account.accountId,
            number.whole.replaceAll(' ', ''),
            words.copyNumber(name),
            messages,
          )
        : nothing
    }
  </span>`;
}
