import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define/lean-connect-button.js';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { PROXY_PATH, startStack, type Stack, type StackOptions } from '../support/stack.js';

const ENDS = ['lean-connect-success', 'lean-connect-cancel', 'lean-connect-error'];
const REQUIRED = ['app_token', 'customer_id', 'permissions', 'access_token', 'sandbox', 'callback'];

let stack: Stack;
let sdk: RecordedSdk;

async function mount(attributes: Partial<LeanConnectButton> = {}, options?: StackOptions) {
  stack = await startStack(options);
  const provider = await fixture(
    html`<lean-provider proxy=${PROXY_PATH}
      ><lean-connect-button>Connect your bank</lean-connect-button></lean-provider
    >`,
  );
  const button = provider.querySelector('lean-connect-button')!;
  Object.assign(button, attributes);
  await button.updateComplete;
  return button;
}

function inner(button: LeanConnectButton): HTMLButtonElement {
  return button.renderRoot.querySelector('button')!;
}

function said(button: LeanConnectButton): string {
  return button.renderRoot.querySelector('[role=status]')!.textContent.replace(/\s+/g, ' ').trim();
}

function becomes(button: LeanConnectButton, status: string): Promise<void> {
  return waitUntil(() => button.status === status, `the status never became ${status}`, { timeout: 8000 });
}

describe('lean-connect-button', () => {
  beforeEach(() => {
    sdk = installRecordedSdk();
  });
  afterEach(() => {
    sdk.remove();
    stack.stop();
  });

  it('is idle, says what the page says, and is accessible', async () => {
    const button = await mount();
    expect(button.getAttribute('status')).to.equal('idle');
    expect(inner(button).type).to.equal('button');
    await expect(button).to.be.accessible();
  });

  it('puts its status right when an author writes it', async () => {
    const button = await mount();
    button.setAttribute('status', 'connected');
    expect(button.getAttribute('status')).to.equal('idle');
    expect(button.matches(':state(idle)')).to.equal(true);
  });

  it('hands Lean.connect exactly what the link session holds, sandbox as a boolean', async () => {
    const button = await mount();
    button.click();
    const { config } = await sdk.call();
    expect(config).to.include.all.keys(REQUIRED);
    expect(config['sandbox']).to.equal(true);
    expect(config['customer_id']).to.equal(stack.customerId);
    expect(config['permissions']).to.deep.equal(['accounts', 'balance', 'transactions']);
    expect(config['access_token']).not.to.match(/^Bearer/);
  });

  it('asks for what both the page and the backend allow', async () => {
    const button = await mount({ permissions: 'accounts, identity' });
    button.click();
    expect((await sdk.call()).config['permissions']).to.deep.equal(['accounts']);
  });

  it('opens once for two clicks', async () => {
    const button = await mount();
    button.click();
    button.click();
    await sdk.call();
    await becomes(button, 'open');
    expect(sdk.calls.length).to.equal(1);
  });

  it('does not open when the page prevents the start', async () => {
    const button = await mount();
    button.addEventListener('lean-connect-start', (event) => event.preventDefault());
    await button.open();
    expect(button.status).to.equal('idle');
    expect(sdk.calls.length).to.equal(0);
  });

  it('tells a cancel, once, and offers a new start', async () => {
    const button = await mount();
    const heard = heardEvents(button, ENDS);
    button.click();
    (await sdk.call()).end({ status: 'CANCELLED', exit_point: 'BANK_LIST' });
    await becomes(button, 'cancelled');
    expect(heard).to.deep.equal(['lean-connect-cancel']);
    expect(said(button)).to.contain('Nothing has been shared');
    button.click();
    expect((await sdk.call(1)).method).to.equal('connect');
  });

  it("tells an error with Lean's own words in the detail and ours on the page", async () => {
    const button = await mount();
    const told = nextEvent('lean-connect-error', button);
    button.click();
    (await sdk.call()).end({
      status: 'ERROR',
      message: 'The bank said no',
      secondary_status: 'REJECTED_BY_BANK',
      lean_correlation_id: 'sample-correlation',
    });
    const { detail } = await told;
    expect(detail.secondaryStatus).to.equal('REJECTED_BY_BANK');
    expect(detail.error.code).to.equal('link_failed');
    expect(detail.correlationId).to.equal('sample-correlation');
    expect(said(button)).not.to.contain('The bank said no');
    expect(said(button)).to.contain('link_failed');
  });

  it('says that a bank is not supported', async () => {
    const button = await mount();
    const told = nextEvent('lean-connect-cancel', button);
    button.click();
    (await sdk.call()).end({ status: 'CANCELLED', bank: { is_supported: false } });
    expect((await told).detail.bank).to.deep.equal({ bankIdentifier: null, isSupported: false });
    await becomes(button, 'unsupported');
  });

  it('believes a success only when the backend confirms it', async () => {
    const button = await mount();
    const heard = heardEvents(button, ENDS);
    button.click();
    (await sdk.call()).end({ status: 'SUCCESS' });
    await becomes(button, 'verifying');
    expect(heard).to.deep.equal([]);
    const told = nextEvent('lean-connect-success', button);
    const ready = nextEvent('lean-connect-ready', button);
    const { id } = stack.simulator.linkEntity({ customerId: stack.customerId });
    const { detail } = await told;
    expect(detail.verified).to.equal(true);
    expect(detail.entityId).to.be.a('string');
    expect(id).to.be.a('string');
    await ready;
    await becomes(button, 'connected');
    expect(heard).to.deep.equal(['lean-connect-success']);
  });

  it('lets the backend decide when the SDK says something unknown', async () => {
    const button = await mount();
    button.click();
    const call = await sdk.call();
    stack.simulator.linkEntity({ customerId: stack.customerId });
    call.end({ status: 'SOMETHING_NEW' });
    const { detail } = await nextEvent('lean-connect-success', button);
    expect(detail.verified).to.equal(true);
  });

  it('fires one terminal event when the SDK calls back twice', async () => {
    const button = await mount();
    const heard = heardEvents(button, ENDS);
    button.click();
    const call = await sdk.call();
    call.end({ status: 'CANCELLED' });
    call.end({ status: 'ERROR' });
    await becomes(button, 'cancelled');
    expect(heard).to.deep.equal(['lean-connect-cancel']);
  });

  it('hands Lean.reconnect the reconnect id', async () => {
    const button = await mount({ reconnectId: 'not-this-customers' });
    const told = nextEvent('lean-connect-error', button);
    button.click();
    const { detail } = await told;
    expect(detail.method).to.equal('reconnect');
    expect(detail.error.cause.route).to.equal('POST /link-session');
  });

  it('fails and signs out when the session has ended', async () => {
    const button = await mount();
    stack.signOut();
    const expired = nextEvent('lean-session-expired');
    const told = nextEvent('lean-connect-error', button);
    button.click();
    expect((await told).detail.error.code).to.equal('session_expired');
    await expired;
    expect(button.status).to.equal('failed');
  });

  it('never shows a token in an event or an attribute', async () => {
    const button = await mount();
    const told = nextEvent('lean-connect-cancel', button);
    button.click();
    const call = await sdk.call();
    const token = String(call.config['access_token']);
    call.end({ status: 'CANCELLED' });
    expect(JSON.stringify((await told).detail)).not.to.contain(token);
    expect(button.outerHTML + button.shadowRoot!.innerHTML).not.to.contain(token);
  });

  it('works without a proxy, where nothing can confirm', async () => {
    stack = await startStack();
    const button = await fixture<LeanConnectButton>(html`
      <lean-connect-button
        app-token="sample-app"
        customer-id="sample-customer"
        region="ae"
        environment="sandbox"
        permissions="accounts"
      ></lean-connect-button>
    `);
    const told = nextEvent('lean-connect-success', button);
    button.click();
    const call = await sdk.call();
    expect(call.config).to.include({
      app_token: 'sample-app',
      customer_id: 'sample-customer',
      sandbox: true,
    });
    call.end({ status: 'SUCCESS' });
    expect((await told).detail.verified).to.equal(false);
    await becomes(button, 'connected');
  });

  it('names what is missing before the SDK is called', async () => {
    stack = await startStack();
    const button = await fixture<LeanConnectButton>(
      html`<lean-connect-button app-token="sample-app" region="ae"></lean-connect-button>`,
    );
    const told = nextEvent('lean-connect-error', button);
    button.click();
    expect((await told).detail.error.code).to.equal('missing_customer_id');
    expect(sdk.calls.length).to.equal(0);
  });

  const BACKENDLESS = html`<lean-connect-button
    app-token="sample-app"
    customer-id="sample-customer"
    permissions="accounts"
  ></lean-connect-button>`;

  for (const [name, word] of [
    ['region', 'SA'],
    ['region', 'ksa'],
    ['region', 'uae'],
    ['environment', 'Sandbox'],
    ['environment', 'stage'],
  ] as const) {
    it(`refuses ${name}="${word}" before any script is loaded`, async () => {
      stack = await startStack();
      const button = await fixture<LeanConnectButton>(BACKENDLESS);
      button.setAttribute(name, word);
      const scripts = document.scripts.length;
      const told = nextEvent('lean-connect-error', button);
      button.click();
      const { error } = (await told).detail;
      expect([error.code, error.message]).to.deep.equal([
        'invalid_type',
        name === 'region' ? 'region must be ae or sa.' : 'environment must be production or sandbox.',
      ]);
      expect([sdk.calls.length, document.scripts.length]).to.deep.equal([0, scripts]);
    });
  }

  it('names the app token, not a proxy, where a page without a backend forgot it', async () => {
    stack = await startStack();
    const button = await fixture<LeanConnectButton>(BACKENDLESS);
    button.appToken = null;
    const told = nextEvent('lean-connect-error', button);
    button.click();
    expect((await told).detail.error.code).to.equal('missing_app_token');
  });

  it('opens by click() before it is drawn, and takes the focus once it is', async () => {
    stack = await startStack();
    const provider = await fixture(html`<lean-provider proxy=${PROXY_PATH}></lean-provider>`);
    const button = document.createElement('lean-connect-button');
    provider.append(button);
    button.focus();
    button.click();
    expect((await sdk.call()).method).to.equal('connect');
    expect(document.activeElement).to.equal(button);
  });

  it('does nothing off the page, and says so', async () => {
    stack = await startStack();
    const button = document.createElement('lean-connect-button');
    const heard = heardEvents(button, ['lean-connect-start', ...ENDS]);
    button.click();
    button.focus();
    expect((await button.open()).message).to.contain('not on the page');
    expect(button.status).to.equal('idle');
    expect(heard).to.deep.equal([]);
  });

  it('opens nothing while it is disabled', async () => {
    const button = await mount({ disabled: true });
    expect((await button.open()).message).to.contain('disabled');
    expect([button.status, sdk.calls.length]).to.deep.equal(['idle', 0]);
  });

  it('opens with null for its options', async () => {
    const button = await mount();
    void button.open(null);
    expect((await sdk.call()).method).to.equal('connect');
  });

  for (const options of [{ method: 'bogus' }, { reconnectId: 5 }, { method: 'reconnect', entityId: {} }]) {
    it(`refuses open(${JSON.stringify(options)}) and asks nobody`, async () => {
      const button = await mount();
      const told = nextEvent('lean-connect-error', button);
      await button.open(options as never);
      expect((await told).detail.error.code).to.equal('invalid_type');
      expect(sdk.calls.length).to.equal(0);
      expect(stack.requests.map(({ path }) => path)).not.to.include('/link-session');
    });
  }
});
