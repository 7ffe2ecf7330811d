/** Months as `YYYY-MM`. */

/** Ten years: a broken date must not fill a chart with empty months. */
const MOST_MONTHS = 120;

/** A row dated `9999-12-31` must not push ten years of real months out of the chart. */
const MOST_YEARS_AHEAD = 1;

export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? monthText(year - 1, 12) : monthText(year, number - 1);
}

/**
 * Every month from the first of these to the last, but no more than the last 120; oldest first. Those more than a
 * year after `today`, a day or a month, end nothing as long as there are others.
 */
export function monthsBetween(months: readonly string[], today: string): string[] {
  const [year = 0, number = 1] = today.split('-').map(Number);
  const latest = monthText(year + MOST_YEARS_AHEAD, number);
  const sorted = [...months].sort();
  const first = sorted[0] ?? '';
  const all: string[] = [];
  let month = sorted.findLast((given) => given <= latest) ?? sorted.at(-1) ?? '';
  while (month !== '' && month >= first && all.length < MOST_MONTHS) {
    all.push(month);
    month = monthBefore(month);
  }
  return all.reverse();
}

function monthText(year: number, number: number): string {
  return `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
}
