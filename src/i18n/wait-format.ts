const MINUTE_MS = 60_000;
const STEP_S = 10;

/** How long from now, rounded up to ten seconds or to minutes: `in 40 seconds`, `in 2 minutes`. */
export function fromNow(locale: string, milliseconds: number): string {
  const format = new Intl.RelativeTimeFormat(locale);
  if (milliseconds > MINUTE_MS) return format.format(Math.ceil(milliseconds / MINUTE_MS), 'minute');
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000 / STEP_S)) * STEP_S;
  return seconds === 60 ? format.format(1, 'minute') : format.format(seconds, 'second');
}
