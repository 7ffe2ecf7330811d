import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsentsSnapshot } from '../../domain/consents-snapshot.js';
import { errorText } from '../../i18n/index.js';
import { iconLandmark } from '../../theme/data-icons.js';
import { iconCheck } from '../../theme/icons.js';
import { bankName } from '../shared/bank-look.js';
import { emptyView } from '../shared/empty.view.js';
import { failedView, noticeView } from '../shared/notice.view.js';
import { staleView } from '../shared/stale.view.js';
import { consentBonesView, consentView } from './consent.view.js';
import type { ConsentsContext } from './consents-context.js';

/** The consents in whatever state they are. */
export function consentsView(snapshot: ConsentsSnapshot, context: ConsentsContext): TemplateResult {
  const { none, noneText } = context.messages.consents;
  switch (snapshot.status) {
    case 'loading':
      return consentBonesView();
    case 'failed':
      return failedView(snapshot.error, context);
    case 'ready':
      return html`${doneView(context)} ${staleView(snapshot.stale, context)}
      ${repeat(
        snapshot.banks,
        ({ entity }) => entity.entityId,
        (bank, index) => consentView(bank, index, context),
      )}
      ${snapshot.banks.length === 0 ? emptyView(iconLandmark, none, noneText) : nothing}`;
  }
}

/** Which bank was disconnected last. The focus comes here, since the button that had it is gone. */
function doneView(context: ConsentsContext): TemplateResult | typeof nothing {
  const { disconnect, messages, lang } = context;
  if (!disconnect.done) return nothing;
  return html`<div class="card done" part="done" tabindex="-1">
    ${noticeView({
      tone: 'plain',
      icon: iconCheck,
      title: messages.consents.done(bankName(disconnect.done.bank, lang, messages)),
      text: messages.consents.doneText,
    })}
  </div>`;
}

/** What a screen reader hears, once for each new state. */
export function consentsAnnouncement(snapshot: ConsentsSnapshot, context: ConsentsContext): string {
  const { messages, format, copier, disconnect, lang } = context;
  if (copier.copied !== null) return messages.common.copied;
  if (disconnect.isRunning) return messages.consents.disconnecting;
  if (disconnect.error) return errorText(messages.errors, disconnect.error.code).title;
  if (disconnect.done) return messages.consents.done(bankName(disconnect.done.bank, lang, messages));
  if (snapshot.status === 'loading') return messages.consents.loading;
  if (snapshot.status === 'failed') return errorText(messages.errors, snapshot.error.code).title;
  const { length } = snapshot.banks;
  return length === 0 ? messages.consents.none : messages.consents.loaded(format.count(length));
}
