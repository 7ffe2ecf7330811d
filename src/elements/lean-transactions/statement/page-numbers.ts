/** How many pages rows come to; an empty list is one page. */
export function pageCount(rows: number, size: number): number {
  return Math.max(1, Math.ceil(rows / size));
}

/** The pages to offer, from 0: first, last and those around the current one; null stands for a gap. */
export function pageNumbers(current: number, count: number): (number | null)[] {
  const near = [0, current - 1, current, current + 1, count - 1].filter((page) => page >= 0 && page < count);
  const pages = [...new Set(near)].sort((left, right) => left - right);
  return pages.flatMap((page, at) => {
    const before = pages[at - 1] ?? page - 1;
    if (page - before === 1) return [page];
    return page - before === 2 ? [page - 1, page] : [null, page];
  });
}
