import { dirname, relative, resolve, sep } from 'node:path';

/**
 * `floors`: a folder of `src/` imports only what the table of floors names.
 *
 * Options: the table, folder name to the list of folders and packages it may import. A folder not in the table
 * (the public faces, tests) is free. A package entry covers its subpaths; `node:*` covers Node's own modules.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const floors = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep the import floors of docs/architecture.md' },
    schema: [{ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }],
    messages: {
      floor: '"{{from}}" may not import "{{to}}". It may import: {{allowed}}.',
    },
  },
  create(context) {
    const table = context.options[0];
    const root = resolve(context.cwd, 'src');
    const folderOf = (file) => relative(root, file).split(sep)[0];
    const from = folderOf(context.filename);
    if (!Object.hasOwn(table, from)) return {};
    const allowed = table[from];

    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const to = source.value.startsWith('.')
        ? folderOf(resolve(dirname(context.filename), source.value))
        : source.value;
      if (to === from || allowed.some((entry) => covers(entry, to))) return;
      context.report({
        node: source,
        messageId: 'floor',
        data: { from, to, allowed: allowed.join(', ') || 'nothing' },
      });
    };

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};

function covers(entry, target) {
  if (entry === 'node:*') return target.startsWith('node:');
  return target === entry || target.startsWith(`${entry}/`);
}
