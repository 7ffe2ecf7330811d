/** Elements that are moved, that are not on the page yet, and that read while there is no network. */
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanError } from '../../src/index.js';
import { heardEvents, nextEvent, within } from '../support/events.js';
import { ownPath, routesAsked } from '../support/own-path.js';
import { Screen } from '../support/screen.js';
import { startStack, type Stack } from '../support/stack.js';

const TOLD = [
  'lean-accounts-load',
  'lean-accounts-error',
  'lean-transactions-load',
  'lean-transactions-error',
];

describe('An element', () => {
  let stack: Stack;
  let provider: HTMLElementTagNameMap['lean-provider'];
  let asked: string[];

  beforeEach(async () => {
    stack = await startStack();
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
    const path = ownPath(stack);
    asked = routesAsked(stack, path);
    const loaded = nextEvent('lean-accounts-load');
    const listed = new Promise<void>((resolve) => {
      document.addEventListener('lean-transactions-load', function told({ detail }) {
        if (!detail.complete) return;
        document.removeEventListener('lean-transactions-load', told);
        resolve();
      });
    });
    provider = await fixture(
      html`<lean-provider proxy=${path}
        ><lean-accounts></lean-accounts><lean-transactions></lean-transactions
      ></lean-provider>`,
    );
    await within(Promise.all([loaded, listed]), 'accounts and transactions');
  });
  afterEach(() => {
    dispatchEvent(new Event('online'));
    stack.stop();
  });

  it('tells nothing and asks nothing when its provider is moved, and shows what it showed', async () => {
    const accounts = new Screen(provider.querySelector('lean-accounts')!);
    const list = new Screen(provider.querySelector('lean-transactions')!);
    const [before, rows] = [accounts.text, list.texts('row').length];
    const heard = heardEvents(document, TOLD);
    const count = asked.length;
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(provider);
    for (let frame = 0; frame < 10; frame += 1) await nextFrame();
    expect(heard).to.deep.equal([]);
    expect(asked.length).to.equal(count);
    expect(accounts.text).to.equal(before);
    await list.until('the rows again', () => list.texts('row').length >= rows);
    await accounts.element.refresh();
    expect(asked.length).to.be.greaterThan(count);
  });

  it('has read anew, or says that it is offline, when refresh() resolves', async () => {
    dispatchEvent(new Event('offline'));
    for (const tag of ['lean-accounts', 'lean-transactions'] as const) {
      const screen = new Screen(provider.querySelector(tag)!);
      await within(screen.element.refresh(), `${tag} to have refreshed offline`);
      expect(screen.text, tag).to.contain('You are offline');
    }
  });

  for (const tag of [
    'lean-accounts',
    'lean-transactions',
    'lean-spending',
    'lean-consents',
    'lean-identity',
  ] as const) {
    it(`can be asked to refresh and for the focus before it is on the page: ${tag}`, async () => {
      const element = document.createElement(tag) as LeanAccounts;
      element.focus();
      await within(element.refresh(), 'a refresh of nothing');
      const removed = provider.querySelector('lean-accounts')!;
      removed.remove();
      await within(removed.refresh(), 'a refresh off the page');
    });
  }

  it('refuses to export while it is not on the page', async () => {
    const thrown: unknown = await within(
      document
        .createElement('lean-transactions')
        .exportCsv()
        .catch((reason: unknown) => reason),
      'a refusal',
    );
    expect((thrown as LeanError).code).to.equal('unexpected');
  });
});
