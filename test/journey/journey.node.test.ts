import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { BUILT, startServer, type RunningServer } from '../support/processes.js';
import { connectBank, logIn, openBrowser, visit, type Visit } from './support/visit.js';

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
  await person.page.waitForSelector('.demo-form:not([hidden])');
  await person.page.select('.demo select', scenario);
  assert.equal((await changed).status(), 204);
}

async function connectedVisit(path: string): Promise<Visit> {
  const person = await visit(browser, demo.origin + path);
  await person.press(path === '/ar/' ? 'اربط حسابك البنكي' : 'Connect your bank');
  await connectBank(person, LOGIN_BANK);
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
    await person.sees(en.accountTypes.savings);
    await person.sees(en.accounts.totalAvailable);
  });

  it('sees the transactions', async () => {
    const { detail } = await person.ears.event('lean-transactions-load');
    assert.ok(Number(detail['count']) > 0);
  });

  it('leaves no token anywhere', async () => {
    assert.ok(person.ears.secrets.size > 0, 'the backend handed out an access token');
    await person.assertNoToken();
  });

  it('writes nothing to the console', () => {
    assert.deepEqual(person.ears.console, []);
  });
});
