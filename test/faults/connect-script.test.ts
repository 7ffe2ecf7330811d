import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import { forgetSdk, script as javascript } from '../link/served-scripts.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { becomes, failureOf, set, words, type Setting } from './connect-support.js';

type Globals = Record<string, unknown>;
const page = window as unknown as Globals;

/** The recorded SDK, put aside until a script brings it under a name of its own. */
const BRINGS = (name = 'Lean') => `window.${name} = window.recordedSdk;`;

describe("The button and Lean's script", () => {
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
  let sdk: RecordedSdk;
  let setting: Setting;

  beforeEach(async () => {
    forgetSdk();
    sdk = installRecordedSdk();
    page['recordedSdk'] = page['Lean'];
    delete page['Lean'];
    setting = await set();
    setting.script.answer = () => javascript(BRINGS());
  });
  afterEach(() => {
    sdk.remove();
    Object.defineProperty(Navigator.prototype, 'onLine', online);
    document.getElementById('lean-link')?.remove();
    setting.stack.stop();
    forgetSdk();
  });

  it('K1: opens although the server failed once', async () => {
    const { button, script } = setting;
    script.answer = () => {
      script.answer = () => javascript(BRINGS());
      return new HttpResponse(null, { status: 503 });
    };
    button.click();
    await sdk.call();
    expect(script.requests).to.equal(2);
  });

  it('K1: tells a server that keeps failing, and opens at the next press', async () => {
    const { button, script } = setting;
    script.answer = () => new HttpResponse(null, { status: 404 });
    expect((await failureOf(button)).code).to.equal('sdk_load_failed');
    expect(script.requests).to.equal(3);
    expect(button.status).to.equal('failed');
    expect(await words(button)).to.contain('sdk_load_failed');
    script.answer = () => javascript(BRINGS());
    button.click();
    await sdk.call();
  });

  it('K2: says offline, and is ready again when the network is back', async () => {
    const { button, script } = setting;
    script.answer = () => HttpResponse.error();
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    expect((await failureOf(button)).code).to.equal('offline');
    expect(button.matches(':state(offline)')).to.equal(true);
    Object.defineProperty(Navigator.prototype, 'onLine', online);
    window.dispatchEvent(new Event('online'));
    await becomes(button, 'idle');
    expect(sdk.calls).to.have.length(0);
  });

  it('K3: takes a script that comes late at the next press, without asking again', async () => {
    const { button, script } = setting;
    // As if the deadline had passed: the load is still under way, and nobody waits for it.
    const late = document.createElement('script');
    late.src = script.url;
    document.head.append(late);
    await waitUntil(() => page['Lean'] !== undefined);
    button.click();
    await sdk.call();
    expect(script.requests).to.equal(1);
    late.remove();
  });

  for (const [what, text] of [
    ['brings no global', ''],
    ['brings one without connect', 'window.Lean = {};'],
    ['throws while it loads', "throw new Error('half a script');"],
    ['is an older one that only links', 'window.Lean = { link() {} };'],
  ] as const) {
    it(`K6, K9, K21: names what is missing when the script ${what}`, async () => {
      const { button, script } = setting;
      script.answer = () => javascript(`try { ${text} } catch {}`);
      const { code, message } = await failureOf(button);
      expect(code).to.equal('sdk_incompatible');
      expect(message).to.contain('connect');
      expect(button.renderRoot.querySelector('button')!.hasAttribute('aria-disabled')).to.equal(false);
    });
  }

  for (const [what, text] of [
    ['an object', 'window.Lean = window.recordedSdk;'],
    ['an instance with inherited methods', 'window.Lean = Object.create(window.recordedSdk);'],
    ['a function with methods', 'window.Lean = Object.assign(() => {}, window.recordedSdk);'],
    ['a frozen object', 'window.Lean = Object.freeze({ ...window.recordedSdk });'],
    ['LeanV2 alone', 'window.LeanV2 = window.recordedSdk;'],
  ] as const) {
    it(`K8, K21: opens with ${what}`, async () => {
      setting.script.answer = () => javascript(text);
      setting.button.click();
      await sdk.call();
    });
  }

  for (const markup of ['<a id="Lean"></a>', '<form name="Lean"><input name="connect"></form>']) {
    it(`K7: does not take ${markup} for Lean`, async () => {
      const holder = document.createElement('div');
      holder.setHTMLUnsafe(markup);
      document.body.append(holder);
      setting.button.click();
      await sdk.call();
      expect(setting.script.requests).to.equal(1);
      holder.remove();
    });
  }

  it('K16: says that the browser or an extension blocks it, and what to allow', async () => {
    const { button, script } = setting;
    script.answer = () => HttpResponse.error();
    expect((await failureOf(button)).code).to.equal('sdk_blocked');
    expect(button.status).to.equal('blocked');
    expect(await words(button)).to.match(/ad blocker.*cdn\.leantech\.me/);
  });

  it('K19, K20: asks for one script and opens one window at a time for many elements and two backends', async () => {
    const { path, script, button } = setting;
    const others = await fixture<LeanProvider>(
      html`<lean-provider proxy="${path}/other">
        ${Array.from({ length: 200 }, () => html`<lean-connect-button>Other</lean-connect-button>`)}
      </lean-provider>`,
    );
    const session = {
      app_token: 'app',
      customer_id: 'customer',
      region: 'ae' as const,
      sandbox: true,
      permissions: ['accounts'],
      sdk_url: script.url,
    };
    others.proxy = null;
    others.getLinkSession = () => Promise.resolve(session);
    await others.updateComplete;
    button.click();
    await sdk.call();
    for (const other of others.querySelectorAll('lean-connect-button')) other.click();
    await waitUntil(() =>
      [...others.querySelectorAll('lean-connect-button')].every((one) => one.status === 'opening'),
    );
    expect(sdk.calls).to.have.length(1);
    sdk.calls[0]!.end({ status: 'CANCELLED' });
    (await sdk.call(1)).end({ status: 'CANCELLED' });
    await sdk.call(2);
    expect(sdk.calls).to.have.length(3);
    expect(script.requests).to.equal(1);
    others.remove();
  });

  describe('with a hash', () => {
    const text = BRINGS();

    async function withHash(hash: string): Promise<void> {
      const provider = setting.button.closest('lean-provider')!;
      provider.getLinkSession = () =>
        Promise.resolve({
          app_token: 'app',
          customer_id: setting.stack.customerId,
          region: 'ae',
          sandbox: true,
          permissions: ['accounts'],
          sdk_url: setting.script.url,
          sdk_integrity: hash,
        });
      await provider.updateComplete;
    }

    async function hashOf(script: string): Promise<string> {
      const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(script));
      return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    }

    it('K22: opens the script that has it', async () => {
      await withHash(await hashOf(text));
      setting.button.click();
      await sdk.call();
    });

    it('K22: refuses another script, and believes no Lean that came otherwise', async () => {
      await withHash(await hashOf('something else'));
      page['Lean'] = page['recordedSdk'];
      expect((await failureOf(setting.button)).code).to.equal('sdk_integrity_failed');
      expect(sdk.calls).to.have.length(0);
    });
  });
});
