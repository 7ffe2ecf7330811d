import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GivenList } from '../../src/elements/lean-transactions/given-list.js';
import { sampleTransaction } from '../support/samples.js';

test('keeps a list until its rows lie elsewhere, and knows it while the page does', () => {
  const given = new GivenList();
  assert.equal(given.isThere, false);
  const list = [sampleTransaction()];
  given.list = list;
  assert.equal(given.kept, list);
  given.release(() => []);
  assert.equal(given.kept, null);
  assert.equal(given.list, list);
  assert.equal(given.isThere, true);
  given.list = null;
  assert.equal(given.isThere, false);
  assert.equal(given.list, null);
});

test('has no list when a framework says undefined', () => {
  const given = new GivenList();
  given.list = [sampleTransaction()];
  given.list = undefined;
  assert.equal(given.isThere, false);
  assert.equal(given.list, null);
});

test('puts a list together again that the page has let go', (context) => {
  const original = globalThis.WeakRef;
  // What the collector does in its own time, at once.
  globalThis.WeakRef = class {
    deref(): undefined {
      return undefined;
    }
  } as unknown as typeof WeakRef;
  context.after(() => {
    globalThis.WeakRef = original;
  });
  const given = new GivenList();
  given.list = [sampleTransaction()];
  const restored = [sampleTransaction({ transactionId: 'restored' })];
  given.release(() => restored);
  assert.equal(given.list, restored);
});
