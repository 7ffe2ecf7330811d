/** A connect button on the real backend, with a script in the place of Lean's that the test writes. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define/lean-connect-button.js';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import type { LinkSession } from '../../src/client/index.js';
import type { LeanConnectErrorDetail } from '../../src/events/index.js';
import { readable } from '../support/screen.js';
import { nextEvent, within } from '../support/events.js';
import type { RecordedCall, RecordedSdk } from '../support/recorded-sdk.js';
import { script as javascript, scriptHandlers, type Served } from '../link/served-scripts.js';
import { ownPath, routesAsked } from '../support/own-path.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

let scripts = 0;

export interface Setting {
  stack: Stack;
  /** The backend's path, of this test alone. */
  path: string;
  button: LeanConnectButton;
  /** What was asked of the backend, below its path. */
  asked: string[];
  script: Served;
}

/** Puts a button on the page; its backend names a script that no other test asks for. */
export async function set(options: StackOptions = {}): Promise<Setting> {
  scripts += 1;
  const url = `${location.origin}/scripts/${String(scripts)}.js`;
  const script: Served = { url, requests: 0, answer: () => javascript('') };
  const stack = await startStack({ ...options, proxy: { sdkUrl: url, ...options.proxy } });
  stack.use(...scriptHandlers(script));
  const path = ownPath(stack);
  const asked = routesAsked(stack, path);
  const provider = await fixture(
    html`<lean-provider proxy=${path}><lean-connect-button>Connect</lean-connect-button></lean-provider>`,
  );
  return { stack, path, asked, button: provider.querySelector('lean-connect-button')!, script };
}

export function becomes(button: LeanConnectButton, status: string): Promise<void> {
  return waitUntil(() => button.status === status, `the status never became ${status}`, { timeout: 12_000 });
}

/** What the button says of its state; waits until it says anything. */
export async function words(button: LeanConnectButton): Promise<string> {
  const region = button.renderRoot.querySelector('[role=status]');
  await waitUntil(() => readable(region) !== '', 'the button never said anything', { timeout: 8000 });
  return readable(region);
}

/** Presses the button, and gives the error it tells. */
export async function failureOf(button: LeanConnectButton): Promise<LeanConnectErrorDetail['error']> {
  const told = nextEvent('lean-connect-error', button);
  button.click();
  return (await within(told, 'the button tells an error')).detail.error;
}

/** Presses the button, and gives call number `index` of Link; fails at once when the button tells an error. */
export async function press(button: LeanConnectButton, sdk: RecordedSdk, index = 0): Promise<RecordedCall> {
  const failed = nextEvent('lean-connect-error', button).then(({ detail }): never => {
    throw new Error(`Link did not open: ${detail.error.code}: ${detail.error.message}`);
  });
  button.click();
  return within(Promise.race([sdk.call(index), failed]), 'Link opens');
}

/** Gives link sessions in the page itself, instead of by the backend; what is left out is usual. */
export async function give(button: LeanConnectButton, session: Partial<LinkSession>): Promise<void> {
  const provider = button.closest('lean-provider')!;
  provider.proxy = null;
  provider.getLinkSession = () =>
    Promise.resolve({
      app_token: 'app',
      customer_id: 'customer',
      region: 'ae',
      sandbox: true,
      permissions: ['accounts'],
      ...session,
    });
  await provider.updateComplete;
}
