/** The visitor's clock and the page's sleep (faults Z1 to Z5); Z6, the backend's clock, is in server-clock.test.ts. */
import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import { addDays, dateInZone } from '../../src/domain/calendar.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanConnectButton } from '../../src/elements/lean-connect-button/lean-connect-button.js';
import type { LeanProvider } from '../../src/elements/lean-provider/lean-provider.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { en } from '../../src/i18n/en.js';
import { nextEvent } from '../support/events.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { ownPath, realAnswer } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, comeBack, textOf } from '../support/seen.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

const RealDate = Date;

let stack: Stack;
let sdk: RecordedSdk;
let path: string;
let asked: string[];

/** The visitor's clock is off; servers, which run in the same page here, are not: they were given the real one. */
function setVisitorsClock(offset: number | (() => number)): void {
  const moved = typeof offset === 'function' ? offset : () => RealDate.now() + offset;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[]) =>
      given.length === 0 ? new target(moved()) : (Reflect.construct(target, given) as Date),
    get: (target, name) => (name === 'now' ? moved : (Reflect.get(target, name) as unknown)),
    apply: () => new RealDate(moved()).toString(),
  });
}

async function begin(options: StackOptions = {}): Promise<void> {
  sdk = installRecordedSdk();
  stack = await startStack({ clock: () => RealDate.now(), ...options });
  path = ownPath(stack);
  asked = [];
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
  stack.use(
    http.all(`${location.origin}${path}/*`, async ({ request }) => {
      asked.push(new URL(request.url).pathname.slice(path.length));
      const response = await realAnswer(stack, path, request);
      // Servers say what time it is.
      response.headers.set('date', new RealDate().toUTCString());
      return response;
    }),
  );
}

async function open(): Promise<LeanProvider> {
  return fixture(html`
    <lean-provider proxy=${path}>
      <lean-connect-button>Connect</lean-connect-button>
      <lean-accounts id="accounts"></lean-accounts>
      <lean-transactions for="accounts"></lean-transactions>
    </lean-provider>
  `);
}

function partsOf(provider: LeanProvider): {
  button: LeanConnectButton;
  accounts: Screen<LeanAccounts>;
  transactions: Screen<LeanTransactions>;
} {
  return {
    button: provider.querySelector('lean-connect-button')!,
    accounts: new Screen(provider.querySelector('lean-accounts')!),
    transactions: new Screen(provider.querySelector('lean-transactions')!),
  };
}

afterEach(() => {
  globalThis.Date = RealDate;
  endPassing();
  sdk.remove();
  stack.stop();
});

describe("Z1: a visitor's clock that is wrong", () => {
  for (const [name, offset] of [
    ['a day slow', -DAY_MS],
    ['a day fast', DAY_MS],
    ['ten years slow', -3653 * DAY_MS],
    ['ten years fast', 3653 * DAY_MS],
  ] as const) {
    it(`loses no data and no connect when it is ${name}`, async () => {
      await begin();
      setVisitorsClock(offset);
      const { button, accounts, transactions } = partsOf(await open());
      await until(accounts, 'balances', () => amountsIn(accounts.text).length > 2);
      await until(transactions, 'rows', () => amountsIn(textOf(transactions.element)).length > 1);
      button.click();
      expect((await sdk.call()).method).to.equal('connect');
    });
  }

  it('loses nothing when it jumps while data is waited for', async () => {
    await begin({ scenario: 'pending-results' });
    const { accounts } = partsOf(await open());
    await until(accounts, 'a first answer', () => asked.includes('/accounts'));
    setVisitorsClock(3653 * DAY_MS);
    await until(accounts, 'the result', () => amountsIn(accounts.text).length > 2);
  });
});

describe('Z1: a clock that stands still, or was set back', () => {
  for (const [name, offset] of [
    ['stands still', 0],
    ['was set back by ten years', -3653 * DAY_MS],
  ] as const) {
    it(`does not keep old data on screen when it ${name}`, async () => {
      await begin();
      const loaded = nextEvent('lean-transactions-load');
      const { accounts } = partsOf(await open());
      await loaded;
      await until(accounts, 'balances', () => amountsIn(accounts.text).length > 2);
      const stopped = RealDate.now() + offset;
      setVisitorsClock(() => stopped);
      asked.length = 0;
      pass(8 * HOUR_MS);
      comeBack();
      for (const route of [/^\/accounts$/, /\/balances$/, /\/transactions$/]) {
        await until(accounts, `asked again: ${String(route)}`, () => asked.some((call) => route.test(call)));
      }
    });
  }
});

describe('Z2: a laptop that slept for eight hours', () => {
  it('asks for each thing once when it wakes', async () => {
    await begin();
    const loaded = nextEvent('lean-transactions-load');
    const { accounts } = partsOf(await open());
    await loaded;
    await until(accounts, 'balances', () => amountsIn(accounts.text).length > 2);
    asked.length = 0;
    pass(8 * HOUR_MS);
    setVisitorsClock(8 * HOUR_MS);
    comeBack();
    comeBack();
    await until(accounts, 'asked', () => asked.filter((route) => route.endsWith('/balances')).length >= 3);
    // The window gets its focus a little after it is seen.
    window.dispatchEvent(new Event('focus'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const once = asked.filter((route) => !route.endsWith('/transactions'));
    expect(once.length, once.join(' ')).to.equal(new Set(once).size);
  });
});

describe('Z3: a page in the background', () => {
  it('stops asking while nobody sees it, and asks once when it is seen again', async () => {
    await begin({ scenario: 'pending-forever' });
    const { accounts } = partsOf(await open());
    await until(accounts, 'polling', () => asked.filter((route) => route.startsWith('/results/')).length > 0);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      // What was due when the page was hidden may still go out.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      asked.length = 0;
      await new Promise((resolve) => setTimeout(resolve, 3500));
      expect(asked.filter((route) => route.startsWith('/results/'))).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
    asked.length = 0;
    comeBack();
    await until(accounts, 'asked again', () => asked.some((route) => route.startsWith('/results/')));
    const results = asked.filter((route) => route.startsWith('/results/'));
    expect(results.length).to.equal(new Set(results).size);
  });
});

describe('Z4: the end of a month and a leap day', () => {
  it('are days of the bank, wherever the visitor is', async () => {
    await begin();
    const day = '2028-02-29';
    const element = await fixture<LeanTransactions>(html`
      <lean-transactions
        .transactions=${[
          {
            transactionId: 'leap',
            accountId: 'account-1',
            entityId: 'entity-1',
            description: 'Leap day',
            merchantName: null,
            reference: null,
            money: { amount: '-10', currency: 'AED' },
            direction: 'debit',
            status: 'booked',
            // Still the 29th in Dubai, four hours ahead of this instant's own day.
            bookedAt: '2028-02-28T21:00:00Z',
            valueAt: day,
            category: 'OTHER',
            type: 'PURCHASE',
          },
        ]}
      ></lean-transactions>
    `);
    const screen = new Screen(element);
    await until(screen, 'the day', () => screen.text.includes('29 February'));
    expect(screen.text).not.to.contain('28 February');
  });

  it('are asked for as days of the common calendar, whatever calendar the page is written in', async () => {
    await begin();
    const asks: string[] = [];
    stack.use(
      http.get(`${location.origin}${path}/accounts/:id/transactions`, ({ request }) => {
        asks.push(new URL(request.url).search);
      }),
    );
    const provider = await fixture(html`
      <lean-provider proxy=${path} lang="ar-SA-u-ca-islamic-umalqura">
        <lean-transactions from="2026-02-28" to="2026-03-31"></lean-transactions>
      </lean-provider>
    `);
    const screen = new Screen(provider.querySelector('lean-transactions')!);
    await until(screen, 'rows', () => amountsIn(textOf(screen.element)).length > 1);
    const starts = asks.map((search) => new URLSearchParams(search).get('start_date'));
    const ends = asks.map((search) => new URLSearchParams(search).get('end_date'));
    expect(starts.every((day) => day !== null && day >= '2026-02-27' && day <= '2026-03-31')).to.equal(true);
    expect(ends).to.include('2026-03-31');
  });

  it('are whole days where clocks change', async () => {
    await begin();
    // New York set its clocks back on 1 November 2026: that day had 25 hours.
    const zone = 'America/New_York';
    expect(dateInZone('2026-11-01T04:30:00Z', zone)).to.equal('2026-11-01');
    expect(dateInZone('2026-11-02T04:30:00Z', zone)).to.equal('2026-11-01');
    expect(dateInZone('2026-11-02T05:30:00Z', zone)).to.equal('2026-11-02');
    expect(addDays('2026-10-31', 1)).to.equal('2026-11-01');
    expect(addDays('2026-11-01', 1)).to.equal('2026-11-02');
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29');
    expect(addDays('2026-01-31', 31)).to.equal('2026-03-03');
  });
});

describe('Z5: a token with nine minutes and 59 seconds left', () => {
  /** A link session whose token has so much time left, by the server's clock. */
  function answerWithToken(lives: number[]): () => number {
    let count = 0;
    stack.use(
      http.post(`${location.origin}${path}/link-session`, () => {
        const left = lives[Math.min(count, lives.length - 1)] ?? 0;
        count += 1;
        const claims = btoa(JSON.stringify({ exp: Math.floor(RealDate.now() / 1000) + left }));
        return HttpResponse.json(
          {
            app_token: 'sample-app',
            customer_id: stack.customerId,
            access_token: `e30.${claims}.signature`,
            region: 'ae',
            sandbox: true,
            permissions: ['accounts'],
          },
          { headers: { date: new RealDate().toUTCString() } },
        );
      }),
    );
    return () => count;
  }

  it('is not handed to Link: another is asked for first', async () => {
    await begin();
    const count = answerWithToken([599, 3600]);
    const { button } = partsOf(await open());
    button.click();
    await sdk.call();
    expect(count()).to.equal(2);
  });

  it('ends in words when the backend has no better one, and Link stays shut', async () => {
    await begin();
    const count = answerWithToken([599]);
    const { button } = partsOf(await open());
    const told = nextEvent('lean-connect-error');
    button.click();
    expect((await told).detail.error.code).to.equal('token_expires_soon');
    expect(count()).to.equal(2);
    expect(sdk.calls).to.deep.equal([]);
    const screen = new Screen(button);
    await until(screen, 'the words', () => screen.text.includes(en.errors.token_expires_soon.title));
  });
});
