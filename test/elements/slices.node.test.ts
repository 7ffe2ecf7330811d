import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSlices } from '../../src/elements/shared/slices.js';

function* steps(count: number, each: () => void): Generator<void, string> {
  for (let at = 0; at < count; at += 1) {
    each();
    yield;
  }
  return 'done';
}

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('takes every step and tells what they came to', async () => {
  let taken = 0;
  const outcome = await inSlices(
    steps(1000, () => (taken += 1)),
    new AbortController().signal,
  );
  assert.deepEqual([outcome, taken], ['done', 1000]);
});

test('takes no step in the task that began it', () => {
  let taken = 0;
  void inSlices(
    steps(1, () => (taken += 1)),
    new AbortController().signal,
  );
  assert.equal(taken, 0);
});

test('lets other work in between slices', async () => {
  let others = 0;
  const timer = setInterval(() => (others += 1), 0);
  await inSlices(
    steps(20, () => {
      busy(3);
    }),
    new AbortController().signal,
  );
  clearInterval(timer);
  assert.ok(others >= 3, `other work came ${others} times`);
});

test('stops where its signal ends it', async () => {
  const controller = new AbortController();
  let taken = 0;
  const outcome = await inSlices(
    steps(1000, () => {
      taken += 1;
      busy(5);
      if (taken === 3) controller.abort();
    }),
    controller.signal,
  );
  assert.deepEqual([outcome, taken], [null, 3]);
});

test('rejects with what a step throws', async () => {
  const failure = new Error('broken');
  const work = inSlices(
    steps(3, () => {
      throw failure;
    }),
    new AbortController().signal,
  );
  await assert.rejects(work, failure);
});

test('lets go of what the steps hold when its signal ends them', async () => {
  const controller = new AbortController();
  let held = 0;
  await inSlices(
    (function* () {
      held += 1;
      try {
        controller.abort();
        for (;;) {
          busy(1);
          yield;
        }
      } finally {
        held -= 1;
      }
    })(),
    controller.signal,
  );
  assert.equal(held, 0);
});
