/** Every state of every element, on the sample site as a person meets it. The frames: states.node.test.ts. */
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { STATES } from '../../demo/assets/lib/states/index.js';
import { liveText } from '../../demo/assets/lib/states/live.js';
import type { State } from '../../demo/assets/lib/states/state.js';
import { startDemo, type Demo } from '../../src/cli/demo/start.js';
import { begin, go, seesSign, type Language } from './support/live.js';
import { openBrowser, visit, type Visit } from './support/visit.js';

/** Two cores: more at once would only wait for each other. */
const AT_ONCE = 2;
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
