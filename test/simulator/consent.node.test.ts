import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askToken, openBench, START, type Bench } from './bench.js';
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

describe('consent', () => {
  const terms = (bench: Bench, more: { accessFrom?: string; accessTo?: string }) => ({
    customerId: bench.customerId,
    bankIdentifier: 'LEANMB1',
    permissions: ['identity', 'accounts', 'balance', 'transactions', 'payments'],
    ...more,
  });

  async function linkThroughSdk(more: { accessFrom?: string; accessTo?: string } = {}) {
    const bench = openBench();
    const { id } = await bench.simulator.link.link(terms(bench, more));
    const read = async () => (await bench.get(`/data/v2/accounts?entity_id=${id}`)).body;
    const entity = async () => (await bench.get(`/customers/v1/${bench.customerId}/entities/${id}`)).body;
    return { bench, id, read, entity };
  }

  it('ends after a day when the page named no end', async () => {
    const { bench, read, entity } = await linkThroughSdk();
    await bench.simulator.clock.advance(DAY_S - 1);
    assert.equal((await read()).status, 'OK');
    await bench.simulator.clock.advance(1);
    const { status, data } = await read();
    assert.deepEqual([status, data], ['CONSENT_EXPIRED', null]);
    assert.equal((await entity()).consents[0]!.consent_status, 'REVOKED');
  });

  it('ends when the page said, and a new connect renews it', async () => {
    const { bench, id, read } = await linkThroughSdk({ accessTo: '2026-12-01' });
    await bench.simulator.clock.advance(9 * DAY_S);
    assert.equal((await read()).status, 'CONSENT_EXPIRED');
    const renewed = await bench.simulator.link.link(terms(bench, { accessTo: '2027-01-01' }));
    assert.equal(renewed.id, id);
    assert.equal((await read()).status, 'OK');
    assert.ok(told(bench).includes('entity.updated'));
  });

  it('bounds history by where access starts', async () => {
    const { bench, id, read } = await linkThroughSdk({ accessFrom: '2026-06-01', accessTo: '2027-01-01' });
    const accountId = (await read()).data.accounts[0]!.account_id;
    const ids = { entityId: id, accountId };
    const { body } = await bench.get(bench.accountPath(ids, 'transactions?start_date=2024-01-01&size=1'));
    assert.ok(body.data.transactions[0]!.booking_date_time >= '2026-06-01');
  });

  it('gives only what was permitted', async () => {
    const { bench, id, entity } = await linkThroughSdk();
    assert.equal((await entity()).permissions.beneficiaries, false);
    const accountId = (await bench.get(`/data/v2/accounts?entity_id=${id}`)).body.data.accounts[0]!
      .account_id;
    const { status, body } = await bench.get(bench.accountPath({ entityId: id, accountId }, 'beneficiaries'));
    assert.equal(status, 200);
    assert.equal(body.status, 'FAILED');
    assert.equal(body.status_detail.granular_status_code, 'USER_PERMISSIONS_NOT_GRANTED');
    assert.equal('data' in body, false);
  });

  it('can be taken back by the customer', async () => {
    const { bench, id, read } = await linkThroughSdk({ accessTo: '2027-01-01' });
    assert.equal(bench.simulator.link.consents(bench.customerId)[0]?.entityId, id);
    await bench.simulator.link.revoke('someone else', id);
    assert.equal((await read()).status, 'OK');
    await bench.simulator.link.revoke(bench.customerId, id);
    assert.equal((await read()).status, 'CONSENT_EXPIRED');
    assert.equal(told(bench).at(-1), 'entity.updated');
  });
});

describe('refreshes', () => {
  it('are triggered, listed and finished in the shapes of Lean', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    const trigger = await bench.post('/data/v2/refreshes', { entity_id: entityId });
    assert.deepEqual(shapes.differences(trigger.body, shapes.refreshTrigger), []);
    const path = `/data/v2/refreshes/${trigger.body.refresh_id}?entity_id=${entityId}`;
    const running = await bench.get(path);
    assert.deepEqual(shapes.differences(running.body, shapes.refresh), []);
    assert.equal(running.body.status, 'PENDING');
    await bench.simulator.clock.advance(2);
    assert.equal(await statusOf(bench, path), 'FINISHED');
    const list = await bench.get(`/data/v2/refreshes?entity_id=${entityId}`);
    assert.deepEqual(shapes.differences(list.body, shapes.refreshList), []);
    assert.deepEqual(
      [list.body.content[0]!.refresh_id, list.body.page.total_elements],
      [trigger.body.refresh_id, 2],
    );
  });

  it('are refused while one is pending', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    await bench.post('/data/v2/refreshes', { entity_id: entityId });
    const { status, body } = await bench.post('/data/v2/refreshes', { entity_id: entityId });
    assert.deepEqual(
      [status, body.status, body.message],
      [429, 'DUPLICATED_REQUEST', 'Data refresh is already pending.'],
    );
    assert.deepEqual(shapes.differences(body, shapes.error), []);
  });

  it('are forbidden once the consent is over', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    bench.simulator.revokeConsent(entityId);
    const { status, body } = await bench.post('/data/v2/refreshes', { entity_id: entityId });
    assert.deepEqual([status, body.status], [403, 'CONSENT_EXPIRED']);
    assert.deepEqual(shapes.differences(body, shapes.error), []);
  });

  it('ask for a reconnect when the session is over, with an id that can be used', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked('LEANMB1');
    bench.simulator.expireSession(entityId);
    const { body } = await bench.post('/data/v2/refreshes', { entity_id: entityId });
    assert.deepEqual([body.status, body.reconnect_id], ['RECONNECT_REQUIRED', body.refresh_id]);
    assert.equal(bench.simulator.link.reconnect(body.reconnect_id)?.entityId, entityId);
  });

  it('move refreshed_at', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    const refreshedAt = async () =>
      (await bench.get(`/data/v2/accounts?entity_id=${entityId}`)).body.refreshed_at;
    assert.equal(await refreshedAt(), '2026-11-23T08:00:00Z');
    await bench.post('/data/v2/refreshes', { entity_id: entityId });
    await bench.simulator.clock.advance(2);
    assert.equal(await refreshedAt(), '2026-11-23T08:00:02Z');
  });

  it('do not know an entity or a refresh that is not there', async () => {
    const bench = openBench();
    const unknown = 'e34d8e49-9af2-4252-a53e-bd2df8551340';
    const entity = await bench.post('/data/v2/refreshes', { entity_id: unknown });
    const refresh = await bench.get(`/data/v2/refreshes/${unknown}`);
    assert.deepEqual([entity.status, entity.body.status], [404, 'UNKNOWN_ENTITY']);
    assert.equal(refresh.status, 404);
  });
});

describe('the side of the Link double', () => {
  it('checks tokens and names their customer', async () => {
    const { simulator, customerId } = openBench();
    const { body } = await askToken(simulator, { scope: `customer.${customerId}` });
    const token = body.access_token;
    assert.deepEqual(await simulator.link.verifyAccessToken(token), { customerId });
    assert.ok('error' in (await simulator.link.verifyAccessToken(`Bearer ${token}`)));
    const api = await askToken(simulator);
    assert.ok('error' in (await simulator.link.verifyAccessToken(api.body.access_token)));
    await simulator.clock.advance(3600);
    assert.ok('error' in (await simulator.link.verifyAccessToken(token)));
  });

  it('lists the banks that work, by kind of account', () => {
    const { simulator } = openBench();
    simulator.setBankAvailability('LEANMB1', { data: false });
    const names = (accountType?: 'PERSONAL' | 'BUSINESS') =>
      simulator.link
        .banks(accountType === undefined ? {} : { accountType })
        .map(({ identifier }) => identifier);
    assert.ok(!names().includes('LEANMB1'));
    assert.deepEqual(names('BUSINESS'), ['SAFFRON_SME_UAE']);
    assert.equal(simulator.link.now(), START);
  });

  it('knows its customers and its application', () => {
    const { simulator, customerId } = openBench({ appToken: 'mine' });
    assert.deepEqual([simulator.link.isCustomer(customerId), simulator.link.isCustomer('x')], [true, false]);
    assert.deepEqual([simulator.link.isAppToken('mine'), simulator.link.isAppToken('x')], [true, false]);
  });
});
