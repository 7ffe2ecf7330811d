/** A source map; `mappings` tells the positions. */
export interface SourceMap {
  mappings: string;
  sources: string[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The map of a text that has lost the first `width` columns of its first line. */
export function movedMap(map: SourceMap | null, width: number): SourceMap | null {
  if (!map) return null;
  // A segment of one field says that nothing is known of what follows: that was in what is lost.
  const [, column = '', rest = ''] = /^(?:A,)?([g-z0-9+/]*[A-Za-f])(.*)$/s.exec(map.mappings) ?? [];
  return column === '' ? map : { ...map, mappings: encoded(decoded(column) - width) + rest };
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
