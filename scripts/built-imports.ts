import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** What a built file asks for, as paths relative to the same place as the file's own. */
export interface BuiltImports {
  /** With the file itself. */
  atOnce: string[];
  /** When `import()` runs. */
  later: string[];
}

/** Reads the imports of a built ES module. Throws where an `import()` names no literal file. */
export function importsOf(file: string): BuiltImports {
  const code = readFileSync(file, 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, code).module;
  const beside = (source: string) => posix.join(posix.dirname(file), source);
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest)),
  ];
  return {
    atOnce: [...new Set(requests.flatMap((request) => (request ? [beside(request.value)] : [])))],
    later: dynamicImports.map(({ moduleRequest: { start, end } }) =>
      beside(literal(code.slice(start, end), file)),
    ),
  };
}

/** An entry with everything that it imports statically: what a page loads before it sees anything. */
export function staticClosure(entry: string): string[] {
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...importsOf(file).atOnce);
  }
  return [...found];
}

function literal(text: string, file: string): string {
  const inside = /^(["'`])([^"'`$]+)\1$/.exec(text)?.[2];
  if (inside === undefined) throw new Error(`${file} imports "${text}", which names no file.`);
  return inside;
}
