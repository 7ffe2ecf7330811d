/**
 * Makes one classic script of a module build. Everything that must be there at once is one chunk, which becomes the
 * script; parts that come later stay modules in `chunks/`, and find what they import of that chunk through a small
 * module that stands in its place.
 */
import type { Plugin } from 'vite';

const GLOBAL = 'LeanElements';

interface Spot {
  start: number;
  end: number;
}

/** Exported name to the name inside, and where the statement stands. */
interface Exports extends Spot {
  names: Map<string, string>;
}

/** Turns the chunk `core`, which the entry re-exports, into the script `fileName`. */
export function classicScript(core: string, fileName: string): Plugin {
  return {
    name: 'classic-script',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entry = chunks.find((chunk) => chunk.isEntry);
      const inner = chunks.find((chunk) => chunk.name === core && !chunk.isEntry);
      if (!entry || !inner) throw new Error('The classic build has no entry or no core.');
      if (inner.imports.length > 0) throw new Error(`The core imports ${inner.imports.join(', ')}.`);

      const own = exportsOf(this.parse(inner.code), inner.fileName);
      const facade = importsOf(this.parse(entry.code));
      const result = [...exportsOf(this.parse(entry.code), entry.fileName).names].map(([name, local]) => {
        const imported = facade.get(local) ?? local;
        return `${name}:${own.names.get(imported) ?? imported}`;
      });
      const shared = [...own.names].map(([name, local]) => `${name}:${local}`);
      const symbol = `Symbol.for("lean-elements.parts.${inner.fileName}")`;
      // What follows the exports is the comment that names the map.
      const body = inner.code.slice(0, own.start);
      const source = [
        `var ${GLOBAL}=(()=>{"use strict";`,
        `${body};globalThis[${symbol}]={${shared.join()}};return{${result.join()}}})();`,
        `//# sourceMappingURL=${fileName}.map`,
      ].join('\n');
      if (!inner.map) throw new Error('The classic build has no source map.');
      const map = { ...inner.map, file: fileName, mappings: `;${inner.map.mappings}` };

      this.emitFile({ type: 'asset', fileName, source: `${source}\n` });
      this.emitFile({ type: 'asset', fileName: `${fileName}.map`, source: JSON.stringify(map) });

      // The core was built at the root, where its own imports are right for the script; what stands in for it is a
      // chunk like any other. The space keeps every column where the map has it.
      // By way of local names: an exported name may be a word like `in`, which no variable can have.
      const locals = [...own.names.keys()].map((name, index) => ({ name, local: `p${String(index)}` }));
      const read = locals.map(({ name, local }) => `${name}:${local}`).join();
      const given = locals.map(({ name, local }) => `${local} as ${name}`).join();
      const parts = `const{${read}}=globalThis[${symbol}];export{${given}};\n`;
      this.emitFile({ type: 'asset', fileName: `chunks/${inner.fileName}`, source: parts });
      for (const chunk of chunks) {
        chunk.code = chunk.code.replaceAll(`"../${inner.fileName}"`, ` "./${inner.fileName}"`);
      }
      for (const gone of [entry.fileName, inner.fileName]) {
        Reflect.deleteProperty(bundle, gone);
        Reflect.deleteProperty(bundle, `${gone}.map`);
      }
    },
  };
}

interface Node extends Spot {
  type: string;
  source: unknown;
  declaration: unknown;
  specifiers: readonly {
    local: { name: string };
    imported?: { name: string };
    exported?: { name: string };
  }[];
}

function statements(program: unknown, type: string): Node[] {
  return (program as { body: Node[] }).body.filter((node) => node.type === type);
}

/** A built chunk has one export statement, of names alone. */
function exportsOf(program: unknown, file: string): Exports {
  const [node, ...more] = statements(program, 'ExportNamedDeclaration');
  if (!node || more.length > 0 || node.declaration) throw new Error(`${file}: one list of exports expected.`);
  const names = node.specifiers.map(({ exported, local }) => [exported?.name ?? '', local.name] as const);
  return { start: node.start, end: node.end, names: new Map(names) };
}

/** Local name to the name in the module that it comes from. */
function importsOf(program: unknown): Map<string, string> {
  const specifiers = statements(program, 'ImportDeclaration').flatMap((node) => node.specifiers);
  return new Map(specifiers.map(({ imported, local }) => [local.name, imported?.name ?? '']));
}
