import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BankBody, Body, EntityBody } from './bodies.js';
import { openBench, JSON_TYPE } from './bench.js';
import * as shapes from './shapes.js';

const UNKNOWN_ID = 'e34d8e49-9af2-4252-a53e-bd2df8551340';

describe('/customers/v1', () => {
  it('creates a customer and answers its two ids', async () => {
    const { post } = openBench();
    const { status, body } = await post('/customers/v1/', { app_user_id: 'prod_usr_1246' });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['app_user_id', 'customer_id']);
    assert.equal(body.app_user_id, 'prod_usr_1246');
  });

  it('answers 409 in the shape of Lean when the app_user_id is taken', async () => {
    const { post } = openBench();
    await post('/customers/v1', { app_user_id: 'twice' });
    const { status, body } = await post('/customers/v1', { app_user_id: 'twice' });
    assert.deepEqual([status, body.status], [409, 'CUSTOMER_ALREADY_EXISTS']);
    assert.deepEqual(shapes.differences(body, shapes.error), []);
  });

  const refused: [name: string, body: unknown, status: string][] = [
    ['no app_user_id', {}, 'MISSING_PARAMETERS'],
    ['an empty one', { app_user_id: '' }, 'MISSING_PARAMETERS'],
    ['one that is no text', { app_user_id: { id: 1 } }, 'INVALID_PARAMETERS'],
    ['one of 256 characters', { app_user_id: 'x'.repeat(256) }, 'INVALID_PARAMETERS'],
    ['a body that is a list', [], 'INVALID_PARAMETERS'],
  ];
  for (const [name, body, status] of refused) {
    it(`refuses ${name}`, async () => {
      const reply = await openBench().post('/customers/v1', body);
      assert.deepEqual([reply.status, reply.body.status], [400, status]);
    });
  }

  it('refuses a body that is not JSON', async () => {
    const { send, bearer } = openBench();
    const reply = await send('POST', '/customers/v1', { ...(await bearer()), ...JSON_TYPE }, '{"app');
    assert.deepEqual([reply.status, reply.body.status], [400, 'INVALID_PARAMETERS']);
  });

  it('finds a customer by id and by app_user_id', async () => {
    const { get, customerId } = openBench();
    const byId = await get(`/customers/v1/${customerId}`);
    const byName = await get('/customers/v1/app-user-id/sample-user');
    assert.deepEqual(byId.body, { customer_id: customerId, app_user_id: 'sample-user' });
    assert.deepEqual(byName.body, byId.body);
  });

  it('does not know a customer it never made', async () => {
    const { get } = openBench();
    for (const path of [UNKNOWN_ID, 'app-user-id/nobody', `${UNKNOWN_ID}/entities`]) {
      assert.equal((await get(`/customers/v1/${path}`)).status, 404);
    }
  });

  it('lists customers newest first, in pages', async () => {
    const { get, simulator } = openBench();
    for (const name of ['a', 'b', 'c', 'd']) simulator.customer(name);
    const { body, items } = await get('/customers/v1?page_number=1&page_size=2');
    assert.deepEqual(shapes.differences(body, shapes.customerList), []);
    assert.deepEqual(
      items<Body>().map(({ app_user_id }) => app_user_id),
      ['b', 'a'],
    );
    assert.deepEqual(body.page, { number: 1, size: 2, total_elements: 5, total_pages: 3, sort: null });
  });

  it('keeps government identifiers', async () => {
    const { send, bearer, get, customerId } = openBench();
    const identifiers = [{ type: 'EMIRATES_ID', value: '784-0000-0000000-0' }];
    const body = JSON.stringify({ government_identifiers: identifiers });
    await send('PUT', `/customers/v1/${customerId}/`, { ...(await bearer()), ...JSON_TYPE }, body);
    assert.deepEqual((await get(`/customers/v1/${customerId}`)).body.government_identifiers, identifiers);
  });
});

for (const region of ['ae', 'sa'] as const) {
  describe(`entities and banks in ${region}`, () => {
    it("lists a customer's entities in the shape of Lean's sandbox", async () => {
      const bench = openBench({ region });
      const { entityId } = await bench.linked();
      const list = await bench.get(`/customers/v1/${bench.customerId}/entities`);
      const one = await bench.get(`/customers/v1/${bench.customerId}/entities/${entityId}`);
      assert.deepEqual(shapes.differences(list.body, [shapes.entity]), []);
      assert.deepEqual(list.body, [one.body]);
    });

    it('lists entities by date, the deleted ones with their status', async () => {
      const bench = openBench({ region });
      const { entityId } = await bench.linked();
      const path = `/customers/v1/${bench.customerId}/entities/${entityId}`;
      const body = JSON.stringify({ reason: 'USER_REQUESTED' });
      await bench.send('DELETE', path, { ...(await bench.bearer()), ...JSON_TYPE }, body);
      const list = await bench.get('/customers/v1/entities?start_date=2026-11-23&end_date=2026-11-23');
      assert.deepEqual(shapes.differences(list.body, shapes.entityList), []);
      assert.deepEqual(
        list.items<EntityBody>().map(({ id, status }) => [id, status]),
        [[entityId, 'DELETED']],
      );
      const earlier = await bench.get('/customers/v1/entities?start_date=2026-11-01&end_date=2026-11-22');
      assert.deepEqual(earlier.body.data, []);
    });

    it("lists banks in the shape of Lean's sandbox, some with Arabic names", async () => {
      const { get } = openBench({ region });
      const { body, list } = await get('/banks/v1/');
      assert.deepEqual(shapes.differences(body, shapes.banks), []);
      const names = list<BankBody>().map(({ arabic_name }) => arabic_name);
      const arabic = names.filter((name) => name !== null);
      assert.ok(names.length >= 4 && arabic.length >= 2);
    });
  });
}

describe('entities', () => {
  it('forgets a deleted entity and its data', async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    const path = `/customers/v1/${bench.customerId}/entities/${entityId}`;
    const reply = await bench.send('DELETE', `${path}?reason=USER_REQUESTED`, await bench.bearer());
    assert.equal(reply.status, 200);
    assert.equal((await bench.get(path)).status, 404);
    assert.deepEqual((await bench.get(`/customers/v1/${bench.customerId}/entities`)).body, []);
    const { body } = await bench.get(`/data/v2/accounts?entity_id=${entityId}`);
    assert.equal(body.status, 'UNKNOWN_ENTITY');
  });

  it('gives a bank that is linked anew after its end a new entity', async () => {
    const bench = openBench();
    const first = await bench.linked('LEANMB1');
    await bench.send(
      'DELETE',
      `/customers/v1/${bench.customerId}/entities/${first.entityId}`,
      await bench.bearer(),
    );
    assert.notEqual((await bench.linked('LEANMB1')).entityId, first.entityId);
  });

  it("does not show an entity under another customer's path", async () => {
    const bench = openBench();
    const { entityId } = await bench.linked();
    const other = bench.simulator.customer('other').customer_id;
    const { status, body } = await bench.get(`/customers/v1/${other}/entities/${entityId}`);
    assert.deepEqual([status, body.status], [404, 'UNKNOWN_ENTITY']);
  });

  it('needs both dates to list by date', async () => {
    const { get } = openBench();
    const { status, body } = await get('/customers/v1/entities?start_date=2026-11-01');
    assert.deepEqual([status, body.status], [400, 'MISSING_PARAMETERS']);
  });

  it('keeps one entity per bank and the older consent as revoked', async () => {
    const bench = openBench();
    const first = await bench.linked('LEANMB1');
    const second = await bench.linked('LEANMB1');
    assert.equal(second.entityId, first.entityId);
    const [entity] = (await bench.get(`/customers/v1/${bench.customerId}/entities`)).list<EntityBody>();
    assert.deepEqual(
      entity!.consents.map(({ consent_status }) => consent_status),
      ['REVOKED', 'ACTIVE'],
    );
  });
});

describe('/banks/v1', () => {
  const filters: [query: string, field: keyof BankBody, value: string][] = [
    ['account_types=BUSINESS', 'account_type', 'BUSINESS'],
    ['connection_types=REVERSE_ENGINEERED', 'connection_type', 'REVERSE_ENGINEERED'],
    ['country_codes=ARE,SAU', 'country_code', 'ARE'],
  ];
  for (const [query, field, value] of filters) {
    it(`filters by ${query}`, async () => {
      const banks = (await openBench().get(`/banks/v1?${query}`)).list<BankBody>();
      assert.ok(banks.length > 0);
      for (const bank of banks) assert.equal(bank[field], value);
    });
  }

  it('has no bank of another country', async () => {
    assert.deepEqual((await openBench().get('/banks/v1?country_codes=SAU')).body, []);
  });

  it('points at logos that it serves, under the base address it was given', async () => {
    const bench = openBench({ baseUrl: 'http://127.0.0.1:8123' });
    const { list } = await bench.get('/banks/v1');
    for (const { logo, logo_alt } of list<BankBody>()) {
      for (const address of [logo, logo_alt]) {
        assert.ok(address.startsWith('http://127.0.0.1:8123/img/banks/'));
        const reply = await bench.send('GET', address, {});
        assert.equal(reply.headers.get('content-type'), 'image/svg+xml');
        assert.match(reply.text, /^<svg /);
      }
    }
  });

  it('points at logos of its own origin when it was given none', async () => {
    const [bank] = (await openBench().get('/banks/v1')).list<BankBody>();
    assert.ok(bank!.logo.startsWith('https://sandbox.leantech.me/img/banks/'));
  });

  it('does not know a logo of no bank', async () => {
    assert.equal((await openBench().get('/img/banks/color-nobody.svg')).status, 404);
  });
});
