import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accountTypeOf } from '../../src/domain/account.js';
import { BALANCE_PREFERENCE, balanceKindOf, chooseBalance, type Balance } from '../../src/domain/balance.js';
import { CATEGORIES, categoryOf } from '../../src/domain/category.js';
import type { Consent, Entity } from '../../src/domain/entity.js';
import { asLeanError, LeanError, type ErrorCode } from '../../src/domain/error.js';
import { ERROR_CODES } from '../../src/domain/error-codes.js';
import { compactIban, groupIban, maskIban } from '../../src/domain/iban.js';
import { isRegion, regionOfBank } from '../../src/domain/region.js';
import { sharingOf } from '../../src/domain/sharing.js';

const character = fc.stringMatching(/^[A-Z0-9]$/);
const iban = fc
  .tuple(
    fc.constantFrom('AE', 'SA'),
    fc.stringMatching(/^\d{2}$/),
    fc.array(character, { minLength: 17, maxLength: 20 }),
  )
  .map(([country, check, rest]) => country + check + rest.join(''));

describe('an IBAN', () => {
  it('is hidden but for country, check digits and the last four', () => {
    fc.assert(
      fc.property(iban, (number) => {
        const masked = maskIban(number);
        assert.equal(masked, `${number.slice(0, 4)} •••• •••• ${number.slice(-4)}`);
        assert.ok(!masked.includes(number.slice(4, -4)));
      }),
    );
  });

  it('is masked alike, however it was spaced or written', () => {
    fc.assert(
      fc.property(iban, (number) => {
        assert.equal(maskIban(groupIban(number).toLowerCase()), maskIban(number));
        assert.equal(compactIban(groupIban(number)), number);
      }),
    );
  });

  it('is read in groups of four', () => {
    assert.equal(groupIban('SA0380000000608010167519'), 'SA03 8000 0000 6080 1016 7519');
  });

  it('that is no IBAN shows its last four characters only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,20}$/), (number) => {
        assert.equal(maskIban(number), `•••• ${number.slice(-4)}`);
      }),
    );
  });
});

describe('the balance to show', () => {
  const balance = fc.record<Balance>({
    type: fc.constantFrom(...BALANCE_PREFERENCE, 'BRAND_NEW', 'UNSUPPORTED'),
    money: fc.record({ amount: fc.integer().map(String), currency: fc.constant('AED') }),
    at: fc.option(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((at) => at.toISOString()),
    ),
    creditLimit: fc.constant(null),
  });

  it('is there whenever a bank sent any', () => {
    fc.assert(
      fc.property(fc.array(balance), (balances) => {
        assert.equal(chooseBalance(balances) === null, balances.length === 0);
      }),
    );
  });

  it('is of the first preferred type that is there', () => {
    fc.assert(
      fc.property(fc.array(balance, { minLength: 1 }), (balances) => {
        const chosen = chooseBalance(balances);
        const types = new Set(balances.map(({ type }) => type));
        const expected = BALANCE_PREFERENCE.find((type) => types.has(type)) ?? balances[0]?.type;
        assert.equal(chosen?.type, expected);
      }),
    );
  });

  it('does not depend on the order in which balances of known types came', () => {
    fc.assert(
      fc.property(fc.uniqueArray(balance, { selector: ({ type }) => type, minLength: 1 }), (balances) => {
        if (!balances.some(({ type }) => (BALANCE_PREFERENCE as readonly string[]).includes(type))) return;
        assert.deepEqual(chooseBalance(balances), chooseBalance([...balances].reverse()));
      }),
    );
  });

  it('is the newest of several, by instant and not by spelling', () => {
    const at = (each: string | null): Balance => ({
      type: 'EXPECTED',
      money: { amount: '1', currency: 'AED' },
      at: each,
      creditLimit: null,
    });
    const newest = '2026-05-13T20:00:00Z';
    assert.equal(chooseBalance([at(null), at('2026-05-13T21:00:00+04:00'), at(newest)])?.at, newest);
  });

  it('obeys the order that a page sets, in front of ours', () => {
    const of = (type: string): Balance => ({
      type,
      money: { amount: '-1', currency: 'AED' },
      at: null,
      creditLimit: null,
    });
    const balances = [of('INTERIM_AVAILABLE'), of('CLOSING_BOOKED')];
    assert.equal(chooseBalance(balances, ['OPENING_BOOKED', 'CLOSING_BOOKED'])?.type, 'CLOSING_BOOKED');
    assert.equal(chooseBalance(balances, ['OPENING_BOOKED'])?.type, 'INTERIM_AVAILABLE');
  });

  it('has a word for the customer, whatever its type', () => {
    const kinds = [
      'BALANCE',
      'INTERIM_AVAILABLE',
      'PREVIOUSLY_CLOSED_BOOKED',
      'CLOSING_CLEARED',
      'EXPECTED',
      'NEW',
    ];
    assert.deepEqual(kinds.map(balanceKindOf), [
      'balance',
      'available',
      'booked',
      'cleared',
      'expected',
      'information',
    ]);
  });
});

describe('words of the wire', () => {
  it('name account types of both generations', () => {
    assert.deepEqual(
      ['Checkings', 'CURRENT', 'Savings', 'CHARGE_CARD', 'UNSUPPORTED', null, 'toString'].map(accountTypeOf),
      ['current', 'current', 'savings', 'charge-card', 'unknown', 'unknown', 'unknown'],
    );
  });

  it('name the sixteen categories and the plural of the seed guide', () => {
    assert.equal(CATEGORIES.length, 16);
    for (const category of CATEGORIES) assert.equal(categoryOf(` ${category.toLowerCase()} `), category);
    assert.equal(categoryOf('LOANS_AND_INVESTMENTS'), 'LOANS_AND_INVESTMENT');
    for (const none of ['string', '', null, undefined, 'constructor']) assert.equal(categoryOf(none), null);
  });

  it('tell the region of a bank by IBAN first, then by identifier', () => {
    assert.equal(regionOfBank('LEA1_SAMAOB_SAU', null), 'sa');
    assert.equal(regionOfBank('LEAN_OF_RETAIL_UAE', null), 'ae');
    assert.equal(regionOfBank('LEAN_OF_RETAIL_UAE', 'SA03'), 'sa');
    assert.equal(regionOfBank('LEANMB1', null), null);
    assert.equal(isRegion('ae') && !isRegion('AE') && !isRegion(null), true);
  });
});

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('the end of consents', () => {
  const consent = (status: Consent['status'], expiresAt: string | null): Consent => ({
    consentId: null,
    status,
    createdAt: null,
    expiresAt,
    transactionsFrom: null,
    transactionsTo: null,
  });
  const entity = (consents: Consent[]): Entity => ({
    entityId: 'e1',
    customerId: null,
    bankIdentifier: null,
    bank: null,
    permissions: [],
    consents,
    dataStatus: null,
    createdAt: null,
    updatedAt: null,
  });

  const untilOf = (...consents: Consent[]): string | null => sharingOf(entity(consents), NOW).until;

  it('is that of the one that runs longest', () => {
    const revoked = consent('revoked', '2028-01-01T00:00:00Z');
    const active = consent('active', '2027-01-01T00:00:00Z');
    assert.equal(
      untilOf(active, consent('unknown', '2027-06-01T00:00:00Z'), revoked),
      '2027-06-01T00:00:00Z',
    );
    assert.equal(untilOf(active, consent('active', null)), null);
    assert.equal(untilOf(), null);
  });

  it('is over when its date has passed, whatever its status says', () => {
    assert.equal(sharingOf(entity([consent('active', '2026-11-22T00:00:00Z')]), NOW).status, 'expired');
  });
});

describe('an error', () => {
  it('tells whether it is worth another try, for every code', () => {
    for (const code of Object.keys(ERROR_CODES) as ErrorCode[]) {
      assert.equal(new LeanError(code, 'x').retryable, ERROR_CODES[code].retryable);
    }
  });

  it('is plain JSON in an event', () => {
    const error = new LeanError('bank_failed', 'said', {
      cause: { route: 'GET /accounts' },
      correlationId: 'c',
    });
    assert.deepEqual(JSON.parse(JSON.stringify(error.toDetail())), {
      code: 'bank_failed',
      message: 'said',
      retryable: true,
      correlationId: 'c',
      cause: { route: 'GET /accounts', httpStatus: null, leanStatus: null, granularCode: null },
    });
  });

  it('is made of whatever was thrown', () => {
    const own = new LeanError('offline', 'x');
    assert.equal(asLeanError(own), own);
    assert.equal(asLeanError(new TypeError('boom')).code, 'unexpected');
    assert.equal(asLeanError('boom').message, 'boom');
  });
});
