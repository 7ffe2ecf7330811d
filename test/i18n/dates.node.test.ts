/** Golden table of dates: the instant a bank sends, the day it is booked on in each zone, and what is read in each language. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, dateInZone } from '../../src/domain/calendar.js';
import { formatsOf } from '../../src/i18n/formats.js';

const TODAY = '2026-11-23';
const CALENDARS = { en: formatsOf('en', 'latn'), ar: formatsOf('ar', 'latn'), arab: formatsOf('ar', 'arab') };

const DAYS = {
  '2025-02-28': { en: '28 February 2025', ar: '28 فبراير 2025', arab: '٢٨ فبراير ٢٠٢٥' },
  '2025-03-01': { en: '1 March 2025', ar: '1 مارس 2025', arab: '١ مارس ٢٠٢٥' },
  '2024-02-29': { en: '29 February 2024', ar: '29 فبراير 2024', arab: '٢٩ فبراير ٢٠٢٤' },
  '2024-03-01': { en: '1 March 2024', ar: '1 مارس 2024', arab: '١ مارس ٢٠٢٤' },
  '2026-01-31': { en: '31 January', ar: '31 يناير', arab: '٣١ يناير' },
  '2026-02-01': { en: '1 February', ar: '1 فبراير', arab: '١ فبراير' },
  '2026-04-30': { en: '30 April', ar: '30 أبريل', arab: '٣٠ أبريل' },
  '2026-05-01': { en: '1 May', ar: '1 مايو', arab: '١ مايو' },
  '2026-08-31': { en: '31 August', ar: '31 أغسطس', arab: '٣١ أغسطس' },
  '2026-09-01': { en: '1 September', ar: '1 سبتمبر', arab: '١ سبتمبر' },
  '2025-12-31': { en: '31 December 2025', ar: '31 ديسمبر 2025', arab: '٣١ ديسمبر ٢٠٢٥' },
  '2026-01-01': { en: '1 January', ar: '1 يناير', arab: '١ يناير' },
} satisfies Record<string, Record<keyof typeof CALENDARS, string>>;
type Day = keyof typeof DAYS;

const GOLDEN: [sent: string, why: string, dubai: Day, riyadh: Day][] = [
  // A bank's own midnight, shifted to UTC: 20:00 is Dubai's, 21:00 is Riyadh's.
  ['2025-02-28T20:00:00Z', 'midnight of March in Dubai', '2025-03-01', '2025-02-28'],
  ['2025-02-28T21:00:00Z', 'midnight of March in Riyadh', '2025-03-01', '2025-03-01'],
  ['2024-02-28T21:00:00Z', 'the leap day has begun in both', '2024-02-29', '2024-02-29'],
  ['2024-02-29T19:59:59Z', 'the last second of the leap day in Dubai', '2024-02-29', '2024-02-29'],
  ['2024-02-29T20:00:00.000Z', 'the leap day is over in Dubai alone', '2024-03-01', '2024-02-29'],
  ['2026-01-31T19:59:59.999999999Z', 'nanoseconds before February in Dubai', '2026-01-31', '2026-01-31'],
  ['2026-01-31T20:59:59Z', 'the last second of January in Riyadh', '2026-02-01', '2026-01-31'],
  ['2026-04-30T21:00:00Z', 'May has begun in both', '2026-05-01', '2026-05-01'],
  ['2026-05-01T00:30:00+04:00', 'half an hour of May in Dubai', '2026-05-01', '2026-04-30'],
  ['2026-04-30T23:30:00+0300', 'half an hour before May in Riyadh', '2026-05-01', '2026-04-30'],
  ['2026-08-31T00:00:00Z', 'midnight UTC, sent for the day itself', '2026-08-31', '2026-08-31'],
  ['2026-09-01T00:00:00Z', 'midnight UTC of the next month', '2026-09-01', '2026-09-01'],
  ['2025-12-31T20:00:00Z', 'the new year in Dubai', '2026-01-01', '2025-12-31'],
  ['2025-12-31T21:00:00Z', 'the new year in Riyadh', '2026-01-01', '2026-01-01'],
  ['2025-12-31', 'a day without a time', '2025-12-31', '2025-12-31'],
  ['2025-12-31T23:59:59', 'a time without a zone', '2025-12-31', '2025-12-31'],
];

describe('the day of a booking', () => {
  for (const [sent, why, dubai, riyadh] of GOLDEN) {
    it(`is read from ${sent} in both zones and both languages: ${why}`, () => {
      for (const [zone, day] of [
        ['Asia/Dubai', dubai],
        ['Asia/Riyadh', riyadh],
      ] as const) {
        assert.equal(dateInZone(sent, zone), day, zone);
        for (const lang of ['en', 'ar', 'arab'] as const)
          assert.equal(CALENDARS[lang].day(day, TODAY), DAYS[day][lang]);
      }
    });
  }
});

describe('the day before the first of a month', () => {
  const ENDS: [first: string, last: string][] = [
    ['2024-03-01', '2024-02-29'],
    ['2025-03-01', '2025-02-28'],
    ['2026-01-01', '2025-12-31'],
    ['2026-05-01', '2026-04-30'],
    ['2026-09-01', '2026-08-31'],
  ];
  for (const [first, last] of ENDS) {
    it(`${first} is ${last}`, () => {
      assert.equal(addDays(first, -1), last);
      assert.equal(addDays(last, 1), first);
    });
  }
});
