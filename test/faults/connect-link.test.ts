import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { heardEvents, nextEvent, within } from '../support/events.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { forgetSdk } from '../link/served-scripts.js';
import { endTimers, hurry } from '../support/timers.js';
import { becomes, failureOf, press, set, words, type Setting } from './connect-support.js';

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
    endTimers();
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
    await press(setting.button, sdk);
  });

  it('K9: catches a Link whose promise rejects', async () => {
    setting = await set();
    page['Lean'] = { connect: () => Promise.reject(new Error('later')) };
    expect((await failureOf(setting.button)).code).to.equal('sdk_threw');
  });

  it('K10: gives up on a Link that shows nothing within eight seconds, and is ready for the next press', async () => {
    setting = await set();
    const works = page['Lean'];
    page['Lean'] = { connect: () => undefined };
    hurry(200);
    const { code, message } = await failureOf(setting.button);
    expect([code, message]).to.deep.equal(['sdk_silent', 'Link has shown nothing within 8 s.']);
    expect(await words(setting.button)).to.contain('did not appear');
    page['Lean'] = works;
    await press(setting.button, sdk);
  });

  it('K10: waits for a Link that shows something, however long it says nothing', async () => {
    setting = await set();
    hurry(200);
    const heard = heardEvents(setting.button, ENDS);
    const { end } = await press(setting.button, sdk);
    // Far more looks than would make eight seconds; that nothing ends can only be seen by waiting.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([heard, setting.button.status]).to.deep.equal([[], 'open']);
    end({ status: 'CANCELLED' });
    await becomes(setting.button, 'cancelled');
  });

  it('K11: asks the backend when the dialog goes without a word', async () => {
    setting = await set();
    hurry(200);
    await press(setting.button, sdk);
    link();
    const told = nextEvent('lean-connect-success', setting.button);
    // It has to be seen before it can be missed.
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.querySelector('iframe[title="Recorded Link"]')!.remove();
    expect((await within(told, 'the backend is asked')).detail).to.include({
      status: 'UNKNOWN',
      verified: true,
    });
  });

  for (const [what, come] of [
    ['is back in the window', () => window.dispatchEvent(new Event('focus'))],
    ['sees the page again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ] as const) {
    it(`K11: asks the backend when the customer ${what}, and lets the next window open`, async () => {
      setting = await set();
      const call = await press(setting.button, sdk);
      link();
      const told = nextEvent('lean-connect-success', setting.button);
      come();
      expect((await within(told, 'the backend is asked')).detail.verified).to.equal(true);
      call.end({ status: 'ERROR' });
      await becomes(setting.button, 'connected');
      await press(setting.button, sdk, 1);
    });
  }

  it('K12: takes a forged success for a hint only', async () => {
    setting = await set();
    const heard = heardEvents(setting.button, ENDS);
    const call = await press(setting.button, sdk);
    call.end({
      status: 'SUCCESS',
      entity_id: 'forged',
      bank: { bank_identifier: 'LEANMB1', is_supported: true },
    });
    await waitUntil(() => setting.button.status !== 'open');
    expect(setting.button.status).to.equal('verifying');
    const asked = () => setting.asked.filter((path) => path === '/entities').length;
    const before = asked();
    await waitUntil(() => asked() > before + 1, 'the backend is asked again', { timeout: 8000 });
    expect(heard).to.deep.equal([]);
    expect(setting.button.status).to.equal('verifying');
  });

  for (const [first, second, end] of [
    ['SUCCESS', 'ERROR', 'lean-connect-success'],
    ['ERROR', 'SUCCESS', 'lean-connect-error'],
  ] as const) {
    it(`K12: takes ${first} and not the ${second} after it, and tells one end`, async () => {
      setting = await set();
      const heard = heardEvents(setting.button, ENDS);
      const call = await press(setting.button, sdk);
      link();
      call.end({ status: first });
      (call.config['callback'] as (data: unknown) => void)({ status: second });
      await becomes(setting.button, 'connected');
      expect(heard).to.deep.equal([end]);
    });
  }

  it('K12: tells no second end when the wait for data fails', async () => {
    setting = await set();
    const heard = heardEvents(setting.button, ENDS);
    const call = await press(setting.button, sdk);
    link();
    setting.button.addEventListener('lean-connect-success', () => {
      setting.stack.use(
        http.get(`${location.origin}${setting.path}/entities`, () => new HttpResponse(null, { status: 403 })),
      );
    });
    call.end({ status: 'SUCCESS' });
    await becomes(setting.button, 'failed');
    expect(heard).to.deep.equal(['lean-connect-success']);
  });

  for (const [what, data] of [
    ['a status of its own', { status: 'PAUSED_BY_BANK' }],
    ['no status', { message: 'Done' }],
    ['null', null],
    [
      'a getter that throws',
      {
        get status() {
          throw new Error('no');
        },
      },
    ],
  ] as const) {
    it(`K13: asks the backend when Link says ${what}, and throws nothing into it`, async () => {
      setting = await set();
      const call = await press(setting.button, sdk);
      link();
      const told = nextEvent('lean-connect-success', setting.button);
      expect(() => {
        call.end(data);
      }).not.to.throw();
      expect((await within(told, 'the backend is asked')).detail).to.include({
        status: 'UNKNOWN',
        verified: true,
      });
    });
  }

  it('K14: tells the document what came of it when the button has left the page', async () => {
    setting = await set();
    const call = await press(setting.button, sdk);
    await becomes(setting.button, 'open');
    setting.button.remove();
    link();
    const told = nextEvent('lean-connect-success');
    call.end({ status: 'SUCCESS' });
    const event = await within(told, 'the document hears of it');
    expect(event.target).to.equal(document);
    expect(event.detail.verified).to.equal(true);
  });

  it('K15: asks the backend when the page takes the mount away', async () => {
    setting = await set();
    hurry(200);
    await press(setting.button, sdk);
    link();
    const told = nextEvent('lean-connect-success', setting.button);
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.getElementById('lean-link')!.remove();
    expect((await within(told, 'the backend is asked')).detail.verified).to.equal(true);
  });
});
