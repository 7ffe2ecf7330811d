import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { logicalCss, physicalDeclarations } from '../../scripts/eslint/logical-css.js';

const lint = (code: string) =>
  new Linter()
    .verify(code, [
      { plugins: { own: { rules: { logical: logicalCss } } }, rules: { 'own/logical': 'error' } },
    ])
    .map(({ message, line, column }) => ({ message, line, column }));

/** Style sheets and pages that are not templates of the source. */
const sheets = ['src/theme/presets', 'demo'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|html)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

describe('the rule that keeps left and right out of our styles', () => {
  const physical = [
    'margin-left: 1px',
    'padding-right: 1px',
    'left: 0',
    'border-right: 1px solid',
    'border-top-left-radius: 3px',
    'text-align: right',
    'float: left',
  ];
  for (const declaration of physical) {
    it(`refuses "${declaration}"`, () => {
      const [found] = lint(`css\`\n.row {\n  ${declaration};\n}\``);
      assert.equal(found?.line, 3);
      assert.ok(found.message.includes(declaration));
    });
  }

  it('lets logical forms, other tags and comments be', () => {
    assert.deepEqual(lint('css`/* left: 0; */ .row { margin-inline-start: 1px; text-align: start; }`'), []);
    assert.deepEqual(lint('html`<p style="left: 0">`'), []);
  });
});

describe('our style sheets', () => {
  it('are found', () => {
    assert.ok(sheets.length > 4, sheets.join());
  });

  for (const file of sheets) {
    it(`turn with the direction of the page: ${file}`, () => {
      const text = readFileSync(file, 'utf8');
      const css = file.endsWith('.html')
        ? [...text.matchAll(/<style>([^]*?)<\/style>|style="([^"]*)"/g)]
            .map((match) => match[1] ?? match[2])
            .join('\n')
        : text;
      assert.deepEqual(physicalDeclarations(css), []);
    });
  }
});
