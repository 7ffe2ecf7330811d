import type { Money } from '../domain/money.js';
import type { Count } from './count.js';
import { createDateFormat, type DateFormat } from './date-format.js';
import { createMoneyFormat, moneyText, type MoneyParts, type SignDisplay } from './money-format.js';

/** Which digits numbers are written in: `latn` (0 to 9) or `arab` (٠ to ٩). */
export type Numerals = 'latn' | 'arab';

/** Everything that turns numbers, money and days into text of one language; see its parts for examples. */
export interface Formats extends DateFormat {
  /** The full tag Intl was given, such as `ar-AE-u-ca-gregory-nu-latn`. */
  readonly locale: string;
  number(value: number): string;
  /** A number with its plural form, as messages take it. */
  count(value: number): Count;
  money(money: Money, sign?: SignDisplay): MoneyParts;
  /** Money as one line of text, for names and announcements. */
  moneyText(money: Money, sign?: SignDisplay): string;
}

/** The Gulf writes the day before the month; a page that names its own region keeps that region's way. */
const USUAL_REGIONS: Readonly<Record<string, string>> = { en: 'en-AE', ar: 'ar-AE' };

const made = new Map<string, Formats>();

/** The formats of a language and its digits, made once; the calendar is Gregorian wherever the page is read. */
export function formatsOf(lang: string, numerals: Numerals): Formats {
  const locale = pinnedLocale(lang, numerals);
  let formats = made.get(locale);
  if (!formats) {
    formats = createFormats(locale);
    made.set(locale, formats);
  }
  return formats;
}

function pinnedLocale(lang: string, numerals: Numerals): string {
  const pins = { calendar: 'gregory', numberingSystem: numerals };
  try {
    return new Intl.Locale(USUAL_REGIONS[lang] ?? lang, pins).toString();
  } catch {
    // A RangeError is how Intl says that a page's `lang` is no language tag.
    return new Intl.Locale('en-AE', pins).toString();
  }
}

function createFormats(locale: string): Formats {
  const money = createMoneyFormat(locale);
  let numbers: Intl.NumberFormat | null = null;
  let rules: Intl.PluralRules | null = null;
  const number = (value: number) => (numbers ??= new Intl.NumberFormat(locale)).format(value);
  return {
    ...createDateFormat(locale),
    locale,
    number,
    count: (value) => ({
      value,
      text: number(value),
      form: (rules ??= new Intl.PluralRules(locale)).select(value),
    }),
    money,
    moneyText: (amount, sign) => moneyText(money(amount, sign)),
  };
}
