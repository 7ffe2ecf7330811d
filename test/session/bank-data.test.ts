import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import { nextEvent } from '../support/events.js';
import { ownPath, realAnswer } from '../support/own-path.js';
import { Screen } from '../support/screen.js';
import { startStack, type Stack } from '../support/stack.js';

type Json = Record<string, unknown>;

describe('What is read of a bank', () => {
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

  it('reads a history to its end though its element left the page for a moment while it was read', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let asked = 0;
    stack.use(
      http.get(`${location.origin}${path}/accounts/:id/transactions`, async () => {
        asked += 1;
        if (asked > 6) await gate;
        return undefined;
      }),
    );
    const provider = await fixture(
      html`<lean-provider proxy=${path}><lean-transactions></lean-transactions></lean-provider>`,
    );
    const element = provider.querySelector('lean-transactions')!;
    const list = new Screen(element);
    const ends: boolean[] = [];
    element.addEventListener('lean-transactions-load', ({ detail }) => ends.push(detail.complete));
    await list.until('the first rows', () => list.parts('row').length > 0 && asked > 6);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    letGo();
    provider.append(element);
    await waitUntil(() => ends.at(-1), 'all of the history', { timeout: 15_000 });
    expect(ends.at(0)).to.equal(false);
  });

  it('asks for the banks no more when the one history that needed them has left the page', async () => {
    const { fetch } = window;
    let asked: AbortSignal | null | undefined;
    window.fetch = (input, options) => {
      if (!new Request(input).url.endsWith('/entities')) return fetch(input, options);
      asked = options?.signal;
      return new Promise((_, fail) => {
        asked?.addEventListener('abort', () => {
          fail(new DOMException('Nobody waits for it.', 'AbortError'));
        });
      });
    };
    try {
      const provider = await fixture(
        html`<lean-provider proxy=${path}><lean-transactions></lean-transactions></lean-provider>`,
      );
      await waitUntil(() => asked, 'the banks are asked for');
      provider.querySelector('lean-transactions')?.remove();
      await waitUntil(() => asked?.aborted, 'the question is taken back');
    } finally {
      window.fetch = fetch;
    }
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
});
