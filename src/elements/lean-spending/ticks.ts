const ABOUT = 5;

/**
 * Round numbers, zero among them, that enclose two others: the least and the most, where the least is not above zero
 * and the most not below. (Why no library does it: docs/decisions/0008-chart-library.md.)
 */
export function ticksBetween(least: number, most: number): number[] {
  const span = most - least;
  if (!(span > 0) || !Number.isFinite(span)) return [0, 1];
  const step = roundStep(span / ABOUT);
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The next of 1, 2, 5, 10, 20, 50 and so on. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5].find((factor) => factor * power >= step) ?? 10);
}
