import { dayAt } from '../../../domain/calendar.js';
import { presetOf, type DatePreset } from '../../../domain/date-presets.js';
import type { TransactionFilter } from '../../../domain/transaction-filter.js';
import { NO_FILTER } from '../../../domain/transactions/select.js';
import { accountLabel } from '../../shared/account-label.js';
import type { StatementContext } from './statement-context.js';

/** What takes every filter away; an account that the page chose stays. */
export function withoutFilter({ accounts }: StatementContext): Partial<TransactionFilter> {
  return accounts.length > 0 ? { ...NO_FILTER, accountId: null } : NO_FILTER;
}

/** One filter that can be taken away. */
export interface Chip {
  label: string;
  without: Partial<TransactionFilter>;
}

/** The filters as chips, all but the words that are looked for: these stand in their own field. */
export function chipsOf(context: StatementContext): Chip[] {
  const { filter, messages, words, format, accounts } = context;
  const { categories, direction, bookingStatus, minAmount, maxAmount } = filter;
  const amount = (text: string): string => format.moneyText({ amount: text, currency: '' });
  const account = accounts.find(({ accountId }) => accountId === filter.accountId);
  const days = daysText(context);
  const chips: (Chip | null | '')[] = [
    account ? { label: accountLabel(account, messages), without: { accountId: null } } : null,
    days && { label: days, without: { from: null, to: null } },
    ...categories.map((category) => ({
      label: messages.categories[category],
      without: { categories: categories.filter((other) => other !== category) },
    })),
    direction && { label: messages.directions[direction], without: { direction: null } },
    bookingStatus && {
      label: messages.transactionStatuses[bookingStatus],
      without: { bookingStatus: null },
    },
    minAmount === null ? null : { label: words.atLeast(amount(minAmount)), without: { minAmount: null } },
    maxAmount === null ? null : { label: words.atMost(amount(maxAmount)), without: { maxAmount: null } },
  ];
  return chips.filter((chip) => chip !== null && chip !== '');
}

/** The days asked for: a preset's name, else the days themselves; null when all are. */
function daysText(context: StatementContext): string | null {
  const { filter, words, format, now, zoneOf, region } = context;
  const { from, to } = filter;
  if (from === null && to === null) return null;
  const preset = presetOf({ from, to }, dayAt(now, zoneOf(null)), region);
  if (preset !== null) return presetText(preset, context);
  if (from !== null && to !== null) return words.days(format.date(from), format.date(to));
  return from === null ? words.toDay(format.date(to ?? '')) : words.fromDay(format.date(from));
}

/** What a preset is called. */
export function presetText(preset: DatePreset, { words, format }: StatementContext): string {
  const name = words.presets[preset];
  return typeof name === 'string' ? name : name(format.number(90));
}
