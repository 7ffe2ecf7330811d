import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CSSResult } from 'lit';
import { readTokens } from '../../scripts/documented-tokens.js';
import * as theme from '../../src/theme/index.js';
import { TOKENS } from '../../src/theme/tokens.js';

/** Set by an element on itself, or by a rule for those below it; no host is meant to know them. */
const OWN = ['tone', 'ground', 'bank', 'bank-ground', 'months', 'first'];

const FOLDER = 'src/elements';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.styles.ts'),
);
const modules = await Promise.all(
  files.map((file) => import(pathToFileURL(`${FOLDER}/${file}`).href) as Promise<Record<string, unknown>>),
);

/** Every style sheet of every element, whenever it is loaded. */
const sheets = [theme, ...modules]
  .flatMap((module) => Object.values(module))
  .flat(Infinity)
  .filter((value) => value instanceof CSSResult);
const texts = [...new Set(sheets.map((sheet) => sheet.cssText))];
const used = new Set(
  texts.flatMap((text) => [...text.matchAll(/var\(--_([\w-]+)/g)].map((match) => match[1] ?? '')),
);

describe('the tokens', () => {
  it('are each documented in one line', () => {
    assert.equal(readTokens().length, Object.keys(TOKENS).length);
  });

  it('are each used by a style, and nothing else is', () => {
    const undeclared = [...used].filter((name) => !(name in TOKENS) && !OWN.includes(name));
    const unused = Object.keys(TOKENS).filter((name) => !used.has(name));
    assert.deepEqual({ undeclared, unused }, { undeclared: [], unused: [] });
  });

  it('are read under their public names with their defaults', () => {
    const declared = texts.find((text) => text.includes(':host{--_color-accent'));
    assert.ok(declared?.includes('--_size-row:var(--lean-size-row,56px);'));
  });

  it('hold every colour there is: styles name none of their own', () => {
    const colours = texts
      .filter((text) => !text.includes(':host{--_color-accent'))
      .flatMap((text) => text.match(/#[\da-f]{3,8}\b|\brgba?\(/gi) ?? []);
    // White below a bank's logo, which is made for it.
    assert.deepEqual([...new Set(colours)], ['#fff']);
  });
});
