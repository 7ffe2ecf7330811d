import { expect, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { forgetSdk, heldBack, hostTag, script as javascript, tagsFor } from '../link/served-scripts.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { endTimers, hold } from '../support/timers.js';
import { becomes, failureOf, give, press, set, words, type Setting } from './connect-support.js';

type Globals = Record<string, unknown>;
const page = window as unknown as Globals;

/** The recorded SDK, put aside until a script brings it. */
const BRINGS = 'window.Lean = window.recordedSdk;';
/** One whose window nobody should open. */
const WRONG = "{ connect() { throw new Error('the wrong one'); }, reconnect() {} }";

describe("The button and Lean's script", () => {
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
  const { onerror } = window;
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
    window.onerror = onerror;
    endTimers();
    sdk.remove();
    Object.defineProperty(Navigator.prototype, 'onLine', online);
    document.getElementById('lean-link')?.remove();
    setting.stack.stop();
    forgetSdk();
  });

  /** Nothing of it comes through, as with a closed port, a cable that is out, or a rule that blocks it. */
  function breakScript(): void {
    setting.script.answer = () => HttpResponse.error();
  }

  it('K1: opens although the server failed once', async () => {
    const { button, script } = setting;
    script.answer = () => {
      script.answer = () => javascript(BRINGS);
      return new HttpResponse(null, { status: 503 });
    };
    await press(button, sdk);
    expect(script.requests).to.equal(2);
    expect(tagsFor(script.url)).to.have.length(1);
  });

  it('K1: tells a server that keeps failing, and opens at the next press', async () => {
    const { button, script } = setting;
    script.answer = () => new HttpResponse(null, { status: 404 });
    expect((await failureOf(button)).code).to.equal('sdk_load_failed');
    expect(script.requests).to.equal(3);
    expect(button.status).to.equal('failed');
    expect(await words(button)).to.contain('sdk_load_failed');
    script.answer = () => javascript(BRINGS);
    await press(button, sdk);
  });

  it('K2: says offline, and is ready again when the network is back', async () => {
    const { button } = setting;
    breakScript();
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    expect((await failureOf(button)).code).to.equal('offline');
    expect(button.matches(':state(offline)')).to.equal(true);
    Object.defineProperty(Navigator.prototype, 'onLine', online);
    window.dispatchEvent(new Event('online'));
    await becomes(button, 'idle');
    expect(sdk.calls).to.have.length(0);
  });

  it('K2: waits for the network no more once it has left the page', async () => {
    const { button } = setting;
    const { addEventListener, removeEventListener } = window;
    const waiting = new Set<unknown>();
    Object.assign(window, {
      addEventListener(...words: Parameters<typeof addEventListener>) {
        if (words[0] === 'online') waiting.add(words[1]);
        addEventListener.apply(window, words);
      },
      removeEventListener(...words: Parameters<typeof removeEventListener>) {
        if (words[0] === 'online') waiting.delete(words[1]);
        removeEventListener.apply(window, words);
      },
    });
    try {
      breakScript();
      Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
      expect((await failureOf(button)).code).to.equal('offline');
      expect(waiting.size).to.equal(1);
      button.remove();
      await waitUntil(() => waiting.size === 0, 'nothing waits');
    } finally {
      Object.assign(window, { addEventListener, removeEventListener });
    }
  });

  it('K2: tells a server of this machine that is down, and opens when it is up', async () => {
    const { button, script, stack } = setting;
    breakScript();
    let isUp = false;
    stack.use(http.head(`${location.origin}/`, () => (isUp ? undefined : HttpResponse.error())));
    expect((await failureOf(button)).code).to.equal('sdk_load_failed');
    isUp = true;
    script.answer = () => javascript(BRINGS);
    await press(button, sdk);
  });

  it('K3: gives up on a script after ten seconds, and takes it when it comes late', async () => {
    const { button, script } = setting;
    const late = heldBack(BRINGS);
    script.answer = late.answer;
    const deadline = hold(10_000);
    const told = failureOf(button);
    await waitUntil(() => script.requests === 1, 'the script is asked for', { timeout: 8000 });
    expect(button.status).to.equal('loading');
    deadline.end();
    expect((await told).code).to.equal('sdk_timeout');
    expect(await words(button)).to.contain('sdk_timeout');
    late.release();
    await waitUntil(() => page['Lean'] !== undefined, 'the late script runs');
    await press(button, sdk);
    expect(script.requests).to.equal(1);
  });

  for (const [what, text] of [
    ['brings no global', ''],
    ['brings one without connect', 'window.Lean = {};'],
    ['throws while it loads', "throw new Error('half a script');"],
    ['is an older one that only links', 'window.Lean = { link() {} };'],
  ] as const) {
    it(`K6, K9, K21: names what is missing when the script ${what}`, async () => {
      const { button, script } = setting;
      script.answer = () => javascript(text);
      window.onerror = () => true; // The script's own error is none of the test's.
      const { code, message } = await failureOf(button);
      expect(code).to.equal('sdk_incompatible');
      expect(message).to.contain('connect');
      expect(button.renderRoot.querySelector('button')!.hasAttribute('aria-disabled')).to.equal(false);
      script.answer = () => javascript(BRINGS);
      await press(button, sdk);
    });
  }

  for (const [what, text] of [
    ['an object', BRINGS],
    ['an instance with inherited methods', 'window.Lean = Object.create(window.recordedSdk);'],
    ['a function with methods', 'window.Lean = Object.assign(() => {}, window.recordedSdk);'],
    ['a frozen object', 'window.Lean = Object.freeze({ ...window.recordedSdk });'],
    ['LeanV2 alone', 'window.LeanV2 = window.recordedSdk;'],
    ['Lean where LeanV2 is there too', `window.LeanV2 = ${WRONG}; ${BRINGS}`],
    [
      'LeanV2 where Lean cannot reconnect',
      'window.Lean = { connect() {} }; window.LeanV2 = window.recordedSdk;',
    ],
  ] as const) {
    it(`K8, K21: opens with ${what}`, async () => {
      setting.script.answer = () => javascript(text);
      await press(setting.button, sdk);
    });
  }

  for (const markup of [
    '<a id="Lean"></a>',
    '<a id="Lean"></a><a id="Lean"></a>',
    '<form name="Lean"><input name="connect"></form>',
    '<iframe name="Lean"></iframe>',
  ]) {
    it(`K7: does not take ${markup} for Lean`, async () => {
      const holder = document.createElement('div');
      holder.setHTMLUnsafe(markup);
      document.body.append(holder);
      expect(page['Lean']).not.to.equal(undefined);
      await press(setting.button, sdk);
      expect(setting.script.requests).to.equal(1);
      holder.remove();
    });
  }

  it('K16: says that the browser or an extension blocks it, and what to allow', async () => {
    const { button } = setting;
    breakScript();
    expect((await failureOf(button)).code).to.equal('sdk_blocked');
    expect(button.status).to.equal('blocked');
    expect(await words(button)).to.match(/ad blocker.*cdn\.leantech\.me/);
  });

  describe('with a backend that gives a hash', () => {
    /** The hash of a text: of the script that is served, or of another. */
    async function giveHash(text: string): Promise<void> {
      const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
      const sdk_integrity = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
      await give(setting.button, { sdk_url: setting.script.url, sdk_integrity });
    }

    it('K22: opens the script that has it', async () => {
      await giveHash(BRINGS);
      await press(setting.button, sdk);
    });

    it('K22: refuses another script', async () => {
      await giveHash('something else');
      expect((await failureOf(setting.button)).code).to.equal('sdk_integrity_failed');
      expect(page['Lean']).to.equal(undefined);
    });

    it('K22: believes no Lean that came otherwise', async () => {
      await giveHash('something else');
      page['Lean'] = page['recordedSdk'];
      expect((await failureOf(setting.button)).code).to.equal('sdk_integrity_failed');
      expect(sdk.calls).to.have.length(0);
    });

    it("K22: does not wait for the page's own tag, which has none", async () => {
      const { button, script } = setting;
      await giveHash('something else');
      const slow = heldBack(BRINGS);
      script.answer = slow.answer;
      hostTag(script.url);
      await waitUntil(() => script.requests === 1, "the page's tag asks");
      const told = failureOf(button);
      await becomes(button, 'loading');
      slow.release();
      expect((await told).code).to.equal('sdk_integrity_failed');
      expect(sdk.calls).to.have.length(0);
    });
  });
});
