import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import { FLOW_STORAGE_KEY } from '../../src/domain/link.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { forgetSdk } from '../link/served-scripts.js';
import { becomes, failureOf, set, type Setting } from './connect-support.js';

const ENDS = ['lean-connect-success', 'lean-connect-cancel', 'lean-connect-error'];

describe('The button and what comes after Link', () => {
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
        ['entitiesHash', 'flowId', 'focusedId', 'scrollOffset', 'startedAt'].sort(),
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
