/** Days as whole numbers: days since 1970-01-01 in the bank's own zone. */

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** A day on the wall calendar; `month` is 1 to 12, `weekday` 0 for Sunday. */
export interface CalendarDay {
  day: number;
  year: number;
  month: number;
  date: number;
  weekday: number;
}

export function calendarDay(day: number): CalendarDay {
  const moment = new Date(day * DAY_MS);
  return {
    day,
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
    weekday: moment.getUTCDay(),
  };
}

/** The day a moment falls on, `offsetMinutes` ahead of UTC. */
export function dayOf(epochMs: number, offsetMinutes: number): number {
  return Math.floor((epochMs + offsetMinutes * 60_000) / DAY_MS);
}

/** `YYYY-MM-DD`. */
export function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a `YYYY-MM-DD`; null when that is no date of the calendar. */
export function parseDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const moment = Date.UTC(year, month - 1, date);
  // 30 February would roll over into March.
  return new Date(moment).toISOString().startsWith(text) ? moment / DAY_MS : null;
}

/** The first day of the month before. */
export function previousMonthStart({ year, month }: CalendarDay): number {
  return Date.UTC(year, month - 2, 1) / DAY_MS;
}

/** The first day of the month. */
export function monthStart({ year, month }: CalendarDay): number {
  return Date.UTC(year, month - 1, 1) / DAY_MS;
}
