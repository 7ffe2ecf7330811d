/** Where rows and day headings lie: with fixed heights that is arithmetic, and nothing is ever measured. */
export interface Geometry {
  /** How many rows are shown; fewer than asked for when all would not fit. */
  readonly count: number;
  readonly groupCount: number;
  /** Height of everything, in pixels. */
  readonly height: number;
  rowTop(index: number): number;
  /** The row at a height, or the next one below it. */
  rowAt(top: number): number;
  groupOf(index: number): number;
  /** Where a group's heading begins. */
  groupTop(group: number): number;
  /** Rows of a group: the first, and the one after the last. */
  rowsOf(group: number): { first: number; end: number };
}

/** A space below one row, such as its open details. */
export interface Gap {
  index: number;
  height: number;
}

export interface GeometryOptions {
  count: number;
  /** The first row of each group; empty when rows have no headings. */
  starts: Uint32Array;
  rowHeight: number;
  headHeight: number;
  gap?: Gap | null;
}

/**
 * The tallest list. Chromium ends elements at 33.5 million pixels, Firefox at 17.9 million, and Firefox has dropped
 * what was moved further than 8.9 million.
 */
export const MOST_PIXELS = 8_000_000;

export function createGeometry({
  count: asked,
  starts,
  rowHeight,
  headHeight,
  gap = null,
}: GeometryOptions): Geometry {
  const count = countThatFits(asked, starts, rowHeight, headHeight);
  const groupCount = starts.length === 0 || count === 0 ? 0 : lastNotAbove(starts, count - 1) + 1;
  const gapTop = gap ? plainTop(gap.index) + rowHeight : Number.POSITIVE_INFINITY;
  const gapHeight = gap?.height ?? 0;

  function plainTop(index: number): number {
    return (groupOf(index) + 1) * (groupCount > 0 ? headHeight : 0) + index * rowHeight;
  }

  function groupOf(index: number): number {
    return groupCount === 0 ? -1 : Math.min(lastNotAbove(starts, index), groupCount - 1);
  }

  function plainGroupTop(group: number): number {
    return group * headHeight + (starts[group] ?? 0) * rowHeight;
  }

  const withGap = (top: number): number => (top >= gapTop ? top + gapHeight : top);

  return {
    count,
    groupCount,
    height: groupCount * headHeight + count * rowHeight + (gap && gap.index < count ? gapHeight : 0),
    rowTop: (index) => withGap(plainTop(index)),
    groupTop: (group) => withGap(plainGroupTop(group)),
    groupOf,
    rowAt(top) {
      const plain = top <= gapTop ? top : Math.max(gapTop, top - gapHeight);
      if (groupCount === 0) return clamp(Math.floor(plain / rowHeight), 0, count);
      let low = 0;
      let high = groupCount - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (plainGroupTop(middle) <= plain) low = middle;
        else high = middle - 1;
      }
      const first = starts[low] ?? 0;
      const below = Math.floor((plain - plainGroupTop(low) - headHeight) / rowHeight);
      return clamp(first + Math.max(0, below), first, Math.min(count, starts[low + 1] ?? count));
    },
    rowsOf: (group) => ({ first: starts[group] ?? 0, end: Math.min(count, starts[group + 1] ?? count) }),
  };
}

function countThatFits(count: number, starts: Uint32Array, rowHeight: number, headHeight: number): number {
  const heads = starts.length * headHeight;
  if (count * rowHeight + heads <= MOST_PIXELS) return count;
  // All headings are allowed for, so that the answer needs no search; a few rows fewer are no loss at this size.
  return Math.max(0, Math.floor((MOST_PIXELS - heads) / rowHeight));
}

/** The last place whose value is not above `value`; values ascend and the first is not above it. */
export function lastNotAbove(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
