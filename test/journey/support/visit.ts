/** A person's visit in a real browser. */
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { browserArguments, ensureBrowser } from '../../../scripts/ensure-browser.mjs';
import { listenTo, PATIENCE_MS, type Ears } from './ears.js';
import { assertNoToken } from './leaks.js';

export interface Visit {
  readonly page: Page;
  readonly ears: Ears;
  /** Waits until a text is on screen, in whatever shadow root. */
  sees(text: string): Promise<void>;
  /** Waits until a text is on screen no more. */
  losesSightOf(text: string): Promise<void>;
  /** Clicks the control of this accessible name. */
  press(name: string): Promise<void>;
  /** Clicks what carries this test id; the Link window has them. */
  click(testId: string): Promise<void>;
  type(testId: string, text: string): Promise<void>;
  /** Fails when a token can be found anywhere outside the running code. */
  assertNoToken(): Promise<void>;
  end(): Promise<void>;
}

export function openBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return puppeteer.launch({
    executablePath: ensureBrowser(),
    args: browserArguments,
    headless: true,
    ...options,
  });
}

/** Opens a browser session of its own at an address. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const ears = await listenTo(page);
  await page.goto(address);

  // Locators watch for mutations, which do not tell of shadow roots; asking for visible nodes looks each frame.
  const visible = async (selector: string) => {
    const found = await page.waitForSelector(selector, { visible: true });
    if (!found) throw new Error(`${selector} is not on screen.`);
    return found;
  };
  const byTestId = (testId: string) => visible(`>>> [data-testid="${testId}"]`);
  return {
    page,
    ears,
    async sees(text) {
      await visible(`::-p-text(${text})`);
    },
    async losesSightOf(text) {
      await page.waitForSelector(`::-p-text(${text})`, { hidden: true });
    },
    async press(name) {
      await (await visible(`::-p-aria([name="${name}"][role="button"])`)).click();
    },
    async click(testId) {
      await (await byTestId(testId)).click();
    },
    async type(testId, text) {
      await (await byTestId(testId)).type(text);
    },
    assertNoToken: () => assertNoToken(page, ears),
    end: () => context.close(),
  };
}

/** Goes through the Link window from bank to consent, as a customer of a bank with a login. */
export async function connectBank(person: Visit, bankIdentifier: string): Promise<void> {
  await person.click(`link-bank-${bankIdentifier}`);
  await logIn(person);
  // While Link is open the token lives: nowhere but in its hands.
  await person.assertNoToken();
  await person.click('link-consent-accept');
  await person.click('link-done');
}

/** The same at a bank that has a page of its own: the browser leaves, and comes back. */
export async function connectRedirectBank(person: Visit, bankIdentifier: string): Promise<void> {
  await person.click(`link-bank-${bankIdentifier}`);
  await person.click('link-consent-accept');
  await person.click('bank-approve');
}

/** The login and the one-time code of the simulated bank. */
export async function logIn(person: Visit): Promise<void> {
  await enterCredentials(person);
  await person.type('link-otp', '1111');
  await person.click('link-otp-submit');
}

export async function enterCredentials(person: Visit): Promise<void> {
  await person.type('link-username', 'sample.customer');
  await person.type('link-password', 'sample password');
  await person.click('link-login-submit');
}

/** Waits until transactions are on screen; a page without a bank tells of none first. */
export async function rowsOf(person: Visit): Promise<void> {
  let count = 0;
  while (count === 0) count = Number((await person.ears.event('lean-transactions-load')).detail['count']);
}
