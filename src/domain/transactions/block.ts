import { IdColumn } from './id-column.js';
import { TextColumn } from './text-column.js';

export const BLOCK_BITS = 10;

/** Few enough that packing or indexing a block takes well under a slice of background work. */
export const BLOCK_ROWS = 1 << BLOCK_BITS;

/** A row's place in its block. */
export const placeOf = (row: number): number => row & (BLOCK_ROWS - 1);

/** The searchable text of a block's rows; made by search.ts. */
export interface BlockIndex {
  /** One byte a character: for each row its folded fields between tabs, and a line end. */
  text: string;
  /** Where each row begins; one more than there are rows. */
  starts: Uint32Array;
}

/** Columns of 1024 rows. Blocks instead of one growing column: no copies while rows arrive, no unused half. */
export class Block {
  readonly kinds = new Uint32Array(BLOCK_ROWS);
  /** 0 is "none". */
  readonly merchants = new Uint32Array(BLOCK_ROWS);
  readonly units = new Float64Array(BLOCK_ROWS);
  /** `bookedAt` on the clock of the bank's zone, in microseconds since 1970; -Infinity when unknown. */
  readonly booked = new Float64Array(BLOCK_ROWS);
  /** `valueAt` as written; made when a row's differs from its `bookedAt`. */
  valued: Float64Array | null = null;
  /** Orders rows of one instant: the higher is the newer. */
  readonly sequence = new Int32Array(BLOCK_ROWS);
  /** Which reading of its account last sent the row; 0 for a row that is gone. */
  readonly readings = new Uint8Array(BLOCK_ROWS);
  readonly hashes = new Uint32Array(BLOCK_ROWS);
  readonly ids = new IdColumn();
  readonly descriptions = new TextColumn();
  readonly references = new TextColumn();
  length = 0;
  index: BlockIndex | null = null;
  /** Grows with every row that is written. */
  changes = 0;

  /** Makes the texts small, once no more rows are expected. */
  pack(): void {
    this.ids.pack(this.length);
    this.descriptions.pack();
    this.references.pack();
  }
}
