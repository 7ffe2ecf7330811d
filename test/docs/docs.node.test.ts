import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../support/processes.js';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').map((name) => join('docs', name)),
].filter((file) => file.endsWith('.md') && existsSync(file));

/** The HTML code blocks of a page. */
function htmlOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/```html\n([^]*?)```/g)].map((match) => match[1] ?? '');
}

/** Markup without the indentation and the rest of the page around it. */
const bare = (markup: string): string => markup.replaceAll(/\s*\n\s*/g, '\n').trim();

describe('The documentation', () => {
  it('has tables that say what the sources say', async () => {
    const { code, stderr } = await run(['--import', 'tsx', 'scripts/docs.ts', '--check']);
    assert.equal(code, 0, stderr);
  });

  it('shows the ten lines and the classic script as the demo has them', () => {
    const [tenLines, classic] = htmlOf('README.md');
    assert.ok(bare(readFileSync('demo/ten-lines.html', 'utf8')).includes(bare(tenLines ?? 'missing')));
    assert.ok(bare(readFileSync('demo/classic.html', 'utf8')).includes(bare(classic ?? 'missing')));
  });

  it('shows the Bootstrap recipe as the demo has it', () => {
    const recipe = readFileSync('demo/hosts/bootstrap-recipe.css', 'utf8').replace(/^\/\*.*\*\/\n/, '');
    assert.ok(readFileSync('docs/theming.md', 'utf8').includes(recipe));
    assert.match(recipe, /--lean-color-accent/);
  });

  for (const page of pages) {
    it(`links only to files that are there, in ${page}`, () => {
      const targets = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(
        (match) => match[1] ?? '',
      );
      const missing = targets.filter(
        (target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target)),
      );
      assert.deepEqual(missing, []);
    });

    it(`links only to headings that are there, in ${page}`, () => {
      const text = readFileSync(page, 'utf8');
      const headings = [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
        (match[1] ?? '')
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
      const anchors = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1] ?? '');
      assert.deepEqual(
        anchors.filter((anchor) => !headings.includes(anchor)),
        [],
      );
    });
  }
});
