import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { BUILT, startServer, type RunningServer } from '../support/processes.js';
import {
  connectBank,
  enterCredentials,
  logIn,
  openBrowser,
  rowsOf,
  visit,
  type Visit,
} from './support/visit.js';

const LOGIN_BANK = 'LEANMB1';
const REDIRECT_BANK = 'LEAN_OF_RETAIL_UAE';

let demo: RunningServer;
let browser: Browser;
before(async () => {
  [demo, browser] = await Promise.all([startServer([...BUILT, 'demo']), openBrowser()]);
});
after(async () => {
  await browser.close();
  assert.equal((await demo.stop()).code, 0);
});

/** Lets the simulated Lean treat this visitor as the control bar offers. */
async function meet(person: Visit, scenario: string): Promise<void> {
  const changed = person.page.waitForResponse((response) => response.url().endsWith('/demo/scenario'));
  await person.page.waitForSelector('.demo-controls:not([hidden])');
  await person.page.select('.demo select', scenario);
  assert.equal((await changed).status(), 204);
}

async function connectedVisit(path: string): Promise<Visit> {
  const person = await visit(browser, demo.origin + path);
  await person.press(path === '/ar/' ? 'اربط حسابك البنكي' : 'Connect your bank');
  await connectBank(person, LOGIN_BANK);
  await person.ears.event('lean-connect-success');
  await person.ears.event('lean-connect-ready');
  return person;
}

describe('A customer who connects a bank', () => {
  let person: Visit;
  before(async () => {
    person = await visit(browser, `${demo.origin}/`);
  });
  after(() => person.end());

  it('is told that there is no bank yet', async () => {
    await person.sees(en.accounts.none);
  });

  it('chooses a bank, logs in, enters the code and agrees', async () => {
    await person.press('Connect your bank');
    assert.deepEqual((await person.ears.event('lean-connect-start')).detail, { method: 'connect' });
    await connectBank(person, LOGIN_BANK);
  });

  it('is connected once the backend has confirmed it', async () => {
    const { detail } = await person.ears.event('lean-connect-success');
    assert.equal(detail['status'], 'SUCCESS');
    assert.equal(detail['verified'], true);
    assert.equal(typeof detail['entityId'], 'string');
  });

  it('hears that the data is there after the webhook has arrived', async () => {
    await person.ears.event('lean-connect-ready');
  });

  it('sees the accounts with their balances', async () => {
    await person.sees('Lean Mock Bank');
    await person.sees(en.accounts.totalAvailable);
    await person.sees(en.balanceKinds.available);
  });

  it('sees the transactions', async () => {
    await rowsOf(person);
    await person.sees(en.categories.GROCERIES);
  });

  it('leaves no token anywhere', async () => {
    assert.ok(person.ears.secrets.size > 0, 'the backend handed out an access token');
    await person.assertNoToken();
  });

  it('writes nothing to the console', () => {
    assert.deepEqual(person.ears.console, []);
  });
});

describe('A customer who does not go through with it', () => {
  let person: Visit;
  before(async () => {
    person = await visit(browser, `${demo.origin}/`);
  });
  after(() => person.end());

  it('may close the bank window, and is told that nothing was shared', async () => {
    await person.press('Connect your bank');
    await person.click('link-close');
    assert.equal((await person.ears.event('lean-connect-cancel')).detail['status'], 'CANCELLED');
    await person.sees(en.connect.statuses.cancelled.text);
  });

  it('may say that the bank is not listed', async () => {
    await person.press(en.connect.statuses.cancelled.step);
    await person.click('link-bank-not-listed');
    await person.ears.event('lean-connect-cancel');
    await person.sees(en.connect.statuses.unsupported.text);
  });

  it('may be rejected by the bank', async () => {
    await meet(person, 'link-rejected-by-bank');
    await person.press(en.connect.statuses.unsupported.step);
    await person.click(`link-bank-${LOGIN_BANK}`);
    await enterCredentials(person);
    await person.click('link-failure-close');
    const { detail } = await person.ears.event('lean-connect-error');
    assert.equal(detail['status'], 'ERROR');
    await person.sees(en.errors.link_failed.title);
    await person.assertNoToken();
  });

  it('can still connect without a reload', async () => {
    await meet(person, 'ready');
    await person.press(en.connect.statuses.failed.step);
    await connectBank(person, LOGIN_BANK);
    await person.ears.event('lean-connect-ready');
  });
});

describe('A customer whose bank has a page of its own', () => {
  let person: Visit;
  before(async () => {
    person = await visit(browser, `${demo.origin}/`);
    await person.press('Connect your bank');
  });
  after(() => person.end());

  it('leaves for the bank', async () => {
    await person.click(`link-bank-${REDIRECT_BANK}`);
    await person.click('link-consent-accept');
    await person.page.waitForSelector('[data-testid=bank-page]');
    assert.equal((await person.ears.event('lean-connect-redirect')).detail['status'], 'REDIRECT');
  });

  it('comes back to the page they left, connected', async () => {
    await person.click('bank-approve');
    await person.ears.event('lean-connect-ready');
    assert.equal(new URL(person.page.url()).origin, demo.origin);
    await person.sees('Lean Open Finance MockBank');
  });

  it('has nothing of the bank left in the address or in storage', async () => {
    assert.equal(person.page.url(), `${demo.origin}/`);
    assert.equal(await person.page.evaluate(() => sessionStorage.length + localStorage.length), 0);
    await person.assertNoToken();
  });
});

describe('A customer whose bank asks to confirm it is them', () => {
  let person: Visit;
  before(async () => {
    person = await connectedVisit('/');
    await meet(person, 'reconnect-otp');
  });
  after(() => person.end());

  it('sees one notice, and the host hears of it', async () => {
    await person.ears.event('lean-reconnect-required');
    await person.sees(en.reconnect.text);
    const buttons = await person.page.$$(`::-p-aria([name="${en.reconnect.button}"][role="button"])`);
    assert.equal(buttons.length, 1);
  });

  it('confirms, and everything fills again', async () => {
    const readBefore = person.ears.answers.length;
    await person.press(en.reconnect.button);
    await logIn(person);
    await person.click('link-done');
    assert.equal((await person.ears.event('lean-connect-success')).detail['method'], 'reconnect');
    await person.losesSightOf(en.reconnect.text);
    for (const route of [/accounts 200$/, /balances 200$/, /transactions 200$/]) {
      await person.ears.answer(route, readBefore);
    }
    await person.assertNoToken();
  });
});

describe('A customer whose bank is slow to answer', () => {
  it('sees the accounts once the pending result is there', async () => {
    const person = await visit(browser, `${demo.origin}/`);
    await meet(person, 'pending-results');
    await person.press('Connect your bank');
    await connectBank(person, LOGIN_BANK);
    await person.ears.event('lean-accounts-load');
    await person.sees('Lean Mock Bank');
    await rowsOf(person);
    await person.ears.answer(/^GET \/results\/\S+ 200$/, 0);
    await person.end();
  });
});

describe('A customer whose session ends', () => {
  it('sees no bank data any more', async () => {
    const person = await connectedVisit('/');
    await person.sees(en.accounts.totalAvailable);
    await person.page.click('button[name=end-session]');
    await person.ears.event('lean-session-expired');
    await person.losesSightOf(en.accounts.totalAvailable);
    await person.assertNoToken();
    await person.end();
  });
});

describe('A customer who reads Arabic', () => {
  it('goes the whole way in Arabic', async () => {
    const person = await connectedVisit('/ar/');
    await person.sees(ar.accounts.totalAvailable);
    await person.sees('بنك لين التجريبي');
    await rowsOf(person);
    await person.losesSightOf(en.accounts.totalAvailable);
    await person.assertNoToken();
    await person.end();
  });
});
