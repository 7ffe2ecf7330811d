import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseBalance } from '../../src/domain/balance.js';
import { decodeAccountsAnswer } from '../../src/wire/accounts.js';
import { decodeBalancesAnswer } from '../../src/wire/balances.js';
import { decodeEntities } from '../../src/wire/entities.js';
import { decodeIdentityAnswer } from '../../src/wire/identity.js';
import { decodeTransactionsAnswer } from '../../src/wire/transactions.js';
import { CONTEXT, fixture } from './fixtures.js';

type Body = Record<string, unknown>;

function okData<Data>(answer: { status: string; data?: Data }): Data {
  assert.equal(answer.status, 'ok');
  return answer.data as Data;
}

describe('accounts of API v2', () => {
  const answer = decodeAccountsAnswer(fixture('v2/accounts.json'), CONTEXT);
  const [current, card, other] = okData(answer);

  it('tells when Lean last read the bank', () => {
    assert.equal(answer.status === 'ok' && answer.refreshedAt, '2026-11-20T09:12:18.748Z');
  });

  it('finds the IBAN by its scheme wherever it stands', () => {
    assert.equal(current?.iban, 'AE070331234567890123456');
    assert.equal(current.accountNumber, null);
  });

  it('keeps only the last four digits of a card', () => {
    assert.equal(card?.accountNumber, '•••• 1234');
    assert.equal(card.iban, 'SA0380000000608010167519');
    assert.equal(card.type, 'charge-card');
    assert.equal(card.status, 'pending');
  });

  it("falls back to the bank's own number without an IBAN, never to a personal identifier", () => {
    assert.equal(other?.iban, null);
    assert.equal(other.accountNumber, '608010167520');
    assert.equal(other.type, 'unknown');
    assert.equal(other.status, 'unknown');
  });

  it('leaks no national id, phone number or e-mail address', () => {
    const text = JSON.stringify(answer);
    for (const secret of ['784199000000001', '+971500000001', 'sample@example.test', '512345']) {
      assert.ok(!text.includes(secret), secret);
    }
  });

  it('names an account by its nickname, and is null where there is no name', () => {
    assert.equal(current?.name, 'Everyday account');
    assert.equal(card?.name, null);
    assert.equal(current.holderName, 'Sample Customer One');
  });

  it('marks accounts with the entity that was asked for', () => {
    const [first] = okData(
      decodeAccountsAnswer(fixture('v2/accounts.json'), { ...CONTEXT, entityId: 'asked' }),
    );
    assert.equal(first?.entityId, 'asked');
    assert.equal(current?.entityId, 'e1');
  });
});

describe('balances of API v2', () => {
  const balances = okData(decodeBalancesAnswer(fixture('v2/balances.json'), CONTEXT));

  it('keeps all thirteen', () => {
    assert.equal(new Set(balances.map(({ type }) => type)).size, 13);
  });

  it('signs what is owed', () => {
    const booked = balances.find(({ type }) => type === 'INTERIM_BOOKED');
    assert.deepEqual(booked?.money, { amount: '-1007.25', currency: 'AED' });
  });

  it('takes the agreed line as the limit, not what is left of it', () => {
    const chosen = chooseBalance(balances);
    assert.equal(chosen?.type, 'INTERIM_AVAILABLE');
    assert.deepEqual(chosen.creditLimit, { amount: '5000', currency: 'AED' });
  });
});

describe('transactions of API v2', () => {
  const page = okData(decodeTransactionsAnswer(fixture('v2/transactions.json'), CONTEXT));
  const [arabic, salary, pending, unsupported, rejected] = page.items;

  it('tells the place of the page in the whole', () => {
    assert.deepEqual(
      { ...page, items: page.items.length },
      { items: 5, pageNumber: 2, totalPages: 3, totalItems: 105 },
    );
  });

  it('keeps an Arabic description letter for letter', () => {
    assert.equal(arabic?.description, 'عملية شراء بطاقة 1234 مبلغ SAR 57.50 بتاريخ 2026-11-20');
    assert.equal(arabic.merchantName, 'بقالة النور');
    assert.equal(arabic.reference, 'REF-1');
    assert.equal(arabic.bookedAt, '2026-11-19T21:00:00Z');
  });

  it('signs money by the indicator', () => {
    assert.deepEqual(arabic?.money, { amount: '-57.5', currency: 'SAR' });
    assert.equal(arabic.direction, 'debit');
    assert.deepEqual(salary?.money, { amount: '2180', currency: 'SAR' });
    assert.equal(salary.direction, 'credit');
    assert.equal(salary.category, 'SALARY_AND_REVENUE');
  });

  it('dates a row without booking by its value date', () => {
    assert.equal(pending?.status, 'pending');
    assert.equal(pending.bookedAt, '2026-11-19T21:00:00Z');
  });

  it('has no category for a word that is none', () => {
    assert.equal(pending?.category, null);
  });

  it('leaves the direction open where the bank does not support it', () => {
    assert.equal(unsupported?.direction, null);
    assert.deepEqual(unsupported.money, { amount: '1', currency: 'SAR' });
    assert.equal(unsupported.status, 'unknown');
    assert.equal(unsupported.type, null);
  });

  it('knows a rejected row', () => {
    assert.equal(rejected?.status, 'rejected');
    assert.equal(rejected.description, null);
    assert.equal(rejected.type, 'ATM');
  });
});

describe('identities of API v2', () => {
  const [first, second] = okData(decodeIdentityAnswer(fixture('v2/identity.json'), CONTEXT));

  it('joins an address once in reading order', () => {
    assert.equal(first?.address, '12, King Road 1, Riyadh, 11413, Saudi Arabia');
    assert.equal(first.fullName, 'عميل تجريبي أول');
    assert.equal(first.accountRole, 'PRINCIPAL');
  });

  it('says once what several parts of an address say', () => {
    const address = {
      address_line: '12 Palm Street, Jeddah',
      street: 'Palm Street',
      building_number: '12',
      town_name: 'jeddah',
      country: 'Saudi Arabia',
    };
    const body = { status: 'OK', data: { identities: [{ name: 'Sample', address }] } };
    const [person] = okData(decodeIdentityAnswer(body, CONTEXT));
    assert.equal(person?.address, '12, 12 Palm Street, Jeddah, Saudi Arabia');
  });

  it('keeps a person of whom little is known', () => {
    assert.equal(second?.fullName, 'Sample Customer Two');
    assert.equal(second.partyType, null);
    assert.equal(second.address, null);
  });
});

describe('entities', () => {
  const entities = decodeEntities(fixture('v2/entities.json'), CONTEXT);

  it('leaves out those that were taken away', () => {
    assert.deepEqual(
      entities.map(({ entityId }) => entityId),
      ['e1'],
    );
  });

  it('carries bank, consents and how far the data is', () => {
    const [entity] = entities;
    assert.equal(entity?.dataStatus, 'ready');
    assert.equal(entity.bank?.arabicName, 'بنك تجريبي');
    assert.equal(entity.bank.logo, 'https://cdn.example.test/colour.svg');
    assert.equal(entity.bank.bankIdentifier, 'LEA1_SAMAOB_SAU');
    assert.deepEqual(entity.permissions, ['identity', 'accounts', 'balance', 'transactions']);
    assert.deepEqual(entity.consents[0], {
      consentId: 'k1',
      status: 'active',
      createdAt: '2026-05-13T19:38:19.624059Z',
      expiresAt: '2027-05-13T19:38:19.481Z',
      transactionsFrom: '2025-05-14T19:38:19.481Z',
      transactionsTo: '2027-05-13T19:38:19.481Z',
    });
    assert.equal(entity.consents[1]?.status, 'revoked');
  });

  it('come out of a list that is wrapped in data', () => {
    const wrapped = { data: fixture('v2/entities.json'), page: { number: 0 } };
    assert.deepEqual(decodeEntities(wrapped, CONTEXT), entities);
  });

  it('are refused when they are no list', () => {
    for (const body of [null, {}, 'text', { data: {} }, [1, null]]) {
      assert.throws(() => decodeEntities(body, CONTEXT), { code: 'bad_response' });
    }
  });
});

describe('statuses of API v2', () => {
  it('reconnects with the results id', () => {
    assert.deepEqual(decodeAccountsAnswer(fixture('v2/reconnect-required.json'), CONTEXT), {
      status: 'reconnect-required',
      reconnectId: '7b1c2f5e-0d6a-4c1f-9f5e-2f6a1c3d4e05',
      resultsId: '7b1c2f5e-0d6a-4c1f-9f5e-2f6a1c3d4e05',
    });
  });

  it('prefers a reconnect id at the top', () => {
    const body = { ...(fixture('v2/reconnect-required.json') as Body), reconnect_id: 'r1' };
    const answer = decodeAccountsAnswer(body, CONTEXT);
    assert.equal(answer.status === 'reconnect-required' && answer.reconnectId, 'r1');
  });

  it('says that a consent has ended', () => {
    const answer = decodeAccountsAnswer(fixture('v2/consent-expired.json'), CONTEXT);
    assert.equal(answer.status, 'consent-expired');
    assert.equal(answer.error.code, 'consent_expired');
  });

  it('says the same for the granular word', () => {
    const body = {
      ...(fixture('v2/failed.json') as Body),
      status_detail: { granular_status_code: 'CONSENT_EXPIRED' },
    };
    assert.equal(decodeAccountsAnswer(body, CONTEXT).status, 'consent-expired');
  });

  it('tells where a failure came from, and no id', () => {
    const answer = decodeAccountsAnswer(fixture('v2/failed.json'), CONTEXT);
    assert.equal(answer.status, 'failed');
    const detail = answer.error.toDetail();
    assert.deepEqual(detail, {
      code: 'bank_unavailable',
      message: 'GET /test: the bank data could not be read (FAILED, BANK_MAINTENANCE)',
      retryable: true,
      correlationId: 'corr-1',
      cause: {
        route: 'GET /test',
        httpStatus: 200,
        leanStatus: 'FAILED',
        granularCode: 'BANK_MAINTENANCE',
      },
    });
  });

  it('waits for what is being processed', () => {
    const body = { ...(fixture('v2/pending.json') as Body), status: 'PROCESSING_STARTED' };
    assert.equal(decodeAccountsAnswer(body, CONTEXT).status, 'pending');
    assert.equal(decodeAccountsAnswer(fixture('v2/pending.json'), CONTEXT).status, 'pending');
  });
});
