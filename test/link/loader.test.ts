import { expect, waitUntil } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import type { LeanError } from '../../src/domain/error.js';
import { loadLinkSdk, sdkUrl, warmSdk, type LinkSdk } from '../../src/link/index.js';
import { within } from '../support/events.js';
import {
  forgetSdk,
  heldBack,
  hostTag,
  script,
  sdkScript,
  serveAt,
  serveScript,
  tagsFor,
  type Served,
} from './served-scripts.js';

const page = window as unknown as Record<string, unknown>;

async function failure(load: Promise<unknown>): Promise<LeanError> {
  try {
    await load;
  } catch (thrown) {
    return thrown as LeanError;
  }
  throw new Error('the load was expected to fail');
}

function markOf(sdk: LinkSdk): unknown {
  return (sdk as unknown as Record<string, unknown>)['mark'];
}

function served(url: string, text: string): Served {
  return { url, requests: 0, answer: () => script(text) };
}

/** Runs `body` in a page of its own with a policy; `body` may use `link`, our module, and gives text. */
async function underPolicy(policy: string, body: string): Promise<string> {
  const frame = document.createElement('iframe');
  const told = new Promise<string>((resolve) => {
    window.addEventListener(
      'message',
      (event) => {
        resolve(String(event.data));
      },
      { once: true },
    );
  });
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module">
      const link = await import('/src/link/index.ts');
      parent.postMessage(await (async () => { ${body} })(), '*');
    </script>`;
  document.body.append(frame);
  const text = await told;
  frame.remove();
  return text;
}

describe('loading the Link SDK', () => {
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
  const fixtures: Element[] = [];

  beforeEach(forgetSdk);
  afterEach(() => {
    forgetSdk();
    Object.defineProperty(Navigator.prototype, 'onLine', online);
    for (const element of fixtures.splice(0)) element.remove();
  });

  function put(html: string): void {
    const holder = document.createElement('div');
    holder.setHTMLUnsafe(html);
    document.body.append(holder);
    fixtures.push(holder);
  }

  it('brings the script and gives its global', async () => {
    const { url } = await serveScript(sdkScript());
    expect(await loadLinkSdk({ url })).to.equal(page['Lean']);
  });

  it('makes one tag and one request for 200 callers (K20)', async () => {
    const script = await serveScript(sdkScript());
    const loads = Array.from({ length: 200 }, () => loadLinkSdk({ url: script.url }));
    expect(new Set(await Promise.all(loads)).size).to.equal(1);
    expect([tagsFor(script.url).length, script.requests]).to.deep.equal([1, 1]);
  });

  it('shares one load among copies of our code (K19)', async () => {
    const address = new URL('../../second-copy/src/link/index.ts', import.meta.url).href;
    const copy = (await import(address)) as { loadLinkSdk: typeof loadLinkSdk };
    expect(copy.loadLinkSdk).not.to.equal(loadLinkSdk);
    const script = await serveScript(sdkScript());
    const load = { url: script.url };
    const [first, second] = await Promise.all([loadLinkSdk(load), copy.loadLinkSdk(load)]);
    expect(first).to.equal(second);
    expect([tagsFor(script.url).length, script.requests]).to.deep.equal([1, 1]);
  });

  it('asks for nothing when the global is there already', async () => {
    const script = await serveScript(sdkScript());
    page['Lean'] = { connect: () => undefined };
    expect(await loadLinkSdk({ url: script.url })).to.equal(page['Lean']);
    expect(script.requests).to.equal(0);
  });

  it('calls a server error sdk_load_failed, and tries anew with a fresh tag (K1)', async () => {
    const script = await serveScript(() => new HttpResponse(null, { status: 500 }));
    expect((await failure(loadLinkSdk({ url: script.url }))).code).to.equal('sdk_load_failed');
    const [dead] = tagsFor(script.url);
    script.answer = () => HttpResponse.text(sdkScript(), { headers: { 'content-type': 'text/javascript' } });
    await loadLinkSdk({ url: script.url });
    const [fresh, ...others] = tagsFor(script.url);
    expect(others).to.have.length(0);
    expect(fresh).not.to.equal(dead);
  });

  it('calls a server that does not answer sdk_load_failed (K2)', async () => {
    expect((await failure(loadLinkSdk({ url: 'http://127.0.0.1:9/Lean.js' }))).code).to.equal(
      'sdk_load_failed',
    );
  });

  it('says offline when the browser is (K2)', async () => {
    const { url } = await serveScript(() => HttpResponse.error());
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    expect((await failure(loadLinkSdk({ url }))).code).to.equal('offline');
  });

  it('says sdk_blocked when only the script does not get through (K16)', async () => {
    const { url } = await serveScript(() => HttpResponse.error());
    expect((await failure(loadLinkSdk({ url }))).code).to.equal('sdk_blocked');
  });

  it('gives up after its deadline and takes a late arrival at the next try (K3)', async () => {
    const late = heldBack(sdkScript('Lean', 'late'));
    const script = await serveScript(late.answer);
    expect((await failure(loadLinkSdk({ url: script.url, deadlineMs: 100 }))).code).to.equal('sdk_timeout');
    late.release();
    await waitUntil(() => page['Lean'] !== undefined, 'the late script never ran');
    expect(markOf(await loadLinkSdk({ url: script.url }))).to.equal('late');
    expect(script.requests).to.equal(1);
  });

  it("adds a tag of our own beside a host's dead one, and leaves that alone (K4)", async () => {
    const script = await serveScript(() => new HttpResponse(null, { status: 404 }));
    performance.clearResourceTimings(); // Unbundled tests fill the browser's list of 250.
    const dead = hostTag(script.url);
    await new Promise((resolve) => {
      dead.addEventListener('error', resolve);
    });
    script.answer = () => HttpResponse.text(sdkScript(), { headers: { 'content-type': 'text/javascript' } });
    // Half of the deadline would be the time to give up on a tag.
    await within(loadLinkSdk({ url: script.url, deadlineMs: 60_000 }), 'the tag of our own');
    expect(dead.isConnected).to.equal(true);
    expect(tagsFor(script.url)).to.have.length(2);
  });

  it("waits for a host's tag that is still loading (K5)", async () => {
    const slow = heldBack(sdkScript('Lean', 'host'));
    const script = await serveScript(slow.answer);
    hostTag(script.url);
    const load = loadLinkSdk({ url: script.url });
    await waitUntil(() => script.requests === 1);
    slow.release();
    expect(markOf(await load)).to.equal('host');
    expect(tagsFor(script.url)).to.have.length(1);
  });

  it("adds a tag of our own when a host's never decides", async () => {
    const path = (generation: string) => `${location.origin}/link/${generation}/prod/ae/latest/Lean.min.js`;
    const never = { ...served(path('sdk/web/v2'), ''), answer: () => new Promise<Response>(() => undefined) };
    await serveAt(never);
    await serveAt(served(path('loader'), sdkScript('Lean', 'ours')));
    hostTag(never.url);
    expect(markOf(await loadLinkSdk({ url: path('loader'), deadlineMs: 1000 }))).to.equal('ours');
  });

  it('leaves nothing waiting each time it looks for the global', async () => {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    let waiting = 0;
    let most = 0;
    const counted = (target: EventTarget, type: string, more: number): void => {
      if (target instanceof AbortSignal && type === 'abort') waiting += more;
      most = Math.max(most, waiting);
    };
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...words: [string, never]) {
      counted(this, words[0], 1);
      addEventListener.apply(this, words);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, ...words: [string, never]) {
      counted(this, words[0], -1);
      removeEventListener.apply(this, words);
    };
    try {
      const { url } = await serveScript('window.unrelated = true');
      expect((await failure(loadLinkSdk({ url }))).code).to.equal('sdk_incompatible');
    } finally {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    }
    expect(most).to.be.within(1, 5);
  });

  it('calls a script without a usable global sdk_incompatible (K6)', async () => {
    const { url } = await serveScript('window.Lean = {};');
    const error = await failure(loadLinkSdk({ url }));
    expect(error.code).to.equal('sdk_incompatible');
    expect(error.message).to.contain('connect');
  });

  for (const html of [
    '<a id="Lean"></a>',
    '<form name="Lean"><input name="connect"></form>',
    '<iframe name="Lean"></iframe>',
    '<a id="Lean"></a><a id="Lean"></a>',
  ]) {
    it(`does not believe ${html} (K7)`, async () => {
      put(html);
      expect(page['Lean']).not.to.equal(undefined);
      const { url } = await serveScript(sdkScript('Lean', 'real'));
      expect(markOf(await loadLinkSdk({ url }))).to.equal('real');
    });
  }

  it('takes LeanV2 where there is no Lean (K8)', async () => {
    const { url } = await serveScript(sdkScript('LeanV2', 'v2'));
    expect(markOf(await loadLinkSdk({ url }))).to.equal('v2');
  });

  it('prefers Lean where there are both (K8)', async () => {
    const { url } = await serveScript(sdkScript('LeanV2', 'v2') + sdkScript('Lean', 'loader'));
    expect(markOf(await loadLinkSdk({ url }))).to.equal('loader');
  });

  it('prefers LeanV2 where the V2 bundle was asked for (K8)', async () => {
    const url = `${location.origin}/link/v2/Lean.min.js`;
    await serveAt(served(url, sdkScript('LeanV2', 'v2') + sdkScript('Lean', 'loader')));
    expect(markOf(await loadLinkSdk({ url }))).to.equal('v2');
  });

  it('prefers the one with both methods to one with a single method (K8)', async () => {
    const { url } = await serveScript(`window.Lean = { connect() {} };${sdkScript('LeanV2', 'whole')}`);
    expect(markOf(await loadLinkSdk({ url }))).to.equal('whole');
  });

  it("does not take one country's SDK for the other's", async () => {
    const path = (region: string) =>
      `${location.origin}/link/loader/prod/${region}/latest/lean-link-loader.min.js`;
    await serveAt(served(path('ae'), sdkScript('Lean', 'ae')));
    await serveAt(served(path('sa'), sdkScript('Lean', 'sa')));
    expect(markOf(await loadLinkSdk({ url: path('ae') }))).to.equal('ae');
    expect(markOf(await loadLinkSdk({ url: path('sa') }))).to.equal('sa');
  });

  it('lets one caller go while others wait on', async () => {
    const slow = heldBack(sdkScript());
    const { url } = await serveScript(slow.answer);
    const stop = new AbortController();
    const left = failure(loadLinkSdk({ url, signal: stop.signal }));
    const stays = loadLinkSdk({ url });
    stop.abort();
    expect((await left).name).to.equal('AbortError');
    slow.release();
    expect(await stays).to.equal(page['Lean']);
  });

  it("hands the page's nonce on to its tag", async () => {
    const known = document.createElement('script');
    known.nonce = 'n0nce';
    known.setAttribute('nonce', 'n0nce');
    document.head.append(known);
    fixtures.push(known);
    const { url } = await serveScript(sdkScript());
    await loadLinkSdk({ url });
    expect(tagsFor(url)[0]!.nonce).to.equal('n0nce');
  });

  describe("under a page's policy", () => {
    const cdn = sdkUrl({ region: 'ae', sandbox: false });
    const file = new URL('./static-sdk.js', import.meta.url).href;
    const codeOf = (url: string) =>
      `return link.loadLinkSdk({ url: '${url}' }).then(() => 'loaded', (error) => error.code + ' ' + error.message);`;

    it('says sdk_blocked_by_csp with the directive to write, once on the console (K17)', async () => {
      const said = await underPolicy(
        "script-src 'self' 'unsafe-inline'",
        `const said = []; console.warn = (text) => said.push(text);
         const load = () => link.loadLinkSdk({ url: '${cdn}' }).catch((error) => error.code);
         return JSON.stringify([await load(), await load(), said]);`,
      );
      const [first, second, lines] = JSON.parse(said) as [string, string, string[]];
      expect([first, second]).to.deep.equal(['sdk_blocked_by_csp', 'sdk_blocked_by_csp']);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.contain("script-src 'self' 'unsafe-inline' https://cdn.leantech.me");
    });

    it('gets through Trusted Types by a policy of its own', async () => {
      const policy = "require-trusted-types-for 'script'; trusted-types lean-elements";
      expect(await underPolicy(policy, codeOf(file))).to.equal('loaded');
    });

    it('lets no other script through that policy', async () => {
      const policy = "require-trusted-types-for 'script'; trusted-types lean-elements";
      const said = await underPolicy(policy, codeOf('https://elsewhere.example/Lean.js'));
      expect(said).to.match(/^tt_blocked/);
    });

    it('says tt_blocked where that policy is not allowed', async () => {
      const policy = "require-trusted-types-for 'script'; trusted-types somebody-else";
      expect(await underPolicy(policy, codeOf(file))).to.match(/^tt_blocked/);
    });
  });
});

describe('warming the Link SDK', () => {
  const hints = () =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=script]')].filter(({ href }) =>
      href.includes('leantech'),
    );

  beforeEach(forgetSdk);
  afterEach(() => {
    forgetSdk();
    for (const hint of hints()) hint.remove();
  });

  it('hints once at the script of a known region', async () => {
    await serveAt(served('https://cdn.leantech.me/link/loader/prod/sa/latest/lean-link-loader.min.js', ''));
    warmSdk('sa');
    warmSdk('sa');
    expect(hints().map(({ href }) => new URL(href).pathname)).to.deep.equal([
      '/link/loader/prod/sa/latest/lean-link-loader.min.js',
    ]);
  });

  it('stays quiet while nobody has named a region', () => {
    warmSdk(null);
    expect(hints()).to.have.length(0);
  });
});
