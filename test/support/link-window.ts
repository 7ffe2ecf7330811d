/** Goes through the simulated Link window inside the test page, as a customer does. */
import { waitUntil } from '@open-wc/testing';

const PATIENCE = { timeout: 10_000 };

/** What the window shows under a test id; waits until it is there. */
export async function linkWindowShows(testId: string): Promise<HTMLElement> {
  const find = (): HTMLElement | null | undefined =>
    document
      .querySelector('[data-lean-simulator="link"]')
      ?.shadowRoot?.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  await waitUntil(find, `the Link window shows ${testId}`, PATIENCE);
  return find()!;
}

async function click(testId: string): Promise<void> {
  (await linkWindowShows(testId)).click();
}

async function type(testId: string, text: string): Promise<void> {
  const field = (await linkWindowShows(testId)) as HTMLInputElement;
  field.value = text;
}

/** The login and the one-time code. */
export async function logInAtBank(): Promise<void> {
  await type('link-username', 'sample.customer');
  await type('link-password', 'sample password');
  await click('link-login-submit');
  await type('link-otp', '1111');
  await click('link-otp-submit');
}

/** From the list of banks to the end, at a bank with a login. */
export async function connectInLinkWindow(bankIdentifier: string): Promise<void> {
  await click(`link-bank-${bankIdentifier}`);
  await logInAtBank();
  await click('link-consent-accept');
  await closeLinkWindow();
}

/** Leaves the screen that says that it worked. */
export async function closeLinkWindow(): Promise<void> {
  await click('link-done');
}
