import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import { en } from '../../src/i18n/en.js';
import { forgetSdk } from '../link/served-scripts.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { callsAsked, ownPath } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { readable, Screen } from '../support/screen.js';
import { comeBack } from '../support/seen.js';
import { startStack, type Stack } from '../support/stack.js';

const PATIENCE = { timeout: 10_000 };

describe('Reconnecting everywhere', () => {
  let stack: Stack;
  let path: string;
  let sdk: RecordedSdk;

  beforeEach(async () => {
    forgetSdk();
    sdk = installRecordedSdk();
    stack = await startStack();
    path = ownPath(stack);
  });
  afterEach(() => {
    endPassing();
    sdk.remove();
    document.getElementById('lean-link')?.remove();
    stack.stop();
  });

  function link(count: number): void {
    for (let linked = 0; linked < count; linked += 1)
      stack.simulator.linkEntity({ customerId: stack.customerId });
  }

  async function open() {
    const page = await fixture<HTMLElement>(html`
      <lean-provider proxy=${path}>
        <lean-accounts id="accounts"></lean-accounts>
        <lean-transactions for="accounts"></lean-transactions>
      </lean-provider>
    `);
    return {
      page,
      accounts: new Screen(page.querySelector('lean-accounts')!),
      transactions: new Screen(page.querySelector('lean-transactions')!),
    };
  }

  /** The buttons that open Link, wherever they stand. */
  function notices({ accounts, transactions }: Awaited<ReturnType<typeof open>>): HTMLButtonElement[] {
    return [accounts, transactions].flatMap((screen) =>
      (screen.all('button') as HTMLButtonElement[]).filter(
        (button) => readable(button) === en.reconnect.button,
      ),
    );
  }

  it('never draws a notice that leads elsewhere where there is no other element', async () => {
    link(1);
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    const page = await fixture<HTMLElement>(html`
      <lean-provider proxy=${path}><lean-accounts></lean-accounts></lean-provider>
    `);
    const accounts = page.querySelector<LitElement>('lean-accounts')!;
    const drawn = new Set<string>();
    await accounts.updateComplete;
    new MutationObserver(() => {
      for (const button of accounts.shadowRoot!.querySelectorAll('[part=notice-button]'))
        drawn.add(readable(button));
    }).observe(accounts.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await waitUntil(() => drawn.has(en.reconnect.button), 'the notice', PATIENCE);
    expect([...drawn]).to.deep.equal([en.reconnect.button]);
  });

  it('shows one notice and opens one flow for accounts, balances and transactions; then all three fill', async () => {
    link(1);
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    const heard = heardEvents(document, ['lean-reconnect-required', 'lean-connect-success']);
    const screens = await open();
    await waitUntil(() => notices(screens).length > 0, 'the notice', PATIENCE);
    expect(notices(screens)).to.have.length(1);
    notices(screens)[0]!.click();
    const call = await sdk.call();
    stack.simulator.setScenario(stack.customerId, 'ready');
    call.end({ status: 'SUCCESS' });
    await screens.accounts.until('accounts and balances', () => screens.accounts.text.includes('AED'));
    await screens.transactions.until('rows', () => screens.transactions.text.includes('AED'));
    expect(notices(screens)).to.have.length(0);
    expect(sdk.calls).to.have.length(1);
    expect(heard).to.deep.equal(['lean-reconnect-required', 'lean-connect-success']);
  });

  it('opens the second bank when the first has ended', async () => {
    link(2);
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    const screens = await open();
    await waitUntil(() => notices(screens).length === 2, 'two notices', PATIENCE);
    const [first, second] = notices(screens);
    first!.click();
    const call = await sdk.call();
    second!.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sdk.calls).to.have.length(1);
    stack.simulator.setScenario(stack.customerId, 'ready');
    call.end({ status: 'SUCCESS' });
    await waitUntil(() => sdk.calls.length === 2 || notices(screens).length === 0, 'the next', PATIENCE);
  });

  it('fetches a fresh id when the one it has is refused', async () => {
    link(1);
    let ids = 0;
    const asked: string[] = [];
    stack.use(
      http.get(`${location.origin}${path}/accounts`, () => {
        ids += 1;
        return HttpResponse.json({
          status: 'RECONNECT_REQUIRED',
          data: null,
          results_id: `sample-${String(ids)}`,
        });
      }),
      http.post(`${location.origin}${path}/link-session`, async ({ request }) => {
        const { reconnect_id: id } = (await request.clone().json()) as { reconnect_id: string };
        asked.push(id);
        if (asked.length === 1) return HttpResponse.json({ status: 'NOT_FOUND' }, { status: 404 });
        return HttpResponse.json({
          app_token: 'app',
          customer_id: stack.customerId,
          region: 'ae',
          sandbox: true,
        });
      }),
    );
    const screens = await open();
    await waitUntil(() => notices(screens).length === 1, 'the notice', PATIENCE);
    notices(screens)[0]!.click();
    const { method, config } = await sdk.call();
    expect(method).to.equal('reconnect');
    expect(asked).to.have.length(2);
    expect(asked[1]).not.to.equal(asked[0]);
    expect(config['reconnect_id']).to.equal(asked[1]);
  });

  it('is over when the customer is back on the page and the bank is well, without a word of Link', async () => {
    link(1);
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    const screens = await open();
    await waitUntil(() => notices(screens).length === 1, 'the notice', PATIENCE);
    notices(screens)[0]!.click();
    await sdk.call();
    stack.simulator.setScenario(stack.customerId, 'ready');
    const told = nextEvent('lean-connect-success');
    window.dispatchEvent(new Event('focus'));
    expect((await told).detail).to.include({ method: 'reconnect', verified: true });
    await screens.accounts.until('accounts', () => screens.accounts.text.includes('AED'));
  });

  it('leaves the notice to a page that takes over', async () => {
    link(1);
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    const takeOver = (event: Event): void => event.preventDefault();
    document.addEventListener('lean-reconnect-required', takeOver);
    const told = nextEvent('lean-reconnect-required');
    const screens = await open();
    await told;
    await screens.accounts.until('the bank', () => screens.accounts.text.includes(en.banks.needsYou));
    expect(notices(screens)).to.have.length(0);
    document.removeEventListener('lean-reconnect-required', takeOver);
  });

  it('asks all three again when the bank that they had been read from is well again', async () => {
    link(1);
    const asked = callsAsked(stack, path);
    const screens = await open();
    await screens.transactions.until('rows', () => screens.transactions.text.includes('AED'));
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    await Promise.all([screens.accounts.element.refresh(), screens.transactions.element.refresh()]);
    await waitUntil(() => notices(screens).length > 0, 'the notice', PATIENCE);
    expect(notices(screens)).to.have.length(1);
    notices(screens)[0]!.click();
    const call = await sdk.call();
    stack.simulator.setScenario(stack.customerId, 'ready');
    asked.length = 0;
    call.end({ status: 'SUCCESS' });
    for (const route of [/^GET \/accounts$/, /\/balances$/, /\/transactions$/]) {
      await waitUntil(
        () => asked.some((each) => route.test(each)),
        `asked again: ${String(route)}`,
        PATIENCE,
      );
    }
    await waitUntil(() => notices(screens).length === 0, 'no notice', PATIENCE);
    expect(sdk.calls).to.have.length(1);
  });

  it('renews once for all calls that are refused at the same time', async () => {
    link(1);
    const refused: string[] = [];
    const repeated: string[] = [];
    let valid = 'old';
    let held = 'old';
    let renewals = 0;
    let renewNow = (): void => undefined;
    const complete = new Set<EventTarget | null>();
    document.addEventListener('lean-transactions-load', ({ target, detail }) => {
      if (detail.complete) complete.add(target);
    });
    stack.use(
      http.all(`${location.origin}${path}/*`, ({ request }) => {
        const { pathname } = new URL(request.url);
        const isValid = request.headers.get('x-session') === valid;
        if (valid === 'new') (isValid ? repeated : refused).push(pathname);
        return isValid ? undefined : new HttpResponse(null, { status: 401 });
      }),
    );
    const getHeaders = (): HeadersInit | Promise<HeadersInit> => {
      if (refused.length === 0 || held === valid) return { 'x-session': held };
      renewals += 1;
      return new Promise((resolve) => {
        renewNow = () => {
          held = valid;
          resolve({ 'x-session': held });
        };
      });
    };
    const page = await fixture<HTMLElement>(html`
      <lean-provider proxy=${path} .getHeaders=${getHeaders}>
        <lean-accounts id="one"></lean-accounts>
        <lean-accounts></lean-accounts>
        <lean-transactions for="one"></lean-transactions>
        <lean-transactions></lean-transactions>
        <lean-consents></lean-consents>
      </lean-provider>
    `);
    const expired = heardEvents(document, ['lean-session-expired']);
    const screens = [...page.querySelectorAll<LitElement>('lean-accounts, lean-transactions')].map(
      (element) => new Screen(element),
    );
    await waitUntil(() => complete.size === 2, 'nothing is on its way', PATIENCE);
    for (const screen of screens) await screen.until('its data', () => screen.text.includes('AED'));
    valid = 'new';
    pass(5 * 60_000);
    comeBack();
    await waitUntil(() => refused.length > 3 && renewals > 0, 'calls are refused', PATIENCE);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(renewals).to.equal(1);
    renewNow();
    await waitUntil(() => refused.every((each) => repeated.includes(each)), 'all are repeated', PATIENCE);
    expect(renewals).to.equal(1);
    expect(new Set(refused).size).to.equal(refused.length);
    expect(expired).to.deep.equal([]);
  });

  it('renews a token that has run out once for five elements, and repeats each call once', async () => {
    link(1);
    let token = 'old';
    let renewals = 0;
    const refused: string[] = [];
    stack.use(
      http.all(`${location.origin}${path}/*`, ({ request }) => {
        if (request.headers.get('x-session') === 'new') return undefined;
        refused.push(`${request.method} ${new URL(request.url).pathname}`);
        return new HttpResponse(null, { status: 401 });
      }),
    );
    const page = await fixture<HTMLElement>(html`
      <lean-provider
        proxy=${path}
        .getHeaders=${() => {
          if (refused.length > 0 && token === 'old') {
            renewals += 1;
            token = 'new';
          }
          return { 'x-session': token };
        }}
      >
        <lean-accounts id="one"></lean-accounts>
        <lean-accounts></lean-accounts>
        <lean-transactions for="one"></lean-transactions>
        <lean-transactions></lean-transactions>
        <lean-connect-button></lean-connect-button>
      </lean-provider>
    `);
    const expired = heardEvents(document, ['lean-session-expired']);
    const screens = [...page.querySelectorAll<LitElement>('lean-accounts, lean-transactions')].map(
      (element) => new Screen(element),
    );
    for (const screen of screens) await screen.until('its data', () => screen.text.includes('AED'));
    expect(renewals).to.equal(1);
    expect(new Set(refused).size).to.equal(refused.length);
    expect(expired).to.deep.equal([]);
  });
});
