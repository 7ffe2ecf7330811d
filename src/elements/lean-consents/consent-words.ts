import { dateInZone, dayAt, type CalendarDate } from '../../domain/calendar.js';
import { daysLeft, lastSharedDay, sharingOf, type Sharing } from '../../domain/sharing.js';
import type { ConsentView } from '../../domain/consents-snapshot.js';
import { oneLine } from '../shared/text.js';
import type { ConsentsContext } from './consents-context.js';

/** From this many days before the end on, the end is counted down. */
const COUNTDOWN_DAYS = 7;
/** From this many days before the end on, a consent can be renewed: earlier nobody would know what for. */
const RENEWAL_DAYS = 30;

/** A bank's consent in words. */
export interface ConsentWords {
  /** The sharing has ended, whatever the reason. */
  isOver: boolean;
  canRenew: boolean;
  chip: { tone: '' | 'calm' | 'warning'; text: string };
  /** What the customer should know now, or null. */
  notice: string | null;
  since: string | null;
  /** The last day, or null where there is no end. */
  until: string | null;
  history: string | null;
}

/** What to say of a consent today. What a bank answered to other elements of the page counts beside its dates. */
export function consentWords({ entity, state }: ConsentView, context: ConsentsContext): ConsentWords {
  const { messages, format, now, zoneOf } = context;
  const zone = zoneOf(entity);
  const sharing = sharingOf(entity, now);
  const isOver = sharing.status !== 'active' || state.status === 'consent-expired';
  const day = (text: string | null): CalendarDate | null => (text === null ? null : dateInZone(text, zone));
  const written = (date: CalendarDate | null): string | null => (date === null ? null : format.date(date));
  const until = written(sharing.until === null ? null : lastSharedDay(sharing.until, zone));
  const left = isOver ? null : daysLeft(sharing, dayAt(now, zone), zone);
  const isCounted = left !== null && left <= COUNTDOWN_DAYS;
  const words = messages.consents;
  const common = {
    isOver,
    canRenew: isOver || (left !== null && left <= RENEWAL_DAYS),
    since: written(day(sharing.since)),
    until,
    history: entity.permissions.includes('transactions') ? written(day(sharing.transactionsFrom)) : null,
  };
  if (isOver) return { ...common, ...overWords(sharing, until, context) };
  if (state.status === 'reconnect-required') {
    return { ...common, chip: { tone: 'warning', text: messages.banks.needsYou }, notice: null };
  }
  if (isCounted) {
    const text = left === 0 ? words.endsToday : words.daysLeft(format.count(left));
    const notice = left === 0 ? words.endsTodayText : words.endsSoonText(until ?? '');
    return { ...common, chip: { tone: 'warning', text }, notice };
  }
  const isWaiting = state.status === 'syncing' || state.status === 'still-working';
  const chip = isWaiting
    ? ({ tone: '', text: messages.banks.syncing } as const)
    : ({ tone: 'calm', text: messages.banks.connected } as const);
  return { ...common, chip, notice: null };
}

function overWords(
  { status }: Sharing,
  until: string | null,
  { messages }: ConsentsContext,
): Pick<ConsentWords, 'chip' | 'notice'> {
  const words = messages.consents;
  switch (status) {
    case 'revoked':
      return { chip: { tone: 'warning', text: words.revoked }, notice: words.revokedText };
    case 'rejected':
      return { chip: { tone: 'warning', text: words.rejected }, notice: words.rejectedText };
    case 'expired':
      return {
        chip: { tone: 'warning', text: words.expired },
        notice: until === null ? words.overText : words.expiredText(until),
      };
    // The bank says it is over while Lean's list does not yet: when it ended is not known.
    case 'active':
      return { chip: { tone: 'warning', text: messages.banks.ended }, notice: words.overText };
  }
}

/** The order in which permissions are told: what people look for first. */
const ORDER = [
  'accounts',
  'balance',
  'transactions',
  'identity',
  'identities',
  'beneficiaries',
  'direct_debits',
  'standing_orders',
  'scheduled_payments',
  'payments',
] as const;

/** What is shared, in words; what we do not know by name is told as Lean calls it, never left out. */
export function permissionWords(permissions: readonly string[], { messages }: ConsentsContext): string[] {
  const given = new Set(permissions.map((name) => (name === 'balances' ? 'balance' : name)));
  const known = ORDER.filter((name) => given.has(name));
  const unknown = [...given].filter((name) => !known.some((each) => each === name));
  return [
    ...known.map((name) => messages.consents.permissions[name]),
    ...unknown.map((name) => oneLine(name.replaceAll('_', ' '))),
  ];
}
