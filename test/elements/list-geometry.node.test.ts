import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createGeometry, MOST_PIXELS } from '../../src/elements/lean-transactions/list/geometry.js';

const ROW = 56;
const HEAD = 36;

const anyList = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 12 }).chain((sizes) => {
  const starts: number[] = [];
  let count = 0;
  for (const size of sizes) {
    starts.push(count);
    count += size;
  }
  return fc.record({
    count: fc.constant(count),
    starts: fc.constantFrom(Uint32Array.from(starts), new Uint32Array()),
    gap: fc.option(
      fc.record({ index: fc.nat(Math.max(0, count - 1)), height: fc.integer({ min: 1, max: 300 }) }),
    ),
  });
});

test('lays rows and headings below one another without holes', () => {
  fc.assert(
    fc.property(anyList, ({ count, starts, gap }) => {
      const geometry = createGeometry({ count, starts, gap, rowHeight: ROW, headHeight: HEAD });
      let top = 0;
      for (let index = 0; index < count; index += 1) {
        const group = starts.indexOf(index);
        if (group >= 0) {
          assert.equal(geometry.groupTop(group), top);
          assert.equal(geometry.groupOf(index), group);
          assert.deepEqual(geometry.rowsOf(group), { first: index, end: starts[group + 1] ?? count });
          top += HEAD;
        }
        assert.equal(geometry.rowTop(index), top);
        top += ROW + (gap?.index === index ? gap.height : 0);
      }
      assert.equal(geometry.height, top);
    }),
  );
});

test('finds the row at every height, or the next below it', () => {
  fc.assert(
    fc.property(anyList, fc.integer({ min: -100, max: 6000 }), ({ count, starts, gap }, top) => {
      const geometry = createGeometry({ count, starts, gap, rowHeight: ROW, headHeight: HEAD });
      const index = geometry.rowAt(top);
      const bottomOf = (each: number) => geometry.rowTop(each) + ROW;
      if (index < count)
        assert.ok(bottomOf(index) > top || gap?.index === index, `row ${index} ends above ${top}`);
      if (index > 0) assert.ok(bottomOf(index - 1) <= top, `row ${index - 1} ends below ${top}`);
    }),
    { numRuns: 1000 },
  );
});

test('shows no more rows than browsers can scroll to', () => {
  const starts = Uint32Array.from({ length: 1096 }, (_, group) => group * 100);
  const cut = createGeometry({ count: 500_000, starts, rowHeight: ROW, headHeight: HEAD });
  assert.ok(cut.height <= MOST_PIXELS);
  assert.ok(cut.count > 100_000);
  const whole = createGeometry({ count: 100_000, starts, rowHeight: ROW, headHeight: HEAD });
  assert.equal(whole.count, 100_000);
});

test('lays nothing out for nothing', () => {
  const geometry = createGeometry({ count: 0, starts: new Uint32Array(), rowHeight: ROW, headHeight: HEAD });
  assert.deepEqual([geometry.height, geometry.rowAt(0), geometry.rowAt(500)], [0, 0, 0]);
});
