import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planChart } from '../../src/elements/lean-spending/chart-scales.js';
import { ticksBetween } from '../../src/elements/lean-spending/ticks.js';

const amount = fc.integer({ min: 0, max: 10_000_000 }).map((minor) => minor / 100);
const anyMonths = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }).map((flows) =>
  flows.map(([received, spent], index) => ({
    month: `2026-${String(index + 1).padStart(2, '0')}`,
    total: { in: String(received), out: String(spent), net: String(received - spent), count: 1 },
  })),
);

test('marks round values, zero among them, around everything shown and not many', () => {
  fc.assert(
    fc.property(amount, amount, (out, received) => {
      const ticks = ticksBetween(-out, received);
      assert.ok(ticks.includes(0) || ticks.some((tick) => Object.is(tick, -0)));
      assert.ok(ticks[0]! <= -out && ticks.at(-1)! >= received);
      assert.ok(ticks.length >= 2 && ticks.length <= 13);
      const step = ticks[1]! - ticks[0]!;
      assert.match((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toFixed(3), /^(1|2|5)\.000$/);
    }),
  );
});

test('draws nothing moved as an empty axis, not as an error', () => {
  assert.deepEqual(ticksBetween(0, 0), [0, 1]);
  const plan = planChart(
    [{ month: '2026-11', total: { in: '0', out: '0', net: '0', count: 0 } }],
    100,
    false,
  );
  assert.deepEqual([plan.months[0]!.in.height, plan.months[0]!.out.height], [0, 0]);
});

test('keeps every bar inside the picture and in proportion to its amount', () => {
  fc.assert(
    fc.property(anyMonths, fc.boolean(), (months, isRightToLeft) => {
      const plan = planChart(months, 200, isRightToLeft);
      const most = Math.max(...months.flatMap(({ total }) => [Number(total.in), Number(total.out)]));
      const span = plan.ticks.at(-1)!.value - plan.ticks[0]!.value;
      for (const [index, bars] of plan.months.entries()) {
        const { total } = months[index]!;
        for (const kind of ['in', 'out'] as const) {
          const { x, y, width, height } = bars[kind];
          assert.ok(x >= 0 && x + width <= 100.0001);
          assert.ok(y >= -2.001 && y + height <= 202.001);
          const exact = (Number(total[kind]) / span) * 200;
          assert.ok(most === 0 || Math.abs(height - (exact === 0 ? 0 : Math.max(2, exact))) < 1e-6);
        }
        assert.ok(bars.net.x > bars.in.x && bars.net.x < bars.in.x + bars.in.width);
      }
    }),
  );
});

test('mirrors the order of months for right-to-left pages and nothing else', () => {
  fc.assert(
    fc.property(anyMonths, (months) => {
      const [one, other] = [planChart(months, 200, false), planChart(months, 200, true)];
      for (const [index, { in: bar }] of one.months.entries()) {
        const mirrored = other.months[index]!.in;
        assert.ok(Math.abs(mirrored.x - (100 - bar.x - bar.width)) < 1e-6);
        assert.deepEqual([mirrored.y, mirrored.height], [bar.y, bar.height]);
      }
    }),
  );
});
