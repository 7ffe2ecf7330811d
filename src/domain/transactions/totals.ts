import { UnitSum } from '../exact-sum.js';
import { absoluteAmount, addAmounts, negateAmount } from '../money.js';
import { amountOfUnits } from './amount-units.js';
import { BLOCK_BITS, placeOf } from './block.js';
import type { TransactionColumns } from './columns.js';
import { TEXT_SCALE, type RowKind } from './kinds.js';

/** Exact sums of one currency, as canonical decimal text. */
export interface CurrencyTotal {
  currency: string;
  /** Money that came; never negative. */
  in: string;
  /** Money that went, as a size; never negative. */
  out: string;
  /** `in` less `out`. */
  net: string;
}

/**
 * Sums of rows by currency, never across. Pending rows stand apart: a bank sends them again under another id once
 * they are booked, so a sum of both may hold a payment twice. Rejected rows moved no money; a row that tells
 * neither sign nor direction is in no sum.
 */
export interface Totals {
  count: number;
  booked: CurrencyTotal[];
  pending: CurrencyTotal[];
}

/** The totals of rows, or of those from `start` to before `end`. */
export function totalsOf(
  columns: TransactionColumns,
  rows: Uint32Array,
  start = 0,
  end = rows.length,
): Totals {
  const classes = classesOf(columns.kinds);
  const sums: (SizeSum | undefined)[] = [];
  for (let index = start; index < end; index += 1) {
    const row = rows[index] ?? 0;
    const block = columns.blocks[row >> BLOCK_BITS];
    const number = classes[block?.kinds[placeOf(row)] ?? 0] ?? 0;
    const sum = (sums[number] ??= { units: new UnitSum(), texts: [] });
    if (columns.kinds[number]?.scale === TEXT_SCALE) {
      sum.texts.push(absoluteAmount(columns.moneyOf(row)?.amount ?? '0'));
    } else {
      sum.units.add(Math.abs(block?.units[placeOf(row)] ?? 0));
    }
  }
  const kinds = sums.flatMap((sum, number) => (sum ? [{ kind: columns.kinds[number], sum }] : []));
  const counts = kinds.filter(({ kind }) => kind?.currency != null && kind.direction !== null);
  return {
    count: Math.max(0, end - start),
    booked: totalsByCurrency(
      counts.filter(({ kind }) => kind?.status === 'booked' || kind?.status === 'unknown'),
    ),
    pending: totalsByCurrency(counts.filter(({ kind }) => kind?.status === 'pending')),
  };
}

const known = new WeakMap<readonly RowKind[], number[]>();

/**
 * For each kind the number of the first that is summed up with it. Kinds differ by account, category and type, too:
 * a day has nearly as many as rows, and each sum has its price.
 */
function classesOf(kinds: readonly RowKind[]): readonly number[] {
  const classes = known.get(kinds) ?? [];
  known.set(kinds, classes);
  if (classes.length === kinds.length) return classes;
  const firsts = new Map(classes.map((first) => [classKey(kinds[first]), first]));
  for (let number = classes.length; number < kinds.length; number += 1) {
    const key = classKey(kinds[number]);
    const first = firsts.get(key) ?? number;
    firsts.set(key, first);
    classes.push(first);
  }
  return classes;
}

function classKey(kind: RowKind | undefined): string {
  return JSON.stringify([kind?.currency, kind?.scale, kind?.direction, kind?.status]);
}

/** The sizes of the rows of one kind. */
interface SizeSum {
  units: UnitSum;
  texts: string[];
}

interface KindSum {
  kind: RowKind | undefined;
  sum: SizeSum;
}

function totalsByCurrency(kinds: readonly KindSum[]): CurrencyTotal[] {
  const byCurrency = new Map<string, { in: string[]; out: string[] }>();
  for (const { kind, sum } of kinds) {
    const currency = kind?.currency ?? '';
    const amounts = byCurrency.get(currency) ?? { in: [], out: [] };
    byCurrency.set(currency, amounts);
    amounts[kind?.direction === 'credit' ? 'in' : 'out'].push(...amountsOf(sum, kind?.scale ?? 0));
  }
  return [...byCurrency].map(([currency, amounts]) => {
    const [received, spent] = [addAmounts(amounts.in), addAmounts(amounts.out)];
    return { currency, in: received, out: spent, net: addAmounts([received, negateAmount(spent)]) };
  });
}

function amountsOf({ units, texts }: SizeSum, scale: number): string[] {
  return scale === TEXT_SCALE ? texts : [amountOfUnits(units.value, scale)];
}
