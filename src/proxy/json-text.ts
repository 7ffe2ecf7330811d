/**
 * Walks JSON text without rebuilding it, so that a body can be changed in place, byte for byte elsewhere, and so that
 * what `JSON.parse` hides (a key twice, the nesting) can be seen. The text must have been parsed once already or be
 * parsed afterwards: this walk trusts that it is JSON and throws a SyntaxError only when it loses its way.
 */
export interface JsonVisitor {
  /** A member whose value is a string; `start` and `end` bound the value's token, quotes included. */
  string?(key: string, value: string, start: number, end: number, path: readonly (string | number)[]): void;
  /** An object begins; `path` leads to it. */
  open?(path: readonly (string | number)[]): void;
  /** An object ends; `end` is the place of its closing brace, `empty` tells whether it has no member. */
  close?(path: readonly (string | number)[], end: number, empty: boolean): void;
  /** A key of the object at `path`. */
  key?(key: string, path: readonly (string | number)[]): void;
}

const SCALAR = /-?[0-9][0-9.eE+-]*|true|false|null/y;
const SPACES = new Set([9, 10, 13, 32]);

/** Visits every member of the text; see `JsonVisitor`. */
export function walkJson(text: string, visitor: JsonVisitor): void {
  const path: (string | number)[] = [];
  let at = 0;

  function skip(): void {
    while (SPACES.has(text.charCodeAt(at))) at += 1;
  }
  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) throw new SyntaxError(`Not JSON at ${at}`);
    at = pattern.lastIndex;
    return found[0];
  }
  function takeString(): string {
    const start = at;
    expect('"');
    do {
      const quote = text.indexOf('"', at);
      if (quote === -1) throw new SyntaxError(`Not JSON at ${start}`);
      at = quote + 1;
    } while (isEscaped(text, at - 1));
    const token = text.slice(start, at);
    return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
  }
  function expect(character: string): void {
    if (text[at] !== character) throw new SyntaxError(`Not JSON at ${at}`);
    at += 1;
  }

  function object(): void {
    visitor.open?.(path);
    expect('{');
    skip();
    let empty = true;
    while (text[at] !== '}') {
      if (!empty) {
        expect(',');
        skip();
      }
      empty = false;
      const key = takeString();
      visitor.key?.(key, path);
      skip();
      expect(':');
      skip();
      path.push(key);
      value(key);
      path.pop();
      skip();
    }
    visitor.close?.(path, at, empty);
    at += 1;
  }

  function array(): void {
    expect('[');
    skip();
    for (let index = 0; text[at] !== ']'; index += 1) {
      if (index > 0) {
        expect(',');
        skip();
      }
      path.push(index);
      value(null);
      path.pop();
      skip();
    }
    at += 1;
  }

  function value(key: string | null): void {
    const start = at;
    const character = text[at];
    if (character === '{') object();
    else if (character === '[') array();
    else if (character === '"') {
      const content = takeString();
      if (key !== null) visitor.string?.(key, content, start, at, path);
    } else take(SCALAR);
  }

  skip();
  value(null);
}

/** Whether the character at `index` has an odd number of backslashes before it. */
function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** JSON with the keys of every object in order, so that two writings of one value are one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** One replacement of a piece of text: `[start, end)` becomes `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with the edits made; edits are in ascending order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
