import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../src/domain/calendar.js';
import { DATE_PRESETS, presetOf, presetRange, type DatePreset } from '../../src/domain/date-presets.js';
import type { Region } from '../../src/domain/region.js';

/** Preset, today, country, first day, last day. */
const GOLDEN: [DatePreset, string, Region | null, string, string | null][] = [
  // 23 November 2026 is a Monday: in the Emirates a week begins, in Saudi Arabia one is a day old.
  ['this-week', '2026-11-23', 'ae', '2026-11-23', null],
  ['this-week', '2026-11-23', 'sa', '2026-11-22', null],
  ['this-week', '2026-11-23', null, '2026-11-23', null],
  // On Sunday the Emirates are at their weekend's end, Saudi Arabia is back at work.
  ['this-week', '2026-11-22', 'ae', '2026-11-16', null],
  ['this-week', '2026-11-22', 'sa', '2026-11-22', null],
  ['this-week', '2027-01-01', 'ae', '2026-12-28', null],
  ['last-week', '2026-11-23', 'ae', '2026-11-16', '2026-11-22'],
  ['last-week', '2026-11-23', 'sa', '2026-11-15', '2026-11-21'],
  ['this-month', '2026-11-30', 'ae', '2026-11-01', null],
  ['last-month', '2026-11-23', 'ae', '2026-10-01', '2026-10-31'],
  ['last-month', '2027-01-05', 'sa', '2026-12-01', '2026-12-31'],
  ['last-month', '2028-03-31', 'ae', '2028-02-01', '2028-02-29'],
  ['last-month', '2027-03-31', 'ae', '2027-02-01', '2027-02-28'],
  ['last-90-days', '2026-11-23', 'ae', '2026-08-26', null],
  ['this-year', '2026-11-23', 'ae', '2026-01-01', null],
  ['last-year', '2026-11-23', 'sa', '2025-01-01', '2025-12-31'],
  ['last-year', '2028-02-29', 'sa', '2027-01-01', '2027-12-31'],
];

test('gives the days of a preset as the country’s calendar has them', () => {
  for (const [preset, today, region, from, to] of GOLDEN) {
    assert.deepEqual(
      presetRange(preset, today, region),
      { from, to },
      `${preset} on ${today}, ${String(region)}`,
    );
  }
});

test('finds the preset that a range is, on every day of four years', () => {
  for (let day = '2026-01-01'; day < '2030-01-01'; day = addDays(day, 1)) {
    for (const region of ['ae', 'sa'] as const) {
      for (const preset of DATE_PRESETS) {
        const range = presetRange(preset, day, region);
        const found = presetOf(range, day, region);
        assert.ok(found);
        assert.deepEqual(presetRange(found, day, region), range);
      }
    }
  }
});

test('finds none for days of the customer’s own choice', () => {
  assert.equal(presetOf({ from: '2026-11-03', to: '2026-11-05' }, '2026-11-23', 'ae'), null);
});
