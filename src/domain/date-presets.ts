import { addDays, yearsBefore, type CalendarDate } from './calendar.js';
import type { Region } from './region.js';

/** Stretches of days that people ask for by name. */
export const DATE_PRESETS = [
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'last-90-days',
  'this-year',
  'last-year',
] as const;

export type DatePreset = (typeof DATE_PRESETS)[number];

/** Inclusive days; null leaves a side open. */
export interface DateRange {
  from: CalendarDate | null;
  to: CalendarDate | null;
}

const MONDAY = 1;
const SUNDAY = 0;

/** The day work begins: Sunday in Saudi Arabia, and since 2022 Monday in the Emirates. */
function firstWeekday(region: Region | null): number {
  return region === 'sa' ? SUNDAY : MONDAY;
}

/** The days of a preset, seen from a day in a country. Stretches that are not over have no last day. */
export function presetRange(preset: DatePreset, today: CalendarDate, region: Region | null): DateRange {
  const year = today.slice(0, 4);
  const month = `${today.slice(0, 7)}-01`;
  switch (preset) {
    case 'this-week':
      return { from: weekStart(today, region), to: null };
    case 'last-week': {
      const start = weekStart(today, region);
      return { from: addDays(start, -7), to: addDays(start, -1) };
    }
    case 'this-month':
      return { from: month, to: null };
    case 'last-month': {
      const end = addDays(month, -1);
      return { from: `${end.slice(0, 7)}-01`, to: end };
    }
    case 'last-90-days':
      return { from: addDays(today, -89), to: null };
    case 'this-year':
      return { from: `${year}-01-01`, to: null };
    case 'last-year':
      return { from: yearsBefore(`${year}-01-01`, 1), to: yearsBefore(`${year}-12-31`, 1) };
  }
}

/** The preset that a range is, or null. */
export function presetOf(
  { from, to }: DateRange,
  today: CalendarDate,
  region: Region | null,
): DatePreset | null {
  const isSame = (preset: DatePreset): boolean => {
    const range = presetRange(preset, today, region);
    return range.from === from && range.to === to;
  };
  return DATE_PRESETS.find(isSame) ?? null;
}

function weekStart(day: CalendarDate, region: Region | null): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday - firstWeekday(region) + 7) % 7));
}
