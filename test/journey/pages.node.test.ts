/** The demo's pages beside the landing page: each starts without an error, and the workshop works. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openSite } from './support/site.js';

const pages = readdirSync('demo', { recursive: true, encoding: 'utf8' })
  // Some frames of the page of states never come to rest.
  .filter((file) => file.endsWith('.html') && !/states?\.html$/.test(file))
  .map((file) => `/${file.replaceAll('\\', '/')}`.replace(/index\.html$/, ''));

const site = openSite();
let page: Page;

afterEach(async () => {
  await page.browserContext().close();
});

async function open(path: string): Promise<string[]> {
  const context = await site.browser.createBrowserContext();
  await context.setPermission(site.demo.origin, {
    permission: { name: 'clipboard-write' },
    state: 'granted',
  });
  page = await context.newPage();
  await page.bringToFront();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(site.demo.origin + path, { waitUntil: 'networkidle0' });
  return complaints;
}

const drawn = (part: string) => page.waitForSelector(`>>> [part~="${part}"]`, { visible: true });
const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent);

describe('The demo', () => {
  for (const path of pages) {
    it(`opens ${path} without an error`, async () => {
      assert.deepEqual(await open(path), []);
      assert.ok(await page.$('lean-accounts, lean-connect-button'));
    });
  }

  for (const host of ['plain', 'bootstrap', 'dashboard', 'hostile']) {
    it(`shows accounts and transactions on the ${host} host at once, in Arabic`, async () => {
      assert.deepEqual(await open(`/hosts/${host}.html?lang=ar&banks=1`), []);
      await drawn('account');
      await drawn('description');
      const root = await page.$eval('lean-accounts', (element) => {
        const inner = element.shadowRoot?.querySelector('.root');
        return inner ? getComputedStyle(inner).direction : '';
      });
      assert.equal(root, 'rtl');
    });
  }

  it('prints the CSS of what was changed on the theming page, while it is seen', async () => {
    await open('/theming.html');
    await page.locator('[name="color-accent"]').fill('#7a3b1d');
    assert.equal(await textOf('#css'), ':root {\n  --lean-color-accent: #7a3b1d;\n}');
    const button = await drawn('button');
    assert.equal(
      await button?.evaluate((element) => getComputedStyle(element).backgroundColor),
      'rgb(122, 59, 29)',
    );
    await page.select('[name=preset]', 'bank');
    assert.match(await textOf('#css'), /^@import 'lean-elements\/themes\/bank\.css';/);
    await page.locator('#copy').click();
    await page.waitForFunction(() => document.querySelector('#told')?.textContent !== '');
    assert.equal(await textOf('#told'), 'Copied.');
  });

  it('gives the playground’s HTML as it is shown, and takes it from the address', async () => {
    await open('/playground.html?lang=ar&width=320&numerals=arab&scenario=ready&element=lean-accounts');
    await drawn('account');
    const html = await textOf('#html');
    assert.match(html, /<div lang="ar" dir="rtl">/);
    assert.match(html, /<lean-provider proxy="\/api\/lean" numerals="arab">/);
    assert.match(html, /<lean-accounts id="accounts"><\/lean-accounts>/);
    const found = await page.$eval('#preview', (element) => ({
      width: element.getBoundingClientRect().width,
      tags: [...element.querySelectorAll('lean-provider > *')].map(({ localName }) => localName),
    }));
    assert.deepEqual(found, { width: 320, tags: ['lean-accounts'] });
    await page.select('[name=lang]', 'en');
    await page.waitForFunction(() => !document.querySelector('#html')?.textContent.includes('rtl'));
    assert.match(page.url(), /lang=en/);
  });
});
