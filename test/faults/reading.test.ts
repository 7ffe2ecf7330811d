/** How people read the page (faults U8, U9): with a keyboard, a screen reader, a translator. */
import { expect, fixture, html } from '@open-wc/testing';
import { http } from 'msw';
import '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import { en } from '../../src/i18n/en.js';
import { ownPath, realAnswer } from '../support/own-path.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, textOf } from '../support/seen.js';
import { startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let sdk: RecordedSdk;
let path: string;
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

function link(): void {
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
}

const becomes = (status: string): Promise<void> =>
  until(new Screen(button), status, () => button.status === status);

beforeEach(async () => {
  sdk = installRecordedSdk();
  stack = await startStack();
  path = ownPath(stack);
});

afterEach(() => {
  sdk.remove();
  stack.stop();
});

describe('U8: a keyboard and a screen reader', () => {
  it('have the focus back on the button when Link has gone with it, and hear each step politely', async () => {
    await open();
    button.renderRoot.querySelector('button')!.focus();
    button.click();
    const call = await sdk.call();
    await becomes('open');
    const layer = document.querySelector<HTMLElement>('iframe[title="Recorded Link"]')!;
    layer.focus();
    expect(document.activeElement === layer).to.equal(true);
    const status = button.renderRoot.querySelector('[role=status]')!;
    expect(status.closest('[aria-live=assertive]')).to.equal(null);
    call.end({ status: 'CANCELLED' });
    await becomes('cancelled');
    await button.updateComplete;
    expect(document.activeElement === button).to.equal(true);
    expect(button.matches(':focus-within')).to.equal(true);
    expect(textOf(status)).to.contain(en.connect.statuses.cancelled.text);
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
    expect(document.activeElement === elsewhere).to.equal(true);
    elsewhere.remove();
  });
});

describe('U9: a page that is translated by the browser', () => {
  /** As a translator does it: text nodes give way to elements of its own, but where the page says not to. */
  function translate(root: Node): void {
    const texts: Text[] = [];
    const collect = (node: Node): void => {
      if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof HTMLElement && node.getAttribute('translate') === 'no') return;
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

  it('shows the newest figures and states, and never an old one', async () => {
    link();
    await open();
    await until(accounts, 'balances', () => amountsIn(accounts.text).length > 2);
    const [old] = accounts.texts('amount');
    const [number] = accounts.texts('account-number');
    translate(provider);
    expect(accounts.texts('amount')[0]).to.equal(old);
    expect(accounts.texts('account-number')[0]).to.equal(number);
    expect(accounts.text).to.contain('«');
    stack.use(
      http.get(`${location.origin}${path}/accounts/:id/balances`, async ({ request }) => {
        const body = await (await realAnswer(stack, path, request)).text();
        return new Response(body.replace(/"amount":\s*-?[\d.]+/g, '"amount":4321.09'), {
          headers: { 'content-type': 'application/json' },
        });
      }),
    );
    await accounts.element.refresh();
    await until(accounts, 'the new balance', () =>
      accounts.texts('amount').some((text) => text.includes('4,321.09')),
    );
    expect(accounts.texts('amount')).not.to.include(old);
    expect(accounts.parts('totals')[0]!.textContent).not.to.contain(String(old));
    button.click();
    (await sdk.call()).end({ status: 'CANCELLED' });
    await becomes('cancelled');
    translate(button);
    button.click();
    await becomes('open');
    await until(new Screen(button), 'its words', () =>
      new Screen(button).text.includes(en.connect.statuses.open.text),
    );
    expect(new Screen(button).text).not.to.contain('«');
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    await accounts.element.refresh();
    await until(accounts, 'the new state', () =>
      accounts.texts('bank-status').join(' ').includes(en.banks.needsYou),
    );
  });

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
