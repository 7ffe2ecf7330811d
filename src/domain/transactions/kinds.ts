import type { Category } from '../category.js';
import type { TransactionDirection, TransactionStatus } from '../transaction.js';
import { hashKey } from './key-index.js';

/** What many rows have in common: kept once, so that a filter looks at it once and not for every row. */
export interface RowKind {
  accountId: string | null;
  entityId: string | null;
  /** The account's place in the order in which accounts first appeared. */
  account: number;
  /** Null when the amount cannot be read; then `scale` means nothing. */
  currency: string | null;
  /** Decimals of the row's units; `TEXT_SCALE` when its amount stays text. */
  scale: number;
  direction: TransactionDirection | null;
  status: TransactionStatus;
  category: Category | null;
  type: string | null;
  /** How `bookedAt` is written (sent-time.ts), or null when it is missing or kept as text. */
  bookedLayout: string | null;
  /** How far the clock of the bank's zone is ahead of the one `bookedAt` is written in, in microseconds. */
  bookedShift: number;
  /** The same as `bookedLayout`, for `valueAt`. */
  valueLayout: string | null;
}

/** The scale of amounts that no float keeps exactly. */
export const TEXT_SCALE = -1;

/** All kinds met so far, by number. */
export interface Kinds {
  readonly all: readonly RowKind[];
  /** The number of a kind, the same for equal ones. */
  intern(kind: RowKind): number;
}

export function createKinds(): Kinds {
  const all: RowKind[] = [];
  const buckets = new Map<number, number[]>();
  return {
    all,
    intern(kind) {
      const hash = hashOf(kind);
      const bucket = buckets.get(hash);
      const known = bucket?.find((number) => isSame(all[number], kind));
      if (known !== undefined) return known;
      const number = all.push(kind) - 1;
      if (bucket) bucket.push(number);
      else buckets.set(hash, [number]);
      return number;
    },
  };
}

/** Only what a bank may vary without end has to be hashed in full. */
function hashOf({ account, direction, status, category, type, currency }: RowKind): number {
  const closed = (category?.length ?? 0) * 64 + (direction?.length ?? 0) * 8 + status.length;
  return hashKey(hashKey(account * 4096 + closed, currency ?? ''), type ?? '');
}

function isSame(one: RowKind | undefined, other: RowKind): boolean {
  return (
    one?.account === other.account &&
    one.category === other.category &&
    one.direction === other.direction &&
    one.status === other.status &&
    one.scale === other.scale &&
    one.type === other.type &&
    one.currency === other.currency &&
    one.bookedLayout === other.bookedLayout &&
    one.bookedShift === other.bookedShift &&
    one.valueLayout === other.valueLayout &&
    one.entityId === other.entityId
  );
}
