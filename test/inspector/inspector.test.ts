import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-consents.js';
import { openInspector } from '../../src/inspector/open-inspector.js';
import { nextEvent } from '../support/events.js';
import { ownPath } from '../support/own-path.js';
import { readable } from '../support/screen.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

const host = (): HTMLElement | null => document.querySelector('[data-lean-inspector]');
const text = (): string => readable(host()?.shadowRoot?.querySelector('section'));

function press(name: string): void {
  const buttons = [...(host()?.shadowRoot?.querySelectorAll('button') ?? [])];
  buttons.find((button) => readable(button) === name)!.click();
}

describe('the inspector', () => {
  let stack: Stack;

  beforeEach(() => setViewport({ width: 1024, height: 768 }));

  afterEach(() => {
    if (host()) press('Close');
    stack.stop();
  });

  async function mount(options: StackOptions & { isDebug?: boolean } = {}): Promise<string> {
    stack = await startStack(options);
    const { id } = stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
    const loaded = nextEvent('lean-accounts-load');
    await fixture(
      html`<lean-provider proxy=${ownPath(stack)} region="ae" ?debug=${options.isDebug ?? false}
        ><lean-accounts></lean-accounts><lean-consents></lean-consents
      ></lean-provider>`,
    );
    if (options.scenario === undefined) await loaded;
    return id;
  }

  it('is not there until somebody asks for it; then the provider’s debug opens one, with what was called before', async () => {
    await mount();
    expect(host()).to.equal(null);
    await mount({ isDebug: true });
    await waitUntil(() => host() !== null, 'it opens');
    await waitUntil(() => text().includes('GET /accounts/{account_id}/balances'), 'calls show');
    expect(document.querySelectorAll('[data-lean-inspector]').length).to.equal(1);
    press('Close');
    expect(host()).to.equal(null);
  });

  it('closes when the last element that asks for it has left the page, and opens with the next', async () => {
    await mount({ isDebug: true });
    await waitUntil(() => host() !== null, 'it opens');
    document.querySelector('lean-accounts')!.remove();
    await nextFrame();
    expect(host()).to.not.equal(null);
    document.querySelector('lean-provider')!.remove();
    await waitUntil(() => host() === null, 'it closes');
    stack.stop();
    await mount({ isDebug: true });
    await waitUntil(() => host() !== null, 'it opens again');
  });

  it('stays away where somebody has closed it, also when what asks for it is moved', async () => {
    await mount({ isDebug: true });
    await waitUntil(() => host() !== null, 'it opens');
    press('Close');
    const provider = document.querySelector('lean-provider')!;
    provider.parentElement!.prepend(document.createElement('div'), provider);
    await nextFrame();
    await nextFrame();
    expect(host()).to.equal(null);
  });

  it('shows state, calls with status, time and correlation id, the SDK and events', async () => {
    await mount();
    openInspector();
    await waitUntil(() => text().includes('lean-accounts shown'), 'states show');
    expect(text()).to.match(/GET \/accounts 200 OK \d+ ms [\w-]{8,}/);
    expect(text()).to.include('window.Lean: undefined').and.include('#lean-link: ');
    expect(text()).to.include('region ae');
    const loaded = nextEvent('lean-accounts-load');
    document.querySelector('lean-accounts')!.dispatchEvent(
      new CustomEvent('lean-accounts-error', {
        bubbles: true,
        composed: true,
        detail: { code: 'offline' },
      }),
    );
    document.querySelector('lean-accounts')!.dispatchEvent(
      new CustomEvent('lean-accounts-load', {
        bubbles: true,
        composed: true,
        detail: { accounts: [], failed: [] },
      }),
    );
    await loaded;
    expect(text()).to.include('lean-accounts-error offline').and.include('lean-accounts-load 0');
    await expect(host()).to.be.accessible();
  });

  it('tells of Lean’s script beside a tag whose address cannot be read', async () => {
    const tag = document.createElement('script');
    tag.type = 'text/plain';
    tag.setAttribute('src', 'https://[/lean-link-loader.js');
    document.head.append(tag);
    try {
      await mount();
      openInspector();
      await waitUntil(() => text().includes('window.Lean: undefined'), 'the report shows');
      expect(text()).to.include('tag: no address');
    } finally {
      tag.remove();
    }
  });

  it('names how a bank answered that asks for the customer', async () => {
    const required = nextEvent('lean-reconnect-required');
    await mount({ scenario: 'reconnect-otp' });
    openInspector();
    await required;
    await waitUntil(() => text().includes('RECONNECT_REQUIRED'), 'the word shows');
    await waitUntil(() => text().includes('lean-accounts shown, with a notice'), 'the state shows');
  });

  it('holds no id, name, amount or token, in the panel or in its copy', async () => {
    const written: string[] = [];
    const clipboard = { writeText: (copied: string) => Promise.resolve(void written.push(copied)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    try {
      const entityId = await mount();
      openInspector();
      await waitUntil(() => text().includes('balances'), 'calls show');
      press('Copy as text');
      await waitUntil(() => text().includes('Copied'), 'it says that it copied');
      const accounts = document.querySelector('lean-accounts')!.shadowRoot!;
      const shown = [
        ...accounts.querySelectorAll('[part~=amount], [part~=account-name], [part~=bank-name]'),
      ].map(readable);
      expect(shown.length).to.be.greaterThan(2);
      for (const all of [text(), written[0]!]) {
        for (const secret of [entityId, stack.customerId, ...shown]) expect(all).not.to.include(secret);
        expect(all).not.to.match(/eyJ[\w-]+\.|Bearer/);
      }
      expect(written[0]).to.match(/^lean-elements inspector\n\nElements\n {2}lean-accounts: shown/);
      expect(written[0]).to.match(/GET \/entities {2}200 {2}\d+ ms/);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('closes by Escape, and stops looking', async () => {
    await mount();
    openInspector();
    const panel = host()!;
    panel
      .shadowRoot!.querySelector('button')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(host()).to.equal(null);
    const before = readable(panel.shadowRoot);
    await document.querySelector('lean-accounts')!.refresh();
    expect(readable(panel.shadowRoot)).to.equal(before);
  });

  it('lies over nothing on a phone: it stands at the end of the page', async () => {
    await mount();
    openInspector();
    expect(getComputedStyle(host()!).position).to.equal('fixed');
    await setViewport({ width: 360, height: 640 });
    expect(getComputedStyle(host()!).position).to.equal('static');
    expect(document.body.lastElementChild).to.equal(host());
  });
});
