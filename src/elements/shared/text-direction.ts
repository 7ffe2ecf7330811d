/** Letters and marks that have a direction; digits and signs take that of what stands around them. */
const STRONG = /[\p{L}\u200e\u200f]/u;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The direction that `dir="auto"` finds, for texts that are written in every scrolled frame: engines look for it with
 * each change of such a text, and reckon its styles anew.
 */
export function textDirection(text: string): 'ltr' | 'rtl' {
  const strong = STRONG.exec(text);
  return strong && RIGHT_TO_LEFT.test(strong[0]) ? 'rtl' : 'ltr';
}
