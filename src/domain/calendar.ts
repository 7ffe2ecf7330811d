/** A day as `YYYY-MM-DD`, without a time or zone. */
export type CalendarDate = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const HOUR_MS = 3_600_000;
/** Milliseconds of a day of 24 hours. */
export const DAY_MS = 24 * HOUR_MS;
const WEEK_HOURS = 7 * 24;

/** Tells whether a text is a day that exists: engines disagree about 30 February, so it is checked here. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = DATE.exec(text);
  if (!match) return false;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(time).toISOString().slice(0, 10) === text;
}

/** The day that a text of a page or a bank is, spaces around it aside; null when it is none. */
export function calendarDay(text: string | null): CalendarDate | null {
  const trimmed = text?.trim() ?? '';
  return isCalendarDate(trimmed) ? trimmed : null;
}

/**
 * The day on which an instant falls in a zone. A bare day, or a time that names no zone, is already the bank's
 * own day. Null when the text is no date.
 */
export function dateInZone(text: string, timeZone: string): CalendarDate | null {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return trimmed;
  const match = INSTANT.exec(trimmed);
  if (!match) return null;
  const [, day = '', clock = '', , , zone] = match;
  if (!isCalendarDate(day)) return null;
  if (zone === undefined) return day;
  const time = Date.parse(`${day}T${clock}:00${standardZone(zone)}`);
  return Number.isNaN(time) ? null : dayAt(time, timeZone);
}

/** A zone as every engine's `Date.parse` takes it: `+0400` is understood by some only. */
function standardZone(zone: string): string {
  return zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
}

/** Milliseconds since 1970 of an instant as Lean writes it (up to nine fractional digits), or null. */
export function instantOf(text: string | null): number | null {
  if (text === null) return null;
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return Date.parse(`${trimmed}T00:00:00Z`);
  const match = INSTANT.exec(trimmed);
  if (!match) return null;
  const [, day = '', clock = '', seconds = ':00', fraction = '', zone = 'Z'] = match;
  if (!isCalendarDate(day)) return null;
  const time = Date.parse(`${day}T${clock}${seconds}${fraction.slice(0, 4)}${standardZone(zone)}`);
  return Number.isNaN(time) ? null : time;
}

const offsetReaders = new Map<string, (time: number) => number>();

/** The last day that can be written, which some banks send for "never". */
const LAST_DAY = '9999-12-31';

/** The day of a time in UTC; a later one than can be written is the last that can. */
export function dayInUtc(time: number): CalendarDate {
  const text = new Date(time).toISOString();
  return text.startsWith('+') ? LAST_DAY : text.slice(0, 10);
}

/** Today, or the day of any time, in a zone. */
export function dayAt(time: number, timeZone: string): CalendarDate {
  return dayInUtc(time + zoneOffset(time, timeZone));
}

/** How far a zone lies ahead of UTC at an instant, in milliseconds. */
export function zoneOffset(time: number, timeZone: string): number {
  let offsetAt = offsetReaders.get(timeZone);
  if (!offsetAt) {
    offsetAt = offsetReader(timeZone);
    offsetReaders.set(timeZone, offsetAt);
  }
  return offsetAt(time);
}

/**
 * A function from an instant to a zone's distance from UTC in milliseconds. Intl is asked once for each week, and
 * for each hour of a week in which clocks change: asking for every row would cost more than reading it.
 */
function offsetReader(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const known = new Map<number, number>();
  const offsetAtHour = (hour: number): number => {
    let offset = known.get(hour);
    if (offset === undefined) {
      const start = hour * HOUR_MS;
      const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, value]));
      const local = new Date(0);
      // `Date.parse` and `Date.UTC` take years of fewer or more than four digits for others, or for none.
      local.setUTCFullYear(Number(part['year']), Number(part['month']) - 1, Number(part['day']));
      offset = local.setUTCHours(Number(part['hour']), Number(part['minute'])) - start;
      known.set(hour, offset);
    }
    return offset;
  };
  return (time) => {
    const hour = Math.floor(time / HOUR_MS);
    const weekStart = hour - (((hour % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS);
    const offset = offsetAtHour(weekStart);
    return offset === offsetAtHour(weekStart + WEEK_HOURS) ? offset : offsetAtHour(hour);
  };
}

/** The day `days` after (or, when negative, before) another. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayInUtc(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

/** The same day `years` earlier; 29 February becomes 28 February. */
export function yearsBefore(date: CalendarDate, years: number): CalendarDate {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0');
  const candidate = year + date.slice(4);
  return isCalendarDate(candidate) ? candidate : `${year}-02-28`;
}
