import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  dateInZone,
  dayAt,
  instantOf,
  isCalendarDate,
  yearsBefore,
} from '../../src/domain/calendar.js';
import { isTimeZone } from '../../src/domain/time-zone.js';

const DUBAI = 'Asia/Dubai';
const RIYADH = 'Asia/Riyadh';
const HOUR_MS = 3_600_000;
const OFFSETS = { [DUBAI]: 4 * HOUR_MS, [RIYADH]: 3 * HOUR_MS } as const;

const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });
const day = time.map((each) => new Date(each).toISOString().slice(0, 10));

describe('a day that exists', () => {
  it('is told from one that does not', () => {
    for (const good of ['2024-02-29', '2026-11-23', '1990-01-01', '9999-12-31'])
      assert.ok(isCalendarDate(good));
    for (const bad of [
      '2025-02-30',
      '2023-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-11-23T',
      '',
      'x',
    ]) {
      assert.equal(isCalendarDate(bad), false, bad);
    }
  });
});

describe('the day of a booking', () => {
  it('is a day that can be written, however far off the instant', () => {
    for (const [zone] of Object.entries(OFFSETS)) {
      assert.equal(dateInZone('9999-12-31T23:59:59Z', zone), '9999-12-31');
      assert.equal(dateInZone('9999-12-31T10:00:00Z', zone), '9999-12-31');
      assert.equal(dateInZone('0999-12-31T23:59:59Z', zone), '1000-01-01');
      assert.equal(dateInZone('0100-01-02T00:00:00Z', zone), '0100-01-02');
    }
    assert.equal(addDays('9999-12-31', 1), '9999-12-31');
  });

  for (const [zone, offset] of Object.entries(OFFSETS)) {
    it(`is the day in ${zone}, for every instant`, () => {
      fc.assert(
        fc.property(time, (each) => {
          const expected = new Date(each + offset).toISOString().slice(0, 10);
          assert.equal(dateInZone(new Date(each).toISOString(), zone), expected);
          assert.equal(dayAt(each, zone), expected);
        }),
      );
    });

    it(`is found again when a bank's midnight in ${zone} was shifted to UTC`, () => {
      fc.assert(
        fc.property(day, (booked) => {
          const shifted = new Date(Date.parse(`${booked}T00:00:00Z`) - offset).toISOString();
          assert.equal(dateInZone(shifted, zone), booked);
          assert.equal(dateInZone(shifted.replace(/\.\d+Z$/, 'Z'), zone), booked);
        }),
      );
    });

    it(`is the same day when midnight UTC was sent for it in ${zone}`, () => {
      fc.assert(
        fc.property(day, (booked) => {
          assert.equal(dateInZone(`${booked}T00:00:00Z`, zone), booked);
        }),
      );
    });
  }

  it('is the day itself when no zone is named', () => {
    fc.assert(
      fc.property(day, (booked) => {
        assert.equal(dateInZone(booked, RIYADH), booked);
        assert.equal(dateInZone(`${booked}T23:59:59.999`, DUBAI), booked);
      }),
    );
  });

  it('follows a zone with daylight saving', () => {
    assert.equal(dateInZone('2026-03-29T22:30:00Z', 'Europe/Berlin'), '2026-03-30');
    assert.equal(dateInZone('2026-01-29T22:30:00Z', 'Europe/Berlin'), '2026-01-29');
    assert.equal(dateInZone('2021-01-31T00:00:00Z', 'America/New_York'), '2021-01-30');
  });

  it('knows offsets with and without a colon, and Lean nanoseconds', () => {
    assert.equal(dateInZone('2026-05-10T23:30:00+04:00', DUBAI), '2026-05-10');
    assert.equal(dateInZone('2026-05-10T23:30:00+0400', RIYADH), '2026-05-10');
    assert.equal(dateInZone('2026-05-13T21:42:30.487549603Z', DUBAI), '2026-05-14');
    assert.equal(dateInZone('2026-05-13 10:00', DUBAI), '2026-05-13');
  });

  it('is null for what is no date', () => {
    for (const bad of [
      '',
      'soon',
      '2025-02-30T00:00:00Z',
      '2026-05-13T25:00:00Z',
      '13/05/2026',
      '1747130400000',
    ]) {
      assert.equal(dateInZone(bad, DUBAI), null, bad);
    }
  });
});

describe('an instant', () => {
  it('is read to the millisecond', () => {
    assert.equal(instantOf('2026-05-13T19:42:30.487549603Z'), Date.UTC(2026, 4, 13, 19, 42, 30, 487));
    assert.equal(instantOf('2026-05-13T19:42:30.75Z'), Date.UTC(2026, 4, 13, 19, 42, 30, 750));
    assert.equal(instantOf('2026-05-13T23:42+0400'), Date.UTC(2026, 4, 13, 19, 42));
    assert.equal(instantOf('2026-05-13'), Date.UTC(2026, 4, 13));
  });

  it('is null for what is none', () => {
    for (const bad of [null, '', 'x', '2025-02-30', '2025-02-30T00:00:00Z'])
      assert.equal(instantOf(bad), null);
  });
});

describe('counting days and years', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2000, max: 2000 }), (from, days) => {
        assert.equal(addDays(addDays(from, days), -days), from);
        assert.ok(isCalendarDate(addDays(from, days)));
      }),
    );
  });

  it('keeps month and day over years, but for 29 February', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, years) => {
        const before = yearsBefore(from, years);
        assert.ok(isCalendarDate(before), before);
        assert.equal(Number(from.slice(0, 4)) - Number(before.slice(0, 4)), years);
        const monthAndDay =
          from.slice(5) === '02-29' && before.slice(5) !== '02-29' ? '02-28' : from.slice(5);
        assert.equal(before.slice(5), monthAndDay);
      }),
      {
        examples: [
          ['2024-02-29', 5],
          ['2024-02-29', 3],
          ['2024-02-29', 4],
        ],
      },
    );
  });

  it('knows which zones there are', () => {
    assert.ok(isTimeZone(DUBAI));
    assert.equal(isTimeZone('Asia/Nowhere'), false);
  });
});
