import { addDays, dayAt, yearsBefore } from '../../domain/calendar.js';
import type { Formats } from '../../i18n/index.js';

/**
 * Writes what first rows say, so that the page's first use of `Intl` is paid for while code and data are on their way:
 * some 50 ms on a slow phone.
 */
export function* warmFormats(format: Formats, now: number, timeZone: string): Generator<void, void> {
  const today = dayAt(now, timeZone);
  yield;
  format.money({ amount: '-1.5', currency: 'AED' });
  yield;
  format.count(1);
  yield;
  format.month(today);
  yield;
  for (const day of [today, addDays(today, -2), yearsBefore(today, 1)]) {
    format.heading(day, today);
    yield;
    format.day(day, today);
    yield;
  }
}
