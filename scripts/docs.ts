/**
 * Writes what the sources know into the pages people read: tables in README.md, docs/elements.md, docs/errors.md.
 *
 *     node --import tsx scripts/docs.ts [--check]
 *
 * With `--check` nothing is written: it exits 1 when a page is not what the sources say.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readElements, type DocumentedElement } from './documented-elements.js';
import { readTokens } from './documented-tokens.js';
import { errorPage } from './error-page.js';

/** A value inside a table: one line, no column breaks. */
const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const link = ({ tag }: DocumentedElement): string => `[${code(tag)}](docs/elements.md#${tag})`;

function elementsTable(elements: readonly DocumentedElement[]): string {
  const rows = elements.map((element) => [
    link(element),
    element.description,
    element.attributes.map(({ name }) => code(name)).join(' '),
  ]);
  return table(['element', 'for', 'attributes'], rows);
}

function eventsTable(elements: readonly DocumentedElement[]): string {
  const rows = elements.flatMap((element) =>
    element.events.map(({ name, description }) => [code(name), code(element.tag), description]),
  );
  return table(['event', 'from', 'when'], rows);
}

function tokensTable(): string {
  return table(
    ['variable', 'for', 'default'],
    readTokens().map(({ name, meaning, value }) => [code(name), meaning, code(value)]),
  );
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `\n### ${title}\n\n${table(head, rows)}\n`;
}

function elementPage(element: DocumentedElement): string {
  const { tag, description, attributes, properties, methods, events, slots, parts } = element;
  const named = ({ name, description: meaning }: { name: string; description: string }) => [
    code(name),
    meaning,
  ];
  return `\n## ${tag}\n\n${description}\n${[
    section(
      'Attributes',
      ['attribute', 'for', 'default'],
      attributes.map((each) => [...named(each), each.default === '' ? '' : code(each.default)]),
    ),
    section(
      'Properties without an attribute',
      ['property', 'for', 'type'],
      properties.map((each) => [...named(each), code(each.type)]),
    ),
    section('Methods', ['method', 'does'], methods.map(named)),
    section(
      'Events',
      ['event', 'when', 'detail'],
      events.map((each) => [...named(each), code(each.type)]),
    ),
    section(
      'Slots',
      ['slot', 'for'],
      slots.map(({ name, description: meaning }) => [name === '' ? 'the default slot' : code(name), meaning]),
    ),
    section('Parts', ['part', 'what'], parts.map(named)),
  ].join('')}`;
}

/** Puts a text between its two markers; throws when the page has no such place. */
function fill(page: string, name: string, text: string): string {
  const place = new RegExp(`(<!-- generated: ${name} -->)[^]*?(<!-- /generated -->)`);
  if (!place.test(page)) throw new Error(`README.md has no place for "${name}".`);
  return page.replace(place, (_all, start: string, end: string) => `${start}\n\n${text}\n\n${end}`);
}

const elements = readElements();
let readme = readFileSync('README.md', 'utf8');
readme = fill(readme, 'elements', elementsTable(elements));
readme = fill(readme, 'events', eventsTable(elements));

const reference = `# Elements\n\nMade from the sources by \`npm run docs\`; edit the doc blocks there.\n${elements
  .map(elementPage)
  .join('')}
## CSS variables

All elements read the same ones, from the page or from any element around.

${tokensTable()}
`;

const isCheck = process.argv.includes('--check');
const pages = { 'README.md': readme, 'docs/elements.md': reference, 'docs/errors.md': errorPage() };
const stale = Object.entries(pages).filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
);
if (isCheck && stale.length > 0) {
  console.error(`Out of date: ${stale.map(([file]) => file).join(', ')}. Run "npm run docs" and commit.`);
  process.exitCode = 1;
} else if (!isCheck) {
  for (const [file, text] of stale) {
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
