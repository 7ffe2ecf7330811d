import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { RowBody as Row } from './bodies.js';
import { openBench, type Bench } from './bench.js';
import * as shapes from './shapes.js';

const UNKNOWN_ID = 'e34d8e49-9af2-4252-a53e-bd2df8551340';
const SUB_TYPES = {
  ae: [
    'CURRENT',
    'SAVINGS',
    'CREDIT',
    'PREPAID',
    'MORTGAGE',
    'PERSONAL_LOAN',
    'EMONEY',
    'CHARGE_CARD',
    'UNSUPPORTED',
  ],
  sa: ['CURRENT', 'SAVINGS', 'CREDIT', 'CHARGE_CARD', 'PREPAID', 'EMONEY', 'UNSUPPORTED'],
};

for (const region of ['ae', 'sa'] as const) {
  describe(`data API v2 in ${region}`, () => {
    let bench: Bench;
    let ids: { entityId: string; accountId: string };

    before(async () => {
      bench = openBench({ region });
      ids = await bench.linked();
    });

    const ofAccount = (rest: string) => bench.get(bench.accountPath(ids, rest));

    const accountShapes: [path: string, shape: shapes.Shape, type: string][] = [
      ['balances', shapes.balances, 'balances'],
      ['transactions', shapes.transactions(region), 'transactions'],
      ['identities', shapes.identities(region), 'identities'],
      ['beneficiaries', shapes.beneficiaries, 'beneficiaries'],
      ['direct-debits', shapes.directDebits, 'direct-debits'],
      ['standing-orders', shapes.standingOrders, 'standing-orders'],
      ['scheduled-payments', shapes.scheduledPayments, 'scheduled-payments'],
    ];

    for (const [path, shape, type] of accountShapes) {
      it(`answers ${path} in the shape of Lean's sandbox`, async () => {
        const { status, body } = await ofAccount(`${path}?size=100`);
        assert.equal(status, 200);
        assert.deepEqual(shapes.differences(body, shape), []);
        assert.deepEqual([body.status, body.type, body.data.type], ['OK', type, type]);
      });

      it(`answers ${path} of an unknown account with 404 UNKNOWN_ACCOUNT`, async () => {
        const { status, body } = await bench.get(bench.accountPath({ ...ids, accountId: UNKNOWN_ID }, path));
        assert.equal(status, 404);
        assert.equal(body.status, 'UNKNOWN_ACCOUNT');
        assert.deepEqual(shapes.differences(body, shapes.dataError), []);
      });
    }

    it("answers accounts and identity in the shape of Lean's sandbox", async () => {
      const accounts = await bench.get(`/data/v2/accounts?entity_id=${ids.entityId}`);
      const identity = await bench.get(`/data/v2/identity?entity_id=${ids.entityId}`);
      assert.deepEqual(shapes.differences(accounts.body, shapes.accounts), []);
      assert.deepEqual(shapes.differences(identity.body, shapes.identity(region)), []);
      assert.equal(identity.body.data.type, 'identities');
    });

    it('gives each sub-type of the mock bank, and IBANs that pass their check', async () => {
      const { body } = await bench.get(`/data/v2/accounts?entity_id=${ids.entityId}`);
      const accounts: {
        account_sub_type: string;
        account: { scheme_name: string; identification: string }[];
      }[] = body.data.accounts;
      assert.deepEqual(
        accounts.map(({ account_sub_type }) => account_sub_type),
        SUB_TYPES[region],
      );
      for (const { account } of accounts) {
        const iban = account.find(({ scheme_name }) => scheme_name === 'IBAN')?.identification ?? '';
        assert.match(iban, region === 'ae' ? /^AE\d{21}$/ : /^SA\d{4}[A-Z0-9]{18}$/);
        const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (sign) => Number.parseInt(sign, 36)).join(
          '',
        );
        assert.equal(BigInt(digits) % 97n, 1n);
      }
    });

    it('gives thirteen balances of different types and amounts', async () => {
      const { body } = await ofAccount('balances');
      const list = body.data.balances;
      assert.equal(new Set(list.map(({ type }) => type)).size, 13);
      assert.equal(new Set(list.map(({ amount }) => amount.amount)).size, 13);
    });

    it('lists transactions oldest first, in pages that join without gap or repeat', async () => {
      const rows: Row[] = [];
      let pages = 1;
      for (let page = 0; page < pages; page += 1) {
        const { body } = await ofAccount(`transactions?size=100&page=${String(page)}`);
        pages = body.data.page.total_pages;
        rows.push(...body.data.transactions);
        assert.equal(body.data.page.number, page);
      }
      const times = rows.map(({ booking_date_time }) => booking_date_time);
      assert.deepEqual(times, [...times].sort());
      const { body } = await ofAccount('transactions');
      assert.equal(body.data.page.total_elements, rows.length);
      assert.equal(new Set(rows.map(({ transaction_id }) => transaction_id)).size, rows.length);
    });

    it('goes back three years and ends with pending rows of the last two days', async () => {
      const first = await ofAccount('transactions?size=1');
      const [oldest] = first.body.data.transactions;
      assert.ok(oldest!.booking_date_time < '2023-12-01');
      const recent = await ofAccount('transactions?start_date=2026-11-15&size=100');
      const rows = recent.body.data.transactions;
      const pending = rows.filter(({ status }) => status === 'PENDING');
      assert.ok(pending.length >= 2);
      for (const row of pending) {
        assert.ok(row.booking_date_time >= '2026-11-22');
        assert.equal(row.transaction_mutability, 'MUTABLE');
      }
    });

    it('sends amounts as unsigned JSON numbers with no more than two decimals', async () => {
      const { body } = await ofAccount('transactions?size=100');
      for (const { amount } of body.data.transactions) {
        assert.ok(amount.amount > 0);
        assert.match(String(amount.amount), /^\d+(\.\d{1,2})?$/);
      }
    });

    it('writes some texts in English and some in Arabic', async () => {
      const { body } = await ofAccount('transactions?size=100');
      const texts = body.data.transactions.map((row) => row.transaction_information);
      const arabic = texts.filter((text) => /[\u0600-\u06ff]/.test(text));
      assert.ok(arabic.length > 0 && arabic.length < texts.length);
    });

    it('leaves insights null until they are asked for', async () => {
      const without = await ofAccount('transactions?size=5');
      const asked = await ofAccount('transactions?size=5&insights=true');
      for (const { insights } of without.body.data.transactions) assert.equal(insights, null);
      for (const { insights } of asked.body.data.transactions) {
        const shape = { description_cleansed: 'string', category: 'string', category_confidence: 'number' };
        assert.deepEqual(shapes.differences(insights, shape), []);
      }
    });

    it('filters by start and end date, both inclusive', async () => {
      const { body } = await ofAccount('transactions?start_date=2026-03-01&end_date=2026-03-03&size=100');
      const days = body.data.transactions.map((row) => row.booking_date_time.slice(0, 10));
      assert.deepEqual([...new Set(days)], ['2026-03-01', '2026-03-02', '2026-03-03']);
    });

    const invalid = [
      ['entity_id', 'e34d8e49-9af2-4252-a53e-bd2df855134'],
      ['size', '101'],
      ['size', '0'],
      ['page', '-1'],
      ['start_date', '2026-02-30'],
      ['end_date', '2026-11-24'],
      ['async', 'maybe'],
    ] as const;
    for (const [field, value] of invalid) {
      it(`refuses ${field}=${value} and names both`, async () => {
        const path = bench.accountPath(ids, 'transactions');
        const asked = field === 'entity_id' ? path.replace(ids.entityId, value) : `${path}&${field}=${value}`;
        const { status, body } = await bench.get(asked);
        assert.equal(status, 400);
        assert.equal(body.status, 'INVALID_PARAMETERS');
        assert.ok(body.message.endsWith(`, field: ${field}, value: ${value}.`));
        assert.deepEqual(shapes.differences(body, shapes.dataError), []);
      });
    }

    it('refuses a call without entity_id as MISSING_PARAMETERS', async () => {
      const { status, body } = await bench.get('/data/v2/accounts');
      assert.deepEqual([status, body.status], [400, 'MISSING_PARAMETERS']);
    });

    it('does not know an entity it never made', async () => {
      const { status, body } = await bench.get(`/data/v2/accounts?entity_id=${UNKNOWN_ID}`);
      assert.deepEqual([status, body.status], [404, 'UNKNOWN_ENTITY']);
      assert.deepEqual(shapes.differences(body, shapes.dataError), []);
    });

    it('echoes meta and stamps replies with nine fractional digits', async () => {
      const { body } = await bench.get(`/data/v2/accounts?entity_id=${ids.entityId}&meta=mine`);
      assert.equal(body.meta, 'mine');
      assert.match(body.timestamp, /^2026-11-23T08:00:00\.\d{9}Z$/);
    });
  });
}
