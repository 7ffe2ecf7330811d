/** Every state of every element, in its frame of the page of states. The ways to them on the sample site: ways.node.test.ts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { STATES } from '../../demo/assets/lib/states/index.js';
import type { State } from '../../demo/assets/lib/states/state.js';
import { CONNECT_STATUSES } from '../../src/domain/link.js';
import { seesSign, type Language } from './support/live.js';
import { openSite } from './support/site.js';

/** Two cores: more at once would only wait for each other. */
const AT_ONCE = 2;
const FRAMES_AT_ONCE = 4;
/** All that there is on the sample site is in sight at once: some elements read only when they are seen. */
const VIEW = { width: 1280, height: 4000 };

const site = openSite();

const elements = [...new Set(STATES.map(({ element }) => element))];

describe('The page of states', { concurrency: AT_ONCE }, () => {
  it('names every moment of the connect button’s life', () => {
    const told = STATES.map(({ sign }) => sign.host ?? '').join();
    for (const status of CONNECT_STATUSES) assert.ok(told.includes(`"${status}"`), status);
  });

  for (const element of elements) {
    it(`shows ${element} in every state, in both languages, without an error`, async () => {
      const { page, errors } = await openStates(element);
      const waiting = STATES.filter((state) => state.element === element).flatMap((state) => [
        { state, lang: 'en' as const },
        { state, lang: 'ar' as const },
      ]);
      const missed: string[] = [];
      const look = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          await seesFrame(page, next.state, next.lang).catch((reason: unknown) =>
            missed.push(String(reason)),
          );
        }
      };
      await Promise.all(Array.from({ length: FRAMES_AT_ONCE }, look));
      assert.deepEqual([...missed, ...errors], []);
      await page.browserContext().close();
    });
  }
});

/** The page with the frames of one element alone. */
async function openStates(element: string): Promise<{ page: Page; errors: string[] }> {
  const page = await (await site.browser.createBrowserContext()).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.setViewport(VIEW);
  await page.goto(`${site.demo.origin}/states.html?element=${element}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.state-pair');
  // Some states pass: each frame begins when it is looked at.
  await page.$$eval('.state-pair iframe', (frames) => {
    for (const frame of frames) {
      frame.setAttribute('data-src', frame.getAttribute('src') ?? '');
      frame.setAttribute('src', 'about:blank');
      frame.setAttribute('loading', 'eager');
    }
  });
  return { page, errors };
}

async function seesFrame(page: Page, { id, element, sign }: State, lang: Language): Promise<void> {
  const address = `/state.html?show=${id}&lang=${lang}`;
  const place = await page.$(`iframe[data-src="${address}"]`);
  await place?.scrollIntoView();
  await place?.evaluate((found, src) => found.setAttribute('src', src), address);
  const frame = await place?.contentFrame();
  if (!place || !frame) throw new Error(`There is no frame of ${address}.`);
  await seesSign(frame, element, sign, lang).catch((reason: unknown) => {
    throw new Error(`${address} shows no sign of its state: ${String(reason)}`);
  });
  await place.evaluate((found) => found.setAttribute('src', 'about:blank'));
}
