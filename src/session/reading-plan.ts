import { addDays, yearsBefore, type CalendarDate } from '../domain/calendar.js';

/** A stretch of days to ask Lean for, in UTC days; no end means "until now". */
export interface ReadingWindow {
  startDate: CalendarDate;
  endDate: CalendarDate | null;
}

const FIRST_WINDOW_DAYS = 31;
const MOST_YEARS = 3;

/**
 * The windows of a history from the newest back, each twice as long as the one before: Lean's first page is the
 * oldest, so a narrow window is the way to the newest rows. Neighbours share a day, since Lean does not say whether
 * its bounds are inclusive, and one day more is asked at the early end, where a day of the Gulf begins in UTC's
 * yesterday. `today` is today in UTC. Lean refuses an end in the future, and its clock may be behind the backend's, so
 * a range that reaches today has no end.
 */
export function readingWindows(
  range: { from: CalendarDate | null; to: CalendarDate | null },
  today: CalendarDate,
): ReadingWindow[] {
  const earliest = addDays(range.from ?? yearsBefore(today, MOST_YEARS), -1);
  const past = range.to !== null && range.to < today ? range.to : null;
  const windows: ReadingWindow[] = [];
  let endDate = past;
  let end = past ?? today;
  for (let days = FIRST_WINDOW_DAYS; earliest <= end; days *= 2) {
    const start = addDays(end, -days);
    windows.push({ startDate: start < earliest ? earliest : start, endDate });
    if (start <= earliest) break;
    end = start;
    endDate = start;
  }
  return windows;
}
