import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addDays, dateInZone } from '../../src/domain/calendar.js';
import { warmFormats } from '../../src/elements/lean-transactions/warm-formats.js';
import { formatsOf } from '../../src/i18n/index.js';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const ZONE = 'Asia/Dubai';

/** How often work makes an object of Intl. */
function countMade(work: () => void): number {
  const kept = { ...Object.getOwnPropertyDescriptors(Intl) };
  let count = 0;
  for (const name of ['DateTimeFormat', 'NumberFormat', 'PluralRules', 'RelativeTimeFormat'] as const) {
    Object.defineProperty(Intl, name, {
      configurable: true,
      writable: true,
      value: new Proxy<new (...args: never[]) => object>(Intl[name], {
        construct: (target, args) => {
          count += 1;
          return Reflect.construct(target, args) as object;
        },
      }),
    });
  }
  try {
    work();
  } finally {
    Object.defineProperties(Intl, kept);
  }
  return count;
}

it('makes all formatters that first rows need before there is a row', () => {
  const format = formatsOf('en', 'latn');
  assert.ok(countMade(() => Array.from(warmFormats(format, NOW, ZONE))) > 5);
  const today = '2026-11-23';
  const more = countMade(() => {
    for (const day of [today, addDays(today, -1), '2026-10-02', '2024-02-29']) {
      format.heading(day, today);
      format.day(day, today);
      format.month(day);
    }
    format.count(50);
    format.money({ amount: '12.5', currency: 'AED' });
    dateInZone('2026-11-20T22:00:00Z', ZONE);
  });
  assert.equal(more, 0);
});
