import type { RowPool } from '../list/row-pool.js';
import type { RowPiece } from './row-piece.js';

/** The way through a list by keys: one stop for the Tab key, arrows and their like within. */
export interface ListKeys {
  /** Whether the Tab key stops at a row: at all that are there while the focus is elsewhere, else at the focused one. */
  isReached(index: number): boolean;
  /** Rows went to other places, or away. */
  settle(): void;
  stop(): void;
}

const NOWHERE = -1;

/** Listens to the keys of a list. `count` tells how many rows there are, `rowHeight` how far a page of them reaches. */
export function listKeys(
  list: HTMLElement,
  pool: RowPool<RowPiece>,
  count: () => number,
  rowHeight: number,
): ListKeys {
  let current = NOWHERE;

  function reach(): void {
    const tabIndex = current === NOWHERE ? 0 : -1;
    for (const button of list.querySelectorAll<HTMLButtonElement>('.row > .line')) button.tabIndex = tabIndex;
    const row = pool.rowAt(current);
    if (row) row.button.tabIndex = 0;
  }

  function enter(index: number): void {
    if (index === current) return;
    const wasOutside = current === NOWHERE;
    const before = pool.rowAt(current);
    current = index;
    if (wasOutside) reach();
    if (before) before.button.tabIndex = -1;
    const row = pool.rowAt(index);
    if (row) row.button.tabIndex = 0;
  }

  function rowsInSight(): number {
    return Math.max(1, Math.floor(window.innerHeight / rowHeight) - 2);
  }

  function target(key: string, from: number): number | null {
    switch (key) {
      case 'ArrowDown':
        return from + 1;
      case 'ArrowUp':
        return from - 1;
      case 'PageDown':
        return from + rowsInSight();
      case 'PageUp':
        return from - rowsInSight();
      case 'Home':
        return 0;
      case 'End':
        return count() - 1;
      default:
        return null;
    }
  }

  const focused = ({ target: element }: FocusEvent): void => {
    const index = element instanceof Element ? pool.indexOf(element) : NOWHERE;
    if (index !== NOWHERE) enter(index);
  };
  const left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && list.contains(relatedTarget)) return;
    current = NOWHERE;
    reach();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = event.target instanceof Element && event.target.matches('.line') ? event.target : null;
    const from = line ? pool.indexOf(line) : NOWHERE;
    const wanted = from === NOWHERE ? null : target(event.key, from);
    if (wanted === null) return;
    event.preventDefault();
    const index = Math.min(Math.max(wanted, 0), count() - 1);
    pool.reveal(index);
    pool.rowAt(index)?.button.focus({ preventScroll: true });
  };

  list.addEventListener('focusin', focused);
  list.addEventListener('focusout', left);
  list.addEventListener('keydown', pressed);
  return {
    isReached: (index) => current === NOWHERE || index === current,
    settle() {
      if (current === NOWHERE) return;
      const { activeElement } = list.getRootNode() as Document | ShadowRoot;
      current = activeElement ? pool.indexOf(activeElement) : NOWHERE;
      reach();
    },
    stop() {
      list.removeEventListener('focusin', focused);
      list.removeEventListener('focusout', left);
      list.removeEventListener('keydown', pressed);
    },
  };
}
