import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import { FLOW_STORAGE_KEY } from '../../src/domain/link.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { forgetSdk } from '../link/served-scripts.js';
import { becomes, failureOf, set, words, type Setting } from './connect-support.js';

const ENDS = ['lean-connect-success', 'lean-connect-cancel', 'lean-connect-error'];

type Globals = Record<string, unknown>;
const page = window as unknown as Globals;

describe('The button and what Link does', () => {
  const address = location.href;
  let sdk: RecordedSdk;
  let setting: Setting;

  beforeEach(() => {
    forgetSdk();
    sessionStorage.clear();
    sdk = installRecordedSdk();
  });
  afterEach(() => {
    sdk.remove();
    document.getElementById('lean-link')?.remove();
    history.replaceState(null, '', address);
    setting.stack.stop();
  });

  function link(): void {
    setting.stack.simulator.linkEntity({ customerId: setting.stack.customerId });
  }

  it('K9: catches a Link that throws, and is ready for the next press', async () => {
    setting = await set();
    const works = page['Lean'];
    page['Lean'] = {
      connect() {
        throw new Error('CONFIG_ERROR__INVALID_PARAM_TYPE');
      },
    };
    const { code, message } = await failureOf(setting.button);
    expect([code, message]).to.deep.equal(['sdk_threw', 'Link threw: CONFIG_ERROR__INVALID_PARAM_TYPE']);
    page['Lean'] = works;
    setting.button.click();
    await sdk.call();
  });

  it('K10: gives up on a Link that shows nothing within eight seconds', async function () {
    this.timeout(25_000);
    setting = await set();
    page['Lean'] = { connect: () => undefined };
    expect((await failureOf(setting.button)).code).to.equal('sdk_silent');
    expect(await words(setting.button)).to.contain('did not appear');
  });

  it('K11: asks the backend when the dialog goes without a word', async () => {
    setting = await set();
    setting.button.click();
    await sdk.call();
    link();
    const told = nextEvent('lean-connect-success', setting.button);
    await waitUntil(() => document.querySelector('iframe[title="Recorded Link"]') !== null);
    // It has to be seen before it can be missed.
    await new Promise((resolve) => setTimeout(resolve, 500));
    document.querySelector('iframe[title="Recorded Link"]')!.remove();
    expect((await told).detail).to.include({ status: 'UNKNOWN', verified: true });
  });

  it('K11: asks the backend when the customer is back on the page, and lets the next window open', async () => {
    setting = await set();
    setting.button.click();
    const call = await sdk.call();
    link();
    const told = nextEvent('lean-connect-success', setting.button);
    window.dispatchEvent(new Event('focus'));
    expect((await told).detail.verified).to.equal(true);
    call.end({ status: 'ERROR' });
    await becomes(setting.button, 'connected');
    setting.button.click();
    await sdk.call(1);
  });

  it('K12, K13: takes a forged success for a hint only', async () => {
    setting = await set();
    const heard = heardEvents(setting.button, ENDS);
    setting.button.click();
    const call = await sdk.call();
    call.end({
      status: 'SUCCESS',
      entity_id: 'forged',
      bank: { bank_identifier: 'LEANMB1', is_supported: true },
    });
    (call.config['callback'] as (data: unknown) => void)({ status: 'ERROR' });
    await becomes(setting.button, 'verifying');
    const asked = () => setting.asked.filter((path) => path === '/entities').length;
    const before = asked();
    await waitUntil(() => asked() > before + 1, 'the backend is asked again', { timeout: 8000 });
    expect(heard).to.deep.equal([]);
    expect(setting.button.status).to.equal('verifying');
  });

  it('K14: tells the document what came of it when the button has left the page', async () => {
    setting = await set();
    setting.button.click();
    const call = await sdk.call();
    await becomes(setting.button, 'open');
    setting.button.remove();
    link();
    const told = nextEvent('lean-connect-success');
    call.end({ status: 'SUCCESS' });
    const event = await told;
    expect(event.target).to.equal(document);
    expect(event.detail.verified).to.equal(true);
  });

  it('K15: mounts Link in the document where the page keeps an element of that id in a shadow root', async () => {
    setting = await set();
    const host = document.createElement('div');
    host
      .attachShadow({ mode: 'open' })
      .append(Object.assign(document.createElement('div'), { id: 'lean-link' }));
    document.body.append(host);
    setting.button.click();
    await sdk.call();
    expect(document.getElementById('lean-link')!.parentElement).to.equal(document.body);
    host.remove();
  });

  it('K15: asks the backend when the page takes the mount away', async () => {
    setting = await set();
    setting.button.click();
    await sdk.call();
    link();
    const told = nextEvent('lean-connect-success', setting.button);
    await new Promise((resolve) => setTimeout(resolve, 500));
    document.getElementById('lean-link')!.remove();
    expect((await told).detail.verified).to.equal(true);
  });

  it("K18: says in the error what the page's policy blocked of Link", async () => {
    setting = await set();
    const told = nextEvent('lean-connect-error', setting.button);
    setting.button.click();
    const call = await sdk.call();
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        effectiveDirective: 'connect-src',
        violatedDirective: 'connect-src',
        originalPolicy: "connect-src 'self'",
        documentURI: location.href,
        blockedURI: 'https://api.leantech.me/x',
        disposition: 'enforce',
        statusCode: 200,
      }),
    );
    call.end({ status: 'ERROR' });
    expect((await told).detail.error.message).to.contain('connect-src https://api.leantech.me');
  });

  it('tells what is known while data is on its way, and when it is there', async () => {
    let moment = Date.now();
    setting = await set({ scenario: 'slow-sync-40s', clock: () => moment });
    link();
    setting.button.click();
    const call = await sdk.call();
    link();
    call.end({ status: 'SUCCESS' });
    await becomes(setting.button, 'syncing');
    await waitUntil(
      () => setting.button.renderRoot.textContent.includes('0 of 2 banks done.'),
      'progress is told',
      { timeout: 8000 },
    );
    const ready = nextEvent('lean-connect-ready', setting.button);
    moment += 60_000;
    await setting.stack.simulator.clock.advance(60);
    await ready;
    expect(setting.button.status).to.equal('connected');
  });

  describe('after a redirect', () => {
    async function leave(): Promise<void> {
      setting.button.click();
      const call = await sdk.call();
      const told = nextEvent('lean-connect-redirect', setting.button);
      (call.config['callback'] as (data: unknown) => void)({ status: 'REDIRECT' });
      await told;
    }

    it('keeps no bank, no customer and no token, and finishes once in a page that has stayed', async () => {
      setting = await set();
      await leave();
      const kept = sessionStorage.getItem(FLOW_STORAGE_KEY)!;
      expect(Object.keys(JSON.parse(kept) as object).sort()).to.deep.equal(
        ['entitiesHash', 'flowId', 'focusedId', 'method', 'scrollOffset', 'startedAt'].sort(),
      );
      expect(kept).not.to.contain(setting.stack.customerId);
      const heard = heardEvents(setting.button, ENDS);
      link();
      window.dispatchEvent(new Event('focus'));
      await becomes(setting.button, 'connected');
      expect(heard).to.deep.equal(['lean-connect-success']);
      expect(sessionStorage.length).to.equal(0);
    });

    it('is recognised in a new page, whatever the address says, and tidies it', async () => {
      setting = await set();
      await leave();
      const kept = sessionStorage.getItem(FLOW_STORAGE_KEY)!;
      setting.button.remove();
      link();
      sessionStorage.setItem(FLOW_STORAGE_KEY, kept);
      history.replaceState(
        null,
        '',
        '?order=7&entity_id=forged&customer_id=another&granular_status_code=FAILED',
      );
      const button = document.createElement('lean-connect-button');
      const told = nextEvent('lean-connect-success', button);
      document.querySelector('lean-provider')!.append(button);
      const { detail } = await told;
      expect(detail.verified).to.equal(true);
      expect(detail.entityId).not.to.equal('forged');
      expect(location.search).to.equal('?order=7');
      expect(document.activeElement).to.equal(button);
      expect(sessionStorage.length).to.equal(0);
    });

    it('U4: is nothing when only the address says so', async () => {
      history.replaceState(null, '', '?entity_id=forged&customer_id=another');
      setting = await set();
      await setting.button.updateComplete;
      expect(setting.button.status).to.equal('idle');
      expect(location.search).to.equal('?entity_id=forged&customer_id=another');
      expect(setting.asked).to.deep.equal([]);
    });

    it('is taken up by one of two buttons', async () => {
      setting = await set();
      await leave();
      const kept = sessionStorage.getItem(FLOW_STORAGE_KEY)!;
      setting.button.remove();
      link();
      sessionStorage.setItem(FLOW_STORAGE_KEY, kept);
      const heard = heardEvents(document, ['lean-connect-success']);
      const provider: LeanProvider = document.querySelector('lean-provider')!;
      provider.append(
        document.createElement('lean-connect-button'),
        document.createElement('lean-connect-button'),
      );
      const [first, second] = provider.querySelectorAll('lean-connect-button');
      await waitUntil(
        () => [first, second].some((button) => button!.status === 'connected'),
        'one is connected',
        {
          timeout: 8000,
        },
      );
      expect([first!.status, second!.status].sort()).to.deep.equal(['connected', 'idle']);
      expect(heard).to.deep.equal(['lean-connect-success']);
    });
  });

  it('says so, and offers a new press, when the backend refuses the link session', async () => {
    setting = await set();
    setting.stack.use(
      http.post(`${location.origin}${setting.path}/link-session`, () =>
        HttpResponse.json({ status: 'ERROR' }, { status: 403 }),
      ),
    );
    expect((await failureOf(setting.button)).code).to.equal('forbidden');
    expect(setting.button.status).to.equal('failed');
  });
});
