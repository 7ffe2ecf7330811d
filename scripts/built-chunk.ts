import { posix } from 'node:path';

/** A static import; `names` leads from what the other file exports to what it is called here. */
export interface StaticImport {
  /** As it is written, and as the bundle has it. */
  source: string;
  from: string;
  names: ReadonlyMap<string, string>;
}

/** A built chunk taken apart: its imports, what it does, and what it gives. */
export interface TakenApart {
  imports: readonly StaticImport[];
  body: string;
  /** The column of the first line where the body begins. */
  start: number;
  /** From what is exported to what it is called inside. */
  exports: ReadonlyMap<string, string>;
  /** Each `import()`: where it stands in the body, and the file that it brings. */
  later: readonly LaterImport[];
}

export interface LaterImport {
  start: number;
  end: number;
  from: string;
}

/** Takes a minified chunk apart: its first line begins with all imports, and one list of exports comes last. */
export function takeApart(fileName: string, code: string, program: unknown): TakenApart {
  const { body } = program as { body: readonly Statement[] };
  const imports = body.filter(({ type }) => type === 'ImportDeclaration');
  const [list, ...more] = body.filter(({ type }) => type.startsWith('Export'));
  if (more.length > 0 || list?.declaration) throw new Error(`${fileName}: one list of exports expected.`);
  const start = imports.at(-1)?.end ?? 0;
  if (imports.some((node, index) => node !== body[index]) || code.slice(0, start).includes('\n')) {
    throw new Error(`${fileName}: imports on the first line expected.`);
  }
  // Without a list, the comment that names the map comes last.
  const end = list?.start ?? body.at(-1)?.end ?? 0;
  if (list?.source) return passingOn(fileName, list);
  return {
    imports: imports.map(({ source, specifiers }) => ({
      ...placeOf(fileName, source),
      names: new Map(specifiers.map(({ imported, local }) => [nameIn(imported, fileName), local.name])),
    })),
    body: code.slice(start, end),
    start,
    exports: new Map(
      list?.specifiers.map(({ exported, local }) => [nameIn(exported, fileName), local.name] as const),
    ),
    later: laterImports(program, code).map(({ start: begin, end: stop, source }) => ({
      start: begin - start,
      end: stop - start,
      from: posix.join(posix.dirname(fileName), source),
    })),
  };
}

function laterImports(node: unknown, code: string): { start: number; end: number; source: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((each) => laterImports(each, code));
  const { type, start, end, source } = node as Record<string, unknown>;
  if (type !== 'ImportExpression') return Object.values(node).flatMap((each) => laterImports(each, code));
  const words = source as { start: number; end: number };
  return [{ start: Number(start), end: Number(end), source: code.slice(words.start + 1, words.end - 1) }];
}

/** A file that does nothing itself: `export{…}from"…"`. */
function passingOn(fileName: string, { source, specifiers }: Statement): TakenApart {
  const names = new Map(specifiers.map(({ local }, index) => [local.name, `p${String(index)}`]));
  return {
    imports: [{ ...placeOf(fileName, source), names }],
    body: '',
    start: 0,
    later: [],
    exports: new Map(
      specifiers.map(({ exported, local }) => [nameIn(exported, fileName), names.get(local.name) ?? '']),
    ),
  };
}

function placeOf(fileName: string, source: Statement['source']): Pick<StaticImport, 'source' | 'from'> {
  const { value } = source ?? { value: '' };
  return { source: value, from: posix.join(posix.dirname(fileName), value) };
}

/** The import as it was. */
export function importOf({ source, names }: StaticImport): string {
  if (names.size === 0) return `import"${source}";`;
  return `import{${[...names].map(([name, local]) => `${name} as ${local}`).join()}}from"${source}";`;
}

function nameIn(specifier: { name: string } | undefined, fileName: string): string {
  if (!specifier) throw new Error(`${fileName}: names are imported and exported one by one.`);
  return specifier.name;
}

interface Statement {
  type: string;
  start: number;
  end: number;
  source?: { value: string } | null;
  declaration?: unknown;
  specifiers: readonly {
    local: { name: string };
    imported?: { name: string };
    exported?: { name: string };
  }[];
}
