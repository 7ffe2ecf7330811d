import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { Ears } from './ears.js';

/** What a JSON Web Token looks like wherever it stands. */
const TOKEN = /eyJ[\w-]{8,}\.[\w-]{8,}|Bearer /;

/** An amount as Lean's JSON has it or as a person reads it. */
const AMOUNT = /\d[\d,]*\.\d{2}\b/;

/**
 * Fails when a token or the visitor's session stands in the DOM, storage, readable cookies, history, addresses,
 * console or events; when storage, an address or the console holds an amount; or when a reference for a reconnect stands
 * anywhere but in the event that tells of it.
 */
export async function assertNoToken(page: Page, ears: Ears): Promise<void> {
  const cookies = await page.browserContext().cookies();
  const sessions = cookies.filter(({ httpOnly }) => httpOnly).map(({ value }) => value);
  const references = ears.events.flatMap(({ detail }) =>
    typeof detail['reconnectId'] === 'string' ? [detail['reconnectId']] : [],
  );
  const places: Record<string, string[]> = {
    ...(await readPage(page)),
    console: ears.console,
    addresses: ears.addresses,
    events: ears.events.map((event) => JSON.stringify(event)),
    'an object in an event or on the console': ears.hidden,
  };
  for (const [place, texts] of Object.entries(places)) {
    const fromEvents = place.includes('event');
    for (const text of texts) {
      assert.doesNotMatch(text, TOKEN, `a token in ${place}`);
      for (const secret of ears.secrets) assert.ok(!text.includes(secret), `the access token in ${place}`);
      for (const session of sessions) assert.ok(!text.includes(session), `the session in ${place}`);
      if (!fromEvents) {
        for (const id of references) assert.ok(!text.includes(id), `a reconnect reference in ${place}`);
      }
      if (!fromEvents && place !== 'dom') {
        assert.doesNotMatch(text, AMOUNT, `an amount in ${place}`);
      }
    }
  }
}

/** All that the page itself holds: its DOM with open shadow roots, its storage, its readable cookies, its history. */
function readPage(page: Page): Promise<Record<'dom' | 'storage' | 'cookies' | 'history', string[]>> {
  return page.evaluate(async () => {
    const dom: string[] = [];
    const unread: (Document | ShadowRoot)[] = [document];
    for (const root of unread) {
      dom.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLInputElement) dom.push(element.value);
        if (element.shadowRoot) unread.push(element.shadowRoot);
      }
    }
    const storage = [localStorage, sessionStorage].map((area) => JSON.stringify(Object.entries(area)));
    storage.push(JSON.stringify([await indexedDB.databases(), await caches.keys()]));
    const history = [location.href, JSON.stringify(window.history.state), window.name, document.title];
    return { dom, storage, cookies: [document.cookie], history };
  });
}
