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
  { name: 'en', path: '/', connect: 'Connect your bank', messages: en },
  { name: 'ar', path: '/ar/', connect: 'اربط حسابك البنكي', messages: ar },
];
type DemoPage = (typeof PAGES)[number];

const SIZES = [
  { width: 1280, height: 1400 },
  { width: 360, height: 780 },
];
const THEMES = ['light', 'dark'] as const;
/** A README loads all of its pictures at once. */
const LARGEST_BYTES = 150_000;

const folder = process.argv[2] ?? 'docs/images';
mkdirSync(folder, { recursive: true });

async function take(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.webp`) as `${string}.webp`;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, type: 'webp', quality: 82 });
  const { size } = statSync(path);
  console.log(`${path} ${String(Math.round(size / 1000))} kB`);
  if (size > LARGEST_BYTES) throw new Error(`${path} is larger than ${String(LARGEST_BYTES)} bytes.`);
}

async function takeAll(person: Visit, name: string): Promise<void> {
  for (const size of SIZES) {
    await person.page.setViewport(size);
    for (const theme of THEMES) {
      await person.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await take(person.page, `${name}-${theme}-${String(size.width)}`);
    }
  }
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
    await takeAll(person, `${page.name}-empty`);
    await connectTwo(person, page);
    await takeAll(person, `${page.name}-connected`);
    await person.end();
  }
} finally {
  await browser.close();
  await demo.close();
}
