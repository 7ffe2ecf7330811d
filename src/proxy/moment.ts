/**
 * Lean's timestamps have up to nine digits after the second, more than a Date keeps, and their order decides which
 * webhook is newer. As text of one width they sort as they happened: milliseconds, then the rest of the fraction.
 */
export function sortableMoment(timestamp: string | null | undefined, otherwise: number): string {
  const milliseconds = timestamp ? Date.parse(timestamp) : NaN;
  if (Number.isNaN(milliseconds)) return formatted(otherwise, '');
  const fraction = /\.(\d+)/.exec(timestamp ?? '')?.[1] ?? '';
  return formatted(milliseconds, fraction.slice(3, 9));
}

function formatted(milliseconds: number, beyond: string): string {
  return String(Math.max(0, milliseconds)).padStart(15, '0') + beyond.padEnd(6, '0');
}

/** The instant of a sortable moment, in milliseconds. */
export function momentMs(moment: string): number {
  return Number(moment.slice(0, 15));
}
