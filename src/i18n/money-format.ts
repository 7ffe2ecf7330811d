import { absoluteAmount, isNegative, type Money } from '../domain/money.js';

/** When a sign stands before an amount: always, for what is negative, or never. */
export type SignDisplay = 'always' | 'auto' | 'never';

/** An amount in parts, so that a view can set the currency more quietly than the number. */
export interface MoneyParts {
  /** `+`, `−` (U+2212) or empty. */
  sign: string;
  /** The currency's code, or empty when the bank sent none. */
  currency: string;
  /** Digits in the reader's numerals with the currency's decimals; digits the bank sent beyond these are kept. */
  number: string;
}

const MINUS = '\u2212';
const PLUS = '+';
const NO_BREAK = '\u00a0';

/** The most fraction digits every engine accepts. */
const MOST_DIGITS = 20;

/** Makes a formatter of amounts for a full locale tag; exact, since it hands decimal text to Intl. */
export function createMoneyFormat(locale: string): (money: Money, sign?: SignDisplay) => MoneyParts {
  const byDigits = new Map<string, Intl.NumberFormat>();

  function numberFormat(least: number, most: number): Intl.NumberFormat {
    const key = `${String(least)},${String(most)}`;
    let format = byDigits.get(key);
    if (!format) {
      format = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
      byDigits.set(key, format);
    }
    return format;
  }

  return ({ amount, currency }, sign = 'auto') => {
    const least = decimalsOf(currency);
    const given = amount.split('.')[1]?.length ?? 0;
    const format = numberFormat(least, Math.min(Math.max(least, given), MOST_DIGITS));
    return {
      sign: signOf(amount, sign),
      currency,
      number: format.format(absoluteAmount(amount) as Intl.StringNumericLiteral),
    };
  };
}

/** The parts as one line of text: currency, then sign and number. */
export function moneyText({ sign, currency, number }: MoneyParts): string {
  return currency === '' ? sign + number : currency + NO_BREAK + sign + number;
}

function signOf(amount: string, display: SignDisplay): string {
  if (display === 'never' || amount === '0') return '';
  if (isNegative(amount)) return MINUS;
  return display === 'always' ? PLUS : '';
}

const decimals = new Map<string, number>();

/** How many decimals a currency has; none are forced on a code that Intl does not take. */
function decimalsOf(currency: string): number {
  let known = decimals.get(currency);
  if (known === undefined) {
    known = askIntl(currency);
    decimals.set(currency, known);
  }
  return known;
}

function askIntl(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 0;
  } catch {
    // A RangeError is how Intl says that a code is malformed; the bank may send anything.
    return 0;
  }
}
