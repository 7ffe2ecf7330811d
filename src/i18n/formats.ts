import type { Money } from '../domain/money.js';
import type { Count } from './count.js';
import { createDateFormat, type DateFormat } from './date-format.js';
import {
  type CurrencyDisplay,
  createMoneyFormat,
  moneyText,
  type CurrencyText,
  type MoneyParts,
  type SignDisplay,
} from './money-format.js';
import { bringLate } from './registry.js';

export type { CurrencyDisplay } from './money-format.js';

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

const GULF = 'AE';

const made = new Map<string, Formats>();

/**
 * The formats of a language and its digits, made once. The calendar is Gregorian wherever the page is read, unless
 * its `lang` asks for a Hijri one (`ar-SA-u-ca-islamic-umalqura`).
 */
export function formatsOf(lang: string, numerals: Numerals, currency: CurrencyDisplay = 'code'): Formats {
  // What a script without types wrote here, Intl would refuse.
  const locale = pinnedLocale(lang, numerals === 'arab' ? 'arab' : 'latn');
  const texts = currency === 'code' ? null : lateCurrencyTexts();
  const key = texts ? locale + currency : locale;
  let formats = made.get(key);
  if (!formats) {
    formats = createFormats(locale, texts?.(locale, currency));
    made.set(key, formats);
  }
  return formats;
}

function pinnedLocale(lang: string, numberingSystem: Numerals): string {
  try {
    const { calendar = '', language, region } = new Intl.Locale(lang);
    return new Intl.Locale(lang, {
      calendar: calendar.startsWith('islamic') ? calendar : 'gregory',
      numberingSystem,
      // The Gulf writes the day before the month; a page that names its own region keeps that region's way.
      ...(language === 'en' || language === 'ar' ? { region: region ?? GULF } : {}),
    }).toString();
  } catch {
    // A RangeError is how Intl says that a page's `lang` is no language tag.
    return pinnedLocale('en', numberingSystem);
  }
}

type CurrencyTexts = (locale: string, display: CurrencyDisplay) => CurrencyText;
let currencyTexts: CurrencyTexts | null = null;
let areCurrencyTextsAsked = false;

/**
 * Signs and names are brought when a page first asks for them, and where they did not come, with the next drawing.
 * Until then codes stand in.
 */
function lateCurrencyTexts(): CurrencyTexts | null {
  if (!areCurrencyTextsAsked) {
    areCurrencyTextsAsked = true;
    void bringLate(async () => {
      const module = await import('./currency-text.js');
      await module.lookForSigns();
      currencyTexts = module.currencyTextOf;
    }).then((isHere) => {
      areCurrencyTextsAsked = isHere;
    });
  }
  return currencyTexts;
}

function createFormats(locale: string, currencyText?: CurrencyText): Formats {
  const money = createMoneyFormat(locale, currencyText);
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
