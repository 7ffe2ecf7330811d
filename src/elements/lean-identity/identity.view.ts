import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { IdentityBankView, IdentitySnapshot } from '../../domain/identity-snapshot.js';
import { errorText } from '../../i18n/index.js';
import { iconClock, iconEyeOff, iconLandmark } from '../../theme/data-icons.js';
import { bankHeadView } from '../shared/bank-head.view.js';
import { bankName } from '../shared/bank-look.js';
import { bankNoticeView } from '../shared/bank-notice.view.js';
import { emptyView } from '../shared/empty.view.js';
import { iconView } from '../shared/icon.view.js';
import { failedView, noticeView } from '../shared/notice.view.js';
import type { IdentityContext } from './identity-context.js';
import { personView } from './person.view.js';

/** The persons in whatever state they are. */
export function identityView(snapshot: IdentitySnapshot, context: IdentityContext): TemplateResult {
  switch (snapshot.status) {
    case 'loading':
      return identityBonesView();
    case 'failed':
      return failedView(snapshot.error, context);
    case 'ready':
      return readyView(snapshot.banks, context);
  }
}

function readyView(banks: readonly IdentityBankView[], context: IdentityContext): TemplateResult {
  const { none, noneText } = context.messages.identity;
  if (banks.length === 0) return emptyView(iconLandmark, none, noneText);
  // The backend has it switched off for every bank: one sentence says it.
  if (banks.every(isOff)) return offView(context);
  return html`${repeat(
    banks,
    ({ entity }) => entity.entityId,
    (bank, index) => bankView(bank, index, context),
  )}`;
}

function isOff({ state }: IdentityBankView): boolean {
  return state.status === 'failed' && state.error.code === 'identity_off';
}

function bankView(bank: IdentityBankView, index: number, context: IdentityContext): TemplateResult {
  const { lang, messages } = context;
  const { entity, state, persons } = bank;
  const name = bankName(entity.bank, lang, messages);
  const id = `bank-${String(index)}`;
  return html`<section class="bank card" part="bank" role="group" aria-labelledby=${id}>
    ${bankHeadView({ bank: entity.bank, name, id })} ${noticeOf(bank, context)}
    ${
      persons.length > 0
        ? html`<ul>
            ${persons.map((person, at) => personView(person, `${id}-${String(at)}`, context))}
          </ul>`
        : nothing
    }
    ${persons.length === 0 && (state.status === 'loading' || state.status === 'syncing') ? personBonesView() : nothing}
    ${persons.length === 0 && state.status === 'ready' ? html`<p class="state muted">${messages.identity.empty}</p>` : nothing}
  </section>`;
}

function noticeOf({ entity, state }: IdentityBankView, context: IdentityContext): unknown {
  const words = context.messages.identity;
  if (state.status === 'failed' && state.error.code === 'permission_missing') {
    return noticeView({ tone: 'plain', icon: iconEyeOff, text: words.notShared });
  }
  if (state.status === 'syncing') return noticeView({ tone: 'plain', icon: iconClock, text: words.loading });
  return bankNoticeView(entity, state, context);
}

/** Nothing is wrong: the host chose not to ask. */
function offView({ messages }: IdentityContext): TemplateResult {
  const { title, text } = errorText(messages.errors, 'identity_off');
  return html`<slot name="error">
    <div class="card state centred" part="error">
      <span class="tile">${iconView(iconEyeOff)}</span>
      <p class="notice-title">${title}</p>
      <p class="muted">${text}</p>
    </div>
  </slot>`;
}

function personBonesView(): TemplateResult {
  return html`<div class="person" aria-hidden="true">
    <div class="person-head">
      <div class="person-who"><span class="bone name-bone"></span></div>
      <span class="bone button-bone"></span>
    </div>
    <div class="fields">
      ${['', '', '', '', 'address'].map(
        (field) =>
          html`<div class=${field}>
            <span class="bone label-bone"></span><span class="bone value-bone"></span>
          </div>`,
      )}
    </div>
  </div>`;
}

/** The shape and height of one bank's person before anything is known. */
function identityBonesView(): TemplateResult {
  return html`<div class="bank card" aria-hidden="true" part="skeleton">
    <div class="bank-head">
      <span class="tile"></span>
      <div class="bank-who"><span class="bone name-bone"></span></div>
    </div>
    ${personBonesView()}
  </div>`;
}

/** What a screen reader hears, once for each new state. */
export function identityAnnouncement(snapshot: IdentitySnapshot, context: IdentityContext): string {
  const { messages, format, copier, isRevealed } = context;
  if (copier.copied !== null) return messages.common.copied;
  if (snapshot.status === 'loading') return messages.identity.loading;
  if (snapshot.status === 'failed') return errorText(messages.errors, snapshot.error.code).title;
  const { banks } = snapshot;
  if (banks.length === 0) return messages.identity.none;
  if (banks.some(({ state }) => state.status === 'loading')) return messages.identity.loading;
  const persons = banks.flatMap((bank) => bank.persons);
  if (persons.some(isRevealed)) return messages.identity.shown;
  return persons.length === 0 ? '' : messages.identity.loaded(format.count(persons.length));
}
