import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsOf } from '../../src/i18n/formats.js';
import { moneyText, type SignDisplay } from '../../src/i18n/money-format.js';

const english = formatsOf('en', 'latn');
const arabic = formatsOf('ar', 'latn');
const MINUTE_MS = 60_000;

async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!isTrue()) {
    assert.ok(performance.now() < end, 'waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('money', () => {
  const golden: [amount: string, currency: string, sign: SignDisplay, en: string, arab: string][] = [
    ['15035.85', 'SAR', 'auto', 'SAR 15,035.85', 'SAR ١٥٬٠٣٥٫٨٥'],
    ['-312.4', 'AED', 'auto', 'AED −312.40', 'AED −٣١٢٫٤٠'],
    ['18500', 'AED', 'always', 'AED +18,500.00', 'AED +١٨٬٥٠٠٫٠٠'],
    ['-18500', 'AED', 'never', 'AED 18,500.00', 'AED ١٨٬٥٠٠٫٠٠'],
    ['0', 'AED', 'always', 'AED 0.00', 'AED ٠٫٠٠'],
    ['1.5', 'KWD', 'auto', 'KWD 1.500', 'KWD ١٫٥٠٠'],
    ['1200', 'JPY', 'auto', 'JPY 1,200', 'JPY ١٬٢٠٠'],
    ['9007199254740993.27', 'USD', 'auto', 'USD 9,007,199,254,740,993.27', 'USD ٩٬٠٠٧٬١٩٩٬٢٥٤٬٧٤٠٬٩٩٣٫٢٧'],
    ['12.3456', 'AED', 'auto', 'AED 12.3456', 'AED ١٢٫٣٤٥٦'],
    ['7', 'POINTS', 'auto', 'POINTS 7', 'POINTS ٧'],
    ['7.25', '', 'auto', '7.25', '٧٫٢٥'],
  ];

  for (const [amount, currency, sign, latn, arab] of golden) {
    it(`writes ${amount} ${currency || 'of no currency'} (${sign}) exactly in both digits`, () => {
      const line = (text: string) => text.replaceAll('\u00a0', ' ');
      assert.equal(line(english.moneyText({ amount, currency }, sign)), latn);
      assert.equal(line(formatsOf('ar', 'arab').moneyText({ amount, currency }, sign)), arab);
    });
  }

  it('comes in parts, so that the currency can be set more quietly', () => {
    const parts = english.money({ amount: '-89', currency: 'AED' });
    assert.deepEqual(parts, {
      sign: '−',
      currency: 'AED',
      code: 'AED',
      isCurrencyLast: false,
      number: '89.00',
    });
    assert.equal(moneyText(parts), 'AED\u00a0−89.00');
  });
});

describe('names and signs of currencies', () => {
  it('are asked for again where they did not come', async (context) => {
    const warn = context.mock.method(console, 'warn', () => undefined);
    const one = { amount: '1', currency: 'KWD' };
    const named = () => formatsOf('en', 'latn', 'name').money(one).currency;
    // Node draws nothing: looking for the signs throws.
    assert.equal(named(), 'KWD');
    await until(() => warn.mock.callCount() === 1);
    const page = {
      fonts: { load: () => Promise.resolve([]) },
      createElement: () => ({ getContext: () => null }),
    };
    Object.assign(globalThis, { document: page, getComputedStyle: () => ({ fontFamily: 'serif' }) });
    context.after(() => {
      Reflect.deleteProperty(globalThis, 'document');
      Reflect.deleteProperty(globalThis, 'getComputedStyle');
    });
    await until(() => named() === 'Kuwaiti dinars');
  });
});

describe('days', () => {
  const today = '2026-11-23';

  it('are headed by today and yesterday, then by their weekday', () => {
    const days = ['2026-11-23', '2026-11-22', '2026-11-21'];
    assert.deepEqual(
      days.map((day) => english.heading(day, today)),
      ['Today, 23 November', 'Yesterday, 22 November', 'Saturday, 21 November'],
    );
    assert.deepEqual(
      days.map((day) => arabic.heading(day, today)),
      ['اليوم، 23 نوفمبر', 'أمس، 22 نوفمبر', 'السبت، 21 نوفمبر'],
    );
  });

  it('carry their year when it is not this one', () => {
    assert.equal(english.heading('2025-02-01', today), 'Saturday, 1 February 2025');
    assert.equal(english.day('2025-12-31', today), '31 December 2025');
    assert.equal(english.day('2026-11-21', today), '21 November');
  });

  it('do not move with the zone of whoever reads', () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      assert.equal(english.date('2021-01-31'), '31 January 2021');
    } finally {
      process.env['TZ'] = before;
    }
  });

  it('follow the order of a region the page names', () => {
    assert.equal(formatsOf('en-US', 'latn').date('2026-11-21'), 'November 21, 2026');
  });

  it('stay Gregorian where the locale’s own calendar is another', () => {
    assert.equal(formatsOf('ar-SA', 'latn').date('2026-11-21'), '21 نوفمبر 2026');
  });

  it('are Hijri where the lang asks for it, while months stay those of statements', () => {
    const hijri = formatsOf('ar-SA-u-ca-islamic-umalqura', 'latn');
    assert.equal(hijri.date('2026-11-23'), '13 جمادى الآخرة 1448 هـ');
    assert.equal(hijri.heading('2026-11-22', '2026-11-23'), 'أمس، 12 جمادى الآخرة');
    assert.equal(hijri.month('2026-11-23'), 'نوفمبر 2026');
    assert.match(formatsOf('en-u-ca-islamic-umalqura', 'arab').date('2026-11-23'), /١٤٤٨/);
  });

  it('carry their Hijri year when it is not this one, though the Gregorian year is', () => {
    const hijri = formatsOf('en-SA-u-ca-islamic-umalqura', 'latn');
    assert.match(hijri.day('2026-06-01', '2026-11-23'), /1447/);
    assert.doesNotMatch(hijri.day('2026-07-01', '2026-11-23'), /1448/);
  });

  it('leave the lang’s other wishes out: its digits are the provider’s', () => {
    assert.equal(formatsOf('ar-SA-u-nu-arab', 'latn').number(1234), '1,234');
  });

  it('tell a moment in the zone asked for', () => {
    const time = Date.parse('2026-11-21T21:30:00Z');
    assert.match(english.moment(time, 'Asia/Dubai'), /22 November 2026.*1:30/);
    assert.match(english.moment(time, 'Asia/Riyadh'), /22 November 2026.*12:30/);
  });

  it('tell how long ago in the largest whole unit, and nothing under a minute', () => {
    const now = Date.parse('2026-11-23T10:00:00Z');
    const ago = (minutes: number) => english.ago(now - minutes * MINUTE_MS, now);
    assert.deepEqual([0.5, 4, 125, 24 * 60, 3 * 24 * 60].map(ago), [
      null,
      '4 minutes ago',
      '2 hours ago',
      'yesterday',
      '3 days ago',
    ]);
  });
});

describe('a page’s own lang', () => {
  it('that is no language tag does not break the formats', () => {
    assert.equal(formatsOf('xx-invalid-', 'latn').number(1234), '1,234');
  });

  it('leads to the same formats each time', () => {
    assert.equal(formatsOf('ar-AE', 'latn'), formatsOf('ar-AE', 'latn'));
  });
});
