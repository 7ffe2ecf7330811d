import type { CalendarDate } from '../../domain/calendar.js';
import { lastDayOf } from '../../domain/spending/months.js';
import type { LeanCategorySelectDetail } from '../../events/index.js';
import type { Chosen } from './spending-context.js';

/** What is chosen as events and followers take it: a month is its days, as far as they are within the element's. */
export function detailOf(
  { category, month }: Chosen,
  { from, to }: { from: CalendarDate | null; to: CalendarDate | null },
): LeanCategorySelectDetail {
  if (month === null) return { category, from, to };
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  return {
    category,
    from: from !== null && from > first ? from : first,
    to: to !== null && to < last ? to : last,
  };
}
