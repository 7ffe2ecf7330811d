import { BLOCK_BITS, placeOf } from './block.js';
import type { TransactionColumns } from './columns.js';
import { DAY_MICROS } from './sent-time.js';

/** Stands for the day of rows whose time cannot be read. */
export const UNKNOWN_DAY = -0x80000000;

/** Neighbouring rows of one day. */
export interface DayGroups {
  readonly count: number;
  /** Days since 1970, or `UNKNOWN_DAY`; as many as there are groups. */
  readonly days: Int32Array;
  /** Where in the rows each group begins; one more than there are groups. */
  readonly starts: Uint32Array;
}

/** Groups rows that are in the order of their days, either way. */
export function groupByDay(columns: TransactionColumns, rows: Uint32Array): DayGroups {
  const days: number[] = [];
  const starts: number[] = [];
  const bookedAt = (index: number): number => {
    const row = rows[index] ?? 0;
    return columns.blocks[row >> BLOCK_BITS]?.booked[placeOf(row)] ?? 0;
  };
  for (let index = 0; index < rows.length;) {
    const booked = bookedAt(index);
    const day = booked === Number.NEGATIVE_INFINITY ? UNKNOWN_DAY : Math.floor(booked / DAY_MICROS);
    const begin = day === UNKNOWN_DAY ? booked : day * DAY_MICROS;
    const end = begin + DAY_MICROS;
    days.push(day);
    starts.push(index);
    index = endOfRun(index, rows.length, (each) => {
      const other = bookedAt(each);
      return other === begin || (other >= begin && other < end);
    });
  }
  return {
    count: days.length,
    days: Int32Array.from(days),
    starts: Uint32Array.from([...starts, rows.length]),
  };
}

/** Where a run of alike places ends, by leaps and then by halves: a day of a long history has many rows. */
function endOfRun(first: number, count: number, isAlike: (place: number) => boolean): number {
  let inside = first;
  let leap = 1;
  while (inside + leap < count && isAlike(inside + leap)) {
    inside += leap;
    leap *= 2;
  }
  let outside = Math.min(inside + leap, count);
  while (outside - inside > 1) {
    const middle = (inside + outside) >> 1;
    if (isAlike(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}
