import { createFolding } from '../fold.js';

/**
 * Folded text with one byte a character: engines keep and search such strings at half the cost of others, and
 * Arabic is the common case here. Arabic letters take the places of Latin-1 that folding leaves free.
 */

/** In the order of the alphabet, so that encoded texts sort as the letters do. */
const LETTERS = 'ءابپتثجچحخدذرزژسشصضطظعغفڤقكگلمنهوي';

/** The controls from U+0080; then the no-break space and the diaeresis, which both fold to a space. */
const PLACES = [...Array.from({ length: 0x20 }, (_, index) => 0x80 + index), 0xa0, 0xa8];

/** Stands for every character that has no byte. A match on it has to be checked against the folded text. */
export const PLACEHOLDER = '\x7f';

/** A text folded, with one byte a character; of a folded text the same. */
export const foldToOneByte = createFolding((folded) => folded.replace(/./gsu, byteOf));

function byteOf(letter: string): string {
  const place = PLACES[LETTERS.indexOf(letter)];
  if (place !== undefined) return String.fromCharCode(place);
  if (letter < '\x80') return letter;
  return letter > '\xa0' && letter <= '\xff' && letter !== '\xa8' ? letter : PLACEHOLDER;
}
