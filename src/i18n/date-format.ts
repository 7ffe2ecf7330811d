import { addDays, DAY_MS, type CalendarDate } from '../domain/calendar.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Days, months and moments in one language; days carry no zone, so they are written in UTC. */
export interface DateFormat {
  /** A day as a heading: `Today, 23 November`, `Saturday, 21 November`, with the year when it is not this one. */
  heading(date: CalendarDate, today: CalendarDate): string;
  /** A day inside a line: `today`, `yesterday`, else `21 November`, with the year when it is not this one. */
  day(date: CalendarDate, today: CalendarDate): string;
  /** A whole date: `12 May 2027`. */
  date(date: CalendarDate): string;
  /** `December 2023`: of the Gregorian calendar always, since statements and budgets are cut by its months. */
  month(date: CalendarDate): string;
  /** A date with its time in a zone: `21 November 2026 at 14:05`. */
  moment(time: number, timeZone: string): string;
  /** The time of a day in a zone: `14:05`. */
  clock(time: number, timeZone: string): string;
  /** How long ago: `4 minutes ago`; null when it is under a minute ago or lies ahead. */
  ago(time: number, now: number): string | null;
}

/** Makes the formatter; every Intl object is made at its first use and kept. */
export function createDateFormat(locale: string): DateFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  const isGregorian = new Intl.Locale(locale).calendar === 'gregory';
  let relative: Intl.RelativeTimeFormat | null = null;

  function of(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options);
    let format = made.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
      made.set(key, format);
    }
    return format;
  }

  function relativeFormat(): Intl.RelativeTimeFormat {
    relative ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return relative;
  }

  function nearDay(date: CalendarDate, today: CalendarDate): string | null {
    if (date === today) return relativeFormat().format(0, 'day');
    return date === addDays(today, -1) ? relativeFormat().format(-1, 'day') : null;
  }

  function yearUnless(date: CalendarDate, today: CalendarDate): Intl.DateTimeFormatOptions {
    return yearOf(date) === yearOf(today) ? {} : { year: 'numeric' };
  }

  function yearOf(date: CalendarDate): string {
    return isGregorian ? date.slice(0, 4) : of({ year: 'numeric' }).format(startOf(date));
  }

  return {
    heading(date, today) {
      const near = nearDay(date, today);
      const format = of({ weekday: 'long', day: 'numeric', month: 'long', ...yearUnless(date, today) });
      // The word for the day takes the weekday's place, so the language's own comma and order stay. Parts cost five
      // times as much as the text, and a long list has a thousand days that are not near.
      const text =
        near === null
          ? format.format(startOf(date))
          : format
              .formatToParts(startOf(date))
              .map(({ type, value }) => (type === 'weekday' ? near : value))
              .join('');
      return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
    },
    day(date, today) {
      const format = of({ day: 'numeric', month: 'long', ...yearUnless(date, today) });
      return nearDay(date, today) ?? format.format(startOf(date));
    },
    date: (date) => of({ day: 'numeric', month: 'long', year: 'numeric' }).format(startOf(date)),
    month: (date) => of({ month: 'long', year: 'numeric', calendar: 'gregory' }).format(startOf(date)),
    moment: (time, timeZone) => of({ dateStyle: 'long', timeStyle: 'short', timeZone }).format(time),
    clock: (time, timeZone) => of({ timeStyle: 'short', timeZone }).format(time),
    ago(time, now) {
      const age = now - time;
      if (age < MINUTE_MS) return null;
      if (age < HOUR_MS) return relativeFormat().format(-Math.floor(age / MINUTE_MS), 'minute');
      if (age < DAY_MS) return relativeFormat().format(-Math.floor(age / HOUR_MS), 'hour');
      return relativeFormat().format(-Math.floor(age / DAY_MS), 'day');
    },
  };
}

function startOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
