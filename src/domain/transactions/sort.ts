import { absoluteAmount, compareAmounts } from '../money.js';
import { placeOf } from './block.js';
import type { TransactionColumns } from './columns.js';
import { foldToOneByte } from './one-byte.js';

/** What rows can be put in the order of. */
export type SortKey = 'date' | 'amount' | 'name';

export interface TransactionSort {
  key: SortKey;
  isDescending: boolean;
}

/** Rows looked at, or compared, between two steps: well under a millisecond. */
const STEP = 1024;

type Compare = (one: number, other: number) => number;

/**
 * Rows of a table, which come newest first, in another order. Amounts are ordered by currency and then by size,
 * whatever their sign; names (the merchant's, else the description) without regard to case, marks and
 * the forms of Arabic letters. Rows that are alike stay newest first. Rows without what is asked for come last either
 * way.
 */
export function* sortRows(
  rows: Uint32Array,
  columns: TransactionColumns,
  { key, isDescending }: TransactionSort,
): Generator<void, Uint32Array> {
  switch (key) {
    case 'date':
      return isDescending ? rows.slice() : oldestFirst(rows, columns);
    case 'amount':
      return yield* mergeSort(rows, yield* byAmount(rows, columns, isDescending));
    case 'name':
      return yield* mergeSort(rows, yield* byName(rows, columns, isDescending));
  }
}

function oldestFirst(rows: Uint32Array, columns: TransactionColumns): Uint32Array {
  const isUnknown = (row: number): boolean => columns.blockOf(row).booked[placeOf(row)] === -Infinity;
  const unknown = rows.filter(isUnknown);
  const sorted = new Uint32Array(rows.length);
  sorted.set(rows.slice(0, rows.length - unknown.length).reverse());
  sorted.set(unknown, rows.length - unknown.length);
  return sorted;
}

/** Floats decide nearly always; where two amounts are the same float, their texts do. */
function* byAmount(
  rows: Uint32Array,
  columns: TransactionColumns,
  isDescending: boolean,
): Generator<void, Compare> {
  const sizes = new Float64Array(columns.length);
  const currencies = new Float64Array(columns.length).fill(Infinity);
  const numbers = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const money = columns.moneyOf(row);
    if (money) {
      const number = numbers.get(money.currency) ?? numbers.size;
      numbers.set(money.currency, number);
      currencies[row] = number;
      sizes[row] = Math.abs(Number(money.amount));
    }
    if (index % STEP === STEP - 1) yield;
  }
  const sizeOf = (row: number): string => absoluteAmount(columns.moneyOf(row)?.amount ?? '0');
  const sign = isDescending ? -1 : 1;
  return (one, other) => {
    const [left, right] = [currencies[one] ?? 0, currencies[other] ?? 0];
    if (left !== right) return left - right;
    const size = (sizes[one] ?? 0) - (sizes[other] ?? 0);
    return sign * (size === 0 ? compareAmounts(sizeOf(one), sizeOf(other)) : size);
  };
}

function* byName(
  rows: Uint32Array,
  columns: TransactionColumns,
  isDescending: boolean,
): Generator<void, Compare> {
  const texts = new Map<number, string>();
  for (const [index, row] of rows.entries()) {
    const block = columns.blockOf(row);
    const merchant = columns.merchants.text(block.merchants[placeOf(row)] ?? 0);
    const text = merchant ?? block.descriptions.get(placeOf(row));
    if (text !== null) texts.set(row, foldToOneByte(text).trim());
    if (index % STEP === STEP - 1) yield;
  }
  const sign = isDescending ? -1 : 1;
  return (one, other) => {
    const [left, right] = [texts.get(one), texts.get(other)];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right ? -sign : sign;
  };
}

/** A stable merge sort that can be left and taken up again. */
function* mergeSort(rows: Uint32Array, compare: Compare): Generator<void, Uint32Array> {
  let from = rows.slice();
  let to = new Uint32Array(rows.length);
  let steps = 0;
  for (let width = 1; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width) {
      const middle = Math.min(start + width, rows.length);
      const end = Math.min(start + 2 * width, rows.length);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place += 1) {
        const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[place] = from[takesLeft ? left : right] ?? 0;
        if (takesLeft) left += 1;
        else right += 1;
        steps += 1;
        if (steps % STEP === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
