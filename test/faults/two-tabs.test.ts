/** Two tabs of one customer (fault U5): documents of their own, each with its own copy of everything, one backend. */
import { expect, waitUntil } from '@open-wc/testing';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanConnectOutcomeDetail } from '../../src/events/index.js';
import { installRecordedSdk, type RecordedCall, type RecordedSdk } from '../support/recorded-sdk.js';
import { ownPath } from '../support/own-path.js';
import { Screen, until } from '../support/screen.js';
import { startStack, type Stack } from '../support/stack.js';

const FIRST_BANK = 'LEANMB1';
const SECOND_BANK = 'FALAJ_RETAIL_UAE';

interface Tab {
  page: Window;
  sdk: RecordedSdk;
  accounts: Screen<LeanAccounts>;
  status(): string;
  /** What was told of the bank that was linked here. */
  outcome: Promise<LeanConnectOutcomeDetail>;
  /** The customer presses the button; resolves when Link is open. */
  connect(): Promise<RecordedCall>;
  comeBack(): void;
  close(): void;
}

let stack: Stack;
let path: string;
let tabs: Tab[];

async function openTab(): Promise<Tab> {
  const frame = document.createElement('iframe');
  frame.title = 'A tab';
  frame.src = new URL('pages/tab.html', import.meta.url).href;
  document.body.append(frame);
  const page = await new Promise<Window & typeof globalThis>((resolve) => {
    frame.addEventListener('load', () => resolve(frame.contentWindow as Window & typeof globalThis));
  });
  const sdk = installRecordedSdk(page);
  page.document.body.innerHTML = `<lean-provider proxy="${path}">
    <lean-connect-button>Connect</lean-connect-button><lean-accounts></lean-accounts>
  </lean-provider>`;
  await Promise.all(
    ['lean-connect-button', 'lean-accounts'].map((name) => page.customElements.whenDefined(name)),
  );
  const button = page.document.querySelector('lean-connect-button')!;
  const accounts = new Screen(page.document.querySelector('lean-accounts')!);
  await until(accounts, 'that there is no bank', () => accounts.part('empty') !== null);
  return {
    page,
    sdk,
    accounts,
    status: () => button.status,
    outcome: new Promise((resolve) => {
      button.addEventListener('lean-connect-success', ({ detail }) => resolve(detail));
    }),
    connect() {
      button.click();
      return sdk.call();
    },
    comeBack() {
      page.dispatchEvent(new page.Event('visibilitychange'));
      page.dispatchEvent(new page.Event('focus'));
    },
    close() {
      sdk.remove();
      frame.remove();
    },
  };
}

const link = (bankIdentifier: string): string =>
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier }).id;

const done = (bankIdentifier: string): unknown => ({
  status: 'SUCCESS',
  bank: { bank_identifier: bankIdentifier, is_supported: true },
});

async function banks(tab: Tab, count: number): Promise<void> {
  await until(tab.accounts, `${String(count)} banks`, () => tab.accounts.parts('bank').length === count);
}

describe('U5: two tabs that link at once', () => {
  beforeEach(async () => {
    stack = await startStack();
    path = ownPath(stack);
    tabs = await Promise.all([openTab(), openTab()]);
  });
  afterEach(() => {
    for (const tab of tabs) tab.close();
    stack.stop();
  });

  it('are both linked, each with its own bank, and end with one list of banks', async () => {
    const [first, second] = tabs as [Tab, Tab];
    const calls = await Promise.all([first.connect(), second.connect()]);
    const ids = [link(FIRST_BANK), link(SECOND_BANK)];
    calls[0].end(done(FIRST_BANK));
    calls[1].end(done(SECOND_BANK));
    const outcomes = await Promise.all([first.outcome, second.outcome]);
    expect(outcomes.map(({ entityId }) => entityId)).to.deep.equal(ids);
    for (const tab of [first, second]) {
      await banks(tab, 2);
      await waitUntil(() => tab.status() === 'connected', 'connected', { timeout: 10_000 });
    }
  });

  it('show on the return what was linked in the other', async () => {
    const [first, second] = tabs as [Tab, Tab];
    const call = await first.connect();
    link(FIRST_BANK);
    call.end(done(FIRST_BANK));
    await banks(first, 1);
    second.comeBack();
    await banks(second, 1);
    expect(second.status()).to.equal('idle');
  });
});
