import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openBench, type Bench } from './bench.js';
import * as shapes from './shapes.js';

const DAY_S = 24 * 3600;

/** Types and statuses of the webhooks so far. */
function told(bench: Bench): string[] {
  return bench.simulator.webhooks().map(({ type, body }) => {
    const { payload } = JSON.parse(body) as { payload: { status?: string } };
    return payload.status === undefined ? type : `${type} ${payload.status}`;
  });
}

async function statusOf(bench: Bench, path: string): Promise<string> {
  return (await bench.get(path)).body.status;
}

describe('sync', () => {
  it('lets accounts in first and everything later, and tells so', async () => {
    const bench = openBench({ scenario: 'sync-10s' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    const accounts = `/data/v2/accounts?entity_id=${id}`;
    assert.deepEqual(told(bench), ['entity.created', 'entity.data.refresh.updated PENDING']);
    const early = await bench.get(accounts);
    assert.deepEqual([early.status, early.body.status, early.body.data], [202, 'PENDING', null]);

    await bench.simulator.clock.advance(3);
    const { body } = await bench.get(accounts);
    assert.equal(body.status, 'OK');
    const balances = `/data/v2/accounts/${body.data.accounts[0]!.account_id}/balances?entity_id=${id}`;
    assert.equal(await statusOf(bench, balances), 'PENDING');

    await bench.simulator.clock.advance(7);
    assert.equal(await statusOf(bench, balances), 'OK');
    assert.ok(told(bench).includes('entity.data.refresh.updated FINISHED'));
  });

  it('hands over what was asked for too early, under the id of its PENDING', async () => {
    const bench = openBench({ scenario: 'sync-10s' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    const { body } = await bench.get(`/data/v2/accounts?entity_id=${id}`);
    const path = `/data/v2/results/${body.results_id}`;
    const early = await bench.get(path);
    assert.deepEqual([early.status, early.body.status], [404, 'UNKNOWN_RESULTS_ID']);
    assert.deepEqual(shapes.differences(early.body, shapes.dataError), []);
    await bench.simulator.clock.advance(3);
    const late = await bench.get(path);
    assert.equal(late.body.results_id, body.results_id);
    assert.deepEqual(shapes.differences(late.body, shapes.accounts), []);
  });

  it('never finishes where it never syncs', async () => {
    const bench = openBench({ scenario: 'never-syncs' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    await bench.simulator.clock.advance(30 * DAY_S);
    assert.equal(await statusOf(bench, `/data/v2/accounts?entity_id=${id}`), 'PENDING');
    assert.ok(!told(bench).includes('entity.data.refresh.updated FINISHED'));
  });

  it('ends at once when a slow customer becomes a quick one', async () => {
    const bench = openBench({ scenario: 'slow-sync-20m' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    bench.simulator.setScenario(bench.customerId, 'ready');
    assert.equal(await statusOf(bench, `/data/v2/accounts?entity_id=${id}`), 'OK');
    assert.equal(told(bench).at(-1), 'entity.data.refresh.updated FINISHED');
    assert.equal((await bench.post('/data/v2/refreshes', { entity_id: id })).status, 200);
    await bench.simulator.clock.advance(3600);
    assert.equal(told(bench).filter((line) => line.endsWith('FINISHED')).length, 2);
  });

  it('begins anew when a customer becomes a slow one', async () => {
    const bench = openBench({ scenario: 'slow-sync-20m' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    bench.simulator.setScenario(bench.customerId, 'slow-sync-40s');
    await bench.simulator.clock.advance(40);
    const { body } = await bench.get(`/data/v2/refreshes?entity_id=${id}`);
    assert.deepEqual(
      body.content.map(({ status }) => status),
      ['FINISHED', 'FINISHED'],
    );
    await bench.simulator.clock.advance(3600);
    assert.equal(told(bench).filter((line) => line.endsWith('FINISHED')).length, 1);
  });

  it('stops when the entity is deleted', async () => {
    const bench = openBench({ scenario: 'sync-10s' });
    const { id } = bench.simulator.linkEntity({ customerId: bench.customerId });
    await bench.send('DELETE', `/customers/v1/${bench.customerId}/entities/${id}`, await bench.bearer());
    await bench.simulator.clock.advance(60);
    assert.deepEqual(told(bench), ['entity.created', 'entity.data.refresh.updated PENDING']);
  });
});

describe('asynchronous calls', () => {
  it('answer 202 PENDING, then results.ready, then the data', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    const { status, body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}&async=true`);
    assert.deepEqual(
      [status, body.status, body.data, body.type, body.refreshed_at],
      [202, 'PENDING', null, null, null],
    );
    await bench.simulator.clock.advance(1);
    const ready = JSON.parse(bench.simulator.webhooks().at(-1)?.body ?? '') as {
      type: string;
      payload: unknown;
    };
    assert.deepEqual([ready.type, ready.payload], ['results.ready', { id: body.results_id }]);
    assert.equal(await statusOf(bench, `/data/v2/results/${body.results_id}`), 'OK');
  });

  it('do not keep results of calls that were answered at once', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    const { body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}`);
    const { status } = await bench.get(`/data/v2/results/${body.results_id}`);
    assert.equal(status, 404);
  });
});

describe('reconnect', () => {
  it('asks for one with the results id, and answers the failed call after it', async () => {
    const bench = openBench();
    const ids = await bench.linked('LEANMB1');
    bench.simulator.expireSession(ids.entityId);
    const path = bench.accountPath(ids, 'balances');
    const { status, body } = await bench.get(path);
    assert.deepEqual([status, body.status, body.data], [200, 'RECONNECT_REQUIRED', null]);

    assert.deepEqual(bench.simulator.link.reconnect(body.results_id), {
      entityId: ids.entityId,
      customerId: bench.customerId,
      bankIdentifier: 'LEANMB1',
    });
    await bench.simulator.link.confirmReconnect(body.results_id);
    assert.deepEqual(told(bench).slice(-2), ['entity.reconnected', 'results.ready']);
    assert.equal(await statusOf(bench, path), 'OK');
    const result = await bench.get(`/data/v2/results/${body.results_id}`);
    assert.deepEqual(shapes.differences(result.body, shapes.balances), []);
  });

  it('names the entity and the reconnect id in its webhook', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked('LEANMB1');
    bench.simulator.expireSession(entityId);
    const { body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}`);
    await bench.simulator.link.confirmReconnect(body.results_id);
    const sent = bench.simulator
      .webhooks()
      .map((delivery) => JSON.parse(delivery.body) as { type: string; payload: unknown });
    const reconnected = sent.find(({ type }) => type === 'entity.reconnected');
    assert.deepEqual(reconnected?.payload, { id: entityId, reconnect_id: body.results_id });
  });

  it('keeps the id of a call until it is reconnected, and gives a new one the next time', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked('LEANMB1');
    const idOf = async () => (await bench.get(`/data/v2/accounts?entity_id=${entityId}`)).body.results_id;
    bench.simulator.expireSession(entityId);
    const first = await idOf();
    assert.equal(await idOf(), first);
    await bench.simulator.link.confirmReconnect(first);
    bench.simulator.expireSession(entityId);
    assert.notEqual(await idOf(), first);
  });

  it('knows no id that is used, unknown, or thirty days old', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked('LEANMB1');
    bench.simulator.expireSession(entityId);
    const { body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}`);
    await bench.simulator.clock.advance(30 * DAY_S);
    assert.equal(bench.simulator.link.reconnect(body.results_id), null);
    assert.equal(bench.simulator.link.reconnect('nobody'), null);
    const again = await bench.get(`/data/v2/identity?entity_id=${entityId}`);
    await bench.simulator.link.confirmReconnect(again.body.results_id);
    assert.equal(bench.simulator.link.reconnect(again.body.results_id), null);
  });
});
