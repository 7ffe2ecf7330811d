import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { http } from 'msw';
import '../../src/define/lean-accounts.js';
import type { GivenAccount } from '../../src/controllers/accounts.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import { SELECTION } from '../../src/elements/shared/selection.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { sampleAccount, sampleBalance } from '../support/samples.js';
import { readable, Screen } from '../support/screen.js';
import { ownPath } from '../support/own-path.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

const EVENTS = ['lean-accounts-load', 'lean-accounts-error', 'lean-account-select'];

type Screened = Screen<LeanAccounts>;

/** The element with accounts of the page's own. */
async function given(accounts: GivenAccount[], more: Partial<LeanAccounts> = {}): Promise<Screened> {
  const element = await fixture<LeanAccounts>(html`<lean-accounts></lean-accounts>`);
  Object.assign(element, { accounts, ...more });
  await element.updateComplete;
  return new Screen(element);
}

describe('lean-accounts with accounts of the page’s own', () => {
  it('shows name, kind, masked number and balance with its kind', async () => {
    const screen = await given([sampleAccount({ name: 'Rainy days', type: 'savings' })]);
    expect(screen.text).to.include('Rainy days').and.include('Savings account');
    expect(screen.texts('account-number')).to.deep.equal(['AE07 •••• •••• 4567']);
    expect(screen.texts('balance')).to.deep.equal(['AED 42,905.10 available']);
  });

  it('calls an account without a name by its kind', async () => {
    const screen = await given([sampleAccount({ name: null, type: 'savings' })]);
    expect(screen.texts('account-name')).to.deep.equal(['Savings account']);
  });

  it('adds up what the customer has, per currency, exactly and never across', async () => {
    const screen = await given([
      sampleAccount({ accountId: 'a', balance: sampleBalance('0.1', 'AED') }),
      sampleAccount({ accountId: 'b', balance: sampleBalance('0.2', 'AED') }),
      sampleAccount({ accountId: 'c', balance: sampleBalance('15035.85', 'SAR') }),
    ]);
    expect(readable(screen.find('.sums'))).to.equal('AED 0.30 SAR 15,035.85');
  });

  it('counts neither what is owed nor what is not shared, and says how many', async () => {
    const screen = await given([
      sampleAccount({ accountId: 'a' }),
      sampleAccount({ accountId: 'b', type: 'credit', balance: sampleBalance('-1240.5', 'AED') }),
      sampleAccount({ accountId: 'c', balance: null }),
    ]);
    expect(readable(screen.find('.sums'))).to.equal('AED 42,905.10');
    expect(screen.texts('freshness')).to.deep.equal(['2 accounts not counted']);
  });

  it('does not show a balance that was not shared as zero', async () => {
    const screen = await given([sampleAccount({ balance: null })]);
    expect(screen.texts('balance')).to.deep.equal(['Balance not shared']);
    expect(screen.part('amounts-button'), 'there is no amount to hide').to.equal(null);
    expect(screen.text).not.to.match(/\d0/);
  });

  it('shows a card’s limit, and the day of a balance that is not today’s', async () => {
    const money = { amount: '20000', currency: 'AED' };
    const balance = sampleBalance('-5', 'AED', {
      type: 'INTERIM_BOOKED',
      at: '2021-01-31T10:00:00Z',
      creditLimit: money,
    });
    const screen = await given([sampleAccount({ type: 'credit', balance })]);
    expect(screen.texts('balance')).to.deep.equal(['AED −5.00 booked, 31 January 2021 limit AED 20,000.00']);
  });

  it('tells by the clock when a balance of today was reckoned, and by the day an older one', async () => {
    const at = new Date().toISOString();
    const time = new Intl.DateTimeFormat('en-AE', { timeStyle: 'short', timeZone: 'Asia/Dubai' }).format(
      new Date(at),
    );
    const screen = await given([sampleAccount({ balance: sampleBalance('1', 'AED', { at }) })]);
    expect(screen.texts('balance')).to.deep.equal([
      `AED 1.00 available, ${readable(document.createTextNode(time))}`,
    ]);
    expect(screen.find('time')?.title).to.match(/\d{4} at /);
  });

  it('tells when a card has to be paid and how much, and not how much while amounts are hidden', async () => {
    const credit = {
      limit: { amount: '20000', currency: 'AED' },
      dueDate: '2021-02-05',
      dueAmount: { amount: '450', currency: 'AED' },
    };
    const screen = await given([
      sampleAccount({ type: 'credit', credit, balance: sampleBalance('-5', 'AED') }),
      sampleAccount({ accountId: 'b', credit: { ...credit, dueAmount: { amount: '0', currency: 'AED' } } }),
    ]);
    expect(screen.texts('balance')[0]).to.equal(
      'AED −5.00 available limit AED 20,000.00 AED 450.00 due 5 February 2021',
    );
    expect(screen.texts('due')).to.deep.equal(['AED 450.00 due 5 February 2021']);
    await screen.press('Hide amounts');
    expect(screen.texts('due')).to.deep.equal(['payment due 5 February 2021']);
  });

  it('says of an account that it is not open, and nothing of one that is', async () => {
    const screen = await given([
      sampleAccount({ accountId: 'a' }),
      sampleAccount({ accountId: 'b', status: 'disabled' }),
      sampleAccount({ accountId: 'c', status: 'pending' }),
      sampleAccount({ accountId: 'd', status: 'deleted' }),
    ]);
    expect(screen.texts('account-status')).to.deep.equal(['Inactive', 'Being opened', 'Closed']);
  });

  it('shows the balance that the page prefers, and names its kind', async () => {
    const screen = await given([
      sampleAccount({ balance: sampleBalance('7', 'AED', { type: 'CLOSING_BOOKED' }) }),
    ]);
    expect(screen.texts('balance')).to.deep.equal(['AED 7.00 booked']);
  });

  it('reveals the whole number when asked, and hides it again', async () => {
    const screen = await given([sampleAccount()]);
    await screen.press('Show the full number of Daily spending');
    expect(screen.texts('account-number')).to.deep.equal(['AE07 0331 2345 6789 0124 567']);
    await screen.press('Hide the full number of Daily spending');
    expect(screen.texts('account-number')).to.deep.equal(['AE07 •••• •••• 4567']);
  });

  it('copies the number without spaces and says so', async () => {
    const written: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void written.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    try {
      const screen = await given([sampleAccount()]);
      await screen.press('Show the full number of Daily spending');
      await screen.press('Copy the full number of Daily spending');
      await screen.until('the copy is announced', () => screen.announced === 'Copied');
      expect(written).to.deep.equal(['AE070331234567890124567']);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('shows a number that the bank masked as it is, with nothing to reveal', async () => {
    const screen = await given([sampleAccount({ iban: null, accountNumber: '411111XXXXXX9921' })]);
    expect(screen.texts('account-number')).to.deep.equal(['•••• 9921']);
    expect(screen.hasButton('Show the full number of Daily spending')).to.equal(false);
  });

  it('hides every amount on the customer’s wish, and tells screen readers why', async () => {
    const screen = await given([sampleAccount()]);
    await screen.press('Hide amounts');
    expect(screen.element.hideBalances).to.equal(true);
    expect(screen.text).not.to.include('42,905.10');
    expect(screen.texts('amount')).to.deep.equal(['••••Amount hidden']);
    await screen.press('Show amounts');
    expect(screen.texts('amount')).to.deep.equal(['AED 42,905.10']);
  });

  it('leaves the totals out when told to', async () => {
    const screen = await given([sampleAccount()], { noTotals: true });
    expect(screen.find('.sums')).to.equal(null);
  });

  it('draws the first of two hundred accounts at once, the others in frames of their own', async () => {
    const element = await fixture<LeanAccounts>(html`<lean-accounts></lean-accounts>`);
    const screen = new Screen(element);
    element.accounts = Array.from({ length: 200 }, (_, index) =>
      sampleAccount({ accountId: `account-${index}`, balance: sampleBalance('0.1', 'AED') }),
    );
    await element.updateComplete;
    expect(screen.parts('account').length).to.be.within(20, 60);
    expect(readable(screen.find('.sums'))).to.equal('AED 20.00');
    const counts = [screen.parts('account').length];
    while (counts.at(-1)! < 200) {
      await nextFrame();
      await element.updateComplete;
      counts.push(screen.parts('account').length);
    }
    expect(counts.every((count, at) => at === 0 || count - counts[at - 1]! <= 40)).to.equal(true);
    expect(new Set(screen.parts('account')).size).to.equal(200);
  });

  it('tells the page nothing of what the page itself brought', async () => {
    const element = await fixture<LeanAccounts>(html`<lean-accounts></lean-accounts>`);
    const heard = heardEvents(element, EVENTS);
    for (const name of ['One', 'Two']) {
      element.accounts = [sampleAccount({ name })];
      await element.updateComplete;
      expect(new Screen(element).text).to.contain(name);
    }
    await nextFrame();
    expect(heard).to.deep.equal([]);
  });

  it('keeps what can be read of a list that is not all accounts, and says what of it cannot', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    const list = [{}, null, 'x', { accountId: 'q', name: 'Bare', type: 5, balance: {} }, sampleAccount()];
    const screen = await given(list as never);
    expect(screen.texts('account-name')).to.deep.equal(['Bare', 'Daily spending']);
    await screen.until('the warning', () => warnings.length === 1);
    console.warn = warn;
    expect(warnings[0]).to.contain('invalid_type').and.to.contain('"3 of 5"').and.to.contain('accountId');
  });

  it('takes accounts of which little is known, and amounts that are numbers or written in another way', async () => {
    const element = await fixture<LeanAccounts>(html`<lean-accounts></lean-accounts>`);
    element.accounts = [
      {
        accountId: 'a',
        name: 'Bare',
        currency: 'AED',
        balance: { money: { amount: '1e3', currency: 'AED' } },
      },
      { accountId: 'b', balance: { money: { amount: 12.5 as never, currency: 'AED' } } },
    ];
    await element.updateComplete;
    expect(new Screen(element).texts('amount')).to.deep.equal(['AED 1,000.00', 'AED 12.50']);
    expect(readable(new Screen(element).find('.sums'))).to.equal('AED 1,012.50');
  });

  it('shows those of one bank alone, where an entity is asked for', async () => {
    const screen = await given([
      sampleAccount({ accountId: 'a', name: 'Here' }),
      sampleAccount({ accountId: 'b', name: 'There', entityId: 'entity-2' }),
    ]);
    expect(screen.texts('account-name')).to.deep.equal(['Here', 'There']);
    screen.element.entityId = 'entity-2';
    await screen.element.updateComplete;
    expect(screen.texts('account-name')).to.deep.equal(['There']);
  });

  it('says that something is no list at all, once, and shows the next that is one', async () => {
    const element = await fixture<LeanAccounts>(html`<lean-accounts></lean-accounts>`);
    const heard = heardEvents(element, EVENTS);
    const told = nextEvent('lean-accounts-error', element);
    element.accounts = 'str' as never;
    expect((await told).detail.code).to.equal('invalid_type');
    const screen = new Screen(element);
    expect(screen.text).to.contain('not set up');
    element.hideBalances = true;
    await element.updateComplete;
    expect(heard).to.deep.equal(['lean-accounts-error']);
    element.accounts = [sampleAccount()];
    await screen.until('the account', () => screen.parts('account').length === 1);
  });

  it('never breaks on an unknown currency, none at all, or one in three decimals', async () => {
    const screen = await given([
      sampleAccount({ accountId: 'a', balance: sampleBalance('7', 'POINTS') }),
      sampleAccount({ accountId: 'b', balance: sampleBalance('7.25', '') }),
      sampleAccount({ accountId: 'c', balance: sampleBalance('1.5', 'KWD') }),
    ]);
    expect(screen.texts('amount')).to.deep.equal(['POINTS 7', '7.25', 'KWD 1.500']);
  });

  it('keeps a hostile name as text, without direction overrides', async () => {
    const screen = await given([sampleAccount({ name: '<img src=x onerror=alert(1)>\u202egnp.exe' })]);
    expect(screen.find('img')).to.equal(null);
    expect(screen.texts('account-name')).to.deep.equal(['<img src=x onerror=alert(1)> gnp.exe']);
  });
});

describe('lean-accounts selection', () => {
  const two = () => [sampleAccount(), sampleAccount({ accountId: 'account-2', name: 'Savings pot' })];

  it('tells of a choice before the property changes, and marks the row', async () => {
    const screen = await given(two());
    let before: string | null = 'not told';
    screen.element.addEventListener('lean-account-select', () => (before = screen.element.selected));
    const told = nextEvent('lean-account-select', screen.element);
    await screen.press('Savings pot');
    const { detail } = await told;
    expect(before).to.equal(null);
    expect(detail.accountId).to.equal('account-2');
    expect(detail.account?.balance?.money).to.deep.equal({ amount: '42905.1', currency: 'AED' });
    expect(screen.element.selected).to.equal('account-2');
    expect(screen.element.hasAttribute('selected')).to.equal(false);
    expect(screen.button('Savings pot').getAttribute('aria-pressed')).to.equal('true');
  });

  it('clears when the chosen one is chosen again', async () => {
    const screen = await given(two(), { selected: 'account-2' });
    const told = nextEvent('lean-account-select', screen.element);
    await screen.press('Savings pot');
    expect((await told).detail).to.deep.equal({ accountId: null, account: null });
    expect(screen.element.selected).to.equal(null);
  });

  it('stays as it was when the page prevents it', async () => {
    const screen = await given(two(), { selected: 'account-1' });
    screen.element.addEventListener('lean-account-select', (event) => {
      event.preventDefault();
    });
    await screen.press('Savings pot');
    expect(screen.element.selected).to.equal('account-1');
  });

  it('fires nothing when the page itself sets it, yet tells whoever follows', async () => {
    const screen = await given(two());
    const heard = heardEvents(screen.element, EVENTS);
    let followed = 0;
    screen.element[SELECTION].subscribe(() => (followed += 1));
    screen.element.setAttribute('selected', 'account-1');
    await screen.element.updateComplete;
    expect(heard).to.deep.equal([]);
    expect(followed).to.equal(1);
    expect(screen.element[SELECTION].read()).to.include({ accountId: 'account-1', entityId: 'entity-1' });
  });

  it('is off with selection="none": names are no buttons', async () => {
    const screen = await given(two(), { selection: 'none' });
    expect(screen.hasButton('Savings pot')).to.equal(false);
    expect(screen.texts('account-name')).to.include('Savings pot');
  });
});

describe('lean-accounts with a backend', () => {
  let stack: Stack;

  afterEach(() => {
    stack.stop();
  });

  async function mount(options: StackOptions & { banks?: string[]; lang?: string } = {}): Promise<Screened> {
    stack = await startStack(options);
    for (const bankIdentifier of options.banks ?? []) {
      stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier });
    }
    const provider = await fixture(
      html`<lean-provider lang=${options.lang ?? 'en'} proxy=${ownPath(stack)}
        ><lean-accounts></lean-accounts
      ></lean-provider>`,
    );
    return new Screen(provider.querySelector('lean-accounts')!);
  }

  it('shows the shape of what comes while it loads, then words of welcome when there is no bank', async () => {
    const screen = await mount();
    expect(screen.isBusy).to.equal(true);
    expect(screen.part('skeleton')).not.to.equal(null);
    await screen.until('it says that there is no bank', () => screen.text.includes('No bank connected yet'));
    expect(screen.isBusy).to.equal(false);
    await expect(screen.element).to.be.accessible();
  });

  it('groups accounts by bank with status, consent and total, and tells the page once', async () => {
    const loads: CustomEvent[] = [];
    const hear = (event: Event) => loads.push(event as CustomEvent);
    document.addEventListener('lean-accounts-load', hear);
    const screen = await mount({ banks: ['LEANMB1', 'FALAJ_RETAIL_UAE'] });
    await screen.until(
      'both banks show',
      () => screen.parts('bank').length === 2 && !screen.find('.amount-bone'),
    );
    expect(screen.texts('bank-status')).to.deep.equal(['Connected', 'Connected']);
    expect(screen.text).to.match(/Shared until \d+ \w+ 20\d\d/);
    expect(screen.announced).to.match(/^\d+ accounts$/);
    await screen.element.refresh();
    document.removeEventListener('lean-accounts-load', hear);
    expect(loads.length).to.equal(1);
    const { accounts, failed } = (loads[0] as DocumentEventMap['lean-accounts-load']).detail;
    expect(accounts.length).to.equal(screen.parts('account').length);
    expect(failed).to.deep.equal([]);
    await expect(screen.element).to.be.accessible();
  });

  it('keeps the other banks when one fails, and names the failure with a next step and a reference', async () => {
    const loaded = nextEvent('lean-accounts-load');
    const screen = await mount({ scenario: 'one-bank-down', banks: ['LEANMB1', 'FALAJ_RETAIL_UAE'] });
    const { detail } = await loaded;
    expect(detail.failed.map(({ error }) => error.code)).to.deep.equal(['bank_failed']);
    expect(detail.accounts.length).to.be.greaterThan(0);
    expect(screen.texts('bank-status')).to.include.members(['Connected', 'No answer']);
    expect(screen.hasButton('Try again')).to.equal(true);
    expect(readable(screen.part('reference'))).to.include('bank_failed');
    await expect(screen.element).to.be.accessible();
  });

  it('says that everything failed when nothing can be read, and reads again on the customer’s wish', async () => {
    const failed = nextEvent('lean-accounts-error');
    stack = await startStack();
    const path = ownPath(stack);
    let isBroken = true;
    stack.use(
      http.all(`${location.origin}${path}/entities`, () =>
        isBroken ? new Response('no', { status: 403 }) : undefined,
      ),
    );
    const provider = await fixture(
      html`<lean-provider proxy=${path}><lean-accounts></lean-accounts></lean-provider>`,
    );
    const screen = new Screen(provider.querySelector('lean-accounts')!);
    expect((await failed).detail.code).to.equal('forbidden');
    expect(screen.part('error')).not.to.equal(null);
    expect(screen.text).to.include('You do not have access to this');
    isBroken = false;
    await screen.element.refresh();
    expect(screen.text).to.include('No bank connected yet');
  });

  it('asks the customer once where a bank wants to be confirmed, and keeps quiet about errors', async () => {
    const heard = heardEvents(document, [...EVENTS, 'lean-reconnect-required']);
    const required = nextEvent('lean-reconnect-required');
    const screen = await mount({ scenario: 'reconnect-otp', banks: ['LEANMB1'] });
    const { detail } = await required;
    expect(detail.bank?.name).to.be.a('string');
    await screen.until('the notice shows', () => screen.hasButton('Reconnect'));
    expect(screen.texts('bank-status')).to.deep.equal(['Needs you']);
    await nextFrame();
    expect(heard).to.deep.equal(['lean-reconnect-required']);
    screen.element.focus();
    expect(screen.element.shadowRoot?.activeElement?.textContent).to.include('Reconnect');
  });

  it('draws no notice where the page takes over', async () => {
    const take = (event: Event) => {
      event.preventDefault();
    };
    document.addEventListener('lean-reconnect-required', take, { once: true });
    const required = nextEvent('lean-reconnect-required');
    const screen = await mount({ scenario: 'reconnect-otp', banks: ['LEANMB1'] });
    await required;
    await screen.until('the bank says it needs the customer', () =>
      screen.texts('bank-status').includes('Needs you'),
    );
    await screen.element.updateComplete;
    expect(screen.part('notice')).to.equal(null);
  });

  it('offers to connect again where the consent is over', async () => {
    const screen = await mount({ scenario: 'consent-expired', banks: ['LEANMB1'] });
    await screen.until('the offer shows', () => screen.hasButton('Connect again'));
    expect(screen.text).to.include('You no longer share this bank');
  });

  it('says what is on its way while a bank has none of its data yet', async () => {
    const screen = await mount({ scenario: 'never-syncs', banks: ['LEANMB1'] });
    await screen.until('the bank syncs', () => screen.texts('bank-status').includes('On its way'));
    expect(screen.text).to.include('Your accounts appear here as they arrive');
  });

  it('asks the banks anew on the customer’s wish, and offers nothing where they cannot be asked', async () => {
    const screen = await mount({ banks: ['LEANMB1'] });
    await screen.until('the button shows', () => screen.part('refresh-button') !== null);
    await screen.press('Refresh');
    await screen.until('the banks have answered', () => screen.texts('refresh-note').includes('Up to date'));
    expect(screen.texts('freshness')[0]).to.include('Updated just now');
    // What fades in has its own contrast only at the end.
    await screen.until('nothing fades', () => screen.element.shadowRoot?.getAnimations().length === 0);
    await expect(screen.element).to.be.accessible();
  });

  it('draws no Refresh button with the old API, which has none, nor for accounts of the page’s own', async () => {
    const screen = await mount({ banks: ['LEANMB1'], apiVersion: 'v1' });
    await screen.until('the balances show', () => screen.parts('amount').length > 0);
    // The button's code has come by then, or its absence would prove nothing.
    await import('../../src/elements/shared/refresh-button/refresh-button.js');
    await nextFrame();
    expect(screen.part('refresh-button')).to.equal(null);
  });

  it('speaks Arabic on an Arabic page, without a word of English before', async () => {
    const screen = await mount({ lang: 'ar', banks: ['FALAJ_RETAIL_UAE'] });
    expect(screen.announced).to.equal('');
    await screen.until('the bank shows', () => screen.texts('bank-status').length === 1);
    expect(screen.find('.root')?.dir).to.equal('rtl');
    expect(screen.texts('bank-status')).to.deep.equal(['مرتبط']);
    expect(getComputedStyle(screen.find('.figures')!).direction).to.equal('ltr');
    await screen.until('balances are there', () => !screen.find('.amount-bone'));
    await expect(screen.element).to.be.accessible();
  });

  it('holds its height from the first picture of a bank to the last', async () => {
    const screen = await mount({ banks: ['FALAJ_RETAIL_UAE'] });
    await screen.until('the accounts show', () => screen.parts('account').length > 0);
    const height = screen.element.offsetHeight;
    await screen.until('the balances show', () => !screen.find('.amount-bone'));
    await aTimeout(0);
    expect(Math.abs(screen.element.offsetHeight - height)).to.be.lessThan(40);
  });
});
