/** The host's session ends, or becomes another customer's (faults U6, H11; issue "Session end"). */
import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { en } from '../../src/i18n/en.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { ownPath, realAnswer, routesAsked } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, comeBack, textOf, watchText } from '../support/seen.js';
import { startStack, type Stack } from '../support/stack.js';

const BANK = 'LEANMB1';
const FIRST = 'sample-customer';
const ANOTHER = 'another-customer';
/** Longer than the page goes without asking again on a return. */
const AWAY_MS = 5000;

let stack: Stack;
let path: string;
/** Routes the page asked for, in order. */
let asked: string[];
let provider: LeanProvider;
let accounts: Screen<LeanAccounts>;
let transactions: Screen<LeanTransactions>;

/** A signed-in customer whose accounts and transactions are on screen; another one has a bank there too. */
async function open(): Promise<void> {
  stack = await startStack();
  path = ownPath(stack);
  asked = routesAsked(stack, path);
  const another = await stack.signInAs(ANOTHER);
  stack.simulator.linkEntity({ customerId: another, bankIdentifier: BANK });
  await stack.signInAs(FIRST);
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: BANK });
  // Nothing is on its way any more that would find out by itself.
  const complete = new Promise<void>((resolve) => {
    document.addEventListener('lean-transactions-load', ({ detail }) => {
      if (detail.complete) resolve();
    });
  });
  const loaded = Promise.all([nextEvent('lean-accounts-load'), complete]);
  provider = await fixture(html`
    <lean-provider proxy=${path}>
      <lean-accounts id="accounts"></lean-accounts>
      <lean-transactions for="accounts" from="2026-10-01"></lean-transactions>
    </lean-provider>
  `);
  accounts = new Screen(provider.querySelector('lean-accounts')!);
  transactions = new Screen(provider.querySelector('lean-transactions')!);
  await loaded;
  await until(accounts, 'amounts', () => amountsIn(accounts.text).length > 0);
}

/** What identifies this customer's data on screen: their amounts. */
function secretsOnScreen(): Set<string> {
  const found = new Set(amountsIn(textOf(provider)).filter((amount) => amount.length > 6));
  expect(found.size).to.be.greaterThan(3);
  return found;
}

const isAnyOf = (text: string, secrets: Set<string>): boolean =>
  amountsIn(text).some((amount) => secrets.has(amount));

function pageEvent(type: 'pagehide' | 'pageshow'): void {
  window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
}

describe("The end of the host's session", () => {
  beforeEach(open);
  afterEach(() => {
    endPassing();
    stack.stop();
  });

  it('takes all data off the screen and is told once, from the provider', async () => {
    const heard = heardEvents(document, ['lean-session-expired']);
    const told = nextEvent('lean-session-expired');
    stack.signOut();
    await Promise.all([accounts.element.refresh(), transactions.element.refresh()]);
    expect((await told).target).to.equal(provider);
    await until(accounts, 'the words', () => accounts.text.includes(en.errors.session_expired.title));
    await until(transactions, 'no amounts', () => amountsIn(textOf(transactions.element)).length === 0);
    expect(amountsIn(textOf(provider))).to.deep.equal([]);
    expect(heard).to.deep.equal(['lean-session-expired']);
  });

  it('is told once, however many calls are refused at the same time', async () => {
    const heard = heardEvents(document, ['lean-session-expired']);
    stack.signOut();
    asked.length = 0;
    pass(10 * 60_000);
    comeBack();
    await until(accounts, 'the words', () => accounts.text.includes(en.errors.session_expired.title));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(new Set(asked).size).to.be.greaterThan(2);
    expect(heard).to.deep.equal(['lean-session-expired']);
  });

  it('does not make the page ask in a loop', async () => {
    stack.signOut();
    await accounts.element.refresh();
    await until(accounts, 'the words', () => accounts.text.includes(en.errors.session_expired.title));
    const heard = heardEvents(document, ['lean-session-expired']);
    asked.length = 0;
    pass(AWAY_MS);
    comeBack();
    await until(accounts, 'asked again', () => asked.length > 0);
    await accounts.element.refresh();
    // Each question has one repetition; neither an error nor an event leads to another question.
    expect(asked.filter((route) => route === '/entities').length).to.be.at.most(4);
    expect(asked.filter((route) => route !== '/entities').length).to.be.at.most(8);
    expect(heard).to.deep.equal([]);
  });

  it('does not make a page that answers each end with a retry ask as fast as it is refused', async () => {
    let told = 0;
    const again = ({ detail }: DocumentEventMap['lean-session-expired']): void => {
      told += 1;
      detail.retry();
    };
    document.addEventListener('lean-session-expired', again);
    stack.signOut();
    asked.length = 0;
    await accounts.element.refresh();
    await until(accounts, 'told again', () => told > 1);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    document.removeEventListener('lean-session-expired', again);
    expect(told).to.be.within(2, 4);
    expect(asked.filter((route) => route === '/entities').length).to.be.at.most(12);
  });

  it('is over when the page says so: everything fills again', async () => {
    const told = nextEvent('lean-session-expired');
    stack.signOut();
    await accounts.element.refresh();
    const { retry } = (await told).detail;
    await until(accounts, 'the words', () => accounts.text.includes(en.errors.session_expired.title));
    stack.signIn();
    retry();
    await until(accounts, 'amounts', () => amountsIn(accounts.text).length > 0);
    await until(transactions, 'rows', () => amountsIn(transactions.text).length > 0);
  });

  for (const [from, events] of [
    ['another tab', ['visibilitychange']],
    ['another window', ['focus']],
  ] as const) {
    it(`is noticed on the return from ${from}, however fresh the data is`, async () => {
      const told = nextEvent('lean-session-expired');
      stack.signOut();
      pass(AWAY_MS);
      for (const type of events) window.dispatchEvent(new Event(type));
      await told;
      await until(transactions, 'no amounts', () => amountsIn(textOf(provider)).length === 0);
    });
  }
});

describe('U6: another customer signs in, in another tab', () => {
  beforeEach(open);
  afterEach(() => {
    endPassing();
    stack.stop();
  });

  /** Comes back as somebody else; no picture of the page may hold data of both. */
  async function returnAsAnother(): Promise<void> {
    const first = secretsOnScreen();
    const numbers = accounts.texts('account-number');
    // An element that shows one bank by its id does not live on the list of banks.
    const [bank] = (await (await fetch(`${path}/entities`)).json()) as { id: string }[];
    const pinned = document.createElement('lean-accounts');
    pinned.entityId = bank!.id;
    const pinnedLoaded = nextEvent('lean-accounts-load', pinned);
    provider.append(pinned);
    await pinnedLoaded;
    await stack.signInAs(ANOTHER);
    const watch = watchText(provider);
    pass(AWAY_MS);
    const loaded = nextEvent('lean-transactions-load');
    comeBack();
    await until(accounts, 'the other customer', () => {
      const shown = accounts.texts('account-number');
      return shown.length > 0 && !shown.some((number) => numbers.includes(number));
    });
    await loaded;
    await until(accounts, 'balances', () => accounts.texts('amount').length >= 3);
    watch.stop();
    const second = secretsOnScreen();
    // A limit of 25,000.00 says nothing of whose it is.
    for (const amount of [...first]) if (second.delete(amount)) first.delete(amount);
    expect([...first, ...second].length).to.be.greaterThan(6);
    const mixed = watch.texts.filter((text) => isAnyOf(text, first) && isAnyOf(text, second));
    expect(mixed).to.deep.equal([]);
    // Blank first: some picture between the two had neither.
    expect(watch.texts.some((text) => !isAnyOf(text, first) && !isAnyOf(text, second))).to.equal(true);
    await until(new Screen(pinned), 'no amounts', () => amountsIn(textOf(pinned)).length === 0);
  }

  it('shows nothing of the first one beside anything of the second', async () => {
    await returnAsAnother();
  });

  it('does so where the backend does not name its customer', async () => {
    stack.use(
      http.get(`${location.origin}${path}/entities`, async ({ request }) => {
        const response = await realAnswer(stack, path, request);
        const list = (await response.json()) as Record<string, unknown>[];
        for (const entity of list) delete entity['customer_id'];
        return HttpResponse.json(list);
      }),
    );
    await returnAsAnother();
  });

  it('forgets which account the first one had chosen', async () => {
    accounts.find('[part~=account] button')?.click();
    await until(accounts, 'a choice', () => accounts.element.selected !== null);
    await returnAsAnother();
    expect(accounts.parts('selected')).to.deep.equal([]);
  });

  it('takes data off the screen that the backend says is not there for this customer', async () => {
    const [account] = accounts.element.renderRoot.querySelectorAll('[part~=account]');
    expect(account).to.exist;
    stack.use(
      http.get(`${location.origin}${path}/accounts`, () =>
        HttpResponse.json({ status: 404, code: 'not_found' }, { status: 404 }),
      ),
    );
    await accounts.element.refresh();
    await until(accounts, 'no amounts', () => amountsIn(accounts.text).length === 0);
  });
});

describe('U6: another customer signs in, on a page with a button alone', () => {
  let sdk: RecordedSdk;
  let button: LeanConnectButton;

  beforeEach(async () => {
    sdk = installRecordedSdk();
    stack = await startStack();
    path = ownPath(stack);
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: BANK });
    provider = await fixture(html`
      <lean-provider proxy=${path}><lean-connect-button>Connect</lean-connect-button></lean-provider>
    `);
    button = provider.querySelector('lean-connect-button')!;
    button.click();
    (await sdk.call()).end({ status: 'CANCELLED' });
    await until(new Screen(button), 'cancelled', () => button.status === 'cancelled');
  });
  afterEach(() => {
    sdk.remove();
    stack.stop();
  });

  for (const [who, bank] of [
    ['has a bank of their own', BANK],
    ['has no bank yet', null],
  ] as const) {
    it(`opens Link for a customer who ${who}`, async () => {
      const another = await stack.signInAs(`${ANOTHER} ${who}`);
      if (bank) stack.simulator.linkEntity({ customerId: another, bankIdentifier: bank });
      const failed = nextEvent('lean-connect-error').then(({ detail }) => detail.error.code);
      button.click();
      const opened = sdk.call(1).then(({ config }) => config['customer_id']);
      expect(await Promise.race([failed, opened])).to.equal(another);
    });
  }

  it('opens Link where the page comes out of the back-forward cache while its banks are asked for', async () => {
    let isFirst = true;
    stack.use(
      http.get(`${location.origin}${path}/entities`, () => {
        if (isFirst) pageEvent('pageshow');
        isFirst = false;
        return undefined;
      }),
    );
    const failed = nextEvent('lean-connect-error').then(({ detail }) => detail.error.code);
    button.click();
    const opened = sdk.call(1).then(({ method }) => method);
    expect(await Promise.race([failed, opened])).to.equal('connect');
  });
});

describe('H11: a page that comes back from the back-forward cache', () => {
  beforeEach(open);
  afterEach(() => {
    stack.stop();
  });

  it('is left without data, so that none flashes up on the way back', async () => {
    secretsOnScreen();
    pageEvent('pagehide');
    await Promise.all([accounts.element.updateComplete, transactions.element.updateComplete]);
    expect(amountsIn(textOf(provider))).to.deep.equal([]);
  });

  it('shows data again only after the backend was asked', async () => {
    asked.length = 0;
    pageEvent('pagehide');
    await Promise.all([accounts.element.updateComplete, transactions.element.updateComplete]);
    pageEvent('pageshow');
    await until(accounts, 'amounts', () => amountsIn(textOf(provider)).length > 0);
    expect(asked).to.include.members(['/entities', '/accounts']);
    await until(transactions, 'rows', () => amountsIn(transactions.text).length > 0);
  });

  it('stays without data where the customer has signed out', async () => {
    pageEvent('pagehide');
    await accounts.element.updateComplete;
    stack.signOut();
    const watch = watchText(provider);
    const told = nextEvent('lean-session-expired');
    pageEvent('pageshow');
    await told;
    await until(accounts, 'the words', () => accounts.text.includes(en.errors.session_expired.title));
    watch.stop();
    expect(watch.texts.flatMap(amountsIn)).to.deep.equal([]);
  });
});
