import { DAY_MS, dateInZone, instantOf, isCalendarDate, type CalendarDate } from './calendar.js';
import type { Consent, Entity } from './entity.js';

/** How the customer's sharing of one bank stands, by its consents and today's clock. */
export interface Sharing {
  /** It runs, ran out, was taken back (here or at the bank), or was never agreed to. */
  status: 'active' | 'expired' | 'revoked' | 'rejected';
  /** When it began (ISO 8601), or null. */
  since: string | null;
  /** When it ends or ended (ISO 8601), or null where Lean gives no end. */
  until: string | null;
  /** From when on transactions are shared (ISO 8601), or null. */
  transactionsFrom: string | null;
}

/**
 * Reads an entity's consents. Dates decide before statuses: Lean shows an expired consent as revoked, and a status
 * may lag behind its date. Where the host sends no consents the bank counts as shared, without an end.
 */
export function sharingOf(entity: Entity, now: number): Sharing {
  const { consents, createdAt } = entity;
  const running = consents.filter((consent) => isRunning(consent, now));
  const current = running.sort(byEnd).at(-1) ?? [...consents].sort(byStart).at(-1);
  if (!current) return { status: 'active', since: createdAt, until: null, transactionsFrom: null };
  return {
    status: running.length > 0 ? 'active' : endOf(current, now),
    since: current.createdAt ?? createdAt,
    until: current.expiresAt,
    transactionsFrom: current.transactionsFrom,
  };
}

/**
 * The last day of sharing as it was promised. What is agreed is a date; Lean keeps the end of that date in UTC, which
 * is 3:59 in the morning of the next day in Dubai. Such an end, within a UTC day's last minute, is that UTC day; any
 * other is the day on which it falls at the bank.
 */
export function lastSharedDay(until: string, timeZone: string): CalendarDate | null {
  const end = instantOf(until);
  const isEndOfDay = end !== null && new Date(end).toISOString().slice(11, 16) === '23:59';
  return isEndOfDay ? new Date(end).toISOString().slice(0, 10) : dateInZone(until, timeZone);
}

/** Whole days from one day to another; negative when the other lies before it. */
function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The days of sharing that are left after today; 0 on the last one, null where there is no end. */
export function daysLeft({ until }: Sharing, today: CalendarDate, timeZone: string): number | null {
  const last = until === null ? null : lastSharedDay(until, timeZone);
  return last === null ? null : Math.max(0, daysBetween(today, last));
}

function isRunning({ status, expiresAt }: Consent, now: number): boolean {
  const end = endInstant(expiresAt);
  return (status === 'active' || status === 'unknown') && (end === null || end > now);
}

function endOf({ status, expiresAt }: Consent, now: number): Sharing['status'] {
  const end = endInstant(expiresAt);
  if (end !== null && end <= now) return 'expired';
  return status === 'rejected' ? 'rejected' : 'revoked';
}

/** A consent without an end runs longest. */
function byEnd(one: Consent, other: Consent): number {
  return (endInstant(one.expiresAt) ?? Infinity) - (endInstant(other.expiresAt) ?? Infinity) || 0;
}

function byStart(one: Consent, other: Consent): number {
  return (instantOf(one.createdAt) ?? 0) - (instantOf(other.createdAt) ?? 0);
}

/** A bare date means that whole day. */
function endInstant(text: string | null): number | null {
  const time = instantOf(text);
  return time !== null && isCalendarDate(text?.trim() ?? '') ? time + DAY_MS : time;
}
