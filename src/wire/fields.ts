import * as v from 'valibot';
import { decimalText, type Money } from '../domain/money.js';

/**
 * Fields as tolerant as Lean's own readers must be: one that is missing, null, blank or of another type is null,
 * and the rest of its item still counts.
 */

/** Text exactly as it was sent. */
export const text = v.fallback(v.nullable(v.pipe(v.string(), v.regex(/\S/))), null);

/** An id. It is opaque; a backend that counts its rows may send a number. */
export const id = v.fallback(v.nullable(v.union([present(), v.pipe(v.number(), v.transform(String))])), null);

function present() {
  return v.pipe(v.string(), v.minLength(1));
}

/** A yes or no. */
export const flag = v.fallback(v.nullable(v.boolean()), null);

/** A count. */
export const count = v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null);

/** An amount before it is read: a JSON number, or decimal text. */
export const decimal = v.fallback(v.nullable(v.union([v.number(), v.string()])), null);

/** An object with these fields. */
export function part<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.fallback(v.nullable(v.object(entries)), null);
}

/** A list; its items are looked at one by one. */
export const list = v.fallback(v.nullable(v.array(v.unknown())), null);

/** v2's `{amount, currency}`. */
export const amountPart = part({ amount: decimal, currency: text });

/** A word of one of Lean's enumerations in upper case; `UNSUPPORTED` says no more than its absence. */
export function word(sent: string | null): string | null {
  const upper = sent?.trim().toUpperCase() ?? '';
  return upper === '' || upper === 'UNSUPPORTED' ? null : upper;
}

/** Money of an amount and a currency as they were sent; null when the amount is no decimal number. */
export function moneyOf(amount: number | string | null, currency: string | null): Money | null {
  const decimalAmount = decimalText(amount);
  return decimalAmount === null ? null : { amount: decimalAmount, currency: word(currency) ?? '' };
}

/**
 * The readable items of a list. One bad item never sinks the others; when none of several can be read it is null,
 * since an empty list would be a lie.
 */
export function readItems<Schema extends v.GenericSchema, Item>(
  items: readonly unknown[],
  schema: Schema,
  read: (item: v.InferOutput<Schema>, index: number) => Item | null,
): Item[] | null {
  const readable: Item[] = [];
  for (const [index, sent] of items.entries()) {
    const parsed = v.safeParse(schema, sent);
    const item = parsed.success ? read(parsed.output, index) : null;
    if (item !== null) readable.push(item);
  }
  return readable.length === 0 && items.length > 0 ? null : readable;
}
