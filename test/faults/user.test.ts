/**
 * What people do (faults U1 to U4, U7). U5 is in two-tabs.test.ts, U6 in session.test.ts, both with tabs of a real
 * browser in test/journey/tabs.node.test.ts; U8 and U9 are in reading.test.ts.
 */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import { FLOW_STORAGE_KEY } from '../../src/domain/link.js';
import { en } from '../../src/i18n/en.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { callsAsked, ownPath } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { Screen, until } from '../support/screen.js';
import { comeBack } from '../support/seen.js';
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
    await becomes('connected');
    await until(accounts, 'the bank', () => accounts.parts('bank').length === 1);
    expect(heard).to.deep.equal(['lean-connect-cancel']);
  });

  it('is a cancel as well where Back leads from the page of the bank, and is taken up when the bank comes later', async () => {
    await open();
    const heard = heardEvents(document, ENDS);
    button.click();
    const call = await sdk.call();
    const left = nextEvent('lean-connect-redirect');
    (call.config['callback'] as (outcome: unknown) => void)({ status: 'REDIRECT' });
    await left;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await becomes('cancelled');
    expect(heard).to.deep.equal(['lean-connect-cancel']);
    expect(sessionStorage.length).to.equal(0);
    link();
    comeBack();
    await becomes('connected');
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
    await becomes('connected');
    await until(accounts, 'the bank', () => accounts.parts('bank').length === 1);
    expect(askedFor('GET /entities')).to.be.greaterThan(0);
    // Link's own word comes late, and changes nothing.
    first.end({ status: 'ERROR' });
    await button.updateComplete;
    expect(button.status).to.equal('connected');
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

describe('U4: a return of which the backend knows nothing', () => {
  const before = location.href;
  afterEach(() => {
    history.replaceState(null, '', before);
    sessionStorage.clear();
  });

  it('is no success, whatever the address says and whichever banks there were before', async () => {
    link();
    await open();
    button.click();
    const call = await sdk.call();
    const left = nextEvent('lean-connect-redirect');
    (call.config['callback'] as (outcome: unknown) => void)({ status: 'REDIRECT' });
    await left;
    const kept = sessionStorage.getItem(FLOW_STORAGE_KEY)!;
    button.remove();
    await button.updateComplete;
    sessionStorage.setItem(FLOW_STORAGE_KEY, kept);
    history.replaceState(
      null,
      '',
      `${location.pathname}?status=SUCCESS&entity_id=forged&granular_status_code=OK`,
    );
    const heard = heardEvents(document, [...ENDS, 'lean-connect-ready']);
    asked.length = 0;
    button = document.createElement('lean-connect-button');
    provider.append(button);
    await becomes('verifying');
    await until(accounts, 'the backend is asked twice', () => askedFor('GET /entities') > 1);
    expect(button.status).to.equal('verifying');
    expect(heard).to.deep.equal([]);
  });
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
