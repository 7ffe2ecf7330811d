/** Every state of every element, on the sample site as a person meets it. The frames: states.node.test.ts. */
import { describe, it } from 'node:test';
import { STATES } from '../../demo/assets/lib/states/index.js';
import { liveText } from '../../demo/assets/lib/states/live.js';
import type { State } from '../../demo/assets/lib/states/state.js';
import { begin, go, seesSign, type Language } from './support/live.js';
import { openSite } from './support/site.js';
import { visit, type Visit } from './support/visit.js';

/** Two cores: more at once would only wait for each other. */
const AT_ONCE = 2;
/** All that there is on the sample site is in sight at once: some elements read only when they are seen. */
const VIEW = { width: 1280, height: 4000 };

const site = openSite();

/** States that are met on the same way are looked for together. */
const ways = new Map<string, State[]>();
for (const state of STATES) {
  const way = JSON.stringify(state.live);
  ways.set(way, [...(ways.get(way) ?? []), state]);
}

describe('The live demo', { concurrency: AT_ONCE }, () => {
  [...ways.values()].forEach((states, turn) => {
    const [{ live }] = states as [State, ...State[]];
    const lang: Language = turn % 2 === 0 || live.path === '/theming.html' ? 'en' : 'ar';
    const names = states.map(({ id }) => id).join(', ');
    it(`leads to ${names} (${lang}): ${liveText(live, (name) => name)}`, async () => {
      // What one way leaves under way at the backend would be in the way of the next.
      const person = await newVisitor();
      await begin(person, site.demo.origin, live, lang);
      await go(person, live);
      await Promise.all(states.map(({ element, sign }) => seesSign(person.page, element, sign, lang)));
      await person.end();
    });
  });

  async function newVisitor(): Promise<Visit> {
    // A page that asks nothing: a backend that found no customer believes it for a while.
    const person = await visit(site.browser, `${site.demo.origin}/states.html?element=none`);
    await person.page.setViewport(VIEW);
    return person;
  }
});
