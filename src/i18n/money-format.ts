import { absoluteAmount, isNegative, type Money } from '../domain/money.js';

/** When a sign stands before an amount: always, for what is negative, or never. */
export type SignDisplay = 'always' | 'auto' | 'never';

/** An amount in parts, so that a view can set the currency more quietly than the number. */
export interface MoneyParts {
  /** `+`, `−` (U+2212) or empty. */
  sign: string;
  /** The currency as the page wants it written, its code by default; empty when the bank sent none. */
  currency: string;
  /** The currency's code, for names and announcements. */
  code: string;
  /** A name in a language of the left-to-right kind stands behind its number. */
  isCurrencyLast: boolean;
  /** Digits in the reader's numerals with the currency's decimals; digits the bank sent beyond these are kept. */
  number: string;
}

/** How a currency is written: its code (`AED`), its sign, or its name. */
export type CurrencyDisplay = 'code' | 'symbol' | 'name';

/** What a currency is called beside an amount, and whether behind it. */
export type CurrencyText = (money: Money) => Pick<MoneyParts, 'currency' | 'isCurrencyLast'>;

const MINUS = '\u2212';
const PLUS = '+';
const NO_BREAK = '\u00a0';

/** The most fraction digits every engine accepts. */
const MOST_DIGITS = 20;

const codeOf: CurrencyText = ({ currency }) => ({ currency, isCurrencyLast: false });

/** Makes a formatter of amounts for a full locale tag; exact, since it hands decimal text to Intl. */
export function createMoneyFormat(
  locale: string,
  currencyText = codeOf,
): (money: Money, sign?: SignDisplay) => MoneyParts {
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

  return (money, sign = 'auto') => {
    const { amount, currency } = money;
    const least = decimalsOf(currency);
    const given = amount.split('.')[1]?.length ?? 0;
    const format = numberFormat(least, Math.min(Math.max(least, given), MOST_DIGITS));
    return {
      ...currencyText(money),
      sign: signOf(amount, sign),
      code: currency,
      number: format.format(absoluteAmount(amount) as Intl.StringNumericLiteral),
    };
  };
}

/** The parts as one line of text: the currency's code, which every voice can read, then sign and number. */
export function moneyText({ sign, code, number }: MoneyParts): string {
  return code === '' ? sign + number : code + NO_BREAK + sign + number;
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
