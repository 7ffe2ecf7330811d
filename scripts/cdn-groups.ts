import { resolve } from 'node:path';

/** The part of rolldown's module information that is needed to walk static imports. */
interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/**
 * Names the chunk of every module that an entry imports statically, so that entries stay thin.
 *
 * Left alone, the bundler puts such code into the entry's own file, and lazy chunks import it from there. A
 * page that loads the entry under another address than the chunks do (`?v=2`, a CDN that redirects `@latest`)
 * would then run the whole library twice. Modules that only `import()` reaches are left to the bundler.
 *
 * The first entry (in the given order) whose closure is the smallest that holds a module names its chunk.
 */
export function groupByEntry(entries: string[]): (id: string, graph: ModuleGraph) => string | null {
  const entryIds = entries.map((entry) => resolve(entry));
  let closures: { name: string; ids: Set<string> }[] | undefined;
  return (id, graph) => {
    closures ??= entryIds
      .map((entry) => ({ name: chunkName(entry), ids: staticClosure(entry, graph) }))
      .sort((one, other) => one.ids.size - other.ids.size);
    if (entryIds.includes(id)) return null;
    return closures.find(({ ids }) => ids.has(id))?.name ?? null;
  };
}

function chunkName(entry: string): string {
  return entry.endsWith('cdn.ts') ? 'elements' : 'core';
}

function staticClosure(entry: string, graph: ModuleGraph): Set<string> {
  const found = new Set<string>();
  const waiting = [entry];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
