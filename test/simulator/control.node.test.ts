import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Delivery, ScenarioLine } from '../../src/simulator/index.js';
import { JSON_TYPE, openBench } from './bench.js';
import * as shapes from './shapes.js';

const UNKNOWN_ID = 'e34d8e49-9af2-4252-a53e-bd2df8551340';

describe('/_simulator', () => {
  it('lists scenarios with one line of meaning each', async () => {
    const { control, simulator } = openBench();
    const { status, list } = await control('GET', '/scenarios');
    assert.equal(status, 200);
    assert.deepEqual(list(), simulator.scenarios());
    for (const { name, meaning } of list<ScenarioLine>()) {
      assert.match(name, /^[a-z0-9-]+$/);
      assert.match(meaning, /^[^\n]+\.$/);
    }
  });

  it('links a bank as if the customer had finished Link', async () => {
    const bench = openBench();
    const reply = await bench.control('POST', `/customers/${bench.customerId}/entities`, {
      bank_identifier: 'LEANMB1',
      permissions: ['accounts', 'balance'],
    });
    assert.equal(reply.status, 200);
    assert.deepEqual(shapes.differences(reply.body, shapes.entity), []);
    assert.equal(reply.body.bank_identifier, 'LEANMB1');
    assert.deepEqual([reply.body.permissions.balance, reply.body.permissions.transactions], [true, false]);
    const [first] = (await bench.control('GET', '/webhooks')).list<Delivery>();
    assert.equal(first?.type, 'entity.created');
  });

  it('links one bank after another when none is named', async () => {
    const bench = openBench();
    const names: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { body } = await bench.control('POST', `/customers/${bench.customerId}/entities`, {});
      names.push(body.bank_identifier);
    }
    assert.deepEqual(names, ['LEAN_OF_RETAIL_UAE', 'LEANMB1_SAU', 'LEANMB1']);
  });

  it("changes a customer's scenario while it runs, and no other's", async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    const other = bench.simulator.customer('other').customer_id;
    const second = bench.simulator.linkEntity({ customerId: other });
    const reply = await bench.control('PUT', `/customers/${bench.customerId}/scenario`, {
      scenario: 'http-500',
    });
    assert.deepEqual(reply.body, { customer_id: bench.customerId, scenario: 'http-500' });
    assert.equal((await bench.get(`/data/v2/accounts?entity_id=${entityId}`)).status, 500);
    assert.equal((await bench.get(`/data/v2/accounts?entity_id=${second.id}`)).status, 200);
    await bench.control('PUT', `/customers/${bench.customerId}/scenario`, { scenario: 'ready' });
    assert.equal((await bench.get(`/data/v2/accounts?entity_id=${entityId}`)).status, 200);
  });

  it('lets time pass', async () => {
    const bench = openBench();
    const { body } = await bench.control('POST', '/clock', { advance_s: 90 });
    assert.equal(body.now, '2026-11-23T08:01:30.000Z');
  });

  it('ends a session, and a consent', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked('LEANMB1');
    const status = async () => (await bench.get(`/data/v2/accounts?entity_id=${entityId}`)).body.status;
    await bench.control('POST', `/entities/${entityId}/expire-session`);
    assert.equal(await status(), 'RECONNECT_REQUIRED');
    await bench.control('POST', `/entities/${entityId}/revoke-consent`);
    assert.equal(await status(), 'CONSENT_EXPIRED');
  });

  it('switches a bank off and on', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked('LEANMB1');
    const read = async () => (await bench.get(`/data/v2/accounts?entity_id=${entityId}`)).body;
    await bench.control('PUT', '/banks/LEANMB1/availability', { data: false });
    assert.equal((await read()).status_detail.granular_status_code, 'DISABLED_BY_LEAN');
    await bench.control('PUT', '/banks/LEANMB1/availability', { data: true });
    assert.equal((await read()).status, 'OK');
  });

  const refused: [method: string, path: string, body: unknown, status: number][] = [
    ['PUT', `/customers/${UNKNOWN_ID}/scenario`, { scenario: 'ready' }, 404],
    ['POST', `/customers/${UNKNOWN_ID}/entities`, {}, 404],
    ['POST', `/entities/${UNKNOWN_ID}/expire-session`, undefined, 404],
    ['PUT', '/banks/NOBANK/availability', { data: false }, 400],
    ['POST', '/clock', { advance_s: -1 }, 400],
    ['POST', '/clock', {}, 400],
    ['POST', '/clock', [], 400],
    ['GET', '/nothing', undefined, 404],
  ];
  for (const [method, path, body, status] of refused) {
    it(`refuses ${method} ${path} with ${JSON.stringify(body)}`, async () => {
      assert.equal((await openBench().control(method, path, body)).status, status);
    });
  }

  it('refuses scenarios, banks and permissions that do not exist', async () => {
    const bench = openBench();
    const path = `/customers/${bench.customerId}`;
    const replies = [
      await bench.control('PUT', `${path}/scenario`, { scenario: 'toString' }),
      await bench.control('POST', `${path}/entities`, { bank_identifier: 'NOBANK' }),
      await bench.control('POST', `${path}/entities`, { permissions: 'accounts' }),
      await bench.control('POST', `${path}/entities`, { permissions: ['accounts', 'secrets'] }),
    ];
    assert.deepEqual(
      replies.map(({ status }) => status),
      [400, 400, 400, 400],
    );
    assert.throws(() => openBench({ scenario: 'no-such-scenario' }), RangeError);
  });

  it('refuses a jump of the clock that no date could tell, and goes on as before', async () => {
    const bench = openBench();
    for (const seconds of [1e308, 1e12, -1]) {
      assert.equal((await bench.control('POST', '/clock', { advance_s: seconds })).status, 400);
    }
    assert.equal((await bench.get('/banks/v1')).status, 200);
    assert.throws(() => bench.simulator.clock.advance(1e12), RangeError);
  });

  it('answers on loopback addresses only, and to no page from elsewhere', async () => {
    const { send } = openBench();
    const asked = async (url: string, headers = {}) =>
      (await send('GET', url, { ...JSON_TYPE, ...headers })).status;
    assert.deepEqual(
      [
        await asked('https://sandbox.leantech.me/_simulator/webhooks'),
        await asked('http://127.0.0.1.evil.example/_simulator/webhooks'),
        await asked('http://localhost:1/_simulator/webhooks', { origin: 'https://evil.example' }),
        await asked('http://localhost:1/_simulator/webhooks', { origin: 'null' }),
        await asked('http://localhost:1/_simulator/webhooks', { origin: 'http://localhost:8000' }),
        await asked('http://127.0.0.1:1/_simulator/webhooks'),
        await asked('http://[::1]:1/_simulator/webhooks'),
      ],
      [403, 403, 403, 403, 200, 200, 200],
    );
  });
});
