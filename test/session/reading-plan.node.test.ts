import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar.js';
import { readingWindows } from '../../src/session/reading-plan.js';

const TODAY = '2026-11-23';

describe('readingWindows', () => {
  it('starts with the newest month and leaves its end open', () => {
    const [first] = readingWindows({ from: null, to: null }, TODAY);
    assert.deepEqual(first, { startDate: '2026-10-23', endDate: null });
  });

  it('reaches back three years and one day when no first day is set', () => {
    const last = readingWindows({ from: null, to: null }, TODAY).at(-1);
    assert.equal(last?.startDate, '2023-11-22');
  });

  it('asks one day more at the early end, where a Gulf day begins in the UTC day before', () => {
    const last = readingWindows({ from: '2026-11-01', to: null }, TODAY).at(-1);
    assert.equal(last?.startDate, '2026-10-31');
  });

  it('never asks for an end in the future, not even where a clock is a little ahead', () => {
    for (const to of ['2027-01-31', TODAY]) {
      const [first] = readingWindows({ from: null, to }, TODAY);
      assert.equal(first?.endDate, null);
    }
  });

  it('asks nothing when the first day lies in the future', () => {
    assert.deepEqual(readingWindows({ from: '2026-12-24', to: null }, TODAY), []);
  });

  it('leaves no day out, whatever the range', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2022-01-01', days));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = [one, other].sort();
        if (from === undefined || to === undefined || from > TODAY) return;
        const windows = readingWindows({ from, to }, TODAY);
        let reached = to < TODAY ? to : TODAY;
        for (const { startDate, endDate } of windows) {
          assert.ok((endDate ?? TODAY) >= reached, 'a window begins where the newer one ended');
          assert.ok(startDate <= (endDate ?? TODAY));
          reached = startDate;
        }
        assert.equal(reached, addDays(from, -1));
      }),
    );
  });
});
