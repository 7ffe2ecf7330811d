import { anchorsIn, holdInPlace } from './anchors.js';
import { createCompletion, type Completion, type Makers } from './completion.js';
import { focusIn, giveFocus, placeAfter } from './focus-path.js';
import { createGeometry } from './geometry.js';
import { createOpenSpace } from './open-space.js';
import { createLayers } from './layers.js';
import type { Piece } from './pieces.js';
import type { ScrollSource } from './scroll-source.js';
import { createSight } from './sight.js';
import { createStuckHead } from './stuck-head.js';
import { whenStill } from './when-still.js';

/** What is listed: how many rows, and the first row of each group (none: no headings). */
export interface ListedRows {
  count: number;
  starts: Uint32Array;
}

export interface RowPoolOptions<Row extends Piece, Head extends Piece> extends Makers<Row, Head> {
  /** Holds the list; empty, and the pool's own from now on. */
  list: HTMLElement;
  scroll: ScrollSource;
  /** Heights in pixels that rows and headings have by their styles, whatever stands in them. */
  rowHeight: number;
  headHeight: number;
  /** Height of what covers the top of what can be seen, such as a host's own bar. */
  stickyTop?: number;
}

/**
 * A list of any length out of about as many rows as fit on the screen. Nothing is made or thrown away while it is
 * scrolled; rows are written and moved within the scroll event, so that no frame shows an empty place.
 */
export interface RowPool<Row extends Piece> {
  /** Makes the elements of a first picture ahead of its rows; gives how many rows fill what can be seen. */
  reserve(): number;
  /**
   * Shows other rows. `indexOfSame` tells where a row went (-1: nowhere): what the customer sees then stays where it
   * is, and so does the focus (of a row that is gone, it goes to the one now in its place); without it the list begins at its top. Gives how many rows are shown: a list taller
   * than browsers can scroll is cut.
   */
  show(rows: ListedRows, indexOfSame?: (index: number) => number): number;
  /** Writes what is on screen anew: other words, or one row that changed. */
  refill(index?: number): void;
  /** Opens a space below a row for an element, or closes it. */
  openBelow(index: number, element: HTMLElement | null): void;
  /** Brings a row into sight, with the least movement. */
  reveal(index: number): void;
  /** The row on screen at this place, or null when it is not there. */
  rowAt(index: number): Row | null;
  /** The place of the row that an element lies in, or -1. */
  indexOf(element: Element): number;
  /** Brings every row into the document, some at each step; for lists short enough (`MOST_COMPLETE`). */
  complete(): Generator<void, void>;
  readonly isComplete: boolean;
  destroy(): void;
}

/** So few rows may be on each of the first days. */
const ROWS_A_HEAD = 3;

/** Rows kept ready beyond what can be seen, on the side that is scrolled to; none at first, and after leaps. */
const OVERSCAN = 2;

const NOTHING: ListedRows = { count: 0, starts: new Uint32Array() };

/** How long nothing has to be scrolled before the next rows are made ready and the elements put into order. */
const STILL_MS = 150;

/** Builds the pool; it shows nothing until `show`. */
export function createRowPool<Row extends Piece, Head extends Piece>(
  options: RowPoolOptions<Row, Head>,
): RowPool<Row> {
  const { list, scroll, rowHeight, headHeight } = options;
  let rows = NOTHING;
  let geometry = createGeometry({ ...rows, rowHeight, headHeight });
  const sight = createSight(scroll);
  let isForeseen = false;

  const { rowLayer, rowPieces, headPieces } = createLayers(options, () => geometry);
  const still = whenStill(STILL_MS, () => {
    sight.rest();
    paint();
    rowPieces.order();
  });
  const stuck = createStuckHead(options);
  const completion: Completion<Row> = createCompletion(options);
  const space = createOpenSpace({
    list,
    standingRow: (index) => completion.rowAt(index)?.element ?? null,
    resized: replace,
  });
  list.prepend(stuck.element, completion.element);

  function paint(): void {
    const { end: completed, groupEnd } = completion;
    const { top, bottom, isUpward, isFar } = sight;
    const beyond = isFar ? 0 : OVERSCAN;
    const first = Math.max(completed, geometry.rowAt(top) - (isUpward ? beyond : 0));
    const end = Math.min(geometry.count, geometry.rowAt(bottom) + 1 + (isUpward ? 0 : beyond));
    rowPieces.show(first, end);
    const isGrouped = geometry.groupCount > 0 && first < end;
    headPieces.show(
      isGrouped ? Math.max(groupEnd, geometry.groupOf(first)) : 0,
      isGrouped ? geometry.groupOf(end - 1) + 1 : 0,
    );
    stuck.show(isGrouped ? geometry : null, top, groupEnd);
  }

  /** Asked while nothing has changed, the engine need not lay the page out to tell what will be in sight. */
  function foresee(): void {
    sight.look();
    isForeseen = sight.top <= 0;
  }

  function scrolled(): void {
    if (geometry.count === 0) {
      if (isForeseen) foresee();
      return;
    }
    sight.look();
    paint();
    still.moved();
  }

  function place(): void {
    const { gap } = space;
    geometry = createGeometry({ ...rows, rowHeight, headHeight, gap });
    list.style.blockSize = `${geometry.height}px`;
    if (gap) space.place(geometry.rowTop(gap.index) + rowHeight);
  }

  /** The same rows at other places. */
  function replace(): void {
    place();
    rowPieces.forget((index) => index);
    headPieces.forget((group) => group);
    paint();
  }

  const focused = ({ target }: FocusEvent): void => {
    rowPieces.pin(target instanceof Element ? rowPieces.at(rowPieces.indexOf(target)) : null);
  };
  const blurred = (): void => {
    rowPieces.pin(null);
  };
  rowLayer.addEventListener('focusin', focused);
  rowLayer.addEventListener('focusout', blurred);
  const deafen = scroll.listen(scrolled);

  const standing: Pick<RowPool<Row>, 'rowAt' | 'indexOf'> = {
    rowAt: (index) => completion.rowAt(index) ?? rowPieces.at(index),
    indexOf(element) {
      const index = completion.indexOf(element);
      return index < 0 ? rowPieces.indexOf(element) : index;
    },
  };

  return {
    reserve() {
      foresee();
      const room = Math.ceil((sight.bottom - sight.top) / rowHeight) + 1;
      rowPieces.reserve(room);
      headPieces.reserve(Math.ceil(room / ROWS_A_HEAD));
      return room;
    },
    show(next, indexOfSame) {
      if (!isForeseen) sight.look();
      isForeseen = false;
      const seen = indexOfSame ? anchorsIn(geometry, sight) : [];
      const held = indexOfSame ? focusIn(list, standing) : null;
      const openIndex = space.gap && indexOfSame ? indexOfSame(space.gap.index) : -1;
      completion.reset();
      if (openIndex < 0) space.close();
      else space.follow(openIndex);
      rows = next;
      place();
      rowPieces.forget(indexOfSame ?? (() => -1));
      headPieces.forget(() => -1);
      stuck.forget();
      if (!indexOfSame && sight.top > 0) sight.scrollBy(-sight.top);
      if (indexOfSame) holdInPlace(seen, indexOfSame, geometry, sight);
      paint();
      rowPieces.order();
      still.moved();
      if (held && indexOfSame)
        giveFocus(held, rowPieces.at(placeAfter(held.index, indexOfSame, geometry.count)));
      return geometry.count;
    },
    refill(index) {
      completion.refill(index);
      rowPieces.forget((each) => each);
      headPieces.forget((group) => group);
      stuck.forget();
      paint();
    },
    openBelow(index, element) {
      if (element) space.open(index, element);
      else space.close();
      replace();
    },
    reveal(index) {
      sight.look();
      const above = geometry.rowTop(index) - headHeight - sight.top;
      const below = geometry.rowTop(index) + rowHeight - sight.bottom;
      if (above < 0) sight.scrollBy(above);
      else if (below > 0) sight.scrollBy(below);
      paint();
    },
    ...standing,
    *complete() {
      const steps = completion.build(geometry, rows.starts.length > 0);
      for (;;) {
        const { done, value: end } = steps.next();
        if (done) return;
        if (end !== undefined) handOver(end);
        yield;
      }
    },
    get isComplete() {
      return completion.end === geometry.count && geometry.count > 0;
    },
    destroy() {
      deafen();
      still.cancel();
      space.close();
      rowLayer.removeEventListener('focusin', focused);
      rowLayer.removeEventListener('focusout', blurred);
      list.replaceChildren();
      list.style.blockSize = '';
    },
  };

  /** Rows up to `end` now stand in the document by themselves: the pool gives them up, and the focus with them. */
  function handOver(end: number): void {
    const held = focusIn(list, {
      indexOf: (each) => rowPieces.indexOf(each),
      rowAt: (index) => rowPieces.at(index),
    });
    space.hold();
    rowPieces.pin(null);
    rowPieces.forget((each) => (each < end ? -1 : each));
    headPieces.forget((group) => (group < completion.groupEnd ? -1 : group));
    if (held && held.index < end) giveFocus(held, completion.rowAt(held.index));
    paint();
  }
}
