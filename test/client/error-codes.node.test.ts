import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { ERROR_CODES } from '../../src/domain/error-codes.js';
import { ERROR_GROUPS, ERROR_GUIDES } from '../../scripts/error-guide.js';
import { errorPage } from '../../scripts/error-page.js';

/** What an error's code stands in as the first argument. */
const MAKERS = new Set(['LeanError', 'answerError']);
/** Folders of the wing that reports errors, without those that only hold words for them. */
const REPORTING = ['wire', 'link', 'client', 'session', 'controllers', 'elements'];

const listed = Object.keys(ERROR_CODES);

const sources = REPORTING.flatMap((folder) =>
  readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('src', folder, file)),
).concat('src/domain/error.ts');

interface Found {
  code: string;
  file: string;
}

/** Every text that is given as a code where an error is made, whatever its declared type. */
function codesGiven(): Found[] {
  const found: Found[] = [];
  for (const file of sources) {
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext);
    const collect = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) found.push({ code: node.text, file });
      else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(collect);
      else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach(collect);
      else if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) collect(node.expression);
    };
    const visit = (node: ts.Node): void => {
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression)) {
        const [code] = node.arguments ?? [];
        if (MAKERS.has(node.expression.text) && code) collect(code);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return found;
}

/** Every text in the sources that reads like a code, be it thrown there or looked up in a table. */
function wordsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/'([a-z]+(?:_[a-z]+)*)'/g)].map((match) => match[1] ?? '');
}

describe('the closed list of error codes', () => {
  it('has every code with which an error is made', () => {
    const given = codesGiven();
    assert.ok(given.length > 20, 'the sources were read');
    assert.deepEqual(
      given.filter(({ code }) => !listed.includes(code)),
      [],
    );
  });

  it('has no code that nothing reports', () => {
    // Comparisons with a code do not report it.
    const reported = new Set(
      sources
        .filter((file) => !/src\/(?:elements|domain)\//.test(file))
        .flatMap(wordsOf)
        .concat(codesGiven().map(({ code }) => code)),
    );
    assert.deepEqual(
      listed.filter((code) => !reported.has(code)),
      [],
    );
  });

  it('is in docs/errors.md, each code with its words and advice', () => {
    const page = readFileSync('docs/errors.md', 'utf8');
    assert.equal(page, errorPage());
    const headings = [...page.matchAll(/^### (.+)$/gm)].map((match) => match[1]);
    assert.deepEqual(headings, listed);
    assert.deepEqual(Object.keys(ERROR_GUIDES), listed);
  });

  it('falls into groups whose first codes exist', () => {
    for (const { first } of ERROR_GROUPS) assert.ok(listed.includes(first), first);
  });
});
