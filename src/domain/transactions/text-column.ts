/** Texts of one kind for the rows of a block. Joined to one string they need a fifth less memory than apart. */

/** Marks a row without a text. */
const NONE = 0xffff;
const WIDE_BIT = 0x8000;

/** Joined texts of one character width: text `n` lies between `starts[n]` and `starts[n + 1]`. */
interface Lane {
  text: string;
  starts: Uint32Array;
}

interface Packed {
  /** For each row its place in a lane; the highest bit names the lane. */
  places: Uint16Array;
  narrow: Lane;
  wide: Lane;
}

/** A column of at most 32,767 texts or nulls. Texts come and change singly; `pack` makes what is there small. */
export class TextColumn {
  /** Rows that were never set are holes. */
  #open: (string | null | undefined)[] | null = [];
  #packed: Packed | null = null;

  get(row: number): string | null {
    if (this.#open) return this.#open[row] ?? null;
    if (!this.#packed) return null;
    const { places, narrow, wide } = this.#packed;
    const place = places[row] ?? NONE;
    if (place === NONE) return null;
    return (place & WIDE_BIT) === 0 ? textAt(narrow, place) : textAt(wide, place & ~WIDE_BIT);
  }

  set(row: number, text: string | null): void {
    const open = this.#open ?? Array.from(this.#packed?.places ?? [], (_, each) => this.get(each));
    open[row] = text;
    this.#open = open;
    this.#packed = null;
  }

  pack(): void {
    if (!this.#open) return;
    const narrow: string[] = [];
    const wide: string[] = [];
    const places = Uint16Array.from(this.#open, (text) => {
      if (text === null || text === undefined) return NONE;
      return isNarrow(text) ? narrow.push(text) - 1 : (wide.push(text) - 1) | WIDE_BIT;
    });
    this.#packed = { places, narrow: laneOf(narrow), wide: laneOf(wide) };
    this.#open = null;
  }
}

/** Engines keep a string in one byte a character only when all of its characters are below U+0100. */
function isNarrow(text: string): boolean {
  return /^[\0-\xff]*$/.test(text);
}

function laneOf(texts: readonly string[]): Lane {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = (starts[index] ?? 0) + text.length;
  });
  return { text: texts.join(''), starts };
}

function textAt({ text, starts }: Lane, place: number): string {
  return text.slice(starts[place], starts[place + 1]);
}
