/**
 * Takes the pictures in `docs/images/` of the built demo, in a real browser: the sample site, each element in its main
 * states inside three hosts, and the connect button in all of its own.
 *
 *     npm run build && npm run screenshots [-- folder]
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, ScreenshotOptions } from 'puppeteer-core';
import { startDemo } from '../src/cli/demo/start.js';
import { openBrowser } from '../test/journey/support/visit.js';
import { openButtonSheet } from './button-sheet.js';

interface Variant {
  host: string;
  lang: string;
  theme: string;
  width: number;
}

const VARIANTS: readonly Variant[] = [
  { host: 'plain', lang: 'en', theme: 'light', width: 1280 },
  { host: 'plain', lang: 'ar', theme: 'dark', width: 360 },
  { host: 'bootstrap', lang: 'en', theme: 'light', width: 360 },
  { host: 'bootstrap', lang: 'ar', theme: 'dark', width: 1280 },
  { host: 'dashboard', lang: 'en', theme: 'dark', width: 1280 },
  { host: 'dashboard', lang: 'ar', theme: 'dark', width: 360 },
];

/** What each state shows, how it comes about, and in how many of the variants it is taken. */
const STATES = [
  { name: 'ready', scenario: 'ready', banks: 2, variants: VARIANTS },
  { name: 'reconnect', scenario: 'reconnect-otp', banks: 2, variants: VARIANTS.slice(0, 2) },
  { name: 'one-bank-down', scenario: 'one-bank-down', banks: 2, variants: VARIANTS.slice(4, 6) },
  { name: 'consent-ended', scenario: 'consent-expired', banks: 1, variants: VARIANTS.slice(2, 4) },
  { name: 'on-its-way', scenario: 'pending-forever', banks: 1, variants: VARIANTS.slice(4, 6) },
  { name: 'empty', scenario: 'ready', banks: 0, variants: VARIANTS.slice(2, 4) },
  { name: 'failed', scenario: 'rate-limit', banks: 1, variants: VARIANTS.slice(0, 2) },
];

/** The sample site, with banks or before the first one. */
const SITE = [
  { name: 'en-connected-light', path: '/', theme: 'light', banks: 2, widths: [1280, 360] },
  { name: 'en-connected-dark', path: '/', theme: 'dark', banks: 2, widths: [1280] },
  { name: 'ar-connected-light', path: '/ar/', theme: 'light', banks: 2, widths: [360] },
  { name: 'ar-connected-dark', path: '/ar/', theme: 'dark', banks: 2, widths: [1280, 360] },
  { name: 'en-empty-light', path: '/', theme: 'light', banks: 0, widths: [1280, 360] },
];

const LARGEST_BYTES = 80_000;
const TALLEST = 1100;
/** How long nothing may change on a page before it counts as drawn. */
const STILL_MS = 900;

const folder = process.argv[2] ?? 'docs/images';
mkdirSync(folder, { recursive: true });

/** Fonts and pictures are there, nothing is on its way, and nothing has moved for a while. */
async function untilDrawn(page: Page): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: STILL_MS, timeout: 30_000 });
  await page.waitForFunction(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
    const images = roots.flatMap((root) => [...root.querySelectorAll('img')]);
    return document.fonts.status === 'loaded' && images.every((image) => image.complete);
  });
}

/** Takes a picture as well as fits into the largest file a README should carry. */
async function take(page: Page, name: string, clip?: ScreenshotOptions['clip']): Promise<void> {
  const path = join(folder, `${name}.webp`) as `${string}.webp`;
  for (const quality of [86, 70, 50, 30]) {
    await page.screenshot({ path, type: 'webp', quality, clip, captureBeyondViewport: clip !== undefined });
    if (statSync(path).size <= LARGEST_BYTES) break;
  }
  const { size } = statSync(path);
  console.log(`${path} ${String(Math.round(size / 1000))} kB`);
  if (size > LARGEST_BYTES) throw new Error(`${path} is larger than ${String(LARGEST_BYTES)} bytes.`);
}

async function open(browser: Browser, address: string, theme: string, width: number): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: width < 500 ? 780 : 1100 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(address);
  await untilDrawn(page);
  return page;
}

/** Every element of a host page, each as a picture of its own. */
async function takeElements(page: Page, withButton: boolean, name: (tag: string) => string): Promise<void> {
  // Lists draw what is in sight: let all of them be, however long what stands above the last one is.
  const width = page.viewport()?.width ?? 0;
  await page.setViewport({ width, height: 6400 });
  await untilDrawn(page);
  const end = await page.$$eval('[data-block]', (blocks) =>
    Math.max(...blocks.map((block) => block.getBoundingClientRect().top + window.scrollY)),
  );
  await page.setViewport({ width, height: Math.max(6400, Math.ceil(end) + 2 * TALLEST) });
  // Some read only once they are seen.
  for (const block of await page.$$('[data-block]')) await block.scrollIntoView();
  await untilDrawn(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await untilDrawn(page);
  for (const block of await page.$$('[data-block]')) {
    const box = await block.boundingBox();
    const tag = await block.evaluate((element) => element.getAttribute('data-block'));
    // The button waits for a click whatever banks do; its own states are on the demo's page of states.
    if (!box || tag === null || box.height < 20 || (tag === 'lean-connect-button' && !withButton)) continue;
    const margin = 12;
    await take(page, name(tag.replace('lean-', '')), {
      x: Math.max(0, box.x - margin),
      y: Math.max(0, box.y - margin),
      width: Math.min(box.width + 2 * margin, page.viewport()?.width ?? box.width),
      height: Math.min(box.height + 2 * margin, TALLEST),
    });
  }
}

async function takeHosts(browser: Browser, origin: string): Promise<void> {
  for (const { name, scenario, banks, variants } of STATES) {
    for (const { host, lang, theme, width } of variants) {
      const asked = new URLSearchParams({ lang, theme, scenario, banks: String(banks) });
      const page = await open(browser, `${origin}/hosts/${host}.html?${asked.toString()}`, theme, width);
      if (name === 'ready') await take(page, ['host', host, lang, theme, width].join('-'));
      await takeElements(page, name === 'ready', (tag) => [tag, name, host, lang, theme, width].join('-'));
      await page.browserContext().close();
    }
  }
}

/** The sample site as a returning customer finds it. */
async function takeSite(browser: Browser, origin: string): Promise<void> {
  for (const { name, path, theme, banks, widths } of SITE) {
    for (const width of widths) {
      // A page that links banks and draws none of them, in the same session.
      const page = await open(
        browser,
        `${origin}/hosts/plain.html?only=none&banks=${String(banks)}`,
        theme,
        width,
      );
      await page.goto(origin + path);
      await untilDrawn(page);
      await take(page, `${name}-${String(width)}`);
      await page.browserContext().close();
    }
  }
}

/** The workshop, and the page that undoes everything. */
async function takePages(browser: Browser, origin: string): Promise<void> {
  const pages = [
    { name: 'theming', path: '/theming.html' },
    { name: 'playground', path: '/playground.html?lang=ar&theme=dark&width=600&element=lean-accounts' },
    { name: 'hostile', path: '/hosts/hostile.html?lang=en' },
    { name: 'hostile-ar', path: '/hosts/hostile.html?lang=ar' },
  ];
  for (const { name, path } of pages) {
    const page = await open(browser, origin + path, 'light', 1280);
    await take(page, name);
    await page.browserContext().close();
  }
}

/** The connect button in each of its states. */
async function takeButtonStates(browser: Browser, origin: string): Promise<void> {
  for (const lang of ['en', 'ar']) {
    for (const theme of ['light', 'dark']) {
      const page = await open(browser, `${origin}/states.html?element=none`, theme, 1280);
      // Some of its frames wait for an answer that never comes: no network is idle here.
      await openButtonSheet(page, origin, lang, theme);
      const box = await page.$eval('main', (sheet) => sheet.getBoundingClientRect().toJSON() as DOMRect);
      await take(page, ['connect-button-states', lang, theme].join('-'), {
        x: 0,
        y: 0,
        width: 1280,
        height: Math.ceil(box.bottom),
      });
      await page.browserContext().close();
    }
  }
}

const demo = await startDemo({ port: 0 });
const browser = await openBrowser();
try {
  await takeButtonStates(browser, demo.origin);
  await takeSite(browser, demo.origin);
  await takePages(browser, demo.origin);
  await takeHosts(browser, demo.origin);
} finally {
  await browser.close();
  await demo.close();
}
