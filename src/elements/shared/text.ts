/** Control characters and direction overrides: a bank's text may hold them, and they could garble the lines around it. */
const UNWANTED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

const LONGEST_LINE = 200;

/** What is looked at for a line: a bank may send text of any length, and most of a line's is not blank. */
const LONGEST_LOOK = 10 * LONGEST_LINE;

/** A bank's text made fit for one line: no controls, single spaces, at most 200 characters. */
export function oneLine(text: string | null | undefined): string {
  const clean = (text ?? '').slice(0, LONGEST_LOOK).replace(UNWANTED, ' ').replace(/\s+/g, ' ').trim();
  if (clean.length <= LONGEST_LINE) return clean;
  // Half a character at the cut would show as a box.
  return `${clean.slice(0, LONGEST_LINE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The same, whole: for details, where there is room. */
export function wholeText(text: string | null | undefined): string {
  return (text ?? '').replace(UNWANTED, ' ').trim();
}
