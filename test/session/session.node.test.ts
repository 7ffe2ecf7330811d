import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transaction } from '../../src/domain/transaction.js';
import { newestFirst } from '../../src/session/history.js';
import { nextPollDelay, POLL_BUDGET_MS } from '../../src/session/polling.js';
import { createReconnectBoard } from '../../src/session/reconnect-board.js';
import { mergeSettings } from '../../src/session/settings.js';
import { createTurns } from '../../src/session/turns.js';

/** An element as far as the board asks: where it stands in the document. */
function element(place: number): HTMLElement {
  return {
    place,
    DOCUMENT_POSITION_PRECEDING: 2,
    compareDocumentPosition: (other: { place: number }) => (other.place < place ? 2 : 4),
  } as unknown as HTMLElement;
}

describe('createReconnectBoard', () => {
  it('gives the notice to the element that stands first in the document', () => {
    const board = createReconnectBoard();
    const [first, second] = [element(1), element(2)];
    board.show('bank', second);
    board.show('bank', first);
    assert.equal(board.ownerOf('bank'), first);
  });

  it('passes the notice on when its owner leaves', () => {
    const board = createReconnectBoard();
    const [first, second] = [element(1), element(2)];
    board.show('bank', first);
    board.show('bank', second);
    board.hide('bank', first);
    assert.equal(board.ownerOf('bank'), second);
  });

  it('announces once per bank and reconnect id', () => {
    const board = createReconnectBoard();
    const told = [
      board.announceOnce('bank', 'a'),
      board.announceOnce('bank', 'a'),
      board.announceOnce('bank', 'b'),
    ];
    assert.deepEqual(told, [true, false, true]);
  });

  it('tells its listeners when an owner changes', () => {
    const board = createReconnectBoard();
    let told = 0;
    board.subscribe(() => (told += 1));
    board.show('bank', element(1));
    assert.equal(told, 1);
  });
});

describe('createTurns', () => {
  it('runs flows one after another, also after one that failed', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const failing = turns.take(async () => {
      order.push('first');
      await Promise.resolve();
      throw new Error('closed');
    });
    const next = turns.take(() => Promise.resolve(order.push('second')));
    await assert.rejects(failing, /closed/);
    await next;
    assert.deepEqual(order, ['first', 'second']);
  });
});

describe('nextPollDelay', () => {
  it('backs off and stops at the budget', () => {
    const waits = [0, 1, 2, 3, 50].map((asked) => nextPollDelay(asked, 0));
    assert.deepEqual(waits, [1000, 2000, 3000, 5000, 10_000]);
    assert.equal(nextPollDelay(4, POLL_BUDGET_MS), null);
  });
});

describe('mergeSettings', () => {
  it('takes the nearest level that says something', () => {
    const merged = mergeSettings({ proxy: null, region: 'sa' }, { proxy: '/page', region: 'ae' });
    assert.equal(merged.proxy, '/page');
    assert.equal(merged.region, 'sa');
  });
});

describe('newestFirst', () => {
  it('takes the later sent of two rows at one instant as the newer', () => {
    const row = (transactionId: string, bookedAt: string | null) =>
      ({ transactionId, bookedAt }) as Transaction;
    const sorted = newestFirst([
      row('old', '2026-01-01T00:00:00Z'),
      row('early', '2026-01-02T00:00:00Z'),
      row('late', '2026-01-02T00:00:00.000000000Z'),
      row('undated', null),
    ]);
    assert.deepEqual(
      sorted.map(({ transactionId }) => transactionId),
      ['late', 'early', 'old', 'undated'],
    );
  });
});
