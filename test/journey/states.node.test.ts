/** Every state of every element: in its frame of the page of states, and on the sample site as a person meets it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { STATES } from '../../demo/assets/lib/states/index.js';
import { liveText } from '../../demo/assets/lib/states/live.js';
import type { State } from '../../demo/assets/lib/states/state.js';
import { startDemo, type Demo } from '../../src/cli/demo/start.js';
import { CONNECT_STATUSES } from '../../src/domain/link.js';
import { begin, go, seesSign, type Language } from './support/live.js';
import { openBrowser, visit, type Visit } from './support/visit.js';

/** Two cores: more at once would only wait for each other. */
const AT_ONCE = 2;
const FRAMES_AT_ONCE = 4;
/** All that there is on the sample site is in sight at once: some elements read only when they are seen. */
const VIEW = { width: 1280, height: 4000 };

let demo: Demo;
let browser: Browser;
before(async () => {
  demo = await startDemo({ port: 0 });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await demo.close();
});

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
  const page = await (await browser.createBrowserContext()).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.setViewport(VIEW);
  await page.goto(`${demo.origin}/states.html?element=${element}`, { waitUntil: 'domcontentloaded' });
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

/** States that are met on the same way are looked for together. */
const ways = new Map<string, State[]>();
for (const state of STATES) {
  const way = JSON.stringify(state.live);
  ways.set(way, [...(ways.get(way) ?? []), state]);
}

describe('The live demo', { concurrency: AT_ONCE }, () => {
  const waiting = new Map<number, Visit[]>();

  [...ways.values()].forEach((states, turn) => {
    const [{ live }] = states as [State, ...State[]];
    const lang: Language = turn % 2 === 0 || live.path === '/theming.html' ? 'en' : 'ar';
    const names = states.map(({ id }) => id).join(', ');
    it(`leads to ${names} (${lang}): ${liveText(live, (name) => name)}`, async () => {
      const person = waiting.get(live.banks)?.pop() ?? (await newVisitor());
      await begin(person, demo.origin, live, lang);
      await go(person, live);
      await Promise.all(states.map(({ element, sign }) => seesSign(person.page, element, sign, lang)));
      // Who connected, disconnected or left cannot stand at the beginning of another way.
      if (isUnchanged(states)) waiting.set(live.banks, [...(waiting.get(live.banks) ?? []), person]);
      else await person.end();
    });
  });

  async function newVisitor(): Promise<Visit> {
    // A page that asks nothing: a backend that found no customer believes it for a while.
    const person = await visit(browser, `${demo.origin}/states.html?element=none`);
    await person.page.setViewport(VIEW);
    return person;
  }
});

/** Nobody was signed out, and no bank came or went. */
function isUnchanged([state]: readonly State[]): boolean {
  const steps = state?.live.steps ?? [];
  return steps.every((step) => {
    if (typeof step !== 'string') return !('press' in step && step.press.includes('.danger'));
    return step === 'reload' || step === 'three-minutes-later' || step === 'press-connect';
  });
}
