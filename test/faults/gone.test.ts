/** A bank that is this customer's no more: elements that show just that bank, and histories asked for by their ids. */
import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { en } from '../../src/i18n/en.js';
import { CONTRACT_HEADER } from '../../src/wire/contract.js';
import { nextEvent } from '../support/events.js';
import { callsAsked, ownPath } from '../support/own-path.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, comeBack, textOf } from '../support/seen.js';
import { startStack, type Stack } from '../support/stack.js';

const FROM = '2026-10-01';

let stack: Stack;
let path: string;
let asked: string[];
let entityId: string;

beforeEach(async () => {
  stack = await startStack();
  path = ownPath(stack);
  asked = callsAsked(stack, path);
  const { customerId } = stack;
  entityId = stack.simulator.linkEntity({ customerId, bankIdentifier: 'LEANMB1' }).id;
  stack.simulator.linkEntity({ customerId, bankIdentifier: 'FALAJ_RETAIL_UAE' });
});
afterEach(() => {
  stack.stop();
});

const hasAmounts = (screen: Screen): boolean => amountsIn(textOf(screen.element)).length > 0;

async function disconnectElsewhere(): Promise<void> {
  const headers = { [CONTRACT_HEADER]: '1' };
  const response = await fetch(`${path}/entities/${entityId}`, { method: 'DELETE', headers });
  expect(response.status).to.equal(204);
}

interface Page {
  provider: HTMLElement;
  accounts: Screen<LeanAccounts>;
  transactions: Screen<LeanTransactions>;
}

/** Accounts and transactions of the first bank alone, beside all banks. */
async function openPinned(): Promise<Page> {
  const provider = await fixture<HTMLElement>(html`
    <lean-provider proxy=${path}>
      <lean-accounts id="all"></lean-accounts>
      <lean-accounts id="pinned" entity-id=${entityId}></lean-accounts>
      <lean-transactions entity-id=${entityId} from=${FROM}></lean-transactions>
      <lean-consents></lean-consents>
    </lean-provider>
  `);
  const accounts = new Screen(provider.querySelector<LeanAccounts>('#pinned')!);
  const transactions = new Screen(provider.querySelector('lean-transactions')!);
  await until(accounts, 'balances', () => hasAmounts(accounts));
  await until(transactions, 'rows', () => hasAmounts(transactions));
  return { provider, accounts, transactions };
}

/** The customer reads that the bank is gone and what can be done, and nothing of it any more. */
async function seesThatItIsGone({ accounts, transactions }: Page): Promise<void> {
  for (const screen of [accounts, transactions]) {
    await until(screen, 'the words', () => screen.text.includes(en.errors.not_found.title));
    expect(screen.text).to.contain(en.errors.not_found.text);
    expect(screen.hasButton(en.common.retry)).to.equal(false);
    expect(hasAmounts(screen)).to.equal(false);
  }
  expect(accounts.texts('bank-status')).to.deep.equal([en.banks.ended]);
  await expect(accounts.element).to.be.accessible();
}

describe('An element that shows one bank', () => {
  it('says that the bank is gone when it was disconnected in another tab, as soon as the customer is back', async () => {
    const page = await openPinned();
    await disconnectElsewhere();
    comeBack();
    await seesThatItIsGone(page);
    const all = new Screen(page.provider.querySelector<LeanAccounts>('#all')!);
    await until(all, 'the other bank', () => all.parts('bank').length === 1);
    expect(hasAmounts(all)).to.equal(true);
  });

  it('says so when it was disconnected on this page', async () => {
    const page = await openPinned();
    const consents = new Screen(page.provider.querySelector('lean-consents')!);
    await until(consents, 'both banks', () => consents.hasButton('Disconnect'));
    await consents.press('Disconnect');
    const gone = nextEvent('lean-disconnect-success');
    await consents.press('Disconnect');
    expect((await gone).detail.entityId).to.equal(entityId);
    await seesThatItIsGone(page);
  });

  it('offers to connect again when the consent was taken back at the bank', async () => {
    const { accounts, transactions } = await openPinned();
    stack.simulator.setScenario(stack.customerId, 'consent-expired');
    await Promise.all([accounts.element.refresh(), transactions.element.refresh()]);
    for (const screen of [accounts, transactions]) {
      await until(screen, 'the words', () => screen.text.includes('You no longer share'));
    }
    await until(accounts, 'no balances', () => !hasAmounts(accounts));
    await until(transactions, 'no rows', () => !hasAmounts(transactions));
  });
});

describe('A history that is asked for by its ids', () => {
  let screens: Screen<LeanTransactions>[];
  const answer = (body: object, status = 200) => {
    stack.use(
      http.get(`${location.origin}${path}/accounts/:id/transactions`, () =>
        HttpResponse.json(body, { status }),
      ),
    );
  };

  beforeEach(async () => {
    const list = (await (await fetch(`${path}/accounts?entity_id=${entityId}`)).json()) as {
      data: { accounts: { account_id: string }[] };
    };
    const [{ account_id: accountId }] = list.data.accounts as [{ account_id: string }];
    const provider = await fixture(html`
      <lean-provider proxy=${path}>
        <lean-transactions entity-id=${entityId} account-id=${accountId} from=${FROM}></lean-transactions>
      </lean-provider>
    `);
    screens = [new Screen(provider.querySelector('lean-transactions')!)];
    for (const screen of screens) await until(screen, 'rows', () => hasAmounts(screen));
  });

  for (const [name, status] of [
    ['is not there for this customer', 404],
    ['is not this customer’s to read', 403],
  ] as const) {
    it(`is blank once the backend says that it ${name}: it may have been another’s`, async () => {
      answer({ status, code: status === 404 ? 'not_found' : 'forbidden' }, status);
      const [screen] = screens as [Screen<LeanTransactions>];
      await screen.element.refresh();
      await until(screen, 'no rows', () => !hasAmounts(screen));
      expect(screen.text).to.contain(en.errors[status === 404 ? 'not_found' : 'forbidden'].title);
      expect(asked.filter((call) => call === 'GET /entities')).to.deep.equal([]);
    });
  }

  it('is blank once the consent has ended', async () => {
    answer({ status: 'CONSENT_EXPIRED', data: null });
    const [screen] = screens as [Screen<LeanTransactions>];
    await screen.element.refresh();
    await until(screen, 'no rows', () => !hasAmounts(screen));
    await until(screen, 'the way back', () => screen.hasButton(en.reconnect.connectAgain));
  });

  it('keeps its rows through any other trouble', async () => {
    answer({ status: 'FAILED', data: null, status_detail: { granular_status_code: 'BANK_ISSUE' } });
    const [screen] = screens as [Screen<LeanTransactions>];
    await screen.element.refresh();
    await until(screen, 'the trouble', () => screen.text.includes(en.errors.bank_failed.title));
    expect(hasAmounts(screen)).to.equal(true);
  });
});
