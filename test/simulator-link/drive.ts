/** Walks through the double's dialog as a person would, in the page it is open in. */
import { waitUntil } from '@open-wc/testing';

/** The dialog's shadow root, or null while no dialog is open. */
export function dialogRoot(): ShadowRoot | null {
  return document.querySelector('[data-lean-simulator="link"]')?.shadowRoot ?? null;
}

/** Waits for a part of the dialog by its `data-testid`. */
export async function part<Part extends HTMLElement = HTMLElement>(test: string): Promise<Part> {
  const find = () => dialogRoot()?.querySelector<Part>(`[data-testid="${test}"]`) ?? null;
  await waitUntil(() => find() !== null, `the dialog never showed ${test}`, { interval: 10, timeout: 5000 });
  return find()!;
}

export async function press(test: string): Promise<void> {
  (await part(test)).click();
}

export async function type(test: string, text: string): Promise<void> {
  const input = await part<HTMLInputElement>(test);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** From the login screen to the one after it. */
export async function logIn(password = 'right'): Promise<void> {
  await type('link-username', 'sample');
  await type('link-password', password);
  await press('link-login-submit');
}

export async function enterCode(code = '1111'): Promise<void> {
  await type('link-otp', code);
  await press('link-otp-submit');
}

/** From the bank list to the success screen of a bank with login and code, and out. */
export async function completeConnect(bankIdentifier: string): Promise<void> {
  await press(`link-bank-${bankIdentifier}`);
  await logIn();
  await enterCode();
  await press('link-consent-accept');
  await press('link-done');
}

export async function pressEscape(): Promise<void> {
  const dialog = await part('link-dialog');
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
}
