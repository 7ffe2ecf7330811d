import { byLanguage } from './by-language.js';

/** Names of months in one language. Banks keep Gregorian months, whatever calendar a page writes its days in. */
export interface MonthNames {
  /** `November 2026` for `2026-11`. */
  long(month: string): string;
  /** `November`. */
  bare(month: string): string;
  /** `Nov`. */
  short(month: string): string;
  /** `Nov 2026`. */
  brief(month: string): string;
  year(month: string): string;
  /** `23 October`. */
  day(date: string): string;
}

export const monthNamesOf = byLanguage((locale): MonthNames => {
  const namer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
    return (date: string) => format.format(Date.parse(date.length === 7 ? `${date}-01` : date));
  };
  return {
    long: namer({ month: 'long', year: 'numeric' }),
    bare: namer({ month: 'long' }),
    short: namer({ month: 'short' }),
    brief: namer({ month: 'short', year: 'numeric' }),
    year: namer({ year: 'numeric' }),
    day: namer({ day: 'numeric', month: 'long' }),
  };
});
