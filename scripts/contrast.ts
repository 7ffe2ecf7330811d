/**
 * Prints the contrast of every pair of the default look and of the presets; exits 1 when one is below WCAG 2.2 AA.
 *
 *     npm run contrast
 */
import { readdirSync, readFileSync } from 'node:fs';
import { tokens } from '../src/theme/tokens.js';
import { openBrowser } from '../test/journey/support/visit.js';
import { declarationsOf, GROUNDS, measurePairs, PAIRS, type Measured } from './contrast-pairs.js';

const PRESETS = 'src/theme/presets';

/** What WCAG calls AAA for text, which this preset promises. */
const STRICT = { look: 'high-contrast', text: 7 };

const defaults = declarationsOf(tokens.cssText);
const looks = new Map([['default', defaults]]);
for (const file of readdirSync(PRESETS)) {
  const preset = readFileSync(`${PRESETS}/${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  looks.set(file.replace('.css', ''), declarationsOf(preset) + defaults);
}

const browser = await openBrowser();
let tooFaint = 0;
try {
  const page = await browser.newPage();
  // The loader that runs this script names functions through a helper of its own, which a page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  for (const [look, text] of looks) {
    const isStrict = look === STRICT.look;
    const pairs = PAIRS.map((pair) => ({
      ...pair,
      least: isStrict && pair.least > 3 ? STRICT.text : pair.least,
    }));
    const columns: Measured[][] = [];
    for (const ground of Object.values(GROUNDS)) {
      columns.push(await page.evaluate(measurePairs, pairs, text, ground));
    }
    print(look, columns);
  }
} finally {
  await browser.close();
}
console.log(
  `\n${String(PAIRS.length * Object.keys(GROUNDS).length * looks.size)} pairs, ${String(tooFaint)} too faint`,
);
process.exitCode = tooFaint > 0 ? 1 : 0;

function print(look: string, columns: readonly Measured[][]): void {
  console.log(
    `\n${look.padEnd(30)}least ${Object.keys(GROUNDS)
      .map((name) => name.padStart(8))
      .join('')}`,
  );
  for (const [row, { name, least }] of (columns[0] ?? []).entries()) {
    const cells = columns.map((column) => cell(column[row]));
    console.log(`  ${name.padEnd(28)}${least.toFixed(1).padStart(5)} ${cells.join('')}`);
  }
}

/** A ratio cut, not rounded, to two decimals; a star marks what is too faint. */
function cell(measured: Measured | undefined): string {
  const { ratio = 0, least = 0 } = measured ?? {};
  if (ratio < least) tooFaint += 1;
  return `${ratio < least ? '*' : ''}${(Math.floor(ratio * 100) / 100).toFixed(2)}`.padStart(8);
}
