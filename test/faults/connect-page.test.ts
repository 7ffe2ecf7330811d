import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import { forgetSdk, heldBack, hostTag, script as javascript, tagsFor } from '../link/served-scripts.js';
import { within } from '../support/events.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { endTimers, hurry } from '../support/timers.js';
import { becomes, failureOf, give, press, set, words, type Setting } from './connect-support.js';

type Globals = Record<string, unknown>;
const page = window as unknown as Globals;
const BRINGS = 'window.Lean = window.recordedSdk;';

describe('The button on the page of a host', () => {
  const warn = console.warn;
  const recordOf = performance.getEntriesByName;
  let sdk: RecordedSdk;
  let setting: Setting;

  beforeEach(async () => {
    forgetSdk();
    sdk = installRecordedSdk();
    page['recordedSdk'] = page['Lean'];
    delete page['Lean'];
    setting = await set();
    setting.script.answer = () => javascript(BRINGS);
  });
  afterEach(() => {
    endTimers();
    console.warn = warn;
    performance.getEntriesByName = recordOf;
    sdk.remove();
    for (const mount of document.querySelectorAll('#lean-link')) mount.remove();
    setting.stack.stop();
    forgetSdk();
  });

  describe('that has a tag for the script', () => {
    /** The host's tag, of which the browser has told long ago that it failed. */
    async function deadTag(): Promise<HTMLScriptElement> {
      setting.script.answer = () => new HttpResponse(null, { status: 404 });
      performance.clearResourceTimings(); // Unbundled tests fill the browser's list of 250.
      const dead = hostTag(setting.script.url);
      await new Promise((resolve) => dead.addEventListener('error', resolve));
      setting.script.answer = () => javascript(BRINGS);
      return dead;
    }

    it('K4: adds a tag of its own where that one has failed, and leaves it where it is', async () => {
      const dead = await deadTag();
      await press(setting.button, sdk);
      expect(dead.isConnected).to.equal(true);
      expect(tagsFor(setting.script.url)).to.have.length(2);
    });

    it('K4: waits for it no longer than half of the deadline where the browser remembers nothing', async () => {
      await deadTag();
      performance.getEntriesByName = () => [];
      hurry(50);
      await press(setting.button, sdk);
    });

    it('K5: waits for one that still loads, and adds none', async () => {
      const { button, script } = setting;
      const slow = heldBack(BRINGS);
      script.answer = slow.answer;
      hostTag(script.url);
      await waitUntil(() => script.requests === 1, "the host's tag asks");
      const opened = press(button, sdk);
      await becomes(button, 'loading');
      slow.release();
      await opened;
      expect([script.requests, tagsFor(script.url).length]).to.deep.equal([1, 1]);
    });
  });

  describe('that has #lean-link, or takes it away', () => {
    it('K15: has Link in the document, once, where the page keeps an element of that id in a shadow root', async () => {
      const host = document.createElement('div');
      const other = Object.assign(document.createElement('div'), { id: 'lean-link' });
      host.attachShadow({ mode: 'open' }).append(other);
      document.body.append(host);
      (await press(setting.button, sdk)).end({ status: 'CANCELLED' });
      await becomes(setting.button, 'cancelled');
      await press(setting.button, sdk, 1);
      const mounts = [...document.querySelectorAll('#lean-link')];
      expect(mounts.map((mount) => mount.parentElement)).to.deep.equal([document.body]);
      expect(other.childElementCount).to.equal(0);
      host.remove();
    });

    it('K15: tells the developer, once, of a second element with that id', async () => {
      const said: string[] = [];
      console.warn = (text: string) => said.push(text);
      for (const _ of [1, 2])
        document.body.append(Object.assign(document.createElement('div'), { id: 'lean-link' }));
      (await press(setting.button, sdk)).end({ status: 'CANCELLED' });
      await becomes(setting.button, 'cancelled');
      await press(setting.button, sdk, 1);
      expect(
        said.filter((text) => text.includes('more than one element with the id lean-link')),
      ).to.have.length(1);
    });

    it('K15: does not take what lies in a hidden one for shown', async () => {
      const mount = Object.assign(document.createElement('div'), { id: 'lean-link' });
      mount.style.display = 'none';
      document.body.append(mount);
      hurry(200);
      expect((await failureOf(setting.button)).code).to.equal('sdk_silent');
      expect(mount.childElementCount).to.equal(1);
    });
  });

  describe('that has a policy', () => {
    let frame: HTMLIFrameElement;
    afterEach(() => {
      frame.remove();
    });

    /** A page with a policy of its own, and a button on it that is to open Lean's own script. */
    async function pageUnder(
      policy: string,
    ): Promise<{ inner: Globals & Window; button: LeanConnectButton }> {
      const source = new URL('../../src/define/lean-connect-button.ts', import.meta.url).href;
      frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => {
        frame.addEventListener('load', resolve);
      });
      frame.srcdoc = `<!doctype html><html lang="en"><head>
        <meta http-equiv="Content-Security-Policy" content="${policy}">
        <script>globalThis.process = { env: { NODE_ENV: 'development' } };</script></head>
        <body><lean-provider><lean-connect-button>Connect</lean-connect-button></lean-provider>
        <script type="module" src="${source}"></script></body></html>`;
      document.body.append(frame);
      await loaded;
      const button = frame.contentDocument!.querySelector('lean-connect-button')!;
      await give(button, {});
      return { inner: frame.contentWindow as unknown as Globals & Window, button };
    }

    it('K17: says that the policy blocks the script, and once on the console which directive lets it in', async () => {
      const { inner, button } = await pageUnder("script-src 'self' 'unsafe-inline'; object-src 'none'");
      const said: string[] = [];
      (inner['console'] as Console).warn = (text: string) => said.push(text);
      const failures = [await failureOf(button), await failureOf(button)];
      expect(failures.map(({ code }) => code)).to.deep.equal(['sdk_blocked_by_csp', 'sdk_blocked_by_csp']);
      expect(button.status).to.equal('blocked');
      expect(await words(button)).to.contain('sdk_blocked_by_csp');
      const needed = "It needs: script-src 'self' 'unsafe-inline' https://cdn.leantech.me";
      expect(failures[0]!.message).to.contain(needed);
      expect(said.filter((text) => text.includes('Content-Security-Policy'))).to.have.length(1);
      expect(said.join()).to.contain(needed);
    });

    for (const end of ['says that it failed', 'stays silent'] as const) {
      it(`K18: says in the error what the policy blocked of a Link that ${end}`, async () => {
        const { inner, button } = await pageUnder("frame-src 'self'; script-src 'self' 'unsafe-inline'");
        inner['Lean'] = {
          reconnect: () => undefined,
          connect({ callback }: { callback: (data: unknown) => void }) {
            const link = inner.document.createElement('iframe');
            link.src = 'https://cdn.leantech.me/link/frame.html';
            inner.document.addEventListener('securitypolicyviolation', () => {
              if (end === 'says that it failed') callback({ status: 'ERROR' });
              else link.remove();
            });
            link.hidden = true;
            inner.document.body.append(link);
          },
        };
        expect((await failureOf(button)).message).to.contain('lacks: frame-src https://cdn.leantech.me.');
      });
    }
  });

  it('K19: opens one window at a time with the button of another copy of our code', async () => {
    const address = new URL(
      '../../second-copy/src/elements/lean-connect-button/lean-connect-button.ts',
      import.meta.url,
    );
    const copy = (await import(address.href)) as { LeanConnectButton: typeof LeanConnectButton };
    expect(copy.LeanConnectButton).not.to.equal(customElements.get('lean-connect-button'));
    customElements.define('second-copy-button', copy.LeanConnectButton);
    const other = new copy.LeanConnectButton();
    setting.button.after(other);
    await other.updateComplete;
    // Once before, so that all of its code is here.
    (await press(other, sdk)).end({ status: 'CANCELLED' });
    const call = await press(setting.button, sdk, 1);
    other.click();
    // That it waits can only be seen by waiting.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([sdk.calls.length, other.status]).to.deep.equal([2, 'opening']);
    call.end({ status: 'CANCELLED' });
    await within(sdk.call(2), 'it opens in its turn');
    expect([setting.script.requests, tagsFor(setting.script.url).length]).to.deep.equal([1, 1]);
  });

  it('K19, K20: asks for one script and opens one window at a time for many elements and two backends', async () => {
    const { path, script, button } = setting;
    const others = await fixture<LeanProvider>(
      html`<lean-provider proxy="${path}/other">
        ${Array.from({ length: 200 }, () => html`<lean-connect-button>Other</lean-connect-button>`)}
      </lean-provider>`,
    );
    const buttons = [...others.querySelectorAll('lean-connect-button')];
    await give(buttons[0]!, { sdk_url: script.url });
    await press(button, sdk);
    for (const other of buttons) other.click();
    await waitUntil(() => buttons.every((one) => one.status === 'opening'));
    expect(sdk.calls).to.have.length(1);
    sdk.calls[0]!.end({ status: 'CANCELLED' });
    (await within(sdk.call(1), 'the next opens')).end({ status: 'CANCELLED' });
    await within(sdk.call(2), 'the one after it opens');
    expect(sdk.calls).to.have.length(3);
    expect(script.requests).to.equal(1);
    others.remove();
  });
});
