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
  let begin = Number.NaN;
  let end = Number.NaN;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const booked = columns.blocks[row >> BLOCK_BITS]?.booked[placeOf(row)] ?? 0;
    if ((booked >= begin && booked < end) || (booked === begin && index > 0)) continue;
    const day = booked === Number.NEGATIVE_INFINITY ? UNKNOWN_DAY : Math.floor(booked / DAY_MICROS);
    begin = day === UNKNOWN_DAY ? booked : day * DAY_MICROS;
    end = begin + DAY_MICROS;
    days.push(day);
    starts.push(index);
  }
  return {
    count: days.length,
    days: Int32Array.from(days),
    starts: Uint32Array.from([...starts, rows.length]),
  };
}
