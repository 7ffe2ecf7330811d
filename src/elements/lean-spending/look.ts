import type { Spending } from '../../domain/spending/spending.js';
import type { Breakdown } from '../../domain/spending/tally.js';
import type { Looked } from './spending-context.js';

/** As many months as a chart of any width can name. */
const SCREEN_MONTHS = 12;

const NOTHING: Breakdown = {
  total: { in: '0', out: '0', net: '0', count: 0 },
  categories: [],
  payees: [],
};

/**
 * One currency as it is looked at: the one asked for or the most used, its months a screen at a time from the newest
 * (`back` screens of them gone back), broken down for one month or for all.
 */
export function lookAt(
  { currencies }: Spending,
  currency: string | null,
  month: string | null,
  back: number,
): Looked | null {
  const shown = currencies.find((each) => each.currency === currency) ?? currencies[0];
  if (!shown) return null;
  const { months } = shown;
  const screens = Math.max(1, Math.ceil(months.length / SCREEN_MONTHS));
  const screen = Math.min(Math.max(back, 0), screens - 1);
  const end = months.length - screen * SCREEN_MONTHS;
  return {
    ...shown,
    shownMonths: months.slice(Math.max(0, end - SCREEN_MONTHS), end),
    hasEarlier: screen < screens - 1,
    hasLater: screen > 0,
    breakdown: month === null ? shown : (months.find((each) => each.month === month) ?? NOTHING),
  };
}
