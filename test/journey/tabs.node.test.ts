import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { BUILT, startServer, type RunningServer } from '../support/processes.js';
import { PATIENCE_MS } from './support/ears.js';
import { openBrowser } from './support/visit.js';

let demo: RunningServer;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  demo = await startServer([...BUILT, 'demo']);
  // Puppeteer switches the back-forward cache off, which people have.
  browser = await openBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
});
after(async () => {
  await browser.close();
  assert.equal((await demo.stop()).code, 0);
});
afterEach(() => context.close());

/** A page of the demo's site without elements, which asks its backend nothing. */
const BARE_PAGE = '/nothing';

/** A tab of this test's own browser session. */
async function tab(path = '/ten-lines.html'): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(demo.origin + path);
  return page;
}

/** A browser session of somebody who is signed in and has a bank. */
async function signIn(bank: string): Promise<void> {
  context = await browser.createBrowserContext();
  const page = await tab(BARE_PAGE);
  await page.evaluate(() => fetch('/ten-lines.html').then((response) => response.status));
  await linkBank(page, bank);
  await page.close();
}

/** Links a bank for whoever is signed in, as if they had been through Link. */
async function linkBank(page: Page, bank: string): Promise<void> {
  const status = await page.evaluate(
    async (identifier) =>
      (
        await fetch('/demo/banks', {
          method: 'POST',
          body: new URLSearchParams({ bank_identifier: identifier }),
        })
      ).status,
    bank,
  );
  assert.equal(status, 204);
}

function send(page: Page, path: string): Promise<number> {
  return page.evaluate(async (address) => (await fetch(address, { method: 'POST' })).status, path);
}

/** The account numbers that `lean-accounts` shows. */
function numbers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('lean-accounts')?.shadowRoot;
    return [...(root?.querySelectorAll('[part~=account-number]') ?? [])].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
  });
}

async function accountsOf(page: Page): Promise<string[]> {
  await page.waitForFunction(() =>
    document.querySelector('lean-accounts')?.shadowRoot?.querySelector('[part~=account-number]'),
  );
  return numbers(page);
}

/** Waits until a tab shows so many banks. */
async function banksOf(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted: number) =>
      document.querySelector('lean-accounts')?.shadowRoot?.querySelectorAll('[part~=bank]').length === wanted,
    {},
    count,
  );
}

describe('U5: two tabs that link at once', () => {
  it('end with the same banks', async () => {
    await signIn('LEANMB1');
    const first = await tab();
    await banksOf(first, 1);
    const second = await tab();
    await banksOf(second, 1);
    await Promise.all([linkBank(first, 'SAFFRON_SME_UAE'), linkBank(second, 'FALAJ_RETAIL_UAE')]);
    await first.bringToFront();
    await banksOf(first, 3);
    await second.bringToFront();
    await banksOf(second, 3);
  });
});

describe('U6: another customer, signed in from another tab', () => {
  it('is the only one on screen when the first tab is seen again', async () => {
    await signIn('LEANMB1');
    const first = await tab();
    const before = await accountsOf(first);

    const second = await tab(BARE_PAGE);
    await second.bringToFront();
    assert.equal(await send(second, '/demo/fresh-start'), 204);
    await linkBank(second, 'FALAJ_RETAIL_UAE');
    // The backend does not ask Lean for a customer whom it just did not know, and the first tab may have asked.
    await second.waitForFunction(
      async () => ((await (await fetch('/api/lean/entities')).json()) as unknown[]).length === 1,
      { polling: 500 },
    );

    await first.bringToFront();
    await first.waitForFunction(
      (old: string[]) => {
        const root = document.querySelector('lean-accounts')?.shadowRoot;
        const shown = [...(root?.querySelectorAll('[part~=account-number]') ?? [])].map((each) =>
          each.textContent.replace(/\s+/g, ' ').trim(),
        );
        return shown.length > 0 && shown.every((number) => !old.includes(number));
      },
      {},
      before,
    );
  });

  it('takes everything off the screen where nobody is signed in any more', async () => {
    await signIn('LEANMB1');
    const first = await tab();
    await accountsOf(first);
    const second = await tab(BARE_PAGE);
    await second.bringToFront();
    assert.equal(await send(second, '/demo/end-session'), 204);
    await first.bringToFront();
    await first.waitForFunction(
      () => !document.querySelector('lean-accounts')?.shadowRoot?.querySelector('[part~=account-number]'),
    );
  });
});

describe('H11: a page that Back brings out of the back-forward cache', () => {
  it('shows nothing of somebody who has signed out since', async () => {
    await signIn('LEANMB1');
    const page = await tab();
    const before = await accountsOf(page);
    // What is on the page in the moment it is shown again, before anything has been asked.
    await page.evaluate(() => {
      window.addEventListener('pageshow', ({ persisted }) => {
        const root = document.querySelector('lean-accounts')?.shadowRoot;
        const shown = root?.querySelectorAll('[part~=account-number]').length ?? 0;
        Object.assign(window, { shownAgain: { persisted, shown } });
      });
    });
    await page.goto(demo.origin + BARE_PAGE);
    assert.equal(await send(page, '/demo/end-session'), 204);
    await page.goBack();
    const { persisted, shown } = await page.evaluate(
      () =>
        (window as { shownAgain?: { persisted: boolean; shown: number } }).shownAgain ?? {
          persisted: false,
          shown: -1,
        },
    );
    assert.equal(persisted, true, 'the page came out of the cache');
    assert.equal(shown, 0);
    await page.waitForFunction(() =>
      document.querySelector('lean-accounts')?.shadowRoot?.textContent.includes('session_expired'),
    );
    assert.deepEqual(
      (await numbers(page)).filter((number) => before.includes(number)),
      [],
    );
  });
});
