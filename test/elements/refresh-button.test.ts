import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import { RefreshController } from '../../src/controllers/refresh.js';
import { SettingsController } from '../../src/controllers/settings.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { ownPath } from '../support/own-path.js';
import { Screen, until } from '../support/screen.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

let stack: Stack;
let path: string;
let asked: string[];

/** Accounts and transactions of a customer with one bank. */
async function open(options: StackOptions = {}, lang = 'en'): Promise<Screen<LeanAccounts>> {
  stack = await startStack(options);
  path = ownPath(stack);
  asked = [];
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
  stack.use(
    http.all(`${location.origin}${path}/*`, ({ request }) => {
      asked.push(`${request.method} ${new URL(request.url).pathname.slice(path.length)}`);
    }),
  );
  const provider = await fixture(html`
    <lean-provider proxy=${path} lang=${lang}>
      <lean-accounts id="accounts"></lean-accounts>
      <lean-transactions for="accounts" from="2026-11-01"></lean-transactions>
    </lean-provider>
  `);
  return new Screen(provider.querySelector('lean-accounts')!);
}

const hasButton = (screen: Screen<LeanAccounts>): boolean => screen.part('refresh-button') !== null;

const press = (screen: Screen<LeanAccounts>): void => {
  screen.part('refresh-button')!.click();
};

function refuse(status: number, body: object, headers: Record<string, string> = {}): void {
  stack.use(
    http.post(`${location.origin}${path}/refreshes`, () => {
      asked.push('POST /refreshes');
      return HttpResponse.json(body, { status, headers });
    }),
  );
}

const count = (route: RegExp): number => asked.filter((each) => route.test(each)).length;

describe('The Refresh button', () => {
  afterEach(() => {
    stack.stop();
  });

  it('asks the bank only when it is pressed, then reads every element again', async () => {
    const screen = await open();
    await until(screen, 'the button', () => hasButton(screen));
    await screen.element.refresh();
    expect(count(/^POST \/refreshes$/)).to.equal(0);
    asked.length = 0;
    press(screen);
    await until(screen, 'running', () => screen.text.includes(en.refresh.running));
    expect(screen.part('refresh-button')!.getAttribute('aria-disabled')).to.equal('true');
    await until(screen, 'done', () => screen.text.includes(en.refresh.done));
    expect(count(/^POST \/refreshes$/)).to.equal(1);
    expect(count(/^GET \/refreshes\//)).to.be.greaterThan(0);
    for (const route of [/^GET \/accounts$/, /\/balances$/, /\/transactions$/]) {
      await until(screen, String(route), () => count(route) > 0);
    }
    await expect(screen.element).to.be.accessible();
  });

  it('is not there where v1 has no such thing', async () => {
    const screen = await open({ apiVersion: 'v1' });
    await until(screen, 'balances', () => screen.texts('amount').length > 2);
    expect(hasButton(screen)).to.equal(false);
  });

  it('goes away where the backend answers 501; what there is is read again', async () => {
    const screen = await open();
    await until(screen, 'the button', () => hasButton(screen));
    refuse(501, { status: 501, code: 'not_supported' });
    asked.length = 0;
    press(screen);
    await until(screen, 'no button', () => !hasButton(screen));
    await until(screen, 'the accounts read again', () => count(/^GET \/accounts$/) === 1);
  });

  for (const [lang, seconds, words] of [
    ['en', 45, en.refresh.tooOften('in 50 seconds')],
    ['ar', 45, ar.refresh.tooOften('خلال 50 ثانية')],
    ['en', 3600, en.refresh.tooOften('in 60 minutes')],
    ['ar', 3600, ar.refresh.tooOften('خلال 60 دقيقة')],
  ] as const) {
    it(`says in ${lang} when it may be pressed again after 429 with Retry-After of ${seconds} s`, async () => {
      const screen = await open({}, lang);
      await until(screen, 'the button', () => hasButton(screen));
      refuse(429, { status: 'RATE_LIMIT_EXCEEDED' }, { 'retry-after': String(seconds) });
      press(screen);
      await until(screen, 'the words', () => screen.text.includes(words));
      asked.length = 0;
      press(screen);
      await screen.element.updateComplete;
      expect(count(/^POST \/refreshes$/)).to.equal(0);
    });
  }

  it('says what went wrong, and can be pressed again', async () => {
    const screen = await open();
    await until(screen, 'the button', () => hasButton(screen));
    refuse(500, { status: 'INTERNAL_SERVER_ERROR' });
    press(screen);
    await until(screen, 'the words', () => screen.text.includes(en.errors.server_failed.title));
    press(screen);
    await until(screen, 'a second question', () => count(/^POST \/refreshes$/) === 2);
  });

  it('leads to the notice where the bank asks for the customer', async () => {
    const screen = await open();
    await until(screen, 'the button', () => hasButton(screen));
    refuse(200, { status: 'RECONNECT_REQUIRED', refresh_id: 'sample', reconnect_id: 'sample' });
    press(screen);
    await until(screen, 'the notice', () => screen.hasButton(en.reconnect.button));
  });

  it('stops asking when the session ends', async () => {
    const screen = await open();
    await until(screen, 'the button', () => hasButton(screen));
    press(screen);
    await until(screen, 'running', () => screen.text.includes(en.refresh.running));
    stack.signOut();
    await screen.element.refresh();
    await until(screen, 'the end', () => screen.text.includes(en.errors.session_expired.title));
    expect(hasButton(screen)).to.equal(false);
  });

  it('draws its element once for each change, also when it was moved while its code was on its way', async () => {
    await open();
    const host = new Host();
    const provider = document.querySelector('lean-provider')!;
    provider.append(host);
    const refresh = new RefreshController(host, new SettingsController(host), () => null);
    host.remove();
    provider.append(host);
    await waitUntil(() => refresh.snapshot.status === 'ready', 'the refresh');
    host.drawn = 0;
    const running = refresh.start();
    expect(host.drawn).to.equal(1);
    await running;
  });
});

/** Counts how often it is asked to be drawn anew. */
class Host extends LitElement {
  drawn = 0;

  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    this.drawn += 1;
    super.requestUpdate(...change);
  }
}
customElements.define('counting-host', Host);
