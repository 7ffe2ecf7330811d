/**
 * Takes the pictures in `docs/images/` of the built demo, in a real browser.
 *
 *     npm run build && node --import tsx scripts/screenshots.ts [folder]
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ar } from '../src/i18n/ar.js';
import { en } from '../src/i18n/en.js';
import { startDemo } from '../src/cli/demo/start.js';
import {
  connectBank,
  connectRedirectBank,
  openBrowser,
  completeHistoryOf,
  visit,
  type Visit,
} from '../test/journey/support/visit.js';

const PAGES = [
  { name: 'en', path: '/', theme: 'light', connect: 'Connect your bank', messages: en },
  { name: 'ar', path: '/ar/', theme: 'dark', connect: 'اربط حسابك البنكي', messages: ar },
];
type DemoPage = (typeof PAGES)[number];

const SIZES = [
  { width: 1280, height: 1400 },
  { width: 360, height: 780 },
];
const THEMES = ['light', 'dark'];
/** A README loads all of its pictures at once. */
const LARGEST_BYTES = 150_000;

const folder = process.argv[2] ?? 'docs/images';
mkdirSync(folder, { recursive: true });

/** Fonts are there, and every picture that can be loaded. */
async function untilDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
    const images = roots.flatMap((root) => [...root.querySelectorAll('img')]);
    return document.fonts.status === 'loaded' && images.every((image) => image.complete);
  });
}

async function take(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.webp`) as `${string}.webp`;
  await untilDrawn(page);
  await page.screenshot({ path, type: 'webp', quality: 90 });
  const { size } = statSync(path);
  console.log(`${path} ${String(Math.round(size / 1000))} kB`);
  if (size > LARGEST_BYTES) throw new Error(`${path} is larger than ${String(LARGEST_BYTES)} bytes.`);
}

async function takeAll(person: Visit, name: string, themes: readonly string[]): Promise<void> {
  for (const size of SIZES) {
    await person.page.setViewport(size);
    for (const theme of themes) {
      await person.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await take(person.page, `${name}-${theme}-${String(size.width)}`);
    }
  }
}

/** The Link window, over the page that opened it. */
async function takeLink(person: Visit, { name, connect }: DemoPage): Promise<void> {
  await person.press(connect);
  await person.page.waitForSelector('>>> [data-testid="link-bank-list"]', { visible: true });
  for (const size of SIZES) {
    await person.page.setViewport(size);
    await take(person.page, `${name}-link-${String(size.width)}`);
  }
  await person.click('link-close');
  await person.ears.event('lean-connect-cancel');
  await person.page.reload();
}

/** Every bank asks to confirm that it is the customer. */
async function askForReconnect(person: Visit, { messages }: DemoPage): Promise<void> {
  await person.page.select('.demo select', 'reconnect-otp');
  await person.ears.event('lean-reconnect-required');
  await person.sees(messages.reconnect.text);
  await person.page.evaluate(() => window.scrollTo(0, 0));
}

/** Two banks: one with a login in the Link window, one with a page of its own. */
async function connectTwo(person: Visit, { connect, messages }: DemoPage): Promise<void> {
  await person.press(connect);
  await connectBank(person, 'LEANMB1');
  await person.ears.event('lean-connect-ready');
  await person.press(messages.connect.statuses.connected.step);
  await connectRedirectBank(person, 'FALAJ_RETAIL_UAE');
  await person.ears.event('lean-connect-ready');
  person.ears.takeAll();
  await person.page.reload();
  await completeHistoryOf(person);
}

const demo = await startDemo({ port: 0 });
const browser = await openBrowser();
try {
  for (const page of PAGES) {
    const person = await visit(browser, demo.origin + page.path);
    await person.sees(page.messages.accounts.none);
    await takeAll(person, `${page.name}-empty`, [page.theme]);
    await takeLink(person, page);
    await connectTwo(person, page);
    await takeAll(person, `${page.name}-connected`, THEMES);
    await askForReconnect(person, page);
    await takeAll(person, `${page.name}-reconnect`, [page.theme]);
    await person.end();
  }
} finally {
  await browser.close();
  await demo.close();
}
