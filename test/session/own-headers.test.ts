import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { focusManager } from '@tanstack/query-core';
import { http } from 'msw';
import { configure } from '../../src/index.js';
import { nextEvent } from '../support/events.js';
import { ownPath } from '../support/own-path.js';
import { Screen } from '../support/screen.js';
import { startStack, type Stack } from '../support/stack.js';

type Provider = HTMLElementTagNameMap['lean-provider'];

describe('A provider with headers of its own', () => {
  let stack: Stack;
  let path: string;

  beforeEach(async () => {
    stack = await startStack();
    path = ownPath(stack);
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
  });
  afterEach(() => {
    stack.stop();
  });

  it('lets go of the page when the provider with headers of its own has left it', async () => {
    const listening = () => (focusManager as unknown as { listeners: Set<unknown> }).listeners.size;
    const before = listening();
    const provider = await fixture<Provider>(
      html`<lean-provider proxy=${path} .getHeaders=${() => ({ 'x-session': 'sample' })}>
        <lean-accounts></lean-accounts>
      </lean-provider>`,
    );
    await nextEvent('lean-accounts-load');
    expect(listening()).to.equal(before + 1);
    provider.remove();
    await waitUntil(() => listening() === before, 'the session lets go');
  });

  /** Accounts below two providers of one backend, and the session header of each request for the list of banks. */
  async function showTwo(): Promise<{ providers: Provider[]; sessions: (string | null)[] }> {
    const sessions: (string | null)[] = [];
    stack.use(
      http.get(`${location.origin}${path}/entities`, ({ request }) => {
        sessions.push(request.headers.get('x-session'));
        return undefined;
      }),
    );
    const both = await fixture(
      html`<div>
        <lean-provider proxy=${path}><lean-accounts></lean-accounts></lean-provider>
        <lean-provider proxy=${path}><lean-accounts></lean-accounts></lean-provider>
      </div>`,
    );
    const providers = [...both.querySelectorAll('lean-provider')];
    for (const provider of providers) await refreshed(provider);
    sessions.length = 0;
    return { providers, sessions };
  }

  async function refreshed(provider: Provider): Promise<void> {
    const accounts = new Screen(provider.querySelector('lean-accounts')!);
    await accounts.element.refresh();
    await accounts.until('the accounts', () => accounts.text.includes('••••'));
  }

  it('sends the headers that one provider gets later with nobody else’s requests', async () => {
    const { providers, sessions } = await showTwo();
    providers[0]!.getHeaders = () => ({ 'x-session': 'first' });
    await waitUntil(() => sessions.includes('first'), 'the first provider’s own session');
    await refreshed(providers[0]!);
    sessions.length = 0;
    await refreshed(providers[1]!);
    expect(sessions).to.deep.equal([null]);
  });

  it('reads anew where a provider’s own headers take the place of the page’s', async () => {
    configure({ getHeaders: () => ({ 'x-session': 'page' }) });
    try {
      const { providers, sessions } = await showTwo();
      providers[0]!.getHeaders = () => ({ 'x-session': 'first' });
      await waitUntil(() => sessions.includes('first'), 'the first provider’s own session');
      await refreshed(providers[0]!);
      sessions.length = 0;
      await refreshed(providers[1]!);
      expect(sessions).to.deep.equal(['page']);
    } finally {
      configure({ getHeaders: null });
    }
  });
});
