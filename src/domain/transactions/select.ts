import { absoluteAmount, compareAmounts } from '../money.js';
import type { TransactionFilter } from '../transaction-filter.js';
import { placeOf } from './block.js';
import type { TransactionColumns } from './columns.js';
import { TEXT_SCALE, type RowKind } from './kinds.js';
import { searchWords } from './search-words.js';
import type { TransactionSearch } from './search.js';
import { DAY_MICROS, dayNumber } from './sent-time.js';

/** What of a filter lets rows through or not. */
export type RowFilter = Omit<TransactionFilter, 'accountId' | 'order'>;

/** A filter that asks nothing. */
export const NO_FILTER: RowFilter = {
  search: '',
  categories: [],
  direction: null,
  bookingStatus: null,
  from: null,
  to: null,
  minAmount: null,
  maxAmount: null,
};

/** What a customer asks of the rows of a table; an empty field asks nothing. */
export interface TransactionQuery extends RowFilter {
  /** Any of these accounts. */
  accountIds: readonly (string | null)[];
}

/**
 * The rows, in their own order, that a query lets through. Rows whose day is unknown are in no range of days and out
 * of none: they stay. A row whose amount cannot be read is within no bounds.
 */
export function selectRows(
  rows: Uint32Array,
  columns: TransactionColumns,
  search: TransactionSearch,
  query: TransactionQuery,
): Uint32Array {
  const words = searchWords(query.search);
  const found = words.length > 0 ? search.find(words) : null;
  const bounds = columns.kinds.map((kind) => boundsOf(kind, query));
  const earliest = dayBound(query.from, 0, Number.NEGATIVE_INFINITY);
  const end = dayBound(query.to, 1, Number.POSITIVE_INFINITY);
  const asksOnlyWords = !isBounding(earliest, end) && bounds.every((bound) => bound === NO_BOUNDS);
  if (!found && asksOnlyWords) return rows.slice();
  const selected = new Uint32Array(rows.length);
  let count = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- Half the time over 100,000 rows, and a keystroke waits.
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    if (found?.[row] === 0 || !(asksOnlyWords || isWithinAll(row))) continue;
    selected[count] = row;
    count += 1;
  }
  return selected.slice(0, count);

  function isWithinAll(row: number): boolean {
    const block = columns.blockOf(row);
    const place = placeOf(row);
    const bound = bounds[block.kinds[place] ?? 0];
    if (!bound) return false;
    const booked = block.booked[place] ?? 0;
    if ((booked < earliest && booked !== Number.NEGATIVE_INFINITY) || booked >= end) return false;
    const size = Math.abs(block.units[place] ?? 0);
    if (size < bound.least || size > bound.most) return false;
    return !bound.isText || isWithin(columns.moneyOf(row)?.amount, query);
  }
}

function isBounding(earliest: number, end: number): boolean {
  return earliest !== Number.NEGATIVE_INFINITY || end !== Number.POSITIVE_INFINITY;
}

/** Microseconds at which a day begins; `ahead` days later, to include it. */
function dayBound(date: string | null, ahead: number, none: number): number {
  const day = date === null ? null : dayNumber(date);
  return day === null ? none : (day + ahead) * DAY_MICROS;
}

/** What a row's units must lie between; `isText` when its amount is no units. */
interface Bounds {
  least: number;
  most: number;
  isText: boolean;
}

const NO_BOUNDS: Bounds = { least: 0, most: Number.POSITIVE_INFINITY, isText: false };

/** Null when no row of this kind passes. */
function boundsOf(kind: RowKind, query: TransactionQuery): Bounds | null {
  const { accountIds, categories, direction, bookingStatus, minAmount, maxAmount } = query;
  if (accountIds.length > 0 && !accountIds.includes(kind.accountId)) return null;
  if (categories.length > 0 && (kind.category === null || !categories.includes(kind.category))) return null;
  if (direction !== null && kind.direction !== direction) return null;
  if (bookingStatus !== null && kind.status !== bookingStatus) return null;
  if (minAmount === null && maxAmount === null) return NO_BOUNDS;
  if (kind.currency === null) return null;
  if (kind.scale === TEXT_SCALE) return { ...NO_BOUNDS, isText: true };
  return {
    least: minAmount === null ? 0 : unitsUp(minAmount, kind.scale),
    most: maxAmount === null ? NO_BOUNDS.most : -unitsUp(`-${maxAmount}`, kind.scale),
    isText: false,
  };
}

function isWithin(
  amount: string | undefined,
  { minAmount, maxAmount }: Pick<TransactionFilter, 'minAmount' | 'maxAmount'>,
): boolean {
  const size = absoluteAmount(amount ?? '0');
  return (
    (minAmount === null || compareAmounts(size, minAmount) >= 0) &&
    (maxAmount === null || compareAmounts(size, maxAmount) <= 0)
  );
}

/** The smallest whole count of units that is not below an amount; beyond what a row's units can be, infinite. */
function unitsUp(amount: string, scale: number): number {
  const [whole = '0', fraction = ''] = amount.split('.');
  const sign = amount.startsWith('-') ? -1n : 1n;
  const kept = fraction.slice(0, scale).padEnd(scale, '0');
  const size = BigInt(whole.replace('-', '') + kept);
  const isCut = /[1-9]/.test(fraction.slice(scale));
  const units = Number(sign * size + (isCut && sign === 1n ? 1n : 0n));
  return Number.isSafeInteger(units) ? units : units * Number.POSITIVE_INFINITY;
}
