/** A day as `YYYY-MM-DD`, without a time or zone. */
export type CalendarDate = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const DAY_MS = 86_400_000;

/** Tells whether a text is a day that exists: engines disagree about 30 February, so it is checked here. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = DATE.exec(text);
  if (!match) return false;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(time).toISOString().slice(0, 10) === text;
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
  const time = Date.parse(`${day}T${clock}:00${zone.toUpperCase()}`);
  return Number.isNaN(time) ? null : dayAt(time, timeZone);
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
  const time = Date.parse(`${day}T${clock}${seconds}${fraction.slice(0, 4)}${zone.toUpperCase()}`);
  return Number.isNaN(time) ? null : time;
}

const hourShifts = new Map<string, (time: number) => number>();

/** Today, or the day of any time, in a zone. */
export function dayAt(time: number, timeZone: string): CalendarDate {
  let shift = hourShifts.get(timeZone);
  if (!shift) {
    shift = offsetReader(timeZone);
    hourShifts.set(timeZone, shift);
  }
  return new Date(time + shift(time)).toISOString().slice(0, 10);
}

/** A function from an instant to a zone's distance from UTC in milliseconds, asked of Intl once per hour. */
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
  const hourMs = 3_600_000;
  const known = new Map<number, number>();
  return (time) => {
    const hour = Math.floor(time / hourMs);
    let offset = known.get(hour);
    if (offset === undefined) {
      const start = hour * hourMs;
      const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, value]));
      const local = `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}T${part['hour'] ?? ''}:${part['minute'] ?? ''}:00Z`;
      offset = Date.parse(local) - start;
      known.set(hour, offset);
    }
    return offset;
  };
}

/** The day `days` after (or, when negative, before) another. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day `years` earlier; 29 February becomes 28 February. */
export function yearsBefore(date: CalendarDate, years: number): CalendarDate {
  const [year = '', month = '', day = ''] = date.split('-');
  const candidate = `${String(Number(year) - years).padStart(4, '0')}-${month}-${day}`;
  return isCalendarDate(candidate) ? candidate : addDays(date, -1 - 365 * years);
}

/** Tells whether Intl knows a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // A RangeError is Intl's only way to say that it does not know the zone.
    return false;
  }
}
