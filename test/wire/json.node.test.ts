import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decimalText } from '../../src/domain/money.js';
import { parseJson } from '../../src/wire/json.js';

const digits = fc.stringMatching(/^[1-9]\d{0,24}$/);

describe('parseJson', () => {
  it('reads whatever JSON.parse reads when no number is long', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value, (_key, item: unknown) =>
          typeof item === 'number' && String(item).length > 14 ? 0 : item,
        );
        assert.deepEqual(parseJson(text), JSON.parse(text));
      }),
    );
  });

  it('keeps every digit of an amount, however long', () => {
    fc.assert(
      fc.property(
        digits,
        fc.stringMatching(/^\d{0,9}[1-9]$/),
        fc.boolean(),
        (whole, fraction, isNegative) => {
          const amount = `${isNegative ? '-' : ''}${whole}.${fraction}`;
          const body = parseJson(`{"list": [${amount}], "amount": ${amount} ,"after":1}`) as {
            amount: unknown;
            list: unknown[];
            after: unknown;
          };
          assert.equal(decimalText(body.amount), amount);
          assert.equal(decimalText(body.list[0]), amount);
          assert.equal(body.after, 1);
        },
      ),
    );
  });

  it('leaves text alone that looks like a long number', () => {
    const text = '{"a":"x: 12345678901234567890, \\"y\\": 98765432109876543210","b": 12345678901234567890}';
    assert.deepEqual(parseJson(text), {
      a: 'x: 12345678901234567890, "y": 98765432109876543210',
      b: '12345678901234567890',
    });
  });

  it('keeps short numbers as numbers beside a long one', () => {
    const text = '[0.0000000000000000000012, 9007199254740993.27, 1e2, -0.5]';
    assert.deepEqual(parseJson(text), [1.2e-21, '9007199254740993.27', 100, -0.5]);
  });

  it('refuses what is no JSON', () => {
    for (const text of ['', '{', '<html>', '{"a": 12345678901234567890', 'NaN']) {
      assert.throws(() => parseJson(text), SyntaxError);
    }
  });
});
