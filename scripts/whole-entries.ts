/**
 * Makes each entry of a build one file: all that it imports statically is written into it, so that a page has what it
 * needs at first in one round and not in two. What comes later stays in `chunks/`, and takes what it shares with an
 * entry from the page, never from the entry's file: a page may have loaded that under another address (`?v=2`, a
 * redirect from `@latest`), and would then run it twice. See docs/decisions/0009-whole-entries.md.
 */
import { posix } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { importOf, takeApart, type StaticImport, type TakenApart } from './built-chunk.js';
import { edited, editedMap, StackedText, type Insertion, type SourceMap } from './source-maps.js';

/** A script without `import` and `export`: what its entry exports becomes this global. */
export interface ClassicShape {
  global: string;
  fileName: string;
}

interface Piece extends TakenApart {
  chunk: Rolldown.OutputChunk;
  /** None where a file does nothing but pass names on. */
  map: SourceMap | null;
}

/** Parts must be built beside their entries, so that what they bring by `import()` is found from there. */
export function wholeEntries(classic?: ClassicShape): Plugin {
  return {
    name: 'whole-entries',
    generateBundle(_, bundle) {
      const pieces = new Map<string, Piece>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { fileName, code, map } = chunk;
        pieces.set(fileName, { chunk, map, ...takeApart(fileName, code, this.parse(code)) });
      }
      const build = new Build(pieces);
      const write = (fileName: string, text: StackedText): void => {
        this.emitFile({ type: 'asset', fileName, source: text.withMap(fileName) });
        this.emitFile({ type: 'asset', fileName: `${fileName}.map`, source: text.map(fileName) });
      };
      for (const piece of pieces.values()) {
        const { fileName, isEntry } = piece.chunk;
        Reflect.deleteProperty(bundle, fileName);
        Reflect.deleteProperty(bundle, `${fileName}.map`);
        if (build.parts.has(piece)) continue;
        const name = isEntry && classic ? classic.fileName : fileName;
        write(name, isEntry ? build.entry(piece, classic) : build.later(piece));
      }
      for (const part of build.missed) write(part.chunk.fileName, build.part(part));
    },
  };
}

/** What the first row waits for beside its entry (src/cdn-ahead.ts). */
const FIRST_ROW = ['data', 'statement'];

/**
 * Chromium compiles all of a file that begins so while it arrives, off the page's own thread; else it would compile
 * each function there when it is first called: at the first row, for a tenth of a second on a slow phone.
 */
function begun({ chunk }: Piece): StackedText {
  const text = new StackedText();
  if (chunk.isEntry || FIRST_ROW.includes(chunk.name)) text.add('//# allFunctionsCalledOnLoad\n');
  return text;
}

class Build {
  /** What entries are made of. */
  readonly parts: ReadonlySet<Piece>;
  /** Parts that some entry lacks, and that something may ask for on its page. */
  readonly missed = new Set<Piece>();
  readonly #pieces: ReadonlyMap<string, Piece>;
  /** Parts that every entry has. */
  readonly #common: ReadonlySet<Piece>;

  constructor(pieces: ReadonlyMap<string, Piece>) {
    this.#pieces = pieces;
    const sets = [...pieces.values()]
      .filter(({ chunk }) => chunk.isEntry)
      .map((entry) => this.#closure(entry));
    this.parts = new Set(sets.flatMap((set) => [...set]));
    this.#common = new Set([...this.parts].filter((part) => sets.every((set) => set.has(part))));
  }

  /** The parts of an entry, and then the entry itself. */
  entry(entry: Piece, classic?: ClassicShape): StackedText {
    const text = begun(entry);
    if (classic) text.add(`var ${classic.global}=(()=>{"use strict";\n`);
    // What neither takes nor gives comes first: the bundler writes its import last.
    const isAlone = ({ imports, exports }: Piece): number => Number(imports.length + exports.size === 0);
    const parts = [...this.#closure(entry)].sort((one, other) => isAlone(other) - isAlone(one));
    for (const part of parts) this.#addPart(text, part);
    text.add(`${this.#heads(entry.imports)}\n`);
    this.#addBody(text, entry);
    text.add(classic ? `;return{${pairs(entry.exports)}}})();\n` : `${listOf(entry.exports)}\n`);
    return text;
  }

  /** What comes later, with what it shares with an entry taken from the page. */
  later(piece: Piece): StackedText {
    const isPart = ({ from }: StaticImport): boolean => this.parts.has(this.#pieceOf(from));
    const kept = piece.imports.filter((each) => !isPart(each)).map(importOf);
    const text = begun(piece);
    text.add(`${kept.join('')}${this.#heads(piece.imports.filter(isPart))}\n`);
    this.#addBody(text, piece);
    text.add(`${listOf(piece.exports)}\n`);
    return text;
  }

  /** A part as a file of its own, for pages whose entry lacks it. */
  part(part: Piece): StackedText {
    const text = new StackedText();
    this.#addPart(text, part);
    return text;
  }

  /** In a function, which runs once on a page, whichever file brings it first. */
  #addPart(text: StackedText, part: Piece): void {
    text.add(`${placeOf(part.chunk.fileName)}??=(()=>{${this.#heads(part.imports)}\n`);
    this.#addBody(text, part);
    text.add(`;return{${[...new Set(part.exports.values())].sort().join()}}})();\n`);
  }

  #addBody(text: StackedText, piece: Piece): void {
    const insertions = this.#insertions(piece);
    text.add(
      edited(piece.body, insertions),
      piece.map && editedMap(piece.map, piece.start, piece.body, insertions),
    );
  }

  /** What an `import()` brings may need parts that the page's entry lacks: they come before it. */
  #insertions(piece: Piece): Insertion[] {
    const here = new Set([...this.#common, piece, ...this.#closure(piece), ...this.#around(piece)]);
    return piece.later.flatMap(({ start, end, from }) => {
      const lacking = [...this.#closure(this.#pieceOf(from))].filter(
        (part) => this.parts.has(part) && !here.has(part),
      );
      if (lacking.length === 0) return [];
      const asked = lacking.map((part) => {
        this.missed.add(part);
        const file = posix.relative(posix.dirname(piece.chunk.fileName), part.chunk.fileName);
        return `${placeOf(part.chunk.fileName)}||import("./${file}")`;
      });
      return [
        { at: start, text: `Promise.resolve(${asked.join(').then(()=>')}).then(()=>` },
        { at: end, text: ')' },
      ];
    });
  }

  /** Gives what is taken from parts its names here; on the page it is called what it is called inside its part. */
  #heads(imports: readonly StaticImport[]): string {
    return imports
      .filter(({ names }) => names.size > 0)
      .map(({ from, names }) => {
        const { exports } = this.#pieceOf(from);
        const inside = [...names].map(([name, local]) => [exports.get(name) ?? name, local] as const);
        return `const{${pairs(new Map(inside))}}=${placeOf(from)};`;
      })
      .join('');
  }

  /** A part from which nothing is taken runs in its entries alone, so that all of their parts are on its page. */
  #around(piece: Piece): Piece[] {
    if (piece.exports.size > 0) return [];
    const entries = [...this.#pieces.values()].filter(({ chunk }) => chunk.isEntry);
    const [first = new Set<Piece>(), ...others] = entries
      .map((entry) => this.#closure(entry))
      .filter((closure) => closure.has(piece));
    return [...first].filter((part) => others.every((closure) => closure.has(part)));
  }

  /** All that a piece imports statically, in the order in which it runs. */
  #closure(piece: Piece, found = new Set<Piece>()): Set<Piece> {
    for (const { from } of piece.imports) {
      const part = this.#pieceOf(from);
      if (found.has(part)) continue;
      this.#closure(part, found);
      found.add(part);
    }
    return found;
  }

  #pieceOf(fileName: string): Piece {
    const piece = this.#pieces.get(fileName);
    if (!piece) throw new Error(`${fileName} is not in the bundle.`);
    return piece;
  }
}

/** Where a part is kept on the page: its file's name tells its content. */
function placeOf(fileName: string): string {
  return `globalThis[Symbol.for("lean-elements/${fileName}")]`;
}

function pairs(names: ReadonlyMap<string, string>): string {
  return [...names].map(([name, local]) => `${name}:${local}`).join();
}

function listOf(names: ReadonlyMap<string, string>): string {
  return names.size === 0
    ? ''
    : `export{${[...names].map(([name, local]) => `${local} as ${name}`).join()}};`;
}
