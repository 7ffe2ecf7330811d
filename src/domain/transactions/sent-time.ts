import { DAY_MS, dayInUtc, isCalendarDate } from '../calendar.js';

/** Microseconds: the finest that a float keeps exactly over the years of banks. */
export const DAY_MICROS = 86_400_000_000;
const SECOND_MICROS = 1_000_000;
const MINUTE_MICROS = 60 * SECOND_MICROS;
const FINEST_DIGITS = 6;

/** A time as a bank wrote it, taken apart into a number and what many rows share. */
export interface SentTime {
  /** The clock and date as written, whatever the zone, in microseconds since 1970. */
  readonly wall: number;
  /** How it is written: `''` for a bare day, else separator, `S` or `M` (seconds or not), fraction digits, zone. */
  readonly layout: string;
  /** Whether `writeSentTime` gives the same text again. */
  readonly isExact: boolean;
}

const days = new Map<string, number | null>();
const MOST_DAYS = 4096;

/** Days since 1970 of a `YYYY-MM-DD` that exists, or null. */
export function dayNumber(date: string): number | null {
  let day = days.get(date);
  if (day === undefined) {
    if (days.size >= MOST_DAYS) days.clear();
    day = readDay(date);
    days.set(date, day);
  }
  return day;
}

/** The calendar's own check, `isCalendarDate`, is right but slow for a list's first rows. */
function readDay(date: string): number | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(date)) return isCalendarDate(date) ? timeOf(date) / DAY_MS : null;
  const time = timeOf(date);
  return new Date(time).getUTCDate() === Number(date.slice(8)) ? time / DAY_MS : null;
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day of a number that `dayNumber` gave. */
export function dayText(day: number): string {
  return dayInUtc(day * DAY_MS);
}

const CLOCK = /^([T ])([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(\s*(?:Z|[+-]\d{2}:?\d{2})?)$/i;

/** Rows of a day often bear the same text. */
let lastText = '';
let lastTime: SentTime | null = null;

/** Takes a time apart; null when it is none. */
export function readSentTime(text: string): SentTime | null {
  if (text === lastText) return lastTime;
  lastTime = takeApart(text);
  lastText = text;
  return lastTime;
}

function takeApart(text: string): SentTime | null {
  const trimmed = text.trim();
  const day = dayNumber(trimmed.slice(0, 10));
  if (day === null) return null;
  const start = day * DAY_MICROS;
  if (trimmed.length === 10) return { wall: start, layout: '', isExact: isExact(start, text, trimmed, 0) };
  const match = CLOCK.exec(trimmed.slice(10));
  if (!match) return null;
  const [, separator = '', hours = '', minutes = '', seconds, fraction = '', zone = ''] = match;
  const clock = Number(hours) * 60 * MINUTE_MICROS + Number(minutes) * MINUTE_MICROS;
  const micros = Number(fraction.slice(0, FINEST_DIGITS).padEnd(FINEST_DIGITS, '0'));
  const wall = start + clock + Number(seconds ?? 0) * SECOND_MICROS + micros;
  const layout = `${separator}${seconds === undefined ? 'M' : 'S'}${String(fraction.length)}${zone}`;
  return { wall, layout, isExact: isExact(wall, text, trimmed, fraction.length) };
}

function isExact(wall: number, text: string, trimmed: string, digits: number): boolean {
  return Number.isSafeInteger(wall) && digits <= FINEST_DIGITS && text.length === trimmed.length;
}

/** The text that `readSentTime` took apart. */
export function writeSentTime({ wall, layout }: Pick<SentTime, 'wall' | 'layout'>): string {
  const millis = Math.floor(wall / 1000);
  const iso = new Date(millis).toISOString();
  if (layout === '') return iso.slice(0, 10);
  const clock = iso.slice(11, layout.charAt(1) === 'S' ? 19 : 16);
  const digits = Number(layout.charAt(2));
  const fraction = `${iso.slice(20, 23)}${String(wall - millis * 1000).padStart(3, '0')}`.slice(0, digits);
  return `${iso.slice(0, 10)}${layout.charAt(0)}${clock}${digits > 0 ? `.${fraction}` : ''}${layout.slice(3)}`;
}

/** How far a layout's zone lies ahead of UTC, in microseconds; null when the text names no zone. */
export function zoneOfLayout(layout: string): number | null {
  const zone = layout.replace(/^..\d+\s*/, '');
  if (zone === '') return null;
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE_MICROS;
}
