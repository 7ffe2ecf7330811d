import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { decodeAccountsAnswer } from '../../src/wire/accounts.js';
import { decodeBalancesAnswer } from '../../src/wire/balances.js';
import { decodeEntities } from '../../src/wire/entities.js';
import { decodeIdentityAnswer } from '../../src/wire/identity.js';
import { decodeTransactionsAnswer } from '../../src/wire/transactions.js';
import { decodeWebhook } from '../../src/wire/webhook.js';
import { CONTEXT, fixture, fixtureText } from './fixtures.js';

const GUIDE = new URL('../../../shared/seed/fetching-data-using-the-api.txt', import.meta.url);
const FIXTURES = readdirSync(new URL('../fixtures/seed/', import.meta.url));
const VERBATIM = FIXTURES.filter((name) => !name.endsWith('.md') && !name.endsWith('.repaired.json'));

const OF_ENTITY = { ...CONTEXT, entityId: 'f08fb010-878f-407a-9ac2-a7840fb56185' };

describe('the seed guide', () => {
  const skip = existsSync(GUIDE) ? false : 'the guide itself is not beside this repository';
  for (const name of VERBATIM) {
    it(`holds ${name} byte for byte`, { skip }, () => {
      assert.ok(readFileSync(GUIDE, 'utf8').includes(fixtureText(`seed/${name}`)));
    });
  }

  it('has exactly the texts that the fixtures are made of', () => {
    assert.equal(VERBATIM.length, 18);
  });

  for (const name of VERBATIM.filter((each) => each.endsWith('.txt'))) {
    it(`shows ${name}, which only its repair makes JSON`, () => {
      assert.throws(() => fixture(`seed/${name}`), SyntaxError);
      assert.equal(typeof fixture(`seed/${name.replace('.txt', '.repaired.json')}`), 'object');
    });
  }

  it('gives two accounts with their IBANs compact', () => {
    const answer = decodeAccountsAnswer(fixture('seed/accounts.reply.json'), OF_ENTITY);
    const common = {
      entityId: OF_ENTITY.entityId,
      bankIdentifier: 'LEANMB1',
      status: 'unknown',
      holderName: null,
      currency: 'SAR',
      accountNumber: null,
      credit: null,
    };
    assert.deepEqual(answer, {
      status: 'ok',
      refreshedAt: null,
      data: [
        {
          ...common,
          accountId: '3d586d40-04d9-4657-80b7-65bb8cce1e9a',
          name: 'Mockbank1 Checkings Account',
          type: 'current',
          iban: 'SA0380000000608010167519',
        },
        {
          ...common,
          accountId: '3e9e4289-9e4f-480f-af68-3181cb35218e',
          name: 'Mockbank1 Savings Account',
          type: 'savings',
          iban: 'SA0380000000608016352788',
        },
      ],
    });
  });

  it('gives one balance as exact decimal text', () => {
    assert.deepEqual(decodeBalancesAnswer(fixture('seed/balance.reply.json'), CONTEXT), {
      status: 'ok',
      refreshedAt: null,
      data: [
        { type: 'BALANCE', money: { amount: '15035.85', currency: 'SAR' }, at: null, creditLimit: null },
      ],
    });
  });

  it('gives one transaction, its plural category under the name of today', () => {
    const answer = decodeTransactionsAnswer(fixture('seed/transactions.reply.json'), {
      ...OF_ENTITY,
      accountId: '01bb8b3f-8462-470b-b2ed-14eb15b95fa2',
    });
    assert.deepEqual(answer, {
      status: 'ok',
      refreshedAt: null,
      data: {
        pageNumber: 0,
        totalPages: 1,
        totalItems: 1,
        items: [
          {
            transactionId: '01e39a9c-a4ff-3429-a079-968ad1bbb0a3',
            accountId: '01bb8b3f-8462-470b-b2ed-14eb15b95fa2',
            entityId: OF_ENTITY.entityId,
            description: 'ALETIHAD CREDIT BUREAU ABU DHABI AE',
            merchantName: null,
            reference: null,
            money: { amount: '84685.18', currency: 'AED' },
            direction: 'credit',
            status: 'booked',
            bookedAt: '2021-01-31T00:00:00Z',
            valueAt: null,
            category: 'LOANS_AND_INVESTMENT',
            type: 'TRANSFER',
          },
        ],
      },
    });
  });

  it('gives one identity', () => {
    assert.deepEqual(decodeIdentityAnswer(fixture('seed/identity.reply.json'), OF_ENTITY), {
      status: 'ok',
      refreshedAt: null,
      data: [
        {
          fullName: 'John Doe',
          nationalId: '123456789',
          birthDate: '1990-09-15',
          gender: 'male',
          emailAddress: '[email protected]',
          mobileNumber: '07849720842',
          address: '140 Tabernacle Street, Shoreditch EC2A 4SD',
          partyType: null,
          accountRole: null,
        },
      ],
    });
  });

  it('gives an entity with the permissions that were granted', () => {
    const [entity] = decodeEntities([fixture('seed/entity.json')], CONTEXT);
    assert.equal(entity?.entityId, 'f6dcc0ae-20c6-318c-bdba-49fb2ced41ce');
    assert.equal(entity.bankIdentifier, 'LEANMB1');
    assert.deepEqual(entity.permissions, ['identity', 'accounts', 'balance', 'transactions']);
    assert.equal(entity.dataStatus, null);
  });

  it('asks for a reconnect with the id of the payload, not with the results id', () => {
    assert.deepEqual(decodeAccountsAnswer(fixture('seed/reconnect-required.json'), CONTEXT), {
      status: 'reconnect-required',
      reconnectId: '20afcfd3-7ee3-44b8-9d6e-bf74b259fb90',
      resultsId: 'fae0ff1b-b0b7-481d-9c0a-533e0abfc798',
    });
  });

  it('says where a pending result will be', () => {
    assert.deepEqual(decodeTransactionsAnswer(fixture('seed/pending.json'), CONTEXT), {
      status: 'pending',
      resultsId: '6dd9c7d2-1c8c-4862-bb1f-fcf52f5033d4',
    });
  });

  it('tells of a new entity and of its bank', () => {
    assert.deepEqual(decodeWebhook(fixture('seed/entity.created.json')), {
      eventId: null,
      timestamp: '2020-10-10T17:19:00.059933Z',
      type: 'entity.created',
      entityId: 'f08fb010-878f-407a-9ac2-a7840fb56185',
      customerId: '6bc2336a-6d74-4e59-a492-65313423a8f',
      appUserId: null,
      permissions: ['transactions', 'balance', 'identity', 'accounts'],
      bank: {
        bankIdentifier: 'LEANMB1',
        name: 'Lean Mock Bank',
        arabicName: null,
        logo: 'https://cdn.leantech.me/img/banks/white-lean.png',
        mainColor: '#1beb75',
        backgroundColor: '#001E26',
        countryCode: null,
      },
    });
  });

  it('tells of a reconnected entity', () => {
    assert.deepEqual(decodeWebhook(fixture('seed/entity.reconnected.repaired.json')), {
      eventId: null,
      timestamp: '2021-01-08T18:05:19.244672Z',
      type: 'entity.reconnected',
      entityId: 'a2533394-6fcb-4407-989d-c35e96f34aa3',
      reconnectId: '6222a07e-3aa8-42ba-87df-0ef989f36d19',
    });
  });

  for (const [name, resultsId] of [
    ['reconnect', '9b8ab652-cc95-4fb2-9340-59b0164c8fb2'],
    ['pending', '6dd9c7d2-1c8c-4862-bb1f-fcf52f5033d4'],
  ] as const) {
    it(`tells of a result that is ready after a ${name}`, () => {
      assert.deepEqual(decodeWebhook(fixture(`seed/results.ready.${name}.repaired.json`)), {
        eventId: null,
        timestamp: '2021-01-08T18:05:19.244672Z',
        type: 'results.ready',
        resultsId,
      });
    });
  }
});
