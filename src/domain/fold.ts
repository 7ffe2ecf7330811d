/** Letters and signs people type for one another. The hamza forms fall together by losing their marks. */
const UNIFIED: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ς: 'σ',
  '٫': '.',
  '٬': ',',
};

/**
 * What changes how a word looks, not which word it is: accents of Latin, Greek and Cyrillic, vowel marks of Hebrew
 * and Arabic, tatweel, and signs that only steer direction or joining. Marks of other scripts are letters to readers
 * of these and stay.
 */
const IGNORED =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08ff]|\u0640|\p{Cf}/gu;

/** A text of hostile variety must not grow the memory of folded characters without end. */
const MOST_REMEMBERED = 4096;

/** Longer texts are folded in pieces, since a call takes only so many arguments. */
const PIECE = 1024;

/**
 * A text as search compares it: lower case, without marks, Arabic letters unified, Arabic digits as ASCII ones.
 * Each character folds alike wherever it stands, so that a piece of a text folds to a piece of the folded text.
 */
export const foldText = createFolding((folded) => folded);

/**
 * A function that folds texts, and then each character by a rule of its own; a character of ASCII must be its own
 * outcome. Texts are put together from numbers, since adding letter to letter leaves a trail of garbage.
 */
export function createFolding(finish: (folded: string) => string): (text: string) => string {
  const remembered = new Map<number, string>();
  const codes: number[] = [];

  function fold(codePoint: number): string {
    let known = remembered.get(codePoint);
    if (known === undefined) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      known = finish(foldCharacter(String.fromCodePoint(codePoint)));
      remembered.set(codePoint, known);
    }
    return known;
  }

  return (text) => {
    if (isAscii(text)) return text.toLowerCase();
    const composed = text.normalize('NFKC');
    let folded = '';
    for (let index = 0; index < composed.length; index += 1) {
      const codePoint = composed.codePointAt(index) ?? 0;
      if (codePoint > 0xffff) index += 1;
      const known = fold(codePoint);
      for (let at = 0; at < known.length; at += 1) codes.push(known.charCodeAt(at));
      if (codes.length >= PIECE) folded += String.fromCharCode(...codes.splice(0));
    }
    return folded + String.fromCharCode(...codes.splice(0));
  };
}

/** Tells whether every character is below U+0080. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function foldCharacter(character: string): string {
  const bare = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(IGNORED, '');
  return bare
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/./gsu, (letter) => UNIFIED[letter] ?? letter)
    .normalize('NFC');
}
