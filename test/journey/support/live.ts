/** Does in the live demo what a state's `live` says. */
import { circumstanceList } from '../../../src/cli/demo/circumstances.js';
import type { Live, Sign } from '../../../demo/assets/lib/states/state.js';
import type { Step } from '../../../demo/assets/lib/states/live.js';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { PATIENCE_MS } from './ears.js';
import { connectBank, connectRedirectBank, enterCredentials, type Visit } from './visit.js';

export type Language = 'en' | 'ar';
const WORDS = { en, ar };

const LOGIN_BANK = 'LEANMB1';
const REDIRECT_BANK = 'LEAN_OF_RETAIL_UAE';
/** The banks that the demo's pages bring. */
const BANKS = ['FALAJ_RETAIL_UAE', 'SAFFRON_SME_UAE'];

/** Waits until an element of this tag shows the sign. */
export async function seesSign(page: Page | Frame, tag: string, sign: Sign, lang: Language): Promise<void> {
  const { host = '', within = null } = sign;
  const says = sign.says?.(WORDS[lang]) ?? '';
  await page.waitForFunction(isShown, { polling: 100, timeout: PATIENCE_MS }, tag + host, within, says);
}

/** Runs in the page, where nothing of this file is known: a function of its own would not be. */
function isShown(hosts: string, within: string | null, says: string): boolean {
  const wanted = says.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  for (const element of document.querySelectorAll<HTMLElement>(`${hosts}:not([hidden])`)) {
    if (within === null) return true;
    for (const part of element.shadowRoot?.querySelectorAll(within) ?? []) {
      const text = part.textContent.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
      if (part.getClientRects().length > 0 && text.includes(wanted)) return true;
    }
  }
  return false;
}

/** Puts a visitor where the way to a state begins: banks connected, Lean and the host well, the page loaded. */
export async function begin(person: Visit, origin: string, live: Live, lang: Language): Promise<void> {
  const { page } = person;
  for (const bank of BANKS.slice(0, live.banks))
    await send(page, 'POST', '/demo/banks', { bank_identifier: bank });
  await send(page, 'PUT', '/demo/scenario', { scenario: 'ready' });
  const path = live.path ?? (lang === 'ar' ? '/ar/' : '/');
  await page.goto(origin + path + (path.includes('?') ? `&lang=${lang}` : ''));
}

async function send(page: Page, method: string, path: string, fields: Record<string, string>): Promise<void> {
  const ok = await page.evaluate(
    async (how, where, what) => (await fetch(where, { method: how, body: new URLSearchParams(what) })).ok,
    method,
    path,
    fields,
  );
  if (!ok) throw new Error(`${method} ${path} was refused.`);
}

/** Goes the way. */
export async function go(person: Visit, { scenario, steps = [] }: Live): Promise<void> {
  if (scenario !== undefined) await choose(person.page, scenario);
  for (const step of steps) await take(person, step);
}

async function choose(page: Page, scenario: string): Promise<void> {
  await page.waitForSelector('[name=scenario] option');
  await page.waitForFunction(() => !document.querySelector('.demo-controls[hidden]'));
  const changed = page.waitForResponse((answer) => answer.url().endsWith('/demo/scenario'));
  const isFromStart = circumstanceList.some(({ name, isFromStart: is }) => name === scenario && is);
  const loaded = isFromStart ? page.waitForNavigation() : null;
  await page.select('[name=scenario]', scenario);
  if (!(await changed).ok()) throw new Error(`The demo refused “${scenario}”.`);
  await loaded;
}

async function take(person: Visit, step: Step): Promise<void> {
  const { page } = person;
  const pressConnect = (): Promise<void> => press(page, 'lean-connect-button >>> [part=button]');
  switch (step) {
    case 'press-connect':
      return pressConnect();
    case 'go-through':
      await pressConnect();
      return connectBank(person, LOGIN_BANK);
    case 'go-through-bank-page':
      await pressConnect();
      return connectRedirectBank(person, REDIRECT_BANK);
    case 'be-rejected':
      await pressConnect();
      await person.click(`link-bank-${LOGIN_BANK}`);
      await enterCredentials(person);
      return person.click('link-failure-close');
    case 'close-window':
      await pressConnect();
      return person.click('link-close');
    case 'bank-not-listed':
      await pressConnect();
      return person.click('link-bank-not-listed');
    case 'reload':
      await page.reload();
      return;
    case 'three-minutes-later':
      return press(page, '[name=later]');
    case 'end-session':
      return press(page, '[name=end-session]');
    default:
      if ('choose' in step) return choose(page, step.choose);
      if ('until' in step) {
        await visible(page, `${step.in} >>> ${step.until}`);
        return;
      }
      if ('press' in step) return press(page, `${step.in} >>> ${step.press}`);
      return (await visible(page, `${step.in} >>> ${step.into}`)).type(step.type);
  }
}

async function visible(page: Page, selector: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(selector, { visible: true });
  if (!found) throw new Error(`${selector} is not on screen.`);
  return found;
}

/**
 * What is found may be drawn anew before it is pressed, or move away from under the pointer because something above
 * it fills: it is then looked for and pressed again, as a person would.
 */
async function press(page: Page, selector: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const found = await visible(page, selector);
      await standsStill(found, until);
      if (await isHit(found)) return;
      throw new Error(`A press of ${selector} went elsewhere.`);
    } catch (thrown) {
      if (Date.now() > until) throw thrown;
    }
  }
}

/** Presses where it is, and tells whether it was there that the press arrived. */
async function isHit(found: ElementHandle): Promise<boolean> {
  const arrival = await found.evaluateHandle((pressed) => {
    const told = { isHere: false };
    pressed.addEventListener('click', () => (told.isHere = true), { once: true, capture: true });
    return told;
  });
  await found.click();
  // A press may lead to another page, and what was told there is gone with it.
  return arrival.evaluate(({ isHere }) => isHere).catch(() => true);
}

const STILL_MS = 200;

async function standsStill(found: ElementHandle, until: number): Promise<void> {
  for (let last = ''; ;) {
    const box = JSON.stringify(await found.boundingBox());
    if (box === last) return;
    if (Date.now() > until) throw new Error(`What is to be pressed keeps moving: ${box}`);
    last = box;
    await new Promise((resolve) => setTimeout(resolve, STILL_MS));
  }
}
