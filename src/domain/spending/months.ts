/** Months as `YYYY-MM`. */

/** Ten years: a broken date must not fill a chart with empty months. */
const MOST_MONTHS = 120;

export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? monthText(year - 1, 12) : monthText(year, number - 1);
}

/** Every month from the first of these to the last, but no more than the last 120; oldest first. */
export function monthsBetween(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const first = sorted[0] ?? '';
  const all: string[] = [];
  let month = sorted.at(-1) ?? '';
  while (month !== '' && month >= first && all.length < MOST_MONTHS) {
    all.push(month);
    month = monthBefore(month);
  }
  return all.reverse();
}

function monthText(year: number, number: number): string {
  return `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
}
