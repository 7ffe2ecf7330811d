import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AskedDays } from '../../src/elements/lean-transactions/asked-days.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const MAY = { from: '2026-05-01', to: '2026-05-31' };
const EVER = { from: null, to: null };

test('keeps what was asked for when a filter narrows, and takes in what it widens to', () => {
  const days = new AskedDays();
  days.ask('one', MAY);
  assert.deepEqual(days.range, MAY);
  days.ask('one', { from: '2026-04-01', to: '2026-05-10' });
  assert.deepEqual(days.range, { from: '2026-04-01', to: '2026-05-31' });
  days.ask('one', { from: null, to: '2026-12-31' });
  assert.deepEqual(days.range, { from: null, to: '2026-12-31' });
  days.ask('one', MAY);
  assert.deepEqual(days.range, { from: null, to: '2026-12-31' });
});

test('does not read three years of an account because another was once looked at for three years', () => {
  const days = new AskedDays();
  days.ask('one', EVER);
  days.ask('other', YEAR);
  assert.deepEqual(days.range, YEAR);
  days.ask('other', EVER);
  assert.deepEqual(days.range, EVER);
});
