import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  absoluteAmount,
  addAmounts,
  compareAmounts,
  decimalText,
  isNegative,
  negateAmount,
  totalsByCurrency,
  type Money,
} from '../../src/domain/money.js';

/** Units and a scale, from which an amount can be written and checked without our own code. */
const parts = fc.record({
  units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  scale: fc.nat({ max: 6 }),
});

function written({ units, scale }: { units: bigint; scale: number }): string {
  const text = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${text.slice(text.length - scale)}`}`;
}

const amount = parts.map((each) => decimalText(written(each)) ?? assert.fail('not decimal'));
const millionths = ({ units, scale }: { units: bigint; scale: number }): bigint =>
  units * 10n ** BigInt(6 - scale);

describe('decimalText', () => {
  for (const [sent, read] of [
    [0, '0'],
    [-0, '0'],
    ['-0.00', '0'],
    [1934, '1934'],
    [2180.0, '2180'],
    [439.85, '439.85'],
    [-57.5, '-57.5'],
    ['0057.500', '57.5'],
    [' 12 ', '12'],
    ['+3', '3'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    ['1.5E3', '1500'],
    ['-1.25e-1', '-0.125'],
  ] as const) {
    it(`reads ${JSON.stringify(sent)} as ${read}`, () => {
      assert.equal(decimalText(sent), read);
    });
  }

  it('is null for what is no decimal number', () => {
    const values = [
      '',
      ' ',
      '.5',
      '1.',
      '1,5',
      '0x10',
      'NaN',
      '--1',
      '1e31',
      '1e999999999',
      '١٢',
      '1 2',
      '1e',
    ];
    for (const value of [...values, NaN, Infinity, null, undefined, true, {}, [], [1], 5n]) {
      assert.equal(decimalText(value), null);
    }
  });

  it('is the shortest text of the same number', () => {
    fc.assert(
      fc.property(amount, (text) => {
        assert.equal(decimalText(text), text);
        assert.match(text, /^(?:0|-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?)$/);
        assert.notEqual(text, '-0');
      }),
    );
  });

  it('keeps every double as it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (value) => {
        const text = decimalText(value);
        if (Math.abs(value) > 1e-20 || value === 0) assert.equal(Number(text), value === 0 ? 0 : value);
      }),
    );
  });
});

describe('sums', () => {
  it('are exact, whatever the scales', () => {
    fc.assert(
      fc.property(fc.array(parts), (list) => {
        const sum = addAmounts(list.map((each) => decimalText(written(each)) ?? ''));
        const units = list.reduce((total, each) => total + millionths(each), 0n);
        assert.equal(sum, decimalText(written({ units, scale: 6 })));
      }),
    );
  });

  it('do what floats cannot', () => {
    assert.equal(addAmounts(['0.1', '0.2']), '0.3');
    assert.equal(addAmounts(['9007199254740993.27', '0.01']), '9007199254740993.28');
    assert.equal(addAmounts([]), '0');
  });

  it('do not depend on order', () => {
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        assert.equal(addAmounts(amounts), addAmounts([...amounts].reverse()));
      }),
    );
  });

  it('never mix currencies', () => {
    const money = fc.record({ amount, currency: fc.constantFrom('AED', 'SAR', 'KWD', '') });
    fc.assert(
      fc.property(fc.array(money), (list: Money[]) => {
        const totals = totalsByCurrency(list);
        assert.deepEqual(
          totals.map(({ currency }) => currency),
          [...new Set(list.map(({ currency }) => currency))],
        );
        for (const { currency, amount: total } of totals) {
          const own = list.filter((each) => each.currency === currency).map((each) => each.amount);
          assert.equal(total, addAmounts(own));
        }
      }),
    );
  });
});

describe('signs and order', () => {
  it('order amounts as numbers do', () => {
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const order = compareAmounts(decimalText(written(left)) ?? '', decimalText(written(right)) ?? '');
        const difference = millionths(left) - millionths(right);
        assert.equal(order, difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });

  it('cancel out', () => {
    fc.assert(
      fc.property(amount, (text) => {
        assert.equal(negateAmount(negateAmount(text)), text);
        assert.equal(addAmounts([text, negateAmount(text)]), '0');
        assert.equal(isNegative(absoluteAmount(text)), false);
        assert.equal(isNegative(text), compareAmounts(text, '0') < 0);
      }),
    );
  });
});
