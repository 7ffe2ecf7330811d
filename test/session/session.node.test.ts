import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { QueryClient } from '@tanstack/query-core';
import { nextPollDelay, POLL_BUDGET_MS } from '../../src/session/polling.js';
import { bareEntity } from '../../src/session/banks-store.js';
import { BANKS_KEY } from '../../src/session/queries.js';
import type { Services } from '../../src/session/services.js';
import { createTransactionsStore } from '../../src/session/transactions-store.js';
import { createReconnectBoard } from '../../src/session/reconnect-board.js';
import { mergeSettings } from '../../src/session/settings.js';
import { takeTurn } from '../../src/session/turns.js';

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

describe('takeTurn', () => {
  const wanted = new AbortController().signal;

  it('lets one after the other open, whatever became of the one before', async () => {
    const order: string[] = [];
    const first = await takeTurn(wanted);
    const second = takeTurn(wanted).then((release) => {
      order.push('second');
      release();
    });
    const left = new AbortController();
    const third = takeTurn(left.signal);
    left.abort(new Error('no longer wanted'));
    const fourth = takeTurn(wanted).then(() => order.push('fourth'));
    order.push('first');
    first();
    await second;
    await assert.rejects(third, /no longer wanted/);
    await fourth;
    assert.deepEqual(order, ['first', 'second', 'fourth']);
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

describe('a history', () => {
  it('tells everybody who follows it, and those who stay when one of them leaves', async () => {
    const queries = new QueryClient();
    const services = {
      queries,
      client: { accounts: () => new Promise(() => undefined) },
      signedOut: null,
      entities: () => ({ queryKey: BANKS_KEY, queryFn: () => Promise.resolve([]) }),
      onSession: () => () => undefined,
    } as unknown as Services;
    const store = createTransactionsStore(services);
    store.request({
      accountId: null,
      entityId: null,
      from: null,
      to: null,
      timeZone: null,
      region: null,
    });
    const told = [0, 0];
    const stops = told.map((_, index) => store.subscribe(() => (told[index]! += 1)));
    await queries.query({ ...services.entities(), staleTime: Infinity });
    assert.ok(
      told.every((count) => count > 0),
      String(told),
    );
    stops[1]?.();
    told.fill(0);
    queries.setQueryData(BANKS_KEY, [bareEntity('first')]);
    assert.ok(told[0]! > 0);
    assert.equal(told[1], 0);
    stops[0]?.();
    told.fill(0);
    queries.setQueryData(BANKS_KEY, [bareEntity('second')]);
    assert.deepEqual(told, [0, 0]);
  });
});
