/** The search for tokens that the journeys rely on: a page that leaks in any one place does not pass. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { listen, type Listener } from '../../src/cli/listen.js';
import { openBrowser, visit } from './support/visit.js';

/** Found because the backend gave it out, whatever it looks like. */
const SECRET = 'sample-access-token-without-a-form';
/** Found by its looks. */
const TOKEN_LIKE = [{ alg: 'HS256' }, { sub: 'sample' }, 'sample']
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');
const SESSION = 'sample-session-of-the-host';
const REFERENCE = 'sample-reconnect-reference';

/** One leak each, as a script of the page that knows `token`. */
const LEAKS: Readonly<Record<string, string>> = {
  'an attribute': 'document.body.dataset.token = token',
  'a comment': 'document.body.append(document.createComment(token))',
  'a shadow root': `document.body.attachShadow({ mode: 'open' }).innerHTML = '<p title="' + token + '"></p>'`,
  'the value of a field': `document.body.append(Object.assign(document.createElement('input'), { value: token }))`,
  'the local storage': `localStorage.setItem('kept', token)`,
  'the session storage': `sessionStorage.setItem(token, 'kept')`,
  'a cookie': `document.cookie = 'kept=' + token`,
  'a database': 'await new Promise((made) => { indexedDB.open(token).onsuccess = made })',
  'a cache': 'await caches.open(token)',
  'the history': `history.replaceState({ token }, '')`,
  'the name of the window': 'window.name = token',
  'the title': 'document.title = token',
  'the address': `history.replaceState(null, '', '#' + token)`,
  'a request': `await fetch('/beacon?token=' + token)`,
  'the console': `console.debug('token: ' + token)`,
  'an object on the console': 'console.log({ config: { token } })',
  'an error on the console': `console.warn(new Error('failed', { cause: new Error(token) }))`,
  'an uncaught error': `setTimeout(() => { throw new Error(token) }); await new Promise((done) => setTimeout(done, 50))`,
  'an event': `tell('lean-connect-start', { method: token })`,
  'an error in an event': `tell('lean-connect-error', { error: new Error(token) })`,
  'the cause of an error in an event': `tell('lean-accounts-error', { error: new Error('failed', { cause: { token } }) })`,
};

let server: Listener;
let browser: Browser;

before(async () => {
  [server, browser] = await Promise.all([listen(0), openBrowser()]);
  server.serve((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/lean/link-session')
      return Promise.resolve(Response.json({ access_token: SECRET }));
    const headers = {
      'content-type': 'text/html',
      'set-cookie': `session=${SESSION}; HttpOnly; Path=/`,
    };
    return Promise.resolve(new Response('<!doctype html><title>A page</title><body></body>', { headers }));
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Runs a script in a page that has asked for a link session, and searches it. */
async function search(script: string, token: string): Promise<void> {
  const person = await visit(browser, server.origin);
  try {
    await person.page.evaluate(async () => (await fetch('/api/lean/link-session')).text());
    await person.page.evaluate(
      `(async (token) => {
        const tell = (type, detail) => document.dispatchEvent(new CustomEvent(type, { detail }));
        ${script};
      })(${JSON.stringify(token)})`,
    );
    await person.assertNoToken();
  } finally {
    await person.end();
  }
}

describe('The search for tokens', () => {
  it('passes a page that keeps them to itself', async () => {
    await search(`const kept = new WeakMap([[document, token]]); tell('lean-connect-start', {})`, SECRET);
  });

  for (const [place, script] of Object.entries(LEAKS)) {
    it(`finds one in ${place}`, async () => {
      await assert.rejects(search(script, SECRET), {
        name: 'AssertionError',
        message: /the access token in/,
      });
    });
  }

  it('finds by its looks what no backend gave out, and the visitor’s session', async () => {
    await assert.rejects(search(String(LEAKS['an attribute']), TOKEN_LIKE), /a token in dom/);
    await assert.rejects(search(String(LEAKS['the console']), SESSION), /the session in console/);
  });

  it('finds a reference for a reconnect anywhere but in its event', async () => {
    const told = `tell('lean-reconnect-required', { reconnectId: token })`;
    await search(told, REFERENCE);
    await assert.rejects(
      search(`${told}; ${String(LEAKS['the local storage'])}`, REFERENCE),
      /a reconnect reference in storage/,
    );
  });

  it('finds amounts in storage, addresses and the console', async () => {
    for (const place of ['the local storage', 'a request', 'the console']) {
      await assert.rejects(search(String(LEAKS[place]), '1,234.50'), /an amount in/);
    }
  });
});
