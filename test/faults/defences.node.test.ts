import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { defences, faults, finished } from './defences/all.js';
import { removalsOf, without } from './defences/defence.js';

/** The titles of tests and of what holds them, as they are written. */
function titlesIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const titles = text.matchAll(/\b(?:describe|it)\(\s*(?:'((?:\\.|[^'\\])*)'|"([^"]*)"|`([^`]*)`)/g);
  return [...titles].map(([, single, double, template]) => (single ?? double ?? template ?? '').trim());
}

describe('The table of defences', () => {
  it('names a defence for every fault of a finished letter', () => {
    const held = new Set(defences.map(({ fault }) => fault));
    assert.deepEqual(
      faults.filter((fault) => finished.includes(fault.charAt(0)) && !held.has(fault)),
      [],
    );
  });

  it('names only faults of the catalogue, and each defence once', () => {
    const unknown = defences.filter(({ fault }) => !faults.includes(fault));
    assert.deepEqual(unknown, []);
    const names = defences.map(({ fault, what }) => `${fault} ${what}`);
    assert.deepEqual([...new Set(names)], names);
  });

  for (const defence of defences) {
    const { fault, what, test, named } = defence;

    it(`can remove ${fault} ${what}, and what is left can be read`, () => {
      for (const removal of removalsOf(defence)) {
        assert.ok(removal.file.startsWith('src/'), 'a defence lies in the source');
        const left = without(removal, readFileSync(removal.file, 'utf8'));
        const { diagnostics } = ts.transpileModule(left, { reportDiagnostics: true, fileName: removal.file });
        assert.deepEqual(
          diagnostics?.map(({ messageText }) => messageText),
          [],
        );
      }
    });

    it(`finds the test of ${fault} ${what}`, () => {
      assert.ok(existsSync(test) && !test.endsWith('.node.test.ts'), `${test} is no test of the browser`);
      const found = titlesIn(test).some((title) => title.includes(named));
      assert.ok(found, `no test in ${test} is named: ${named}`);
    });
  }
});
