import type { Makers } from './completion.js';
import type { Geometry } from './geometry.js';
import type { Piece } from './pieces.js';

/**
 * The heading of the day in sight, held at the top. It is one element that sticks by the engine's own means, while
 * the others are moved like rows: were they to stick, they would have to be placed by layout, and each move of one
 * would count as a shift of the page.
 */
export interface StuckHead {
  readonly element: HTMLElement;
  /** Shows the heading at `top`; none without a geometry, above the list, and for groups before `groupEnd`. */
  show(geometry: Geometry | null, top: number, groupEnd: number): void;
  /** What is written is no longer true. */
  forget(): void;
}

interface StuckHeadOptions<Row extends Piece, Head extends Piece> extends Makers<Row, Head> {
  headHeight: number;
  stickyTop?: number;
}

const NONE = -1;

export function createStuckHead<Row extends Piece, Head extends Piece>({
  createHead,
  fillHead,
  headHeight,
  stickyTop = 0,
}: StuckHeadOptions<Row, Head>): StuckHead {
  const element = document.createElement('div');
  element.className = 'pool-stuck';
  element.setAttribute('aria-hidden', 'true');
  element.style.insetBlockStart = `${stickyTop}px`;
  element.hidden = true;
  let head: Head | null = null;
  let shown = NONE;
  let pushed = 0;

  function groupAt(geometry: Geometry, edge: number): number {
    if (edge < 0 || edge >= geometry.height) return NONE;
    const next = geometry.groupOf(Math.min(geometry.rowAt(edge), geometry.count - 1));
    return geometry.groupTop(next) > edge ? next - 1 : next;
  }

  return {
    element,
    show(geometry, top, groupEnd) {
      const edge = top + stickyTop;
      const group = geometry ? groupAt(geometry, edge) : NONE;
      // At the very place of the heading itself there is nothing to hold.
      const isShown =
        geometry !== null && group >= groupEnd && group !== NONE && geometry.groupTop(group) < edge;
      if (element.hidden === isShown) element.hidden = !isShown;
      if (!isShown) {
        head?.element.remove();
        return;
      }
      head ??= createHead();
      if (head.element.parentNode !== element) element.append(head.element);
      if (shown !== group) fillHead(head, group);
      shown = group;
      const next = group + 1 < geometry.groupCount ? geometry.groupTop(group + 1) : geometry.height;
      const push = Math.min(0, next - edge - headHeight);
      if (push !== pushed) head.element.style.transform = push === 0 ? '' : `translateY(${push}px)`;
      pushed = push;
    },
    forget() {
      shown = NONE;
    },
  };
}
