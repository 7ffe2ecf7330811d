import { foldText } from '../fold.js';
import { fixedAmount } from './amount-units.js';
import { BLOCK_BITS, placeOf, type Block, type BlockIndex } from './block.js';
import type { TransactionColumns } from './columns.js';
import { TEXT_SCALE } from './kinds.js';
import { foldToOneByte } from './one-byte.js';
import type { SearchWord, WordForm } from './search-words.js';

/** Both are spaces, which no word contains: a word is found within one field of one row. */
const FIELD_END = '\t';
const ROW_END = '\n';

/** About a quarter of a millisecond on a server, one on a phone. */
const STEP_ROWS = 256;

/** Finds rows by words in description, merchant, reference and amount. */
export interface TransactionSearch {
  /** Indexes and packs what is not yet, some rows at each step; build again after rows have changed. */
  build(): Generator<void, void>;
  /** A 1 at the number of each row that contains all the words. Blocks without an index get it first. */
  find(words: readonly SearchWord[]): Uint8Array;
}

/** A search over columns; `decimalsOf` tells how many decimals amounts of a currency are shown with. */
export function createTransactionSearch(
  columns: TransactionColumns,
  decimalsOf: (currency: string) => number,
): TransactionSearch {
  const merchants = new Map<number, string>();

  function merchantText(number: number): string {
    let folded = merchants.get(number);
    if (folded === undefined) {
      folded = foldToOneByte(columns.merchants.text(number) ?? '');
      merchants.set(number, folded);
    }
    return folded;
  }

  function amountText(row: number): string {
    const { currency, scale } = columns.kindOf(row);
    if (currency === null) return '';
    if (scale === TEXT_SCALE) return columns.moneyOf(row)?.amount ?? '';
    return fixedAmount(columns.blockOf(row).units[placeOf(row)] ?? 0, scale, decimalsOf(currency));
  }

  /** A row's fields; what the description says already is not said again. */
  function fieldsOf(block: Block, row: number): string {
    const place = placeOf(row);
    const description = foldToOneByte(block.descriptions.get(place) ?? '');
    const merchant = merchantText(block.merchants[place] ?? 0);
    const reference = foldToOneByte(block.references.get(place) ?? '');
    let text = description;
    if (!description.includes(merchant)) text += FIELD_END + merchant;
    if (!description.includes(reference)) text += FIELD_END + reference;
    return text + FIELD_END + amountText(row);
  }

  /** The texts of a row with every character as itself. */
  function exactFieldsOf(block: Block, row: number): string {
    const place = placeOf(row);
    const merchant = columns.merchants.text(block.merchants[place] ?? 0);
    const texts = [block.descriptions.get(place), merchant, block.references.get(place)];
    return foldText(texts.join(FIELD_END));
  }

  /** Gives up when rows of the block change between two steps. */
  function* index(block: Block, number: number): Generator<void, BlockIndex | null> {
    const { changes, length } = block;
    const rows: string[] = [];
    const starts = new Uint32Array(length + 1);
    for (let place = 0; place < length; place += 1) {
      const fields = fieldsOf(block, (number << BLOCK_BITS) + place) + ROW_END;
      rows.push(fields);
      starts[place + 1] = (starts[place] ?? 0) + fields.length;
      if (rows.length % STEP_ROWS !== 0) continue;
      yield;
      if (block.changes !== changes) return null;
    }
    block.index = { text: rows.join(''), starts };
    return block.index;
  }

  function indexOf(block: Block, number: number): BlockIndex {
    if (isIndexed(block)) return block.index;
    const steps = index(block, number);
    for (;;) {
      const { value } = steps.next();
      if (value) return value;
    }
  }

  function contains(form: WordForm, block: Block, row: number, fields: string): boolean {
    return fields.includes(form.encoded) && (form.isExact || exactFieldsOf(block, row).includes(form.folded));
  }

  function findInBlock(block: Block, number: number, words: readonly SearchWord[], found: Uint8Array): void {
    const { text, starts } = indexOf(block, number);
    const first = number << BLOCK_BITS;
    const [primary = [], ...others] = words;
    for (const form of primary) {
      let place = 0;
      let at = text.indexOf(form.encoded);
      while (at >= 0) {
        while ((starts[place + 1] ?? 0) <= at) place += 1;
        const end = starts[place + 1] ?? 0;
        const row = first + place;
        if (found[row] === 0 && (others.length > 0 || !form.isExact)) {
          const fields = text.slice(starts[place], end);
          const hasOthers = others.every((word) => word.some((each) => contains(each, block, row, fields)));
          found[row] = hasOthers && contains(form, block, row, fields) ? 1 : 0;
        } else found[row] = 1;
        at = text.indexOf(form.encoded, end);
      }
    }
  }

  return {
    *build() {
      for (const [number, block] of columns.blocks.entries()) {
        if (isIndexed(block)) continue;
        block.pack();
        yield* index(block, number);
      }
    },
    find(words) {
      const found = new Uint8Array(columns.length);
      const rarestFirst = [...words].sort((one, other) => lengthOf(other) - lengthOf(one));
      if (words.length === 0) return found.fill(1);
      columns.blocks.forEach((block, number) => findInBlock(block, number, rarestFirst, found));
      return found;
    },
  };
}

function isIndexed(block: Block): block is Block & { index: BlockIndex } {
  return block.index !== null;
}

/** Long words are in few rows: beginning with them leaves the least to look at. */
function lengthOf([form]: SearchWord): number {
  return form?.encoded.length ?? 0;
}
