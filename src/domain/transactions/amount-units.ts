/**
 * Decimal text as a count of small units: most amounts then fit into a float exactly, and sums of them are whole
 * numbers. What does not fit stays text.
 */
export interface AmountUnits {
  units: number;
  /** How many decimals the units have. */
  scale: number;
}

/** Nearly every currency has at most two decimals: one shared scale keeps most rows alike. */
const USUAL_SCALE = 2;

/** Canonical decimal text as units; null when a float would not keep it exactly. */
export function unitsOfAmount(amount: string): AmountUnits | null {
  const point = amount.indexOf('.');
  const decimals = point < 0 ? 0 : amount.length - point - 1;
  const scale = Math.max(decimals, USUAL_SCALE);
  const digits = point < 0 ? amount : amount.slice(0, point) + amount.slice(point + 1);
  const units = Number(digits) * 10 ** (scale - decimals);
  return Number.isSafeInteger(units) ? { units, scale } : null;
}

/** Canonical decimal text of a count of units. */
export function amountOfUnits(units: number | bigint, scale: number): string {
  const text = fixedAmount(units, scale, 0);
  return units < 0 ? `-${text}` : text;
}

/** The size of an amount with at least so many decimals. */
export function fixedAmount(units: number | bigint, scale: number, decimals: number): string {
  const signed = String(units);
  const digits = (units < 0 ? signed.slice(1) : signed).padStart(scale + 1, '0');
  const split = digits.length - scale;
  let end = digits.length;
  while (end > split + decimals && digits.charCodeAt(end - 1) === 0x30) end -= 1;
  const fraction = digits.slice(split, end).padEnd(decimals, '0');
  return fraction === '' ? digits.slice(0, split) : `${digits.slice(0, split)}.${fraction}`;
}
