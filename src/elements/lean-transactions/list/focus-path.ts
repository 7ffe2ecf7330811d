/** Which child of which child an element is, seen from a row; null when it is not in it. */
function pathTo(element: Element, row: Element): number[] | null {
  const path: number[] = [];
  for (let at = element; at !== row;) {
    const parent = at.parentElement;
    if (!parent) return null;
    path.unshift(Array.prototype.indexOf.call(parent.children, at));
    at = parent;
  }
  return path;
}

/** The element at the same place in another row. */
function followPath(path: readonly number[], row: Element): HTMLElement | null {
  let at: Element | undefined = row;
  for (const place of path) at = at?.children[place];
  return at instanceof HTMLElement ? at : null;
}

/** The focus within a row: which row, and the way to the element in it. */
export interface HeldFocus {
  index: number;
  path: readonly number[];
}

interface Rows {
  indexOf(element: Element): number;
  rowAt(index: number): { readonly element: Element } | null;
}

/** Where in these rows the focus is, or null. */
export function focusIn(list: HTMLElement, rows: Rows): HeldFocus | null {
  const { activeElement } = list.getRootNode() as Document | ShadowRoot;
  const index = activeElement && list.contains(activeElement) ? rows.indexOf(activeElement) : -1;
  const row = index < 0 ? null : rows.rowAt(index);
  const path = activeElement && row ? pathTo(activeElement, row.element) : null;
  return path && { index, path };
}

/** Where a row went; of one that is gone, where the next one is, else the one before, else what has its number. */
export function placeAfter(index: number, indexOfSame: (index: number) => number, count: number): number {
  const places = [index, index + 1, index - 1].map(indexOfSame);
  return places.find((place) => place >= 0) ?? Math.min(index, count - 1);
}

/** Gives the focus to the element at the same place in another row. */
export function giveFocus({ path }: HeldFocus, row: { readonly element: Element } | null): void {
  if (row) followPath(path, row.element)?.focus({ preventScroll: true });
}
