import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { createTransactionTable } from '../../src/domain/transactions/table.js';
import { SpendingSums } from '../../src/elements/lean-spending/spending-sums.js';
import { ExportWork, type WriteFile } from '../../src/elements/lean-transactions/export/export-work.js';

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
