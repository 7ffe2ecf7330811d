/** A source map; `mappings` tells the positions. */
export interface SourceMap {
  mappings: string;
  sources: string[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A text that is put in before the character at `at`; it has no line ends. */
export interface Insertion {
  at: number;
  text: string;
}

/** The text with its insertions, which stand in their order. */
export function edited(text: string, insertions: readonly Insertion[]): string {
  const ends = [...insertions.map(({ at }) => at), text.length];
  const start = text.slice(0, ends[0]);
  return (
    start + insertions.map(({ at, text: more }, index) => more + text.slice(at, ends[index + 1])).join('')
  );
}

/** The map of a text whose first line has lost `width` columns, `text` being what is left, and that was then `edited`. */
export function editedMap(
  map: SourceMap,
  width: number,
  text: string,
  insertions: readonly Insertion[],
): SourceMap {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const lines = map.mappings.split(';').map((line, number) => {
    const cut = number === 0 ? width : 0;
    const [start = 0, next = Infinity] = starts.slice(number);
    const here = insertions.filter(({ at }) => at >= start && at < next);
    let before = 0;
    let after = 0;
    const segments = line.split(',').flatMap((segment) => {
      const [, field = '', rest = ''] = /^([g-z0-9+/]*[A-Za-f])(.*)$/.exec(segment) ?? [];
      before += decoded(field);
      // A segment of one field says that nothing is known of what follows; in ours that is what was cut off.
      if (rest === '') return [];
      const inserted = here.filter(({ at }) => at <= start + before - cut);
      const column = inserted.reduce((sum, { text: more }) => sum + more.length, before - cut);
      const moved = encoded(column - after) + rest;
      after = column;
      return [moved];
    });
    return segments.join(',');
  });
  return { ...map, mappings: lines.join(';') };
}

/** Texts one after the other, and one map for those that have one; such a text begins a line. */
export class StackedText {
  #text = '';
  #line = 0;
  readonly #sections: { offset: { line: number; column: number }; map: SourceMap }[] = [];

  add(text: string, map: SourceMap | null = null): void {
    if (map) this.#sections.push({ offset: { line: this.#line, column: 0 }, map });
    this.#text += text;
    this.#line += text.split('\n').length - 1;
  }

  /** The text, and at its end where its map is: in a file of the same name with `.map`, beside it. */
  withMap(fileName: string): string {
    return `${this.#text}//# sourceMappingURL=${fileName.slice(fileName.lastIndexOf('/') + 1)}.map\n`;
  }

  map(fileName: string): string {
    return JSON.stringify({ version: 3, file: fileName, sections: this.#sections });
  }
}

/** A field of a source map: base64 digits of five bits, the lowest first, with the sign in the lowest bit of all. */
function decoded(field: string): number {
  const value = Array.from(field).reduce(
    (sum, digit, at) => sum + (DIGITS.indexOf(digit) % 32) * 32 ** at,
    0,
  );
  return Math.floor(value / 2) * (value % 2 === 1 ? -1 : 1);
}

function encoded(number: number): string {
  let value = Math.abs(number) * 2 + (number < 0 ? 1 : 0);
  let text = '';
  do {
    const digit = value % 32;
    value = Math.floor(value / 32);
    text += DIGITS[value > 0 ? digit + 32 : digit] ?? '';
  } while (value > 0);
  return text;
}
