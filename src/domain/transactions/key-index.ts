const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;
const FIRST_CAPACITY = 1024;
const FULLEST = 0.8;
const EMPTY = -1;

/** 32 bits of FNV-1a over an id, begun with the number of its account. */
export function hashKey(account: number, id: string): number {
  let hash = Math.imul(FNV_OFFSET ^ account, FNV_PRIME);
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), FNV_PRIME);
  }
  return hash >>> 0;
}

/** From a key's hash to the row that has the key: a `Map` of texts would cost six times the memory. */
export interface KeyIndex {
  /** The row with this hash for which `isSame` holds, or -1. */
  find(hash: number, isSame: (row: number) => boolean): number;
  /** Notes a row whose key is not there yet. */
  add(hash: number, row: number): void;
}

/** An open-addressing table; `hashOf` gives a noted row's hash again when the table has to grow. */
export function createKeyIndex(hashOf: (row: number) => number): KeyIndex {
  let slots = new Int32Array(FIRST_CAPACITY).fill(EMPTY);
  let count = 0;

  function place(hash: number, row: number): void {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    slots[slot] = row;
  }

  return {
    find(hash, isSame) {
      const mask = slots.length - 1;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const row = slots[slot] ?? EMPTY;
        if (row === EMPTY) return -1;
        if (hashOf(row) === hash && isSame(row)) return row;
      }
    },
    add(hash, row) {
      if (count + 1 > slots.length * FULLEST) {
        const before = slots;
        slots = new Int32Array(before.length * 2).fill(EMPTY);
        for (const each of before) if (each !== EMPTY) place(hashOf(each), each);
      }
      place(hash, row);
      count += 1;
    },
  };
}
