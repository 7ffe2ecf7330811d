import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../src/domain/fold.js';
import { foldToOneByte, PLACEHOLDER } from '../../src/domain/transactions/one-byte.js';
import { anyText } from './support/transactions.js';

const golden: [sent: string, folded: string][] = [
  ['CARREFOUR City', 'carrefour city'],
  ['Crème BRÛLÉE', 'creme brulee'],
  ['İSTANBUL', 'istanbul'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['Кофе Ёлка', 'кофе елка'],
  ['أحمد إبراهيم آل', 'احمد ابراهيم ال'],
  ['ٱلإمارات', 'الامارات'],
  ['مسؤول', 'مسوول'],
  ['شاطئ', 'شاطي'],
  ['مقهى', 'مقهي'],
  ['صيدلية', 'صيدليه'],
  ['مُحَمَّد', 'محمد'],
  ['رحمٰن', 'رحمن'],
  ['كـــارفور', 'كارفور'],
  ['ﻻ', 'لا'],
  ['کارفور', 'كارفور'],
  ['١٢٣٫٤٥', '123.45'],
  ['۱۲۳', '123'],
  ['١٬٠٠٠', '1,000'],
  ['Ｆｕｌｌ　１２', 'full 12'],
  ['a\u00a0b', 'a b'],
  ['\u200fنون\u200e', 'نون'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['ﬁle', 'file'],
  ['कुल', 'कुल'],
  ['が', 'が'],
  ['한글', '한글'],
  ['שָׁלוֹם', 'שלום'],
  ['ไทย', 'ไทย'],
];

test('folds what people type for one another to the same text', () => {
  for (const [sent, folded] of golden) assert.equal(foldText(sent), folded.normalize('NFC'), sent);
});

test('keeps the vowel signs of scripts in which they are letters', () => {
  assert.notEqual(foldText('कुल'), foldText('कल'));
  assert.notEqual(foldText('が'), foldText('か'));
});

test('folds a folded text to itself, for every character but those that have no forms', () => {
  const ranges = [
    [0, 0x3400],
    [0xa000, 0xac00],
    [0xd800, 0x1fc00],
  ] as const;
  for (const [first, end] of ranges) {
    for (let codePoint = first; codePoint < end; codePoint += 1) {
      const folded = foldText(String.fromCodePoint(codePoint));
      if (foldText(folded) !== folded) assert.fail(`U+${codePoint.toString(16)} folds to ${folded}, and on`);
    }
  }
});

test('folds a composed text as it folds the text in pieces', () => {
  const pieces = fc.tuple(anyText, anyText);
  fc.assert(
    fc.property(pieces, ([one, other]) => {
      assert.equal(foldText(`${one} ${other}`), `${foldText(one)} ${foldText(other)}`);
    }),
  );
});

test('folds texts longer than one piece', () => {
  assert.equal(foldText('كارفورé'.repeat(3000)), 'كارفورe'.repeat(3000));
});

test('gives every letter of Latin-1 and Arabic a byte of its own', () => {
  const letters = new Set<string>();
  for (let code = 0; code < 0x700; code += 1) {
    if (code > 0xff && code < 0x600) continue;
    for (const letter of foldText(String.fromCodePoint(code))) letters.add(letter);
  }
  const bytes = new Map<string, string>();
  for (const letter of letters) {
    const byte = foldToOneByte(letter);
    assert.equal(byte.length, 1);
    assert.ok(byte <= '\xff', letter);
    if (byte === PLACEHOLDER) continue;
    assert.ok(!bytes.has(byte), `${letter} and ${bytes.get(byte) ?? ''} are both ${byte}`);
    bytes.set(byte, letter);
  }
  for (const letter of 'ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤ')
    assert.equal(bytes.has(foldToOneByte(letter)), true);
});

test('gives a folded text the same bytes as the text itself', () => {
  fc.assert(fc.property(anyText, (text) => assert.equal(foldToOneByte(foldText(text)), foldToOneByte(text))));
});

test('orders encoded Arabic as the alphabet does', () => {
  const letters = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهوي');
  assert.deepEqual(
    [...letters].reverse().sort((one, other) => (foldToOneByte(one) < foldToOneByte(other) ? -1 : 1)),
    letters,
  );
});
