import type { CurrencySpending, Spending } from '../../domain/spending/spending.js';
import type { Breakdown } from '../../domain/spending/tally.js';
import type { Looked } from './spending-context.js';

/** What an axis and the edges beside it take of a chart's width, and what a finger needs of each month, in pixels. */
const [AXIS, FINGER] = [98, 43];

/** How many months a chart of so many pixels shows at once: each can be hit by a finger and has room for its name. */
export function monthsIn(width: number): number {
  return [12, 6].find((months) => AXIS + FINGER * months <= width) ?? 4;
}

const NOTHING: Breakdown = {
  total: { in: '0', out: '0', net: '0', count: 0 },
  categories: [],
  payees: [],
};

/** What one currency came to in a month; null is all of them. */
export function breakdownOf(spending: CurrencySpending, month: string | null): Breakdown {
  if (month === null) return spending;
  return spending.months.find((each) => each.month === month) ?? NOTHING;
}

/**
 * One currency as it is looked at: the one asked for or the most used, its months a screen at a time from the newest
 * (`back` screens of `size` months gone back), broken down for one month or for all.
 */
export function lookAt(
  { currencies }: Spending,
  currency: string | null,
  month: string | null,
  back: number,
  size: number,
): Looked | null {
  const shown = currencies.find((each) => each.currency === currency) ?? currencies[0];
  if (!shown) return null;
  const { months } = shown;
  const screens = Math.max(1, Math.ceil(months.length / size));
  const screen = Math.min(Math.max(back, 0), screens - 1);
  const end = months.length - screen * size;
  return {
    ...shown,
    shownMonths: months.slice(Math.max(0, end - size), end),
    free: size - Math.min(size, end),
    hasEarlier: screen < screens - 1,
    hasLater: screen > 0,
    breakdown: breakdownOf(shown, month),
  };
}
