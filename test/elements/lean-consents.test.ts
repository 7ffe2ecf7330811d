import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-consents.js';
import type { LeanConsents } from '../../src/elements/lean-consents/lean-consents.js';
import { heardEvents, nextEvent } from '../support/events.js';
import { closeLinkWindow, linkWindowShows, logInAtBank } from '../support/link-window.js';
import { ownPath } from '../support/own-path.js';
import { readable, Screen } from '../support/screen.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

const DAY_MS = 86_400_000;

const EVENTS = ['lean-disconnect-start', 'lean-disconnect-success', 'lean-disconnect-error'];

type Screened = Screen<LeanConsents>;

interface Bank {
  bankIdentifier: string;
  permissions?: string[];
  accessTo?: string;
}

const isDeletion = (call: string): boolean => call.startsWith('DELETE ');

const ONE: Bank[] = [{ bankIdentifier: 'FALAJ_RETAIL_UAE' }];
const TWO: Bank[] = [{ bankIdentifier: 'LEANMB1' }, { bankIdentifier: 'FALAJ_RETAIL_UAE' }];

/** The day some days from now in Dubai, as `access_to` names it. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 4 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
}

/** A day as the elements write it. */
function written(day: string): string {
  const format = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
  const {
    day: date,
    month,
    year,
  } = Object.fromEntries(format.formatToParts(new Date(day)).map(({ type, value }) => [type, value]));
  return `${date} ${month} ${year}`;
}

describe('lean-consents', () => {
  let stack: Stack;
  let path: string;
  let entityIds: string[];
  /** What the page asked of its backend: method and path. */
  let asked: string[];

  afterEach(() => {
    stack.stop();
  });

  interface Mounting extends StackOptions {
    banks?: Bank[];
    lang?: string;
    /** Beside it, an element that reads the banks' data. */
    withAccounts?: 'before' | 'after';
    path?: string;
    entityId?: boolean;
  }

  async function mount(options: Mounting = {}): Promise<Screened> {
    stack = await startStack(options);
    entityIds = (options.banks ?? []).map(
      (bank) => stack.simulator.linkEntity({ customerId: stack.customerId, ...bank }).id,
    );
    path = ownPath(stack);
    asked = [];
    stack.use(
      http.all(`${location.origin}${path}/*`, ({ request }) => {
        asked.push(`${request.method} ${new URL(request.url).pathname.slice(path.length)}`);
      }),
    );
    const accounts = html`<lean-accounts></lean-accounts>`;
    const provider = await fixture(
      html`<lean-provider lang=${options.lang ?? 'en'} proxy=${path}
        >${options.withAccounts === 'before' ? accounts : ''}<lean-consents
        ></lean-consents>${options.withAccounts === 'after' ? accounts : ''}</lean-provider
      >`,
    );
    return new Screen(provider.querySelector('lean-consents')!);
  }

  async function shown(options: Mounting = {}): Promise<Screened> {
    const screen = await mount({ banks: ONE, ...options });
    await screen.until('the banks show', () => screen.parts('bank-status').length === entityIds.length);
    return screen;
  }

  function accountsBeside(screen: Screened): Screen {
    return new Screen(screen.element.parentElement!.querySelector('lean-accounts')!);
  }

  /** Where the focus is inside the element. */
  const focused = (screen: Screened): string => readable(screen.element.shadowRoot?.activeElement);

  it('shows the shape of what comes while it loads, then words when there is no bank', async () => {
    const screen = await mount();
    expect(screen.isBusy).to.equal(true);
    expect(screen.part('skeleton')).not.to.equal(null);
    await screen.until('it says that there is none', () => screen.text.includes('No bank connected'));
    expect(screen.isBusy).to.equal(false);
    await expect(screen.element).to.be.accessible();
  });

  it('tells for each bank what is shared, since and until when, without reading its data', async () => {
    const accessTo = dayFromNow(180);
    const banks = [{ bankIdentifier: 'FALAJ_RETAIL_UAE', permissions: ['accounts', 'balance'], accessTo }];
    const screen = await shown({ banks });
    expect(screen.texts('bank-status')).to.deep.equal(['Connected']);
    expect(readable(screen.part('permissions'))).to.equal('Accounts and their numbers Balances');
    expect(readable(screen.part('bank-header'))).to.include(`Connected since ${written(dayFromNow(0))}`);
    expect(readable(screen.part('dates'))).to.equal(`Until ${written(accessTo)}`);
    expect(screen.announced).to.equal('1 bank connected');
    expect(asked).to.deep.equal(['GET /entities']);
    await expect(screen.element).to.be.accessible();
  });

  it('shows the promised last day, though Lean ends it at midnight in UTC, in Dubai the morning after', async () => {
    const promised = dayFromNow(365);
    const screen = await shown({ banks: [{ bankIdentifier: 'FALAJ_RETAIL_UAE', accessTo: promised }] });
    expect(readable(screen.part('dates'))).to.include(`Until ${written(promised)}`);
  });

  it('names the same last day as the accounts do', async () => {
    const promised = dayFromNow(100);
    const banks = [{ bankIdentifier: 'FALAJ_RETAIL_UAE', accessTo: promised }];
    const screen = await shown({ banks, withAccounts: 'after' });
    const accounts = accountsBeside(screen);
    await accounts.until('the accounts show', () => accounts.text.includes('Shared until'));
    expect(accounts.text).to.include(`Shared until ${written(promised)}`);
  });

  it('tells from when on transactions are shared, and permissions that we have no word for', async () => {
    const screen = await mount({ banks: ONE });
    stack.use(
      http.get(`${location.origin}${path}/entities`, () =>
        HttpResponse.json([
          {
            id: 'entity-1',
            bank: { name: 'Sample Bank' },
            permissions: ['transactions', 'credit_scores'],
            consents: [
              {
                consent_status: 'ACTIVE',
                creation_date_time: '2026-05-13T19:38:19.624059Z',
                transaction_from_date_time: '2025-05-14T19:38:19.481Z',
              },
            ],
          },
        ]),
      ),
    );
    await screen.element.refresh();
    expect(readable(screen.part('permissions'))).to.equal('Transactions credit scores');
    expect(readable(screen.part('dates'))).to.equal('Until No end given Transactions back to 14 May 2025');
  });

  for (const [days, chip, text] of [
    [7, '7 days left', 'You share this bank until'],
    [1, '1 day left', 'You share this bank until'],
    [0, 'Ends today', 'Today is the last day'],
  ] as const) {
    it(`counts down ${days} days before the end, and offers to renew`, async () => {
      const screen = await shown({ banks: [{ bankIdentifier: 'LEANMB1', accessTo: dayFromNow(days) }] });
      expect(screen.texts('bank-status')).to.deep.equal([chip]);
      expect(readable(screen.part('notice'))).to.include(text);
      expect(screen.hasButton('Renew')).to.equal(true);
      await expect(screen.element).to.be.accessible();
    });
  }

  it('offers to renew in the last month, and not before', async () => {
    const banks = [
      { bankIdentifier: 'LEANMB1', accessTo: dayFromNow(30) },
      { bankIdentifier: 'FALAJ_RETAIL_UAE', accessTo: dayFromNow(31) },
    ];
    const screen = await shown({ banks });
    expect(screen.texts('bank-status')).to.deep.equal(['Connected', 'Connected']);
    expect(screen.parts('renew-button').length).to.equal(1);
    expect(readable(screen.parts('bank')[0])).to.include('Renew');
  });

  it('says when a consent has run out, whatever status Lean gives it', async () => {
    const accessTo = dayFromNow(-3);
    const screen = await shown({ banks: [{ bankIdentifier: 'LEANMB1', accessTo }] });
    expect(screen.texts('bank-status')).to.deep.equal(['Expired']);
    expect(screen.text).to.include(`Your consent ended on ${written(accessTo)}.`);
    expect(screen.part('permissions')).to.equal(null);
    expect(screen.hasButton('Connect again')).to.equal(true);
    await expect(screen.element).to.be.accessible();
  });

  it('says when the consent was taken back elsewhere', async () => {
    const screen = await shown();
    stack.simulator.revokeConsent(entityIds[0]!);
    await screen.element.refresh();
    expect(screen.texts('bank-status')).to.deep.equal(['Taken back']);
    expect(screen.text).to.include('This page receives nothing more from this bank.');
    expect(screen.hasButton('Connect again')).to.equal(true);
    await expect(screen.element).to.be.accessible();
  });

  it('renews at the same bank, without asking which one', async () => {
    const screen = await shown({ banks: [{ bankIdentifier: 'LEANMB1', accessTo: dayFromNow(3) }] });
    const confirmed = nextEvent('lean-connect-success');
    await screen.press('Renew');
    await linkWindowShows('link-username');
    await logInAtBank();
    (await linkWindowShows('link-consent-accept')).click();
    await closeLinkWindow();
    expect((await confirmed).detail.method).to.equal('connect');
    await screen.until('the new end shows', () => screen.texts('bank-status').includes('Connected'));
    expect(readable(screen.part('dates'))).to.include(written(dayFromNow(180)));
    expect(screen.parts('bank').length).to.equal(1);
  });

  it('has the one notice of a bank that asks for the customer, or leads to the element that has it', async () => {
    const screen = await shown({ scenario: 'reconnect-otp', banks: ONE, withAccounts: 'before' });
    await screen.until('it has heard', () => screen.texts('bank-status').includes('Needs you'));
    await screen.until('it leads to the notice', () => screen.hasButton('Show'));
    expect(screen.hasButton('Reconnect')).to.equal(false);
    const accounts = accountsBeside(screen);
    await accounts.until('the notice is there', () => accounts.hasButton('Reconnect'));
  });

  describe('disconnecting', () => {
    it('asks before it does anything, moves the focus to the question, and back when the answer is no', async () => {
      const screen = await shown({ banks: TWO });
      const heard = heardEvents(screen.element, EVENTS);
      const second = screen.parts('disconnect-button')[1]!;
      second.focus();
      second.click();
      await screen.element.updateComplete;
      expect(screen.part('question')?.getAttribute('role')).to.equal('alertdialog');
      expect(readable(screen.part('question'))).to.match(/^Disconnect Falaj.*\? Your consent ends at once/);
      expect(focused(screen)).to.equal('Keep connected');
      await expect(screen.element).to.be.accessible();
      await screen.press('Keep connected');
      expect(screen.part('question')).to.equal(null);
      expect(screen.element.shadowRoot?.activeElement).to.equal(screen.parts('disconnect-button')[1]);
      expect(heard).to.deep.equal([]);
      expect(asked.some(isDeletion)).to.equal(false);
    });

    it('takes Escape for a no', async () => {
      const screen = await shown();
      await screen.press('Disconnect');
      const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
      screen.element.shadowRoot!.activeElement!.dispatchEvent(escape);
      await screen.element.updateComplete;
      expect(screen.part('question')).to.equal(null);
      expect(focused(screen)).to.equal('Disconnect');
    });

    it('ends the consent at Lean, tells the page, and takes the bank out of every element', async () => {
      const screen = await shown({ banks: TWO, withAccounts: 'after' });
      const accounts = accountsBeside(screen);
      await accounts.until('both banks show', () => accounts.parts('bank').length === 2);
      const heard = heardEvents(document, EVENTS);
      const started = nextEvent('lean-disconnect-start', screen.element);
      const ended = nextEvent('lean-disconnect-success', screen.element);
      await screen.press('Disconnect');
      await screen.press('Disconnect');
      expect((await started).detail.entityId).to.equal(entityIds[0]);
      expect((await started).cancelable).to.equal(true);
      const { detail } = await ended;
      expect(Object.keys(detail).sort()).to.deep.equal(['bank', 'entityId']);
      expect(detail.entityId).to.equal(entityIds[0]);
      expect(detail.bank?.bankIdentifier).to.equal('LEANMB1');
      expect(heard).to.deep.equal(['lean-disconnect-start', 'lean-disconnect-success']);
      expect(screen.texts('bank').length).to.equal(1);
      await accounts.until('its accounts are gone', () => accounts.parts('bank').length === 1);
      expect(readable(screen.part('done'))).to.include('is disconnected');
      expect(focused(screen)).to.include('is disconnected');
      expect(screen.announced).to.include('is disconnected');
      expect(asked.filter(isDeletion)).to.deep.equal([`DELETE /entities/${entityIds[0]!}`]);
      expect(asked.filter((call) => call === 'GET /entities').length).to.be.greaterThan(1);
      await expect(screen.element).to.be.accessible();
    });

    it('does nothing where the page prevents it', async () => {
      const screen = await shown();
      screen.element.addEventListener('lean-disconnect-start', (event) => {
        event.preventDefault();
      });
      await screen.press('Disconnect');
      await screen.press('Disconnect');
      await nextFrame();
      expect(asked.some(isDeletion)).to.equal(false);
      expect(screen.parts('bank').length).to.equal(1);
      expect(focused(screen)).to.equal('Disconnect');
    });

    it('keeps the bank and says why when the backend refuses, and can be tried again', async () => {
      const screen = await shown();
      let isBroken = true;
      stack.use(
        http.delete(`${location.origin}${path}/entities/*`, () =>
          isBroken
            ? new Response('no', { status: 500, headers: { 'lean-correlation-id': 'corr-7' } })
            : undefined,
        ),
      );
      const failed = nextEvent('lean-disconnect-error', screen.element);
      await screen.press('Disconnect');
      await screen.press('Disconnect');
      const { detail } = await failed;
      expect(detail).to.include({ code: 'server_failed', correlationId: 'corr-7', retryable: true });
      expect(screen.parts('bank').length).to.equal(1);
      expect(readable(screen.part('question'))).to.include('server_failed · corr-7');
      await screen.until(
        'the button is itself again',
        () => getComputedStyle(screen.find('.danger')!).opacity === '1',
      );
      await expect(screen.element).to.be.accessible();
      isBroken = false;
      const ended = nextEvent('lean-disconnect-success', screen.element);
      await screen.press('Disconnect');
      await ended;
      expect(screen.text).to.include('No bank connected');
    });

    it('sends one request however often it is pressed', async () => {
      const screen = await shown();
      const ended = nextEvent('lean-disconnect-success', screen.element);
      await screen.press('Disconnect');
      screen.button('Disconnect').click();
      screen.find('.danger')?.click();
      screen.find('.keep')?.click();
      await ended;
      expect(asked.filter(isDeletion).length).to.equal(1);
    });

    it('takes a bank that was disconnected elsewhere for what was asked', async () => {
      const screen = await shown();
      stack.use(
        http.delete(`${location.origin}${path}/entities/*`, () => new Response('gone', { status: 404 })),
        http.get(`${location.origin}${path}/entities`, () => HttpResponse.json([])),
      );
      const ended = nextEvent('lean-disconnect-success', screen.element);
      await screen.press('Disconnect');
      await screen.press('Disconnect');
      expect((await ended).detail.entityId).to.equal(entityIds[0]);
    });

    it('does not take a backend without the route for success', async () => {
      const screen = await shown();
      stack.use(
        http.delete(`${location.origin}${path}/entities/*`, () => new Response('?', { status: 404 })),
      );
      const failed = nextEvent('lean-disconnect-error', screen.element);
      await screen.press('Disconnect');
      await screen.press('Disconnect');
      expect((await failed).detail.code).to.equal('not_found');
      expect(screen.parts('bank').length).to.equal(1);
    });
  });

  it('keeps what it shows and says why when it can not be read anew', async () => {
    const screen = await shown();
    stack.use(http.get(`${location.origin}${path}/entities`, () => new Response('no', { status: 403 })));
    await screen.element.refresh();
    expect(screen.parts('bank').length).to.equal(1);
    expect(readable(screen.part('stale'))).to.include('forbidden');
    await expect(screen.element).to.be.accessible();
  });

  it('says so when nothing can be read, and shows only what the page asked for', async () => {
    const screen = await mount({ banks: TWO });
    stack.use(
      http.get(`${location.origin}${path}/entities`, () => new Response('no', { status: 403 }), {
        once: true,
      }),
    );
    await screen.until('the error shows', () => screen.part('error') !== null);
    await expect(screen.element).to.be.accessible();
    screen.element.setAttribute('entity-id', entityIds[1]!);
    await screen.element.refresh();
    expect(screen.parts('bank').length).to.equal(1);
    expect(readable(screen.part('bank-name'))).to.include('Falaj');
  });

  it('blanks when the host’s session ends, and comes back with it', async () => {
    const screen = await shown();
    const expired = nextEvent('lean-session-expired');
    stack.signOut();
    await screen.element.refresh();
    const { retry } = (await expired).detail;
    await screen.until('it is blank', () => screen.parts('bank').length === 0);
    stack.signIn();
    retry();
    await screen.until('the bank is back', () => screen.parts('bank').length === 1);
  });

  it('speaks Arabic on an Arabic page, and reads with v1 as with v2', async () => {
    const banks = [{ bankIdentifier: 'FALAJ_RETAIL_UAE', accessTo: dayFromNow(2) }];
    const screen = await shown({ lang: 'ar', apiVersion: 'v1', banks });
    expect(screen.find('.root')?.dir).to.equal('rtl');
    expect(screen.texts('bank-status')).to.deep.equal(['بقي يومان']);
    await screen.press('إلغاء الربط');
    expect(readable(screen.part('question'))).to.include('هل تريد إلغاء ربط');
    await expect(screen.element).to.be.accessible();
  });
});
