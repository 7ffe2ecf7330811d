import type { Money } from '../money.js';
import type { Transaction } from '../transaction.js';
import { amountOfUnits } from './amount-units.js';
import { Block, BLOCK_BITS, BLOCK_ROWS, placeOf } from './block.js';
import { createDictionary, type Dictionary } from './dictionary.js';
import { createKinds, TEXT_SCALE, type RowKind } from './kinds.js';
import { encodeRow, SAME_AS_BOOKED, type OddTexts } from './row-code.js';
import { writeSentTime } from './sent-time.js';

/** What a list shows of a row; the rest costs as much again to put together. */
export type RowGlance = Pick<
  Transaction,
  | 'accountId'
  | 'entityId'
  | 'description'
  | 'merchantName'
  | 'reference'
  | 'money'
  | 'direction'
  | 'status'
  | 'category'
  | 'type'
>;

/** Transactions as columns: a tenth of the objects, half of the memory, and numbers next to one another. */
export interface TransactionColumns {
  readonly blocks: readonly Block[];
  readonly kinds: readonly RowKind[];
  readonly merchants: Dictionary;
  readonly length: number;
  /** Makes room for a row and gives its number. */
  push(hash: number, id: string): number;
  /** Writes what a transaction says over a row: `moved` when its time changed, too. */
  write(
    row: number,
    transaction: Transaction,
    account: number,
    timeZone: string,
  ): 'same' | 'changed' | 'moved';
  /** A row as the bank sent it. */
  read(row: number): Transaction;
  /** What a list shows of a row. */
  glance(row: number): RowGlance;
  /** The block of a row. */
  blockOf(row: number): Block;
  kindOf(row: number): RowKind;
  /** The row's amount as canonical decimal text, or null. */
  moneyOf(row: number): Money | null;
}

export function createColumns(): TransactionColumns {
  const blocks: Block[] = [];
  const kinds = createKinds();
  const merchants = createDictionary();
  const odd = new Map<number, OddTexts>();
  let length = 0;

  function at(row: number): Block {
    const block = blocks[row >> BLOCK_BITS];
    if (!block) throw new RangeError(`There is no row ${row}.`);
    return block;
  }

  function kindOf(row: number): RowKind {
    const kind = kinds.all[at(row).kinds[placeOf(row)] ?? 0];
    if (!kind) throw new RangeError(`Row ${row} was not written yet.`);
    return kind;
  }

  function moneyOf(row: number): Money | null {
    const { currency, scale } = kindOf(row);
    if (currency === null) return null;
    const units = at(row).units[placeOf(row)] ?? 0;
    const amount = scale === TEXT_SCALE ? (odd.get(row)?.amount ?? '0') : amountOfUnits(units, scale);
    return { amount, currency };
  }

  function bookedAt(row: number, { bookedLayout, bookedShift }: RowKind): string | null {
    if (bookedLayout === null) return odd.get(row)?.bookedAt ?? null;
    const booked = at(row).booked[placeOf(row)] ?? 0;
    return writeSentTime({ wall: booked - bookedShift, layout: bookedLayout });
  }

  function valueAt(row: number, { valueLayout }: RowKind, booked: string | null): string | null {
    if (valueLayout === SAME_AS_BOOKED) return booked;
    if (valueLayout === null) return odd.get(row)?.valueAt ?? null;
    return writeSentTime({ wall: at(row).valued?.[placeOf(row)] ?? 0, layout: valueLayout });
  }

  function writeTexts(block: Block, place: number, transaction: Transaction): boolean {
    let changed = false;
    if (block.descriptions.get(place) !== transaction.description) {
      block.descriptions.set(place, transaction.description);
      changed = true;
    }
    if (block.references.get(place) !== transaction.reference) {
      block.references.set(place, transaction.reference);
      changed = true;
    }
    const merchant = merchants.intern(transaction.merchantName);
    if (block.merchants[place] !== merchant) {
      block.merchants[place] = merchant;
      changed = true;
    }
    return changed;
  }

  function glance(row: number): RowGlance {
    const block = at(row);
    const place = placeOf(row);
    const { accountId, entityId, direction, status, category, type } = kindOf(row);
    return {
      accountId,
      entityId,
      description: block.descriptions.get(place),
      merchantName: merchants.text(block.merchants[place] ?? 0),
      reference: block.references.get(place),
      money: moneyOf(row),
      direction,
      status,
      category,
      type,
    };
  }

  return {
    blocks,
    kinds: kinds.all,
    merchants,
    get length() {
      return length;
    },
    blockOf: at,
    kindOf,
    moneyOf,
    glance,
    push(hash, id) {
      const row = length;
      if (placeOf(row) === 0) {
        blocks.at(-1)?.pack();
        blocks.push(new Block());
      }
      const block = at(row);
      block.length = (row % BLOCK_ROWS) + 1;
      block.hashes[placeOf(row)] = hash;
      block.ids.set(placeOf(row), id);
      length += 1;
      return row;
    },
    write(row, transaction, account, timeZone) {
      const block = at(row);
      const place = placeOf(row);
      const { kind, units, booked, valued, odd: texts } = encodeRow(transaction, account, timeZone);
      const number = kinds.intern(kind);
      const before = odd.get(row);
      let changed =
        block.kinds[place] !== number ||
        block.units[place] !== units ||
        (block.valued?.[place] ?? 0) !== valued ||
        before?.amount !== texts?.amount ||
        before?.bookedAt !== texts?.bookedAt ||
        before?.valueAt !== texts?.valueAt;
      const moved = block.booked[place] !== booked;
      block.kinds[place] = number;
      block.units[place] = units;
      block.booked[place] = booked;
      if (valued !== 0) block.valued ??= new Float64Array(BLOCK_ROWS);
      if (block.valued) block.valued[place] = valued;
      if (texts) odd.set(row, texts);
      else odd.delete(row);
      changed = writeTexts(block, place, transaction) || changed;
      if (!changed && !moved) return 'same';
      block.index = null;
      block.changes += 1;
      return moved ? 'moved' : 'changed';
    },
    read(row) {
      const kind = kindOf(row);
      const booked = bookedAt(row, kind);
      return {
        transactionId: at(row).ids.get(placeOf(row)),
        ...glance(row),
        bookedAt: booked,
        valueAt: valueAt(row, kind, booked),
      };
    },
  };
}
