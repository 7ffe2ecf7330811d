/**
 * An amount of one currency. `amount` is canonical decimal text (`-12.5`, `0`, `15035.85`), never a float;
 * `currency` is the code as the bank sent it in upper case, or empty when it sent none.
 */
export interface Money {
  amount: string;
  currency: string;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** The longest exponent that is still money; past it a hostile text would only cost memory. */
const MAX_EXPONENT = 30;

/** Decimal text of a JSON number or numeric text; null when it is not a finite decimal. */
export function decimalText(value: unknown): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const match = DECIMAL.exec(String(value).trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > MAX_EXPONENT) return null;
  return placePoint(sign === '-', whole + fraction, fraction.length - exponent);
}

/** Money as a page gave it: a number, or text that is written in another way, becomes canonical; null for what is none. */
export function readMoney(value: unknown): Money | null {
  const { amount: given, currency } = Object(value) as Partial<Record<keyof Money, unknown>>;
  const amount = decimalText(given);
  return amount !== null && typeof currency === 'string' ? { amount, currency } : null;
}

/** Writes `digits` with `scale` of them behind the point, without needless zeros or a minus on zero. */
function placePoint(negative: boolean, digits: string, scale: number): string {
  const padded = scale < 0 ? digits + '0'.repeat(-scale) : digits.padStart(scale + 1, '0');
  const split = padded.length - Math.max(scale, 0);
  const whole = padded.slice(0, split).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(split).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && text !== '0' ? `-${text}` : text;
}

function scaleOf(amount: string): number {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
}

function toUnits(amount: string, scale: number): bigint {
  return BigInt(amount.replace('.', '') + '0'.repeat(scale - scaleOf(amount)));
}

function fromUnits(units: bigint, scale: number): string {
  const negative = units < 0n;
  return placePoint(negative, String(negative ? -units : units), scale);
}

/** The exact sum of decimal texts. */
export function addAmounts(amounts: readonly string[]): string {
  const scale = amounts.reduce((most, amount) => Math.max(most, scaleOf(amount)), 0);
  return fromUnits(
    amounts.reduce((sum, amount) => sum + toUnits(amount, scale), 0n),
    scale,
  );
}

/** One exact total per currency, in the order in which the currencies first appear. */
export function totalsByCurrency(list: readonly Money[]): Money[] {
  const amounts = new Map<string, string[]>();
  for (const { amount, currency } of list) {
    const known = amounts.get(currency);
    if (known) known.push(amount);
    else amounts.set(currency, [amount]);
  }
  return [...amounts].map(([currency, all]) => ({ currency, amount: addAmounts(all) }));
}

/** Orders two decimal texts: negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compareAmounts(left: string, right: string): number {
  const scale = Math.max(scaleOf(left), scaleOf(right));
  const difference = toUnits(left, scale) - toUnits(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Tells whether a decimal text is below zero. */
export function isNegative(amount: string): boolean {
  return amount.startsWith('-');
}

/** The same size with the other sign. */
export function negateAmount(amount: string): string {
  if (amount === '0') return amount;
  return isNegative(amount) ? amount.slice(1) : `-${amount}`;
}

/** The size without its sign. */
export function absoluteAmount(amount: string): string {
  return isNegative(amount) ? amount.slice(1) : amount;
}
