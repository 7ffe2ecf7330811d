/** Row numbers in the order in which they are shown, kept while rows come and go. */
export interface RowOrder {
  readonly count: number;
  /** The ordered row numbers; good until the next change. */
  rows(): Uint32Array;
  insert(added: readonly number[]): void;
  remove(isGone: (row: number) => boolean): void;
  /** Puts rows right whose place may have changed; tells whether one had. */
  restore(): boolean;
}

const FIRST_CAPACITY = 256;
const GROWTH = 1.25;

/** An empty order. `compare` is negative when its first row is shown before its second. */
export function createRowOrder(compare: (one: number, other: number) => number): RowOrder {
  let order = new Uint32Array(FIRST_CAPACITY);
  let count = 0;

  function reserve(needed: number): void {
    if (needed <= order.length) return;
    const grown = new Uint32Array(Math.max(needed, Math.ceil(order.length * GROWTH)));
    grown.set(order.subarray(0, count));
    order = grown;
  }

  function isOrdered(rows: Uint32Array): boolean {
    return rows.every((row, index) => index === 0 || compare(rows[index - 1] ?? 0, row) <= 0);
  }

  return {
    get count() {
      return count;
    },
    rows: () => order.subarray(0, count),
    insert(added) {
      // Windows are sent oldest first: turned around they are nearly always in order.
      const coming = Uint32Array.from(added).reverse();
      if (!isOrdered(coming)) coming.sort(compare);
      reserve(count + coming.length);
      // Merges from the end, so that rows older than all others, the usual case, move nothing.
      let last = count - 1;
      let next = coming.length - 1;
      for (let place = count + next; next >= 0; place -= 1) {
        const shown = order[last] ?? 0;
        const row = coming[next] ?? 0;
        if (last >= 0 && compare(shown, row) > 0) {
          order[place] = shown;
          last -= 1;
        } else {
          order[place] = row;
          next -= 1;
        }
      }
      count += coming.length;
    },
    remove(isGone) {
      let kept = 0;
      for (const row of order.subarray(0, count)) {
        if (isGone(row)) continue;
        order[kept] = row;
        kept += 1;
      }
      count = kept;
    },
    restore() {
      const rows = order.subarray(0, count);
      if (isOrdered(rows)) return false;
      rows.sort(compare);
      return true;
    },
  };
}
