import { zoneOffset } from '../calendar.js';
import { decimalText, type Money } from '../money.js';
import type { Transaction } from '../transaction.js';
import { unitsOfAmount } from './amount-units.js';
import { TEXT_SCALE, type RowKind } from './kinds.js';
import { readSentTime, zoneOfLayout, type SentTime } from './sent-time.js';

/** In a kind's `valueLayout`: the row's `valueAt` reads like its `bookedAt`. */
export const SAME_AS_BOOKED = '=';

/** What numbers and layouts cannot give back, as it was sent. */
export interface OddTexts {
  amount?: string;
  bookedAt?: string;
  valueAt?: string;
}

/** A transaction as its columns hold it, without its texts. */
export interface RowCode {
  kind: RowKind;
  units: number;
  booked: number;
  valued: number;
  odd: OddTexts | null;
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** Encodes a transaction of the account of this number, whose bank books in this zone. */
export function encodeRow(transaction: Transaction, account: number, timeZone: string): RowCode {
  const odd: OddTexts = {};
  const amount = encodeAmount(transaction.money, odd);
  const booked = encodeBooked(transaction.bookedAt, timeZone, odd);
  const value = encodeValue(transaction, odd);
  return {
    kind: {
      accountId: transaction.accountId,
      entityId: transaction.entityId,
      account,
      currency: amount.currency,
      scale: amount.scale,
      direction: transaction.direction,
      status: transaction.status,
      category: transaction.category,
      type: transaction.type,
      bookedLayout: booked.layout,
      bookedShift: booked.shift,
      valueLayout: value.layout,
    },
    units: amount.units,
    booked: booked.local,
    valued: value.wall,
    odd: 'amount' in odd || 'bookedAt' in odd || 'valueAt' in odd ? odd : null,
  };
}

function encodeAmount(
  money: Money | null,
  odd: OddTexts,
): { currency: string | null; units: number; scale: number } {
  const sent = money?.amount ?? '';
  const amount = DECIMAL.test(sent) ? sent : decimalText(sent);
  if (!money || amount === null) return { currency: null, units: 0, scale: 0 };
  const units = unitsOfAmount(amount);
  if (units) return { currency: money.currency, ...units };
  odd.amount = decimalText(amount) ?? amount;
  return { currency: money.currency, units: 0, scale: TEXT_SCALE };
}

function encodeBooked(
  sent: string | null,
  timeZone: string,
  odd: OddTexts,
): { layout: string | null; shift: number; local: number } {
  const time = sent === null ? null : readSentTime(sent);
  if (sent !== null && !time?.isExact) odd.bookedAt = sent;
  if (!time) return { layout: null, shift: 0, local: Number.NEGATIVE_INFINITY };
  const shift = localShift(time, timeZone);
  return { layout: time.isExact ? time.layout : null, shift, local: time.wall + shift };
}

function encodeValue(
  { bookedAt, valueAt }: Transaction,
  odd: OddTexts,
): { layout: string | null; wall: number } {
  if (valueAt === null) return { layout: null, wall: 0 };
  if (valueAt === bookedAt) return { layout: SAME_AS_BOOKED, wall: 0 };
  const time = readSentTime(valueAt);
  if (time?.isExact) return time;
  odd.valueAt = valueAt;
  return { layout: null, wall: 0 };
}

/** From the clock a time is written in to the clock of the bank's zone; a time without a zone is already there. */
function localShift({ wall, layout }: SentTime, timeZone: string): number {
  const zone = zoneOfLayout(layout);
  if (zone === null) return 0;
  return zoneOffset((wall - zone) / 1000, timeZone) * 1000 - zone;
}
