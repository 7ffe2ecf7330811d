import type { Geometry } from './geometry.js';
import type { Sight } from './sight.js';

/** A row in sight, and how far below the edge it begins. */
interface Anchor {
  index: number;
  below: number;
}

/** The rows in sight; none while the list's top is, since what is new belongs there. */
export function anchorsIn(geometry: Geometry, { top, bottom }: Sight): Anchor[] {
  if (top <= 0) return [];
  const first = geometry.rowAt(top);
  const end = Math.min(geometry.count, geometry.rowAt(bottom) + 1);
  return Array.from({ length: Math.max(0, end - first) }, (_, each) => ({
    index: first + each,
    below: geometry.rowTop(first + each) - top,
  }));
}

/** Scrolls the first of them that is still there to where it was. */
export function holdInPlace(
  anchors: readonly Anchor[],
  indexOfSame: (index: number) => number,
  geometry: Geometry,
  sight: Sight,
): void {
  for (const { index, below } of anchors) {
    const same = indexOfSame(index);
    if (same < 0) continue;
    sight.scrollBy(geometry.rowTop(same) - below - sight.top);
    return;
  }
}
