import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CSSResult } from 'lit';
import { readTokens } from '../../scripts/documented-tokens.js';
import { styles as accounts } from '../../src/elements/lean-accounts/lean-accounts.styles.js';
import { styles as button } from '../../src/elements/lean-connect-button/lean-connect-button.styles.js';
import { styles as transactions } from '../../src/elements/lean-transactions/lean-transactions.styles.js';
import { TOKENS } from '../../src/theme/tokens.js';

/** Set by an element on itself, or by a rule for those below it; no host is meant to know them. */
const OWN = ['tone', 'ground', 'bank', 'bank-ground'];

const sheets = [accounts, button, transactions].flat(Infinity as 1) as CSSResult[];
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
    assert.deepEqual(colours, ['#fff']);
  });
});
