/** What people do (faults U1 to U4, U7 to U9); U5 and U6 with real tabs are in test/journey/tabs.node.test.ts. */
import { expect, fixture, html } from '@open-wc/testing';
import { http } from 'msw';
import '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import { en } from '../../src/i18n/en.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { callsAsked, ownPath } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, comeBack, textOf } from '../support/seen.js';
import { startStack, type Stack } from '../support/stack.js';

const MINUTE_MS = 60_000;
const ENDS = ['lean-connect-success', 'lean-connect-cancel', 'lean-connect-error'];

let stack: Stack;
let sdk: RecordedSdk;
let path: string;
let asked: string[];
let provider: LeanProvider;
let button: LeanConnectButton;
let accounts: Screen<LeanAccounts>;

async function open(): Promise<void> {
  provider = await fixture(html`
    <lean-provider proxy=${path}>
      <lean-connect-button>Connect</lean-connect-button>
      <lean-accounts></lean-accounts>
    </lean-provider>
  `);
  button = provider.querySelector('lean-connect-button')!;
  accounts = new Screen(provider.querySelector('lean-accounts')!);
}

function link(bankIdentifier = 'LEANMB1'): void {
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier });
}

const becomes = (status: string): Promise<void> =>
  until(new Screen(button), status, () => button.status === status);

const inner = (): HTMLButtonElement => button.renderRoot.querySelector('button')!;

const askedFor = (route: string): number => asked.filter((each) => each === route).length;

beforeEach(async () => {
  sdk = installRecordedSdk();
  stack = await startStack();
  path = ownPath(stack);
  asked = callsAsked(stack, path);
});

afterEach(() => {
  endPassing();
  sdk.remove();
  stack.stop();
});

describe('U1: a double or triple click, Enter with a click, a key that repeats', () => {
  it('opens Link once', async () => {
    await open();
    const started = heardEvents(document, ['lean-connect-start']);
    for (let press = 0; press < 3; press += 1) inner().click();
    for (let press = 0; press < 5; press += 1) {
      inner().dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', repeat: press > 0, bubbles: true, composed: true }),
      );
      inner().click();
    }
    await sdk.call();
    await becomes('open');
    inner().click();
    await button.updateComplete;
    expect(sdk.calls.length).to.equal(1);
    expect(askedFor('POST /link-session')).to.equal(1);
    expect(started).to.deep.equal(['lean-connect-start']);
  });
});

describe('U2: a dialog that is closed in the middle', () => {
  it('is a cancel, and the next click a new try', async () => {
    await open();
    button.click();
    (await sdk.call()).end({ status: 'CANCELLED' });
    await becomes('cancelled');
    button.click();
    await sdk.call(1);
  });

  it('leads to the bank all the same when it was linked meanwhile', async () => {
    await open();
    const heard = heardEvents(document, ENDS);
    button.click();
    const call = await sdk.call();
    link();
    call.end({ status: 'CANCELLED' });
    await until(accounts, 'the bank', () => {
      comeBack();
      return accounts.parts('bank').length === 1;
    });
    expect(heard.length).to.equal(1);
  });

  it('leaves nothing behind that a reload would take up', async () => {
    await open();
    button.click();
    await sdk.call();
    await becomes('open');
    expect(sessionStorage.length + localStorage.length).to.equal(0);
  });
});

describe('U3: twenty minutes in the app of the bank', () => {
  it('end with a fresh look at the backend, and a fresh token for the next try', async () => {
    await open();
    button.click();
    const first = await sdk.call();
    pass(20 * MINUTE_MS);
    link();
    asked.length = 0;
    comeBack();
    await until(accounts, 'the bank', () => accounts.parts('bank').length === 1);
    expect(askedFor('GET /entities')).to.be.greaterThan(0);
    first.end({ status: 'SUCCESS' });
    await becomes('connected');
    button.click();
    const second = await sdk.call(1);
    expect(askedFor('POST /link-session')).to.equal(1);
    expect(second.config['access_token']).to.be.a('string');
  });
});

describe('U4: a return with parameters that are forged or stripped', () => {
  const before = location.href;
  afterEach(() => {
    history.replaceState(null, '', before);
  });

  for (const query of [
    '?status=SUCCESS',
    '?lean_status=SUCCESS&entity_id=11111111-1111-4111-8111-111111111111',
    '?status=ERROR&message=%3Cimg%20src%3Dx%3E',
    '',
  ]) {
    it(`changes nothing: ${query || 'none at all'}`, async () => {
      history.replaceState(null, '', `${location.pathname}${query}`);
      const heard = heardEvents(document, [...ENDS, 'lean-connect-ready']);
      const loaded = nextEvent('lean-accounts-load');
      await open();
      await loaded;
      expect(button.status).to.equal('idle');
      expect(accounts.text).to.contain(en.accounts.none);
      expect(heard).to.deep.equal([]);
    });
  }
});

describe('U7: pressing Refresh again and again', () => {
  it('asks the bank once a minute, says when it may be asked again, and never loses the button', async () => {
    link();
    await open();
    await until(accounts, 'the button', () => accounts.hasButton(en.refresh.label));
    expect(askedFor('POST /refreshes')).to.equal(0);
    for (let press = 0; press < 20; press += 1) accounts.button(en.refresh.label).click();
    await until(accounts, 'the end', () => accounts.text.includes(en.refresh.done));
    expect(askedFor('POST /refreshes')).to.equal(1);
    for (let press = 0; press < 20; press += 1) accounts.button(en.refresh.label).click();
    await until(accounts, 'the wait', () => accounts.text.includes(en.refresh.justAsked('in 1 minute')));
    expect(askedFor('POST /refreshes')).to.equal(1);
    pass(5 * MINUTE_MS);
    await until(accounts, 'a new one', () => {
      accounts.button(en.refresh.label).click();
      return askedFor('POST /refreshes') === 2;
    });
  });
});

describe('U8: a keyboard and a screen reader', () => {
  it('keep the focus on the button before, while and after Link is open, and hear each step politely', async () => {
    await open();
    inner().focus();
    button.click();
    const call = await sdk.call();
    await becomes('open');
    const outside = document.createElement('button');
    document.body.append(outside);
    const status = button.renderRoot.querySelector('[role=status]')!;
    expect(status.closest('[aria-live=assertive]')).to.equal(null);
    call.end({ status: 'CANCELLED' });
    await becomes('cancelled');
    await button.updateComplete;
    expect(button.matches(':focus-within')).to.equal(true);
    expect(textOf(status)).to.contain(en.connect.statuses.cancelled.text);
    outside.remove();
  });

  it('find no violation while data loads and after it failed', async () => {
    stack.use(http.get(`${location.origin}${path}/entities`, () => new Response(null, { status: 403 })));
    await open();
    await expect(accounts.element).to.be.accessible();
    await until(accounts, 'the error', () => accounts.text.includes('forbidden'));
    await expect(accounts.element).to.be.accessible();
  });

  it('do not lose the focus of somebody who went elsewhere', async () => {
    await open();
    button.click();
    const call = await sdk.call();
    await becomes('open');
    const elsewhere = document.createElement('input');
    elsewhere.setAttribute('aria-label', 'Elsewhere');
    document.body.append(elsewhere);
    elsewhere.focus();
    call.end({ status: 'CANCELLED' });
    await becomes('cancelled');
    await button.updateComplete;
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });
});

describe('U9: a page that is translated by the browser', () => {
  /** As a translator does it: text nodes give way to elements of its own. */
  function translate(root: Node): void {
    const texts: Text[] = [];
    const collect = (node: Node): void => {
      if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof Text && node.data.trim() !== '') texts.push(node);
      node.childNodes.forEach(collect);
    };
    collect(root);
    for (const text of texts) {
      const font = document.createElement('span');
      font.append(`«${text.data}»`);
      text.replaceWith(font);
    }
  }

  it('goes on without an error, and shows the next state', async () => {
    const failures: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent): void => void failures.push(event);
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
    link();
    await open();
    await until(accounts, 'balances', () => amountsIn(accounts.text).length > 2);
    translate(provider);
    await accounts.element.refresh();
    provider.setAttribute('lang', 'ar');
    await until(accounts, 'the other language', () => accounts.find('[lang=ar]') !== null);
    translate(provider);
    provider.setAttribute('lang', 'en');
    await until(accounts, 'back again', () => accounts.find('[lang=en]') !== null);
    stack.signOut();
    await accounts.element.refresh();
    await until(accounts, 'no amounts', () => amountsIn(textOf(accounts.element)).length === 0);
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
    expect(failures).to.deep.equal([]);
  });
});
