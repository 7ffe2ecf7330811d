/** What can be reached from outside: the parts and slots that templates have, and those that documents promise. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { readElements } from '../../scripts/documented-elements.js';

/** Every file of `src/elements` that a module brings, now or by `import()`. */
function filesOf(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file) || !file.startsWith('src/elements/') || !existsSync(file)) return known;
  known.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /(?:^import (?!type )[^;]*?from |^export [^;]*?from |import\()'(\.[^']+)'/gm,
  );
  for (const [, path = ''] of imports) filesOf(join(dirname(file), path.replace(/\.js$/, '.ts')), known);
  return known;
}

interface Offered {
  parts: Set<string>;
  slots: Set<string>;
  /** Some part is named by a value that only running code knows: then every word of the code may be one. */
  words: Set<string> | null;
}

function offeredBy(tag: string): Offered {
  const offered: Offered = { parts: new Set(), slots: new Set(), words: null };
  const words = new Set<string>();
  for (const file of filesOf(`src/elements/${tag}/${tag}.ts`)) {
    const source = readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
    let isOpen = /\spart=\$\{/.test(source);
    for (const [, word = ''] of source.matchAll(/'([a-z-]+)'/g)) words.add(word);
    const written = [/\spart="([^"]*)"/g, /'part', ['`]([^'`]*)['`]/g, /\bpart(?: =|:) '([^']*)'/g];
    for (const [, names = ''] of written.flatMap((pattern) => [...source.matchAll(pattern)])) {
      for (const name of names.replaceAll(/\$\{[^}]*\}/g, ' ').split(/\s+/))
        if (name) offered.parts.add(name);
      for (const [expression] of names.matchAll(/\$\{[^}]*\}/g)) {
        const quoted = [...expression.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '');
        if (quoted.length === 0) isOpen = true;
        // A word that is compared with is none that is written.
        const compared = [...expression.matchAll(/===? '([\w-]+)'/g)].map((match) => match[1]);
        for (const name of quoted) if (!compared.includes(name)) offered.parts.add(name);
      }
    }
    if (isOpen) offered.words = words;
    for (const [, name = ''] of source.matchAll(/<slot(?: name="([\w-]+)")?/g)) offered.slots.add(name);
  }
  return offered;
}

const reference = readFileSync('docs/elements.md', 'utf8');

for (const { tag, parts, slots } of readElements()) {
  describe(`What <${tag}> offers`, () => {
    const offered = offeredBy(tag);
    const documented = parts.map(({ name }) => name);

    it('has a document for each part of its templates', () => {
      const hidden = [...offered.parts].filter((name) => !documented.includes(name));
      assert.deepEqual(hidden, []);
    });

    it('has each part that is documented', () => {
      const missing = documented.filter((name) => !offered.parts.has(name));
      // Rows carry their transaction's status, a closed list that the types hold.
      const byValue = offered.words ? [...offered.words, 'booked', 'pending', 'rejected'] : [];
      assert.deepEqual(
        missing.filter((name) => !byValue.includes(name)),
        [],
      );
    });

    it('has the slots that are documented, and no others', () => {
      assert.deepEqual([...offered.slots].sort(), slots.map(({ name }) => name).sort());
    });

    it('says so on the page that people read', () => {
      const start = reference.indexOf(`\n## ${tag}\n`);
      const section = reference.slice(start, reference.indexOf('\n## ', start + 1));
      const told = [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]);
      const named = [...parts, ...slots].map(({ name }) => name).filter(Boolean);
      assert.deepEqual(
        named.filter((name) => !told.includes(name)),
        [],
      );
    });
  });
}
