import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import { en } from '../../src/i18n/en.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { ownPath } from '../support/own-path.js';
import { Screen, until } from '../support/screen.js';
import { startStack, type Stack } from '../support/stack.js';

interface Page {
  accounts: Screen<LeanAccounts>;
  transactions: Screen<LeanTransactions>;
}

let stack: Stack;
let path: string;

/** A customer with one bank, whose backend answers some calls with trouble. */
async function begin(scenario = 'ready'): Promise<void> {
  stack = await startStack({ scenario });
  path = ownPath(stack);
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
}

function answer(route: string, body: () => Response): void {
  stack.use(http.get(`${location.origin}${path}${route}`, body));
}

async function open(): Promise<Page> {
  const provider = await fixture(html`
    <lean-provider proxy=${path}>
      <lean-accounts id="accounts"></lean-accounts>
      <lean-transactions for="accounts"></lean-transactions>
    </lean-provider>
  `);
  return {
    accounts: new Screen(provider.querySelector('lean-accounts')!),
    transactions: new Screen(provider.querySelector('lean-transactions')!),
  };
}

describe('The elements in trouble', () => {
  afterEach(() => {
    stack.stop();
  });

  it('tell an unknown status of transactions as an error and come to rest', async () => {
    await begin();
    answer('/accounts/:id/transactions', () => HttpResponse.json({ status: 'PROCESSING_MAYBE' }));
    const told = nextEvent('lean-transactions-error');
    const { transactions } = await open();
    expect((await told).detail.code).to.equal('unknown_status');
    await until(
      transactions,
      'the list is no longer being read',
      () => !transactions.text.includes(en.transactions.readingOlder),
    );
    expect(transactions.text).to.contain('unknown_status');
  });

  it('ask the same call again where a pending answer names no result', async () => {
    await begin();
    let asked = 0;
    stack.use(
      http.get(`${location.origin}${path}/accounts/:id/transactions`, () => {
        asked += 1;
        // A passed-through request lets the stack's own answer come.
        return asked <= 3 ? HttpResponse.json({ status: 'PENDING' }, { status: 202 }) : undefined;
      }),
    );
    const told = nextEvent('lean-transactions-load');
    await open();
    expect((await told).detail.count).to.be.greaterThan(0);
  });

  it('say in each element that a consent has ended, not that the bank wants to know who it is', async () => {
    await begin();
    const ended = () => HttpResponse.json({ status: 'CONSENT_EXPIRED', data: null });
    answer('/accounts', ended);
    const { accounts, transactions } = await open();
    await until(accounts, 'the notice', () => accounts.text.includes(en.reconnect.connectAgain));
    await until(transactions, 'the line', () => transactions.text.includes('You no longer share'));
    expect(transactions.text).not.to.contain('confirm it is you');
  });

  it('show the full notice once, in the first element, and tell the page once', async () => {
    await begin();
    let ids = 0;
    const refused = () => {
      ids += 1;
      return HttpResponse.json({
        status: 'RECONNECT_REQUIRED',
        data: null,
        results_id: `sample-${String(ids)}`,
      });
    };
    answer('/accounts/:id/balances', refused);
    answer('/accounts/:id/transactions', refused);
    const heard = heardEvents(document, ['lean-reconnect-required']);
    const { accounts, transactions } = await open();
    await until(accounts, 'the notice', () => accounts.text.includes(en.reconnect.text));
    await until(transactions, 'the line', () => transactions.text.includes('asks you to confirm it is you'));
    expect(transactions.text).not.to.contain(en.reconnect.text);
    expect(heard).to.deep.equal(['lean-reconnect-required']);
  });

  it('count nothing where no bank could be read', async () => {
    await begin();
    answer('/accounts', () =>
      HttpResponse.json({ status: 'FAILED', status_detail: { granular_status_code: 'BANK_ISSUE' } }),
    );
    const { accounts } = await open();
    await until(accounts, 'the failure', () => accounts.text.includes('bank_'));
    expect(accounts.announced).not.to.contain('0');
  });
});
