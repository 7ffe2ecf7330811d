import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AccountsSnapshot, BankView } from '../../domain/snapshot.js';
import { errorText } from '../../i18n/index.js';
import { iconLandmark } from '../../theme/data-icons.js';
import { bankKey } from '../shared/bank-key.js';
import { emptyView } from '../shared/empty.view.js';
import { failedView } from '../shared/notice.view.js';
import { staleView } from '../shared/stale.view.js';
import type { AccountsContext } from './accounts-context.js';
import { bankView } from './bank.view.js';
import { accountsBonesView, totalsBonesView } from './bones.view.js';
import { totalsView } from './totals.view.js';

/** The accounts in whatever state they are. */
export function accountsView(snapshot: AccountsSnapshot, context: AccountsContext): TemplateResult {
  const { none, noneText } = context.messages.accounts;
  switch (snapshot.status) {
    case 'loading':
      return accountsBonesView(context.showsTotals);
    case 'failed':
      return failedView(snapshot.error, context);
    case 'ready':
      return snapshot.banks.length === 0
        ? emptyView(iconLandmark, none, noneText)
        : banksView(snapshot, context);
  }
}

function banksView(
  { banks, stale }: Extract<AccountsSnapshot, { status: 'ready' }>,
  context: AccountsContext,
): TemplateResult {
  const hasAccounts = banks.some((bank) => bank.accounts.length > 0);
  const isComing = banks.some(({ state }) => state.status === 'loading' || state.status === 'syncing');
  return html`${
    hasAccounts ? totalsView(banks, context) : isComing ? totalsBonesView(context.showsTotals) : nothing
  }
  ${staleView(stale, context)}
  ${repeat(context.cut(banks), bankKey, (bank, index) => bankView(bank, index, context))}`;
}

/** What a screen reader hears, once for each new state. */
export function accountsAnnouncement(snapshot: AccountsSnapshot, context: AccountsContext): string {
  const { messages, format, copier } = context;
  if (copier.copied !== null) return messages.common.copied;
  if (snapshot.status === 'loading') return messages.accounts.loading;
  if (snapshot.status === 'failed') return errorText(messages.errors, snapshot.error.code).title;
  const { banks } = snapshot;
  if (banks.length === 0) return messages.accounts.none;
  if (!isSettled(banks)) return messages.accounts.loading;
  const count = banks.reduce((sum, bank) => sum + bank.accounts.length, 0);
  // Where no bank could be read, its notice says why; a count would be untrue.
  const isRead = count > 0 || banks.some(({ state }) => state.status === 'ready');
  return isRead ? messages.accounts.loaded(format.count(count)) : '';
}

function isSettled(banks: readonly BankView[]): boolean {
  return banks.every(({ state }) => state.status !== 'loading');
}
