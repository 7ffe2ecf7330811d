import { BLOCK_BITS, placeOf } from '../../../domain/transactions/block.js';
import type { TransactionColumns } from '../../../domain/transactions/columns.js';
import { groupByDay, UNKNOWN_DAY, type DayGroups } from '../../../domain/transactions/day-groups.js';

/** Stands for the day of the group of pending rows. */
export const PENDING = UNKNOWN_DAY + 1;

/** Rows in the order in which they are shown, and their groups; no groups where rows stand without headings. */
export interface Grouped {
  rows: Uint32Array;
  groups: DayGroups;
}

const NO_GROUPS: DayGroups = { count: 0, days: new Int32Array(), starts: new Uint32Array() };

export function ungrouped(rows: Uint32Array): Grouped {
  return { rows, groups: NO_GROUPS };
}

/**
 * Rows that are ordered by day under their days, with what is pending in a group of its own before them: a bank sends
 * it again, under another id, on the day on which it is booked.
 */
export function groupRows(columns: TransactionColumns, rows: Uint32Array): Grouped {
  const isPending = columns.kinds.map(({ status }) => status === 'pending');
  if (!isPending.includes(true)) return { rows, groups: groupByDay(columns, rows) };
  const places = placesOf(columns, rows, isPending);
  if (places.length === 0) return { rows, groups: groupByDay(columns, rows) };
  const pending = places.map((place) => rows[place] ?? 0);
  const ordered = new Uint32Array(rows.length);
  ordered.set(pending);
  let filled = pending.length;
  [-1, ...places].forEach((place, at) => {
    const between = rows.subarray(place + 1, places[at] ?? rows.length);
    ordered.set(between, filled);
    filled += between.length;
  });
  const { days, starts } = groupByDay(columns, ordered.subarray(pending.length));
  return {
    rows: ordered,
    groups: {
      count: days.length + 1,
      days: Int32Array.from([PENDING, ...days]),
      starts: Uint32Array.from([0, ...starts.map((start) => start + pending.length)]),
    },
  };
}

/** Where rows of these kinds stand. */
function placesOf(columns: TransactionColumns, rows: Uint32Array, isOfKind: readonly boolean[]): number[] {
  const few = fewOf(columns, isOfKind);
  if (few) {
    const places = few.map((row) => rows.indexOf(row)).filter((place) => place >= 0);
    return places.sort((one, other) => one - other);
  }
  const places: number[] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const kind = columns.blocks[row >> BLOCK_BITS]?.kinds[placeOf(row)] ?? 0;
    if (isOfKind[kind]) places.push(place);
  }
  return places;
}

/** So many are sought one by one, which the engine does in a fraction of the time that a look at each row takes. */
const MOST_SOUGHT = 64;

/** The numbers of rows of these kinds, gone ones included; null when they are many. */
function fewOf(columns: TransactionColumns, isOfKind: readonly boolean[]): number[] | null {
  const kinds = [...isOfKind.keys()].filter((kind) => isOfKind[kind]);
  const rows: number[] = [];
  for (const [number, block] of columns.blocks.entries()) {
    const written = block.kinds.subarray(0, block.length);
    for (const kind of kinds) {
      for (let place = written.indexOf(kind); place >= 0; place = written.indexOf(kind, place + 1)) {
        if (rows.length === MOST_SOUGHT) return null;
        rows.push((number << BLOCK_BITS) | place);
      }
    }
  }
  return rows;
}
