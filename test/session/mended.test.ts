import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { focusManager, QueryClient } from '@tanstack/query-core';
import { http, HttpResponse } from 'msw';
import { configure } from '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import { LeanError } from '../../src/domain/error.js';
import type { StoredFlow } from '../../src/link/index.js';
import { ConnectFlow, type ConnectRequest, type ConnectState } from '../../src/session/connect.js';
import { createReconnectBoard } from '../../src/session/reconnect-board.js';
import type { Services } from '../../src/session/services.js';
import { nextEvent } from '../support/events.js';
import { ownPath, realAnswer } from '../support/own-path.js';
import { Screen } from '../support/screen.js';
import { startStack, type Stack } from '../support/stack.js';

type Json = Record<string, unknown>;
type Provider = HTMLElementTagNameMap['lean-provider'];

describe('What the session reads', () => {
  const { warn } = console;
  let stack: Stack;
  let path: string;

  beforeEach(async () => {
    stack = await startStack();
    path = ownPath(stack);
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
  });
  afterEach(() => {
    console.warn = warn;
    stack.stop();
  });

  /** What the backend really answers, to be changed by a test. */
  async function real(request: Request): Promise<Json> {
    return (await (await realAnswer(stack, path, request)).json()) as Json;
  }

  async function show(): Promise<Screen<LeanAccounts>> {
    const provider = await fixture(
      html`<lean-provider proxy=${path}><lean-accounts></lean-accounts></lean-provider>`,
    );
    return new Screen(provider.querySelector('lean-accounts')!);
  }

  it('tells that accounts are there when their balances have been answered as well', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    stack.use(
      http.get(`${location.origin}${path}/accounts/:id/balances`, async () => {
        await gate;
        return undefined;
      }),
    );
    let told = 0;
    document.addEventListener('lean-accounts-load', () => (told += 1), { once: true });
    const load = nextEvent('lean-accounts-load');
    const accounts = await show();
    await accounts.until('the accounts', () => accounts.text.includes('••••'));
    expect(told).to.equal(0);
    letGo();
    const { detail } = await load;
    expect(detail.accounts.every(({ balance }) => balance !== null)).to.equal(true);
  });

  it('says on the console that an account without an id was left out', async () => {
    const said: string[] = [];
    console.warn = (text: unknown) => said.push(String(text));
    stack.use(
      http.get(`${location.origin}${path}/accounts`, async ({ request }) => {
        const body = await real(request);
        const { accounts } = body['data'] as { accounts: Json[] };
        return HttpResponse.json({ ...body, data: { accounts: [...accounts, { name: 'Without an id' }] } });
      }),
    );
    await show();
    await nextEvent('lean-accounts-load');
    expect(said.filter((text) => text.includes('left out 1 without an account_id'))).to.have.length(1);
  });

  it('takes the names of banks from the list of banks where the backend sends none', async () => {
    stack.use(
      http.get(`${location.origin}${path}/entities`, async ({ request }) => {
        const entities = (await real(request)) as unknown as Json[];
        return HttpResponse.json(entities.map(({ bank: _, ...entity }) => entity));
      }),
    );
    const accounts = await show();
    await accounts.until("the bank's name", () => accounts.text.includes('Lean Mock Bank'));
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

  it('lets a bank’s notice speak again where its data cannot be read after a reconnect', async () => {
    const board = createReconnectBoard();
    let asked = 0;
    const services = {
      board,
      queries: new QueryClient(),
      signedOut: null,
      invalidate: () => Promise.resolve(),
      client: { accounts: () => Promise.resolve({ status: 'ok' }) },
      freshEntities: () => {
        asked += 1;
        return asked === 1
          ? Promise.resolve([])
          : Promise.reject(new LeanError('forbidden', 'Not any more.'));
      },
    } as unknown as Services;
    const request = { method: 'reconnect', entityId: 'e1', attributes: {} } as unknown as ConnectRequest;
    const stored = { method: 'reconnect', entitiesHash: '' } as unknown as StoredFlow;
    const states: ConnectState[] = [];
    const listener = { onState: (state: ConnectState) => void states.push(state), onEvent: () => undefined };
    const flow = new ConnectFlow(request, { services, getLinkSession: null }, listener);
    const report = await flow.resume(stored, false);
    expect(report.verified).to.equal(true);
    await waitUntil(() => states.at(-1)?.status === 'failed', 'the failure');
    await waitUntil(() => board.announceOnce('e1', 'r2'), 'the notice');
  });
});
