import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatsOf } from '../../src/i18n/formats.js';
import { moneyText } from '../../src/i18n/money-format.js';

/** Thirty currencies that people of the Gulf meet, by the decimals ISO 4217 gives them. */
const NONE = ['JPY', 'KRW', 'VND', 'ISK', 'CLP', 'XOF', 'UGX'];
const TWO = [
  ...['AED', 'SAR', 'QAR', 'USD', 'EUR', 'GBP', 'INR', 'EGP', 'PHP', 'BDT', 'LKR', 'NPR', 'CNY', 'TRY'],
  ...['CHF', 'MAD', 'ZAR', 'SGD', 'THB'],
];
const THREE = ['KWD', 'BHD', 'OMR', 'JOD'];

/** An amount as a bank sends it, in Latin and in Arabic digits, by the decimals of its currency. */
const GOLDEN: [currencies: string[], amount: string, latn: string, arab: string][] = [
  [NONE, '-1234567', '−1,234,567', '−١٬٢٣٤٬٥٦٧'],
  [NONE, '12.5', '12.5', '١٢٫٥'],
  [TWO, '-1234567.5', '−1,234,567.50', '−١٬٢٣٤٬٥٦٧٫٥٠'],
  [TWO, '0.07', '0.07', '٠٫٠٧'],
  [TWO, '1000', '1,000.00', '١٬٠٠٠٫٠٠'],
  [THREE, '-1234567.5', '−1,234,567.500', '−١٬٢٣٤٬٥٦٧٫٥٠٠'],
  [THREE, '0.007', '0.007', '٠٫٠٠٧'],
];

test('writes amounts of thirty currencies in both languages and both kinds of digits', () => {
  assert.equal(new Set([...NONE, ...TWO, ...THREE]).size, 30);
  for (const [currencies, amount, latn, arab] of GOLDEN) {
    for (const currency of currencies) {
      for (const lang of ['en', 'ar', 'ar-SA', 'ar-AE']) {
        const write = (numerals: 'latn' | 'arab') => {
          const parts = formatsOf(lang, numerals).money({ amount, currency });
          return moneyText(parts).replaceAll('\u00a0', ' ');
        };
        assert.equal(write('latn'), `${currency} ${latn}`, `${currency} ${amount} in ${lang}`);
        assert.equal(write('arab'), `${currency} ${arab}`, `${currency} ${amount} in ${lang}`);
      }
    }
  }
});
