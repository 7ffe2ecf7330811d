/** Which child of which child an element is, seen from a row; null when it is not in it. */
export function pathTo(element: Element, row: Element): number[] | null {
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
export function followPath(path: readonly number[], row: Element): HTMLElement | null {
  let at: Element | undefined = row;
  for (const place of path) at = at?.children[place];
  return at instanceof HTMLElement ? at : null;
}
