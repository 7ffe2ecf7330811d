import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dateInZone, dayAt } from '../../domain/calendar.js';
import { lastSharedDay, sharingOf } from '../../domain/sharing.js';
import type { BankState, BankView } from '../../domain/snapshot.js';
import type { Messages } from '../../i18n/index.js';
import { bankHeadView } from '../shared/bank-head.view.js';
import { bankName } from '../shared/bank-look.js';
import { bankNoticeView } from '../shared/bank-notice.view.js';
import { accountRowView } from './account-row.view.js';
import type { AccountsContext } from './accounts-context.js';
import { accountBonesView } from './bones.view.js';

/** One bank: who it is, what is to be said about it, its accounts. */
export function bankView(bank: BankView, index: number, context: AccountsContext): TemplateResult {
  const { lang, messages } = context;
  const { entity, state, accounts } = bank;
  const name = bankName(entity?.bank ?? null, lang, messages);
  const id = `bank-${String(index)}`;
  return html`<section class="bank card" part="bank" role="group" aria-labelledby=${id}>
    ${
      entity
        ? bankHeadView({ bank: entity.bank, name, id }, sharingView(bank, context), chipView(state, messages))
        : html`<h3 class="unseen" id=${id}>${name}</h3>`
    }
    ${bankNoticeView(entity, state, context)}
    <ul class="accounts" part="accounts">
      ${repeat(
        accounts,
        ({ account }) => account.accountId,
        (account, row) => accountRowView(account, `${id}-${String(row)}`, context),
      )}
    </ul>
    ${accounts.length === 0 ? noAccountsView(state, messages) : nothing}
  </section>`;
}

function noAccountsView(state: BankState, messages: Messages): TemplateResult | typeof nothing {
  if (state.status === 'loading' || state.status === 'syncing') return accountBonesView();
  return state.status === 'ready'
    ? html`<p class="state muted">${messages.accounts.bankHasNone}</p>`
    : nothing;
}

/** How long the customer shares the bank; where something is wrong, how old what is shown is. */
function sharingView(bank: BankView, context: AccountsContext): TemplateResult | typeof nothing {
  const { messages, format, now, zoneOf } = context;
  const { entity, state, accounts, refreshedAt } = bank;
  const zone = zoneOf(accounts[0]?.account ?? null);
  const isWell = state.status === 'ready' || state.status === 'syncing' || state.status === 'loading';
  const read = refreshedAt === null ? null : dateInZone(refreshedAt, zone);
  const sharing = entity && isWell ? sharingOf(entity, now) : null;
  const until = sharing?.status === 'active' && sharing.until ? lastSharedDay(sharing.until, zone) : null;
  const text =
    until !== null
      ? messages.banks.sharedUntil(format.date(until))
      : read !== null && !isWell && accounts.length > 0
        ? messages.banks.readOn(format.day(read, dayAt(now, zone)))
        : null;
  return text === null ? nothing : html`<p class="small muted">${text}</p>`;
}

const CHIPS: Partial<Record<BankState['status'], [tone: string, text: keyof Messages['banks']]>> = {
  syncing: ['', 'syncing'],
  'still-working': ['', 'stillWorking'],
  ready: ['calm', 'connected'],
  'reconnect-required': ['warning', 'needsYou'],
  'consent-expired': ['warning', 'ended'],
  failed: ['failure', 'failed'],
};

function chipView(state: BankState, { banks }: Messages): TemplateResult | typeof nothing {
  const isGone = state.status === 'failed' && state.error.code === 'not_found';
  const [tone = '', key] = CHIPS[isGone ? 'consent-expired' : state.status] ?? [];
  const text = key && banks[key];
  return typeof text === 'string'
    ? html`<span class="chip ${tone}" part="bank-status" .textContent=${text}></span>`
    : nothing;
}
