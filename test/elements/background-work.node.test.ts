import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { addDays } from '../../src/domain/calendar.js';
import type { TransactionsSnapshot } from '../../src/domain/snapshot.js';
import type { Transaction } from '../../src/domain/transaction.js';
import { NO_FILTER } from '../../src/domain/transactions/select.js';
import { createTransactionTable } from '../../src/domain/transactions/table.js';
import { SpendingSums } from '../../src/elements/lean-spending/spending-sums.js';
import { ExportWork, type WriteFile } from '../../src/elements/lean-transactions/export/export-work.js';
import { GivenList } from '../../src/elements/lean-transactions/given-list.js';
import { FoundRows } from '../../src/elements/lean-transactions/statement/found-rows.js';
import { GivenRows } from '../../src/elements/lean-transactions/statement/given-rows.js';
import { sampleTransaction } from '../support/samples.js';

type Ready = Parameters<SpendingSums['add']>[0];

const TERMS = { from: null, to: null, today: '2026-11-23' };

function snapshotOf(table: Ready['table']): Ready {
  return {
    status: 'ready',
    table,
    version: 1,
    accountIds: null,
    accounts: [],
    complete: true,
    refreshing: false,
    stale: null,
    notices: [],
  };
}

describe('adding up what a customer spends', () => {
  it('keeps what goes wrong, tells of it, and goes on with the next history', async () => {
    let isBroken = true;
    const table = createTransactionTable();
    const rows = table.rows.bind(table);
    table.rows = () => {
      if (isBroken) throw new RangeError('broken');
      return rows();
    };
    let told = 0;
    const sums = new SpendingSums(() => (told += 1));
    sums.add(snapshotOf(table), TERMS);
    await sums.settled;
    assert.deepEqual([sums.error?.code, sums.spending, told], ['unexpected', null, 1]);
    sums.add(snapshotOf(table), TERMS);
    await sums.settled;
    assert.equal(told, 1, 'the same history is not tried again by itself');
    isBroken = false;
    sums.clear();
    sums.add(snapshotOf(table), TERMS);
    await sums.settled;
    assert.deepEqual([sums.error, sums.spending?.currencies, told], [null, [], 2]);
  });
});

/** One transaction a day, newest first. */
function daily(count: number): Transaction[] {
  return Array.from({ length: count }, (_, day) =>
    sampleTransaction({ transactionId: `daily-${String(day)}`, bookedAt: addDays('2026-11-21', -day) }),
  );
}

/** A transaction of the page's own that throws when it is read. */
function broken(transaction: Transaction): Transaction {
  return Object.defineProperty({ ...transaction }, 'money', {
    get() {
      throw new RangeError('broken');
    },
  });
}

describe("taking over a page's own list", () => {
  const whose = { accountId: null, entityId: null };
  let told: Promise<void>;
  let find: () => void;
  let rows: GivenRows;
  const shown = (list: Transaction[]): TransactionsSnapshot => {
    const given = new GivenList();
    given.list = list;
    return rows.snapshot(given, whose, 'Asia/Dubai', 10);
  };

  beforeEach(() => {
    globalThis.requestAnimationFrame = (draw) => Number(setTimeout(() => draw(0)));
    find = () => undefined;
    told = new Promise((resolve) => {
      rows = new GivenRows(
        resolve,
        () => find(),
        () => undefined,
      );
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
  });

  for (const [where, list, isAtOnce] of [
    ['below the screen', [...daily(39), broken(daily(40)[39]!)], false],
    ['on the screen', [...daily(2), broken(daily(3)[2]!)], true],
  ] as const) {
    it(`fails where a row ${where} cannot be read, and goes on with the next list`, async () => {
      const all = [...list, ...daily(41).slice(40)];
      assert.equal(shown(all).status, isAtOnce ? 'failed' : 'ready');
      if (!isAtOnce) await told;
      const failed = shown(all);
      assert.equal(failed.status === 'failed' && failed.error.code, 'unexpected');
      const next = shown(daily(5));
      assert.equal(next.status === 'ready' && next.complete, true);
    });
  }

  it('fails where the rows cannot be found that are to be shown', async () => {
    find = () => {
      throw new RangeError('broken');
    };
    const list = daily(40);
    assert.equal(shown(list).status, 'ready');
    await told;
    assert.equal(shown(list).status, 'failed');
  });
});

describe('putting many rows in another order', () => {
  it('says what went wrong, and tries again when it is asked to', async () => {
    globalThis.requestAnimationFrame = (draw) => Number(setTimeout(() => draw(0)));
    const table = createTransactionTable();
    const reading = table.read('account-1', 'Asia/Dubai');
    reading.add(daily(5000).reverse(), { window: 0, offset: 0 });
    reading.finish();
    const moneyOf = table.columns.moneyOf.bind(table.columns);
    table.columns.moneyOf = () => {
      throw new RangeError('broken');
    };
    let next = (): void => undefined;
    const told = (): Promise<void> => new Promise((resolve) => (next = resolve));
    const found = new FoundRows(() => next());
    const wanted = {
      table,
      accountIds: null,
      filter: { ...NO_FILTER, order: 'largest' as const, accountId: null },
      isGrouped: true,
    };
    let change = told();
    found.update(wanted);
    assert.equal(found.isSorting, true);
    await change;
    assert.deepEqual([found.isSorting, found.error?.code], [false, 'unexpected']);
    table.columns.moneyOf = moneyOf;
    change = told();
    found.retry();
    found.update(wanted);
    await change;
    assert.deepEqual([found.isSorting, found.error, found.rows.length], [false, null, 5000]);
    found.stop();
  });
});

describe("the customer's export", () => {
  const { warn } = console;
  let said: string[] = [];

  afterEach(() => {
    console.warn = warn;
  });

  function exportThat(write: WriteFile): ExportWork {
    said = [];
    console.warn = (text: unknown) => said.push(String(text));
    return new ExportWork({ requestUpdate: () => undefined } as unknown as ReactiveControllerHost, write);
  }

  it('says on the console what went wrong, and nothing of the bank’s', async () => {
    const work = exportThat(() => Promise.reject(new RangeError('of Sample Shop, AED 12.00')));
    await work.start(() => true);
    assert.equal(work.state.status, 'failed');
    assert.deepEqual(said, ['lean-elements: the export failed: RangeError.']);
  });

  it('says nothing when the customer has cancelled', async () => {
    const work = exportThat(
      (_fields, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
    );
    const ended = work.start(() => true);
    work.cancel();
    await ended;
    assert.deepEqual([work.state.status, said], ['idle', []]);
  });
});
