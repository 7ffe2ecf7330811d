import { html, nothing, type TemplateResult } from 'lit';
import type { Entity } from '../../domain/entity.js';
import type { ConsentView } from '../../domain/consents-snapshot.js';
import { iconTriangleAlert } from '../../theme/data-icons.js';
import { iconCheck } from '../../theme/icons.js';
import { bankHeadView } from '../shared/bank-head.view.js';
import { bankName } from '../shared/bank-look.js';
import { bankNoticeView, flowText } from '../shared/bank-notice.view.js';
import { iconView } from '../shared/icon.view.js';
import { errorNoticeView, noticeView } from '../shared/notice.view.js';
import { consentWords, permissionWords, type ConsentWords } from './consent-words.js';
import type { ConsentsContext } from './consents-context.js';

type Drawn = TemplateResult | typeof nothing;

/** One bank: who it is, what is shared, from when until when, what can be done about it. */
export function consentView(view: ConsentView, index: number, context: ConsentsContext): TemplateResult {
  const { lang, messages } = context;
  const { entity } = view;
  const name = bankName(entity.bank, lang, messages);
  const id = `bank-${String(index)}`;
  const words = consentWords(view, context);
  return html`<section class="bank card" part="bank" role="group" aria-labelledby=${id}>
    ${bankHeadView(
      { bank: entity.bank, name, id },
      words.since === null
        ? nothing
        : html`<p class="small muted">${messages.consents.since(words.since)}</p>`,
      html`<span class="chip ${words.chip.tone}" part="bank-status" .textContent=${words.chip.text}></span>`,
    )}
    ${noticeOf(view, words, context)} ${words.isOver ? nothing : sharedView(entity, words, context)}
    ${
      context.disconnect.asked?.entityId === entity.entityId
        ? questionView(name, id, context)
        : actionsView(entity, words, id, context)
    }
  </section>`;
}

/** What needs the customer first: the bank's own question, else how long the consent runs. */
function noticeOf(view: ConsentView, words: ConsentWords, context: ConsentsContext): Drawn {
  const { entity, state } = view;
  if (!words.isOver && state.status !== 'ready') return bankNoticeView(entity, state, context);
  const flow = flowText(entity.entityId, words.notice ?? '', context);
  if (flow === '') return nothing;
  return noticeView({ tone: 'warning', icon: iconTriangleAlert, text: flow });
}

function sharedView(
  { permissions }: Entity,
  { until, history }: ConsentWords,
  context: ConsentsContext,
): TemplateResult {
  const words = context.messages.consents;
  const shared = permissionWords(permissions, context);
  return html`<div class="shared">
    <div>
      <h4 class="small muted">${words.shared}</h4>
      ${
        shared.length === 0
          ? html`<p>${words.notListed}</p>`
          : html`<ul class="permissions" part="permissions">
              ${shared.map((text) => html`<li>${iconView(iconCheck)}<span dir="auto">${text}</span></li>`)}
            </ul>`
      }
    </div>
    <dl class="dates" part="dates">
      <div>
        <dt class="small muted">${words.until}</dt>
        <dd>${until ?? words.endNotGiven}</dd>
      </div>
      ${
        history === null
          ? nothing
          : html`<div>
              <dt class="small muted">${words.history}</dt>
              <dd>${history}</dd>
            </div>`
      }
    </dl>
  </div>`;
}

function actionsView(
  entity: Entity,
  { canRenew, isOver }: ConsentWords,
  id: string,
  { messages, reconnect, disconnect }: ConsentsContext,
): TemplateResult {
  const isRunning = reconnect.flowOf(entity.entityId)?.isBusy ?? false;
  const renew = (): void => {
    void reconnect.start({ entity, method: 'connect', reconnectId: null });
  };
  return html`<div class="actions" part="actions">
    ${
      canRenew
        ? html`<button
            type="button"
            class="button quiet"
            part="renew-button"
            aria-describedby=${id}
            ?disabled=${isRunning}
            @click=${renew}
          >
            ${isOver ? messages.reconnect.connectAgain : messages.consents.renew}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="button quiet plain"
      part="disconnect-button"
      aria-describedby=${id}
      @click=${() => {
        disconnect.ask(entity);
      }}
    >
      ${messages.consents.disconnect}
    </button>
  </div>`;
}

/** The question stands in the place of the button that asked it; Escape answers no. */
function questionView(name: string, id: string, context: ConsentsContext): TemplateResult {
  const { messages, copier, disconnect } = context;
  const words = messages.consents;
  const isRunning = disconnect.isRunning ? 'true' : 'false';
  const keep = (): void => {
    disconnect.keep();
  };
  return html`<div
    class="question"
    part="question"
    role="alertdialog"
    aria-labelledby="${id}-question"
    aria-describedby="${id}-meaning"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') keep();
    }}
  >
    <p class="notice-title" id="${id}-question">${words.question(name)}</p>
    <p class="muted" id="${id}-meaning">${words.questionText}</p>
    ${disconnect.error ? errorNoticeView(disconnect.error, messages, copier, null) : nothing}
    <div class="answers">
      <button
        type="button"
        class="button quiet danger"
        aria-disabled=${isRunning}
        @click=${() => void disconnect.confirm()}
      >
        ${disconnect.isRunning ? words.disconnecting : words.disconnect}
      </button>
      <button type="button" class="button quiet keep" aria-disabled=${isRunning} @click=${keep}>
        ${words.keep}
      </button>
    </div>
  </div>`;
}

/** The shape and height of a bank that is on its way. */
export function consentBonesView(): TemplateResult {
  return html`<div class="bank card" aria-hidden="true" part="skeleton">
    <div class="bank-head">
      <span class="tile"></span>
      <div class="bank-who"><span class="bone name-bone"></span><span class="bone since-bone"></span></div>
    </div>
    <div class="shared">
      <div>${[1, 2, 3].map(() => html`<span class="bone line-bone"></span>`)}</div>
      <div><span class="bone line-bone"></span></div>
    </div>
    <div class="actions"><span class="bone button-bone"></span></div>
  </div>`;
}
