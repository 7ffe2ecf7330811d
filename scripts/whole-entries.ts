/**
 * Makes each entry of a build one file: all that it imports statically is written into it, so that a page has what it
 * needs at first in one round and not in two. What comes later stays in `chunks/`, and takes what it shares with an
 * entry from the page, never from the entry's file: a page may have loaded that under another address (`?v=2`, a
 * redirect from `@latest`), and would then run it twice.
 */
import type { Plugin, Rolldown } from 'vite';
import { importOf, takeApart, takenFrom, type StaticImport, type TakenApart } from './built-chunk.js';
import { movedMap, StackedText, type SourceMap } from './source-maps.js';

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
      const entries = [...pieces.values()].filter(({ chunk }) => chunk.isEntry);
      const parts = new Set(entries.flatMap((entry) => [...partsOf(entry, pieces)]));
      for (const piece of pieces.values()) {
        const { fileName, isEntry } = piece.chunk;
        if (parts.has(piece) || isEntry) {
          Reflect.deleteProperty(bundle, fileName);
          Reflect.deleteProperty(bundle, `${fileName}.map`);
        }
        if (parts.has(piece)) continue;
        const name = isEntry && classic ? classic.fileName : fileName;
        const text = isEntry ? whole(piece, partsOf(piece, pieces), classic) : detached(piece, parts);
        this.emitFile({ type: 'asset', fileName: name, source: text.withMap(name) });
        this.emitFile({ type: 'asset', fileName: `${name}.map`, source: text.map(name) });
      }
    },
  };
}

/** All that a piece imports statically, in the order in which it runs. */
function partsOf(piece: Piece, pieces: ReadonlyMap<string, Piece>, found = new Set<Piece>()): Set<Piece> {
  for (const { from } of piece.imports) {
    const part = pieces.get(from);
    if (!part) throw new Error(`${piece.chunk.fileName} imports ${from}, which is not in the bundle.`);
    if (found.has(part)) continue;
    partsOf(part, pieces, found);
    found.add(part);
  }
  return found;
}

/** The parts, each in a function that runs once, and then the entry itself. */
function whole(entry: Piece, parts: Iterable<Piece>, classic?: ClassicShape): StackedText {
  const text = new StackedText();
  if (classic) text.add(`var ${classic.global}=(()=>{"use strict";\n`);
  for (const part of parts) {
    text.add(`${placeOf(part.chunk.fileName)}??=(()=>{${heads(part.imports)}\n`);
    text.add(part.body, movedMap(part.map, part.start));
    text.add(`;return${objectOf(part.exports)}})();\n`);
  }
  text.add(`${heads(entry.imports)}\n`);
  text.add(entry.body, movedMap(entry.map, entry.start));
  text.add(classic ? `;return${objectOf(entry.exports)}})();\n` : `${listOf(entry.exports)}\n`);
  return text;
}

/** What comes later, with what it shares with an entry taken from the page. */
function detached(piece: Piece, parts: ReadonlySet<Piece>): StackedText {
  const names = new Set([...parts].map(({ chunk }) => chunk.fileName));
  const isPart = ({ from }: StaticImport): boolean => names.has(from);
  const kept = piece.imports.filter((each) => !isPart(each)).map(importOf);
  const text = new StackedText();
  text.add(`${kept.join('')}${heads(piece.imports.filter(isPart))}\n`);
  text.add(piece.body, movedMap(piece.map, piece.start));
  text.add(`${listOf(piece.exports)}\n`);
  return text;
}

function heads(imports: readonly StaticImport[]): string {
  return imports.map(({ from, names }) => takenFrom(placeOf(from), names)).join('');
}

/** Where a part is kept on the page: its file's name tells its content. */
function placeOf(fileName: string): string {
  return `globalThis[Symbol.for("lean-elements/${fileName}")]`;
}

function objectOf(names: ReadonlyMap<string, string>): string {
  return `{${[...names].map(([name, local]) => `${name}:${local}`).join()}}`;
}

function listOf(names: ReadonlyMap<string, string>): string {
  return names.size === 0
    ? ''
    : `export{${[...names].map(([name, local]) => `${local} as ${name}`).join()}};`;
}
