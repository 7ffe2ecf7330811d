import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arabicMeaning } from '../../demo/assets/lib/scenario-meanings-ar.js';
import { listScenarios } from '../../src/simulator/scenarios.js';

test('says in Arabic what each scenario means, each in words of its own', () => {
  const said = listScenarios().map(({ name }) => arabicMeaning(name));
  assert.deepEqual(
    listScenarios().filter((_, at) => !/\p{Script=Arabic}/u.test(said[at] ?? '')),
    [],
  );
  assert.equal(new Set(said).size, said.length);
});

test('keeps the codes and headers that an English meaning names', () => {
  for (const { name, meaning } of listScenarios()) {
    for (const code of meaning.match(/[A-Z]+_[A-Z_]+|Retry-After|\b[2-5]\d\d\b/g) ?? [])
      assert.ok(arabicMeaning(name)?.includes(code), `${name}: ${code}`);
  }
});
