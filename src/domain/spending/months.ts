/** Months as `YYYY-MM`. */
import { addDays, type CalendarDate } from '../calendar.js';

/** Ten years: a broken date must not fill a chart with empty months. */
const MOST_MONTHS = 120;

/** A row dated `9999-12-31` must not push ten years of real months out of the chart. */
const MOST_YEARS_AHEAD = 1;

export function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}

/** 32 days after the first of a month is always in the next one. */
export function lastDayOf(month: string): CalendarDate {
  const next = addDays(`${month}-01`, 32).slice(0, 7);
  return addDays(`${next}-01`, -1);
}

/**
 * Every month from the first of these to the last, but no more than the last 120; oldest first. Those more than a
 * year after `today`, a day or a month, end nothing as long as there are others.
 */
export function monthsBetween(months: readonly string[], today: string): string[] {
  const latest = String(Number(today.slice(0, 4)) + MOST_YEARS_AHEAD) + today.slice(4, 7);
  const sorted = [...months].sort();
  const first = sorted[0] ?? '';
  const all: string[] = [];
  let month = sorted.findLast((given) => given <= latest) ?? sorted.at(-1) ?? '';
  while (month !== '' && month >= first && all.length < MOST_MONTHS) {
    all.push(month);
    month = monthBefore(month);
  }
  return all.reverse();
}
