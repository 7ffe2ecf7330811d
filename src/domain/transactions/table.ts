import type { Transaction } from '../transaction.js';
import { placeOf } from './block.js';
import { createColumns, type TransactionColumns } from './columns.js';
import { createDictionary } from './dictionary.js';
import { createKeyIndex, hashKey } from './key-index.js';
import { createRowOrder } from './order.js';
import { DAY_MICROS } from './sent-time.js';

/** Where a row belongs among the rows of its account: which window was asked, and how many older rows of it came before. */
export interface WindowPlace {
  /** 0 is the newest window, 1 the next older one. */
  window: number;
  /** How many rows of the window, oldest first, come before the first of these. */
  offset: number;
}

/** One account's history while it is read, from its newest window to its oldest. */
export interface AccountReading {
  /**
   * Takes rows of a window, oldest first as Lean sends them. Rows that are here already are brought up to date.
   * Gives how many are new or changed.
   */
  add(rows: Iterable<Transaction>, place: WindowPlace): number;
  /**
   * Everything was sent: the account's rows that were not are dropped. Gives how many; none when the account is being
   * read again already.
   */
  finish(): number;
}

/**
 * The transactions of any number of accounts, newest first, keyed by account and transaction id: none twice, none
 * lost. Rows have numbers that stay theirs while they change.
 */
export interface TransactionTable {
  readonly count: number;
  /** Grows with every change of what is shown. */
  readonly version: number;
  /** For what reads rows by the thousand. */
  readonly columns: TransactionColumns;
  /** Row numbers, newest first; good until the next change. */
  rows(): Uint32Array;
  row(row: number): Transaction;
  /** Days since 1970 on which a row was booked, in its bank's zone; null when its time cannot be read. */
  dayOf(row: number): number | null;
  /** The accounts that rows have come from. */
  accountIds(): (string | null)[];
  /** Begins to read an account whose bank books in this zone. */
  read(accountId: string | null, timeZone: string): AccountReading;
}

const MOST_READINGS = 255;

/** How many rows a window may have before the next one's would lie among them. */
const WINDOW_ROWS = 1 << 20;
const MOST_WINDOWS = 2047;

/** An empty table. */
export function createTransactionTable(): TransactionTable {
  const columns = createColumns();
  const accounts = createDictionary();
  const readings = new Map<number, number>();
  const blockOf = (row: number) => columns.blockOf(row);
  const keys = createKeyIndex((row) => blockOf(row).hashes[placeOf(row)] ?? 0);
  const order = createRowOrder(newestFirst);
  let version = 0;

  /** At one instant the accounts follow one another as they came, and of an account the later sent is the newer. */
  function newestFirst(one: number, other: number): number {
    const [left, right] = [blockOf(one), blockOf(other)];
    const [here, there] = [placeOf(one), placeOf(other)];
    const time = (right.booked[there] ?? 0) - (left.booked[here] ?? 0);
    if (time !== 0 && !Number.isNaN(time)) return time;
    const account = columns.kindOf(one).account - columns.kindOf(other).account;
    if (account !== 0) return account;
    return (right.sequence[there] ?? 0) - (left.sequence[here] ?? 0) || other - one;
  }

  function find(account: number, id: string, hash: number): number {
    return keys.find(
      hash,
      (row) => columns.kindOf(row).account === account && blockOf(row).ids.holds(placeOf(row), id),
    );
  }

  function put(transaction: Transaction, account: number, timeZone: string, sequence: number) {
    const { transactionId } = transaction;
    const hash = hashKey(account, transactionId);
    const known = find(account, transactionId, hash);
    const row = known < 0 ? columns.push(hash, transactionId) : known;
    const block = columns.blockOf(row);
    const place = placeOf(row);
    const isNew = known < 0 || block.readings[place] === 0;
    const change = columns.write(row, transaction, account, timeZone);
    if (known < 0) keys.add(hash, row);
    const isReordered = !isNew && block.sequence[place] !== sequence;
    block.sequence[place] = sequence;
    block.readings[place] = readings.get(account) ?? 1;
    return { row, change: isNew ? ('new' as const) : change, isReordered };
  }

  function add(rows: Iterable<Transaction>, account: number, timeZone: string, first: number): number {
    const added = new Set<number>();
    const moved = new Set<number>();
    let changed = 0;
    let sequence = first;
    let mayBeDisordered = false;
    for (const transaction of rows) {
      const { row, change, isReordered } = put(transaction, account, timeZone, sequence);
      sequence += 1;
      mayBeDisordered ||= isReordered;
      if (change === 'same') continue;
      changed += 1;
      if (change === 'new') added.add(row);
      else if (change === 'moved' && !added.has(row)) moved.add(row);
    }
    if (mayBeDisordered && order.restore()) version += 1;
    place(added, moved);
    if (changed > 0) version += 1;
    return changed;
  }

  function place(added: Iterable<number>, moved: ReadonlySet<number>): void {
    if (moved.size > 0) order.remove((row) => moved.has(row));
    order.insert([...added, ...moved]);
  }

  function drop(account: number, reading: number): number {
    let dropped = 0;
    order.remove((row) => {
      const sentBy = blockOf(row).readings[placeOf(row)];
      if (columns.kindOf(row).account !== account || sentBy === reading) return false;
      blockOf(row).readings[placeOf(row)] = 0;
      dropped += 1;
      return true;
    });
    if (dropped > 0) version += 1;
    return dropped;
  }

  return {
    columns,
    get count() {
      return order.count;
    },
    get version() {
      return version;
    },
    rows: () => order.rows(),
    row: (row) => columns.read(row),
    dayOf(row) {
      const booked = blockOf(row).booked[placeOf(row)] ?? 0;
      return booked === Number.NEGATIVE_INFINITY ? null : Math.floor(booked / DAY_MICROS);
    },
    accountIds: () => [...readings.keys()].map((account) => accounts.text(account)),
    read(accountId, timeZone) {
      const account = accounts.intern(accountId);
      const reading = ((readings.get(account) ?? 0) % MOST_READINGS) + 1;
      readings.set(account, reading);
      return {
        add: (rows, { window, offset }) =>
          add(rows, account, timeZone, offset - Math.min(window, MOST_WINDOWS) * WINDOW_ROWS),
        finish: () => (readings.get(account) === reading ? drop(account, reading) : 0),
      };
    },
  };
}
