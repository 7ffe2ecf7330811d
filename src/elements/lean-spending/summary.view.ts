import { html, nothing, type TemplateResult } from 'lit';
import { absoluteAmount, addAmounts, isNegative, negateAmount } from '../../domain/money.js';
import { lastDayOf, monthBefore } from '../../domain/spending/months.js';
import { moneyView } from '../shared/money.view.js';
import { inLine } from '../shared/money-text.js';
import { breakdownOf } from './look.js';
import type { Looked, SpendingContext } from './spending-context.js';

/** What was spent in the month that is looked at, against the month before it. */
export function summaryView(looked: Looked, context: SpendingContext): TemplateResult | typeof nothing {
  const { messages, names, format, chosen, today } = context;
  const words = messages.spending;
  const thisMonth = today.slice(0, 7);
  const month = chosen.month ?? newestMonth(looked, context);
  if (month === null) return nothing;
  const spent = breakdownOf(looked, month).total.out;
  const title = month === thisMonth ? words.spentSoFar(names.bare(month)) : words.spentIn(names.long(month));
  return html`<div class="summary" part="summary">
    <p class="muted small">${title}</p>
    <p class="sum">${moneyView(format, { amount: spent, currency: looked.currency })}</p>
    <p class="small muted compared">${comparison(looked, month, spent, context) ?? '\u00a0'}</p>
  </div>`;
}

/** This month where it was asked for, else the newest in which anything moved. */
function newestMonth({ months }: Looked, { today, to }: SpendingContext): string | null {
  const thisMonth = today.slice(0, 7);
  return to === null || to.slice(0, 7) >= thisMonth ? thisMonth : (months.at(-1)?.month ?? null);
}

/** Null where the month before was not read as a whole: half a month against a whole one would mislead. */
function comparison(looked: Looked, month: string, spent: string, context: SpendingContext): string | null {
  const { messages, names, today, from, isComplete } = context;
  const words = messages.spending;
  const before = monthBefore(month);
  const first = looked.months[0]?.month;
  if (!isComplete || first === undefined || before < first) return null;
  if (from !== null && from > `${before}-01`) return null;
  const isSoFar = month === today.slice(0, 7);
  const then = isSoFar ? looked.lastMonthSoFar : breakdownOf(looked, before).total;
  const name = isSoFar ? names.day(sameDayIn(before, today)) : names.long(before);
  const difference = addAmounts([spent, negateAmount(then.out)]);
  const amount = inLine(context.format, { amount: absoluteAmount(difference), currency: looked.currency });
  if (difference === '0') return isSoFar ? words.asMuchAsBy(name) : words.asMuchAsIn(name);
  if (isNegative(difference))
    return isSoFar ? words.lessThanBy(amount, name) : words.lessThanIn(amount, name);
  return isSoFar ? words.moreThanBy(amount, name) : words.moreThanIn(amount, name);
}

/** Today's day in the month before; its last where it is shorter. */
function sameDayIn(month: string, today: string): string {
  const day = month + today.slice(7);
  const last = lastDayOf(month);
  return day > last ? last : day;
}
