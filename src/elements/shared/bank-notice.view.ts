import { nothing, type TemplateResult } from 'lit';
import type { NeedyBank, ReconnectController } from '../../controllers/reconnect.js';
import type { Entity } from '../../domain/entity.js';
import type { BankState } from '../../domain/snapshot.js';
import { errorText, type Messages } from '../../i18n/index.js';
import { iconClock, iconTriangleAlert } from '../../theme/data-icons.js';
import { bankName } from './bank-look.js';
import type { CopyController } from './copy.js';
import { needyBankOf } from './needy-bank.js';
import { errorNoticeView, noticeView, type Notice } from './notice.view.js';

/** What a bank's notice depends on. */
export interface BankNoticeContext {
  lang: string;
  messages: Messages;
  copier: CopyController;
  reconnect: ReconnectController;
  retry: () => void;
}

type Drawn = TemplateResult | typeof nothing;

/** What there is to say about a bank beside its data; nothing when all is well. */
export function bankNoticeView(
  entity: Entity | null,
  state: BankState,
  context: BankNoticeContext,
  bank?: string,
): Drawn {
  const { banks } = context.messages;
  const needy = needyBankOf(entity, state);
  if (needy) return needyBankView(needy, state, context, bank);
  switch (state.status) {
    case 'syncing':
      return noticeView({ tone: 'plain', icon: iconClock, bank, text: banks.syncingText });
    case 'still-working':
      return noticeView({ tone: 'plain', icon: iconClock, bank, text: banks.stillWorkingText });
    case 'failed':
    case 'consent-expired':
      return errorNoticeView(state.error, context.messages, context.copier, context.retry, bank);
    default:
      return nothing;
  }
}

/** The same where the bank's name does not stand above it: two banks may have something to say. */
export function namedBankNoticeView(entity: Entity, state: BankState, context: BankNoticeContext): Drawn {
  return bankNoticeView(entity, state, context, bankName(entity.bank, context.lang, context.messages));
}

/** The full notice where this element has it, else one line that leads there; nothing where the page took over. */
function needyBankView(
  needy: NeedyBank,
  state: BankState,
  context: BankNoticeContext,
  named: string | undefined,
): Drawn {
  const { lang, messages, reconnect } = context;
  const { entityId, bank } = needy.entity;
  const isOwner = reconnect.isOwner(entityId);
  if (isOwner === null || reconnect.isWithdrawn(needy)) return nothing;
  if (!isOwner) {
    const name = bankName(bank, lang, messages);
    const text =
      needy.method === 'connect'
        ? messages.reconnect.endedElsewhere(name)
        : messages.reconnect.elsewhere(name);
    const lead = (): void => {
      reconnect.lead(entityId);
    };
    return noticeView({ ...WARNING, text, action: { label: messages.common.show, run: lead } });
  }
  const isRunning = reconnect.flowOf(entityId)?.isBusy ?? false;
  const start = (): void => {
    void reconnect.start(needy);
  };
  const isOver = needy.method === 'connect';
  const why = isOver ? errorText(messages.errors, 'consent_expired').text : messages.reconnect.text;
  return noticeView({
    ...WARNING,
    ...(isOver && state.status === 'consent-expired'
      ? { title: errorText(messages.errors, 'consent_expired').title }
      : {}),
    bank: named,
    text: flowText(entityId, why, context),
    action: {
      label: isOver ? messages.reconnect.connectAgain : messages.reconnect.button,
      run: start,
      disabled: isRunning,
    },
  });
}

const WARNING = { tone: 'warning', icon: iconTriangleAlert } as const satisfies Partial<Notice>;

/** Why the bank needs the customer, or how the flow that the button started is going. */
export function flowText(
  entityId: string,
  why: string,
  { messages, reconnect }: Pick<BankNoticeContext, 'messages' | 'reconnect'>,
): string {
  const flow = reconnect.flowOf(entityId);
  if (!flow) return why;
  const { status, error, isStillWorking } = flow;
  const words = flow.words(messages)?.connect;
  if (isStillWorking) return words?.stillWorking ?? why;
  switch (status) {
    case 'opening':
    case 'loading':
    case 'open':
      return messages.reconnect.working;
    case 'verifying':
    case 'syncing':
      return messages.reconnect.verifying;
    case 'failed':
    case 'blocked':
    case 'offline':
    case 'unsupported':
      return error ? errorText(messages.errors, error.code).text : (words?.statuses[status].text ?? why);
    default:
      return why;
  }
}
