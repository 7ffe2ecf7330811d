import { addDays, type CalendarDate } from '../../domain/calendar.js';
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

/** 32 days after the first of a month is always in the next one. */
function lastDayOf(month: string): CalendarDate {
  const next = addDays(`${month}-01`, 32).slice(0, 7);
  return addDays(`${next}-01`, -1);
}
