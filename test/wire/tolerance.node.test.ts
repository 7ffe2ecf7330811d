import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isErrorCode } from './is-error-code.js';
import type { Answer } from '../../src/domain/answer.js';
import type { Transaction } from '../../src/domain/transaction.js';
import { decodeAccountsAnswer } from '../../src/wire/accounts.js';
import { decodeBalancesAnswer } from '../../src/wire/balances.js';
import { decodeRefusal } from '../../src/wire/error-body.js';
import { decodeIdentityAnswer } from '../../src/wire/identity.js';
import { decodeTransactionsAnswer } from '../../src/wire/transactions.js';
import { decodeWebhook } from '../../src/wire/webhook.js';
import { CONTEXT } from './fixtures.js';

const DECODERS = {
  accounts: decodeAccountsAnswer,
  balances: decodeBalancesAnswer,
  transactions: decodeTransactionsAnswer,
  identities: decodeIdentityAnswer,
} as const;

function errorOf(answer: Answer<unknown>): { code: string; cause: { leanStatus: string | null } } {
  assert.ok('error' in answer, `answer is ${answer.status}`);
  const { code, cause } = answer.error.toDetail();
  return { code, cause };
}

function rowsOf(transactions: readonly unknown[], page?: unknown): Transaction[] {
  const body = { status: 'OK', data: { transactions, page } };
  const answer = decodeTransactionsAnswer(body, CONTEXT);
  assert.equal(answer.status, 'ok');
  return answer.data.items;
}

/** A row whose amount and currency are as given. */
function rowWith(amount: unknown): Transaction {
  const [row] = rowsOf([{ transaction_id: 't1', amount, credit_debit_indicator: 'DEBIT' }]);
  assert.ok(row);
  return row;
}

describe('an answer that is not built as promised', () => {
  for (const [name, decode] of Object.entries(DECODERS)) {
    for (const [what, body] of Object.entries({
      'a page': '<html></html>',
      'an array': [],
      null: null,
      'no status': { payload: { [name]: [] } },
      'a status of another type': { status: 7, data: { [name]: [] } },
      'no data': { status: 'OK' },
      'data null': { status: 'OK', data: null, payload: null },
      'data as a list': { status: 'OK', data: [] },
      'an object for the list': { status: 'OK', data: { [name]: { 0: {} } } },
      'text for the list': { status: 'OK', data: { [name]: 'none' } },
      'only unreadable items': { status: 'OK', data: { [name]: [null, 3, 'x'] } },
    })) {
      it(`fails ${name} with bad_response for ${what}`, () => {
        const answer = decode(body, CONTEXT);
        assert.equal(answer.status, 'failed');
        assert.equal(errorOf(answer).code, 'bad_response');
      });
    }
  }

  it('does not take a page block that counts nothing for the end of the list', () => {
    const body = { status: 'OK', data: { transactions: [], page: { number: 0 } } };
    assert.equal(errorOf(decodeTransactionsAnswer(body, CONTEXT)).code, 'bad_response');
  });

  it('counts the pages itself when only the rows are counted', () => {
    const page = { number: 1, size: 50, total_elements: 101 };
    const answer = decodeTransactionsAnswer({ status: 'OK', data: { transactions: [], page } }, CONTEXT);
    assert.equal(answer.status === 'ok' && answer.data.totalPages, 3);
  });
});

describe('an envelope with both keys', () => {
  it('is read by the one that holds something', () => {
    const held = { accounts: [{ account_id: 'a1' }] };
    for (const body of [
      { status: 'OK', payload: held, data: null },
      { status: 'OK', payload: null, data: held },
    ]) {
      const answer = decodeAccountsAnswer(body, CONTEXT);
      assert.equal(answer.status === 'ok' && answer.data.length, 1);
    }
  });
});

describe('an empty list', () => {
  for (const [name, decode] of Object.entries(DECODERS)) {
    it(`is an answer for ${name}, in payload and in data`, () => {
      for (const key of ['payload', 'data']) {
        assert.equal(decode({ status: 'OK', [key]: { [name]: [] } }, CONTEXT).status, 'ok');
      }
    });
  }
});

describe('a status', () => {
  it('that nobody knows is unknown_status, and is told', () => {
    const answer = decodeAccountsAnswer({ status: 'DATA_TEMPORARILY_UNAVAILABLE' }, CONTEXT);
    assert.equal(answer.status, 'failed');
    assert.deepEqual(errorOf(answer), {
      code: 'unknown_status',
      cause: {
        route: 'GET /test',
        httpStatus: 200,
        leanStatus: 'DATA_TEMPORARILY_UNAVAILABLE',
        granularCode: null,
      },
    });
  });

  it('that could be an id or a token is not told', () => {
    for (const status of [
      '3d586d40-04d9-4657-80b7-65bb8cce1e9a',
      'eyJhbGciOi.x.y',
      'no such thing 12.50',
      'A'.repeat(65),
    ]) {
      const answer = decodeAccountsAnswer({ status }, CONTEXT);
      assert.equal(errorOf(answer).cause.leanStatus, null);
      assert.ok('error' in answer && !answer.error.message.includes(status));
    }
  });

  it('in lower case or with spaces is still read', () => {
    assert.equal(decodeAccountsAnswer({ status: ' pending ' }, CONTEXT).status, 'pending');
  });

  for (const [granular, code] of [
    ['BANK_ISSUE', 'bank_failed'],
    ['UNSEEN_BANK_ERROR', 'bank_failed'],
    ['LEAN_ERROR', 'bank_failed'],
    ['TIMEOUT', 'bank_failed'],
    ['INTERNAL_SERVER_ERROR', 'bank_failed'],
    ['BANK_MAINTENANCE', 'bank_unavailable'],
    ['DISABLED_BY_LEAN', 'bank_unavailable'],
    ['DISABLED_BY_CLIENT', 'bank_unavailable'],
    ['DUPLICATED_REQUEST', 'duplicated_request'],
    ['LOGGED_IN_ELSEWHERE', 'bank_session_in_use'],
    ['ACTIVE_SESSION_EXISTS', 'bank_session_in_use'],
    ['EU_ACCOUNT_LOCKED', 'bank_needs_customer'],
    ['EU_FUNCTIONALITY_RESTRICTED', 'bank_needs_customer'],
    ['USER_PERMISSIONS_NOT_GRANTED', 'permission_missing'],
    ['USER_TRANSACTION_RANGE_NOT_GRANTED', 'permission_missing'],
    ['UNSUPPORTED_BY_BANK', 'bank_unsupported_data'],
    ['DATA_NOT_FOUND', 'bank_unsupported_data'],
    ['KNOWN_UNSUPPORTED_MFA_BEHAVIOUR', 'bank_unsupported_data'],
    ['KNOWN_TRAFFIC_OUTSIDE_ALLOWED_REGION', 'bank_unsupported_data'],
    ['A_CODE_TO_COME', 'bank_failed'],
    ['constructor', 'bank_failed'],
  ] as const) {
    it(`FAILED with ${granular} is ${code}`, () => {
      const body = { status: 'FAILED', data: null, status_detail: { granular_status_code: granular } };
      assert.equal(errorOf(decodeAccountsAnswer(body, CONTEXT)).code, code);
    });
  }

  it('FAILED without a word is bank_failed', () => {
    for (const status_detail of [null, {}, undefined, 'x']) {
      assert.equal(
        errorOf(decodeAccountsAnswer({ status: 'FAILED', status_detail }, CONTEXT)).code,
        'bank_failed',
      );
    }
  });
});

describe('one bad item', () => {
  it('does not sink the other accounts', () => {
    const accounts = [
      null,
      { name: 'no id' },
      'x',
      { account_id: 'a1', currency: 7, type: [], account: 'none' },
    ];
    const answer = decodeAccountsAnswer({ status: 'OK', payload: { accounts } }, CONTEXT);
    assert.deepEqual(answer.status === 'ok' && answer.data, [
      {
        accountId: 'a1',
        entityId: null,
        bankIdentifier: null,
        name: null,
        type: 'unknown',
        status: 'unknown',
        holderName: null,
        currency: '',
        iban: null,
        accountNumber: null,
        credit: null,
      },
    ]);
  });

  it('reads what a card has to pay next, and nothing of terms that say nothing', () => {
    const terms = (credit: unknown) => {
      const accounts = [{ account_id: 'a1', type: 'CREDIT', currency_code: 'SAR', credit }];
      const answer = decodeAccountsAnswer({ status: 'OK', payload: { accounts } }, CONTEXT);
      return answer.status === 'ok' && answer.data[0]?.credit;
    };
    assert.deepEqual(
      terms({
        limit: 20000,
        next_payment_due_date: '2026-12-05T00:00:00Z',
        next_payment_due_amount: '450.5',
      }),
      {
        limit: { amount: '20000', currency: 'SAR' },
        dueDate: '2026-12-05',
        dueAmount: { amount: '450.5', currency: 'SAR' },
      },
    );
    assert.equal(terms({ limit: null, next_payment_due_date: '2026-02-30' }), null);
    assert.equal(terms('none'), null);
  });

  it('does not sink the other balances', () => {
    const balances = [
      { type: 'EXPECTED', amount: { amount: 'much', currency: 'AED' } },
      { type: 'BRAND_NEW', amount: { amount: '1.50', currency: 'aed' } },
    ];
    const answer = decodeBalancesAnswer({ status: 'OK', data: { balances } }, CONTEXT);
    assert.deepEqual(answer.status === 'ok' && answer.data, [
      { type: 'BRAND_NEW', money: { amount: '1.5', currency: 'AED' }, at: null, creditLimit: null },
    ]);
  });

  it('never becomes a false zero', () => {
    for (const balance of [null, undefined, 'none', {}]) {
      const answer = decodeBalancesAnswer(
        { status: 'OK', payload: { balance, currency_code: 'AED' } },
        CONTEXT,
      );
      assert.equal(errorOf(answer).code, 'bad_response');
    }
  });

  it('keeps a transaction row whose fields are all of a wrong type', () => {
    const [row] = rowsOf([
      { transaction_id: {}, amount: [], booking_date_time: 5, status: false, insights: 'x' },
    ]);
    assert.equal(row?.money, null);
    assert.equal(row.status, 'unknown');
    assert.equal(row.direction, null);
    assert.equal(row.bookedAt, null);
    assert.equal(row.category, null);
    assert.match(row.transactionId, /^row-/);
  });
});

describe('the amount of a row', () => {
  for (const amount of ['', 'NaN', '1,000.00', '١٢', 'Infinity', {}, [], true, null]) {
    it(`is null for ${JSON.stringify(amount)}, and the row stays`, () => {
      assert.equal(rowWith({ amount, currency: 'AED' }).money, null);
    });
  }

  it('keeps a currency that nobody knows, in upper case', () => {
    assert.deepEqual(rowWith({ amount: 5, currency: 'xbt' }).money, { amount: '-5', currency: 'XBT' });
  });

  it('has an empty currency when the bank sent none', () => {
    assert.deepEqual(rowWith({ amount: 5 }).money, { amount: '-5', currency: '' });
  });

  it('is signed once, whatever sign came with the indicator', () => {
    assert.equal(rowWith({ amount: -5, currency: 'AED' }).money?.amount, '-5');
  });

  it('tells the direction by its sign in v1', () => {
    const rows = rowsOf([
      { id: '1', amount: 5, currency_code: 'AED' },
      { id: '2', amount: -5, currency_code: 'AED' },
      { id: '3', amount: 0, currency_code: 'AED' },
      { id: '4', amount: '-0.00', currency_code: 'AED' },
    ]);
    assert.deepEqual(
      rows.map(({ direction, money }) => [direction, money?.amount]),
      [
        ['credit', '5'],
        ['debit', '-5'],
        [null, '0'],
        [null, '0'],
      ],
    );
  });
});

describe('the key of a row', () => {
  const bare = { amount: { amount: 1, currency: 'AED' }, transaction_information: 'SAME' };

  it('is the same when the same page is read again', () => {
    const rows = [bare, { ...bare, transaction_id: 't' }, bare];
    assert.deepEqual(
      rowsOf(rows).map(({ transactionId }) => transactionId),
      rowsOf(rows).map(({ transactionId }) => transactionId),
    );
  });

  it('differs for every row, with ids missing, empty or repeated', () => {
    const ids = [undefined, undefined, null, '', 't', 't', 't', 5];
    const rows = rowsOf(ids.map((transaction_id) => ({ ...bare, transaction_id })));
    assert.equal(rows.length, ids.length);
    assert.equal(new Set(rows.map(({ transactionId }) => transactionId)).size, ids.length);
  });

  it('differs between pages for rows without an id', () => {
    const keys = [0, 1].map(
      (number) => rowsOf([bare], { number, size: 1, total_elements: 2, total_pages: 2 })[0]?.transactionId,
    );
    assert.notEqual(keys[0], keys[1]);
  });
});

describe('every decoder', () => {
  const anything = fc.jsonValue({ maxDepth: 4 });
  const field = fc.constantFrom(
    ...['status', 'payload', 'data', 'accounts', 'balances', 'transactions', 'identities', 'page', 'amount'],
    ...['account', 'insights', 'status_detail', 'results_id', '__proto__', 'constructor', 'balance', 'type'],
  );
  const leanish = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('OK', 'FAILED', 'PENDING', 'RECONNECT_REQUIRED', 'entity.created', null, 1e308, -0),
      anything,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(field, tie('value'), { maxKeys: 5 }),
    ),
  })).value;

  it('answers any JSON with an answer and a code of the closed list', () => {
    fc.assert(
      fc.property(leanish, (body) => {
        for (const decode of Object.values(DECODERS)) {
          const answer = decode(body, CONTEXT);
          if ('error' in answer) assert.ok(isErrorCode(answer.error.code));
        }
        decodeRefusal(body);
        decodeWebhook(body);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps as many rows as the bank sent', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(field, leanish), { maxLength: 20 }), (rows) => {
        assert.equal(rowsOf(rows).length, rows.length);
      }),
    );
  });
});

describe('a webhook', () => {
  it('of an unknown type, or without what it is about, is unknown and harmless', () => {
    for (const body of [{ type: 'payment.created', payload: { id: 'p' } }, { type: 'entity.created' }, {}]) {
      assert.equal(decodeWebhook(body)?.type, 'unknown');
    }
    for (const body of [null, [], 'text', 7]) assert.equal(decodeWebhook(body), null);
  });

  it('ends a refresh with OK or FINISHED', () => {
    const statuses = ['PENDING', 'OK', 'FINISHED', 'FAILED', 'NEW'].map((status) => {
      const payload = { entity_id: 'e1', refresh_id: 'f1', customer_id: 'c1', status };
      const event = decodeWebhook({ type: 'entity.data.refresh.updated', event_id: 'v1', payload });
      return event?.type === 'entity.data.refresh.updated' ? event.dataStatus : 'wrong';
    });
    assert.deepEqual(statuses, ['pending', 'ready', 'ready', 'failed', null]);
  });

  it('tells whether a bank can be read', () => {
    const event = decodeWebhook({
      type: 'bank.availability.updated',
      payload: { identifier: 'B', availability: { active: { data: false }, enabled: { data: true } } },
    });
    assert.ok(event?.type === 'bank.availability.updated');
    assert.equal(event.canBeRead, false);
    assert.equal(event.bankIdentifier, 'B');
  });
});
