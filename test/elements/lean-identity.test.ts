import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/define/lean-connect-button.js';
import '../../src/define/lean-identity.js';
import type { LeanIdentity } from '../../src/elements/lean-identity/lean-identity.js';
import { en } from '../../src/i18n/en.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { closeLinkWindow, connectInLinkWindow, logInAtBank } from '../support/link-window.js';
import { ownPath } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { readable, Screen } from '../support/screen.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

const EVENTS = ['lean-identity-load', 'lean-identity-error', 'lean-reconnect-required'];

type Screened = Screen<LeanIdentity>;

const ONE = ['FALAJ_RETAIL_UAE'];
const TWO = ['LEANMB1', 'FALAJ_RETAIL_UAE'];

/** Two holders of one account, as today's API names them. */
const HOLDERS = {
  status: 'OK',
  results_id: 'results-1',
  data: {
    identities: [
      {
        full_legal_name: 'Sample Customer One',
        national_id: '784-0000-1234567-0',
        birth_date: '1990-02-28',
        gender: 'F',
        email_address: 'one@example.com',
        mobile_number: '+971500000001',
        address: { building_name: 'Sample Tower', street: 'Sample Street', town_name: 'Dubai' },
        account_role: 'PRINCIPAL',
        party_type: 'JOINT',
      },
      {
        full_legal_name: 'عميل تجريبي ثانٍ',
        account_role: 'UNSUPPORTED',
        party_type: 'JOINT',
      },
    ],
  },
};

describe('lean-identity', () => {
  let stack: Stack;
  let path: string;
  let entityIds: string[];
  let asked: string[];

  afterEach(() => {
    endPassing();
    stack.stop();
  });

  interface Mounting extends StackOptions {
    banks?: string[];
    permissions?: string[];
    lang?: string;
    /** How far down the page it stands, in CSS. */
    below?: string;
    count?: number;
    /** What the backend answers in place of Lean. */
    answer?: () => Response | undefined;
  }

  async function mountAll(options: Mounting = {}): Promise<Screened[]> {
    stack = await startStack({ proxy: { identity: true }, ...options });
    const { banks = [], permissions } = options;
    entityIds = banks.map(
      (bankIdentifier) =>
        stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier, permissions }).id,
    );
    path = ownPath(stack);
    asked = [];
    const answer = options.answer ?? (() => undefined);
    stack.use(
      http.all(`${location.origin}${path}/*`, ({ request }) => {
        const url = new URL(request.url);
        asked.push(url.pathname.slice(path.length) + url.search);
      }),
      http.get(`${location.origin}${path}/identity`, answer),
    );
    const provider = await fixture(
      html`<lean-provider lang=${options.lang ?? 'en'} proxy=${path}>
        <div style="block-size: ${options.below ?? '0'}"></div>
        ${Array.from({ length: options.count ?? 1 }, () => html`<lean-identity></lean-identity>`)}
      </lean-provider>`,
    );
    return [...provider.querySelectorAll('lean-identity')].map((element) => new Screen(element));
  }

  async function mount(options: Mounting = {}): Promise<Screened> {
    return (await mountAll(options))[0]!;
  }

  async function shown(options: Mounting = {}): Promise<Screened> {
    const screen = await mount({ banks: ONE, ...options });
    await screen.until('the persons show', () => screen.parts('person').length > 0);
    return screen;
  }

  const calls = (): string[] => asked.filter((call) => call.startsWith('/identity'));

  it('shows the shape of what comes while it loads, then words when there is no bank', async () => {
    const screen = await mount();
    expect(screen.isBusy).to.equal(true);
    expect(screen.part('skeleton')).not.to.equal(null);
    await screen.until('it says that there is none', () => screen.text.includes('No bank connected yet'));
    await expect(screen.element).to.be.accessible();
  });

  it('has nothing of a person in the page until the customer asks, then everything, then nothing again', async () => {
    const screen = await shown({ answer: () => HttpResponse.json(HOLDERS) });
    expect(screen.texts('person-name')).to.deep.equal(['S••• O•••', 'ع••• ث•••']);
    expect(screen.texts('role')).to.deep.equal(['Main holder', 'Joint holder']);
    expect(screen.announced).to.equal('2 persons, details hidden');
    const SECRETS = /Sample Customer|784-0000|1990|example\.com|97150|Sample Tower|Female/;
    expect(screen.element.shadowRoot!.innerHTML).not.to.match(SECRETS);
    await expect(screen.element).to.be.accessible();

    const button = screen.button('Show details');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    await screen.press('Show details');
    expect(screen.texts('person-name')).to.deep.equal(['Sample Customer One', 'ع••• ث•••']);
    expect(screen.texts('fields')).to.deep.equal([
      'ID number 784-0000-1234567-0 Date of birth 28 February 1990 Gender Female Mobile +971500000001 ' +
        'Email one@example.com Address Sample Tower, Sample Street, Dubai',
    ]);
    expect(screen.button('Hide details').getAttribute('aria-pressed')).to.equal('true');
    expect(screen.announced).to.equal('Details shown');
    await expect(screen.element).to.be.accessible();

    await screen.press('Hide details');
    expect(screen.element.shadowRoot!.innerHTML).not.to.match(SECRETS);
  });

  it('copies a detail as it stands', async () => {
    const written: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void written.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    try {
      const screen = await shown({ answer: () => HttpResponse.json(HOLDERS) });
      expect(screen.hasButton('Copy: ID number')).to.equal(false);
      await screen.press('Show details');
      await screen.press('Copy: ID number');
      await screen.until('the copy is announced', () => screen.announced === 'Copied');
      expect(written).to.deep.equal(['784-0000-1234567-0']);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('reads the one person of v1 and every detail the bank gave', async () => {
    const screen = await shown({ apiVersion: 'v1' });
    await screen.press('Show details');
    const labels = screen.all('dt').map(readable);
    expect(labels).to.deep.equal(['ID number', 'Date of birth', 'Gender', 'Mobile', 'Email', 'Address']);
    expect(readable(screen.find('.emailAddress'))).to.match(/^Email .+@example\.com$/);
    expect(readable(screen.find('.gender'))).to.match(/^Gender (Female|Male)$/);
  });

  it('tells the page once how many persons there are, and nothing about them', async () => {
    const heard = heardEvents(document, EVENTS);
    const loaded = nextEvent('lean-identity-load');
    const screen = await shown();
    expect((await loaded).detail).to.deep.equal({ entityId: entityIds[0], partyCount: 1 });
    await screen.element.refresh();
    await screen.press('Show details');
    await nextFrame();
    expect(heard).to.deep.equal(['lean-identity-load']);
  });

  it('asks nothing before it is in sight', async () => {
    const screen = await mount({ banks: ONE, below: '300vh' });
    await screen.until('the list of banks is there', () => screen.parts('bank').length === 1);
    await screen.element.refresh();
    expect(calls()).to.deep.equal([]);
    screen.element.scrollIntoView();
    await screen.until('the person shows', () => screen.parts('person').length === 1);
    expect(calls()).to.deep.equal([`/identity?entity_id=${entityIds[0]!}`]);
    window.scrollTo(0, 0);
  });

  it('asks each bank once for the page, whoever wants to know and however often', async () => {
    const screens = await mountAll({ banks: TWO, count: 2 });
    for (const screen of screens) {
      await screen.until('both persons show', () => screen.parts('person').length === 2);
    }
    const [screen] = screens as [Screened];
    await Promise.all(screens.map(({ element }) => element.refresh()));
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    const provider = screen.element.parentElement!;
    screen.element.remove();
    provider.append(screen.element);
    await screen.until('the persons are back', () => screen.parts('person').length === 2);
    expect(calls().sort()).to.deep.equal(entityIds.map((id) => `/identity?entity_id=${id}`).sort());
  });

  it('is not asked again when everything else of its bank is, as after that bank was connected anew', async () => {
    const permissions = ['accounts', 'balance', 'transactions', 'identity'] as const;
    const proxy = { identity: true, permissions: [...permissions] };
    const screen = await shown({ banks: ['LEANMB1'], proxy });
    const button = document.createElement('lean-connect-button');
    screen.element.parentElement!.append(button);
    const ready = nextEvent('lean-connect-ready');
    void button.open();
    await connectInLinkWindow('LEANMB1');
    await ready;
    await screen.element.refresh();
    expect(screen.parts('person').length).to.equal(1);
    expect(calls().length).to.equal(1);
  });

  it('masks again when it leaves the page', async () => {
    const screen = await shown();
    await screen.press('Show details');
    const provider = screen.element.parentElement!;
    screen.element.remove();
    provider.append(screen.element);
    await screen.until('the person is back', () => screen.hasButton('Show details'));
    expect(screen.hasButton('Hide details')).to.equal(false);
  });

  it('does not ask for what the customer did not share, and says so', async () => {
    const screen = await mount({ banks: ONE, permissions: ['accounts', 'balance'] });
    await screen.until('it says so', () => screen.text.includes('You have not shared your personal details'));
    expect(calls()).to.deep.equal([]);
    await expect(screen.element).to.be.accessible();
  });

  it('has words of its own where the host has it switched off', async () => {
    const failed = nextEvent('lean-identity-error');
    const screen = await mount({ banks: TWO, proxy: { identity: false } });
    const { detail } = await failed;
    expect(detail.code).to.equal('identity_off');
    expect(detail.cause).to.include({ route: 'GET /identity', httpStatus: 403 });
    expect(screen.text).to.include('Personal details are not shown here');
    expect(screen.parts('bank').length).to.equal(0);
    await expect(screen.element).to.be.accessible();
  });

  it('never repeats a failed call by itself, and does when the customer says so', async () => {
    const failed = nextEvent('lean-identity-error');
    let isBroken = true;
    const screen = await mount({
      banks: ONE,
      answer: () => (isBroken ? new Response('no', { status: 503 }) : undefined),
    });
    expect((await failed).detail).to.include({ code: 'server_failed', retryable: true });
    await screen.until('it says so', () => screen.hasButton('Try again'));
    await expect(screen.element).to.be.accessible();
    expect(calls().length).to.equal(1);
    isBroken = false;
    await screen.press('Try again');
    await screen.until('the person shows', () => screen.parts('person').length === 1);
    expect(calls().length).to.equal(2);
  });

  it('keeps the other banks when one fails, and reports no error of the whole', async () => {
    const heard = heardEvents(document, EVENTS);
    const screen = await shown({ scenario: 'one-bank-down', banks: TWO });
    await screen.until('the failure shows', () => screen.hasButton('Try again'));
    expect(screen.parts('bank').length).to.equal(2);
    await nextFrame();
    expect(heard).to.deep.equal(['lean-identity-load']);
    await expect(screen.element).to.be.accessible();
  });

  it('waits for a result that comes later by its id, which costs nothing more', async () => {
    const screen = await shown({ scenario: 'pending-results' });
    expect(calls().length).to.equal(1);
    expect(asked.some((call) => call.startsWith('/results/'))).to.equal(true);
    expect(screen.parts('person').length).to.equal(1);
  });

  it('says honestly after three minutes that a result has not come', async () => {
    const screen = await mount({ scenario: 'pending-forever', banks: ONE });
    await screen.until('it waits', () => screen.text.includes(en.identity.loading));
    await waitUntil(() => asked.some((call) => call.startsWith('/results/')), 'asks for the result', {
      timeout: 10_000,
    });
    pass(181_000);
    await screen.until('the words show', () => screen.text.includes(en.banks.stillWorkingText));
  });

  it('asks the customer once where a bank wants to be confirmed, and shows the person after it', async () => {
    const heard = heardEvents(document, EVENTS);
    const required = nextEvent('lean-reconnect-required');
    const screen = await mount({ scenario: 'reconnect-otp', banks: ['LEANMB1'] });
    expect((await required).detail.entityId).to.equal(entityIds[0]);
    await screen.until('the notice shows', () => screen.hasButton('Reconnect'));
    expect(heard).to.deep.equal(['lean-reconnect-required']);
    await expect(screen.element).to.be.accessible();
    await screen.press('Reconnect');
    await logInAtBank();
    await closeLinkWindow();
    await screen.until('the person shows', () => screen.parts('person').length === 1);
    expect(screen.hasButton('Reconnect')).to.equal(false);
  });

  it('offers to connect again where the consent is over', async () => {
    const screen = await mount({ scenario: 'consent-expired', banks: ['LEANMB1'] });
    await screen.until('the offer shows', () => screen.hasButton('Connect again'));
    expect(screen.parts('person').length).to.equal(0);
  });

  it('keeps hostile text as text', async () => {
    const screen = await shown({ scenario: 'hostile-text' });
    await screen.press('Show details');
    expect(screen.find('script, img[src="x"], iframe')).to.equal(null);
    await expect(screen.element).to.be.accessible();
  });

  it('leaves nothing of a person in storage, in events or on the console', async () => {
    const said: unknown[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const kept = methods.map((method) => console[method]);
    const details: unknown[] = [];
    const hear = (event: Event) => details.push((event as CustomEvent).detail);
    for (const name of EVENTS) document.addEventListener(name, hear);
    for (const method of methods) console[method] = (...words: unknown[]) => void said.push(...words);
    try {
      const screen = await shown({ answer: () => HttpResponse.json(HOLDERS) });
      await screen.press('Show details');
      await screen.press('Hide details');
    } finally {
      methods.forEach((method, index) => (console[method] = kept[index]!));
      for (const name of EVENTS) document.removeEventListener(name, hear);
    }
    expect(details.length).to.equal(1);
    const left = JSON.stringify([
      said.map(String),
      details,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ]);
    expect(left).not.to.match(/Sample Customer|784-0000|example\.com/);
  });

  it('blanks when the host’s session ends', async () => {
    const screen = await shown();
    await screen.press('Show details');
    stack.signOut();
    await screen.element.refresh();
    await screen.until('it is blank', () => screen.parts('person').length === 0);
    expect(screen.text).not.to.include('@');
  });

  it('speaks Arabic on an Arabic page', async () => {
    const screen = await shown({ lang: 'ar', answer: () => HttpResponse.json(HOLDERS) });
    expect(screen.find('.root')?.dir).to.equal('rtl');
    await screen.press('إظهار البيانات');
    expect(readable(screen.find('.birthDate'))).to.equal('تاريخ الميلاد 28 فبراير 1990');
    expect(getComputedStyle(screen.find('.mobileNumber .value')!).direction).to.equal('ltr');
    expect(screen.texts('role')).to.deep.equal(['صاحب الحساب الرئيسي', 'صاحب حساب مشترك']);
    await expect(screen.element).to.be.accessible();
  });
});
