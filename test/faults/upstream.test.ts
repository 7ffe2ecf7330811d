/** What Lean and the banks answer (faults V1 to V8, D15, D16), as the customer meets it; backend.test.ts has the rest. */
import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import type { ErrorCode } from '../../src/domain/error.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { en } from '../../src/i18n/en.js';
import { granularCodes } from '../../src/simulator/failures.js';
import { nextEvent } from '../support/events.js';
import { closeLinkWindow, logInAtBank } from '../support/link-window.js';
import { callsAsked, ownPath } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, comeBack, textOf } from '../support/seen.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

interface Page {
  accounts: Screen<LeanAccounts>;
  transactions: Screen<LeanTransactions>;
}

let stack: Stack;
let path: string;
let asked: string[];

async function begin(options: StackOptions = {}, banks: readonly string[] = ['LEANMB1']): Promise<void> {
  stack = await startStack(options);
  path = ownPath(stack);
  asked = callsAsked(stack, path);
  for (const bankIdentifier of banks) {
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier });
  }
}

function answer(route: string, body: () => Response): void {
  stack.use(http.get(`${location.origin}${path}${route}`, body));
}

async function open(): Promise<Page> {
  const provider = await fixture(html`
    <lean-provider proxy=${path}>
      <lean-accounts id="accounts"></lean-accounts>
      <lean-transactions for="accounts" from="2026-10-01"></lean-transactions>
    </lean-provider>
  `);
  return {
    accounts: new Screen(provider.querySelector('lean-accounts')!),
    transactions: new Screen(provider.querySelector('lean-transactions')!),
  };
}

const hasAmounts = (screen: Screen<LeanAccounts | LeanTransactions>): boolean =>
  amountsIn(textOf(screen.element)).length > 0;

afterEach(() => {
  endPassing();
  stack.stop();
});

describe('V1: PENDING', () => {
  it('is shown as on its way, and its result as soon as it is there', async () => {
    await begin({ scenario: 'pending-results' });
    const { accounts, transactions } = await open();
    await until(accounts, 'on its way', () => accounts.text.includes(en.banks.syncing));
    await until(accounts, 'accounts', () => hasAmounts(accounts));
    await until(transactions, 'rows', () => hasAmounts(transactions));
    // The accounts came as the result of the one call for them; Lean may count each call.
    expect(asked.filter((call) => call === 'GET /accounts').length).to.equal(1);
  });

  it('comes from the reference backend as 202 with a reference and a time to ask again', async () => {
    await begin({ scenario: 'pending-results' });
    const base = `${location.origin}${path}`;
    const [entity] = (await (await fetch(`${base}/entities`)).json()) as { id: string }[];
    const response = await fetch(`${base}/accounts?entity_id=${entity!.id}`);
    expect(response.status).to.equal(202);
    expect(Number(response.headers.get('retry-after'))).to.be.greaterThan(0);
    const body = (await response.json()) as { status: string; results_id: string };
    expect(body.status).to.equal('PENDING');
    expect(body.results_id).to.be.a('string').that.is.not.empty;
  });
});

describe('V2: PENDING for ten minutes', () => {
  it('is asked for no more after three, said honestly, and asked again on the return', async () => {
    await begin({ scenario: 'pending-forever' });
    const { accounts } = await open();
    await until(accounts, 'on its way', () => accounts.text.includes(en.banks.syncing));
    pass(181_000);
    await until(accounts, 'still working', () => accounts.text.includes(en.banks.stillWorkingText));
    // A question that was already due still goes out.
    await new Promise((resolve) => setTimeout(resolve, 3500));
    asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 3500));
    const results = () => asked.filter((route) => route.startsWith('GET /results/'));
    expect(results()).to.deep.equal([]);
    answer('/results/:id', () => HttpResponse.json({ status: 'OK', data: { accounts: [] } }));
    comeBack();
    await until(accounts, 'the late answer', () => accounts.text.includes(en.accounts.bankHasNone));
  });
});

describe('V3: RECONNECT_REQUIRED', () => {
  for (const apiVersion of ['v1', 'v2'] as const) {
    it(`of ${apiVersion} leads through Link with its reference, and what was refused is asked again`, async () => {
      await begin({ apiVersion });
      const { accounts, transactions } = await open();
      await until(accounts, 'balances', () => hasAmounts(accounts));
      stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
      const required = nextEvent('lean-reconnect-required');
      await accounts.element.refresh();
      expect((await required).detail.reconnectId).to.be.a('string');
      await until(accounts, 'the notice', () => accounts.hasButton(en.reconnect.button));
      asked.length = 0;
      await accounts.press(en.reconnect.button);
      await logInAtBank();
      await closeLinkWindow();
      await until(accounts, 'no notice', () => !accounts.text.includes(en.banks.needsYou));
      await until(accounts, 'balances', () => hasAmounts(accounts));
      await until(transactions, 'rows', () => hasAmounts(transactions));
      for (const route of [/^GET \/accounts$/, /\/balances$/, /\/transactions$/]) {
        await until(accounts, `asked again: ${String(route)}`, () => asked.some((call) => route.test(call)));
      }
    });
  }
});

describe('V4: a reconnect reference that has run out', () => {
  it('is replaced by a fresh one: the button works', async () => {
    await begin();
    const { accounts } = await open();
    await until(accounts, 'balances', () => hasAmounts(accounts));
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    await accounts.element.refresh();
    await until(accounts, 'the notice', () => accounts.hasButton(en.reconnect.button));
    // Lean has forgotten it: the same call is refused with another one from now on.
    stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
    const ids: (string | undefined)[] = [];
    stack.use(
      http.post(`${location.origin}${path}/link-session`, async ({ request }) => {
        const { reconnect_id: id } = (await request.clone().json()) as { reconnect_id?: string };
        ids.push(id);
        if (ids.length > 1) return undefined;
        return HttpResponse.json({ status: 404, code: 'not_found' }, { status: 404 });
      }),
    );
    await accounts.press(en.reconnect.button);
    await logInAtBank();
    await closeLinkWindow();
    await until(accounts, 'no notice', () => !accounts.text.includes(en.reconnect.text));
    expect(ids.length).to.equal(2);
    expect(ids[1]).to.be.a('string').that.does.not.equal(ids[0]);
  });
});

describe('V5: a consent that has ended', () => {
  it('takes the data off the screen and offers to connect again', async () => {
    await begin();
    const { accounts, transactions } = await open();
    await until(accounts, 'balances', () => hasAmounts(accounts));
    await until(transactions, 'rows', () => hasAmounts(transactions));
    stack.simulator.setScenario(stack.customerId, 'consent-expired');
    await Promise.all([accounts.element.refresh(), transactions.element.refresh()]);
    await until(accounts, 'the way back', () => accounts.hasButton(en.reconnect.connectAgain));
    expect(hasAmounts(accounts)).to.equal(false);
    await until(transactions, 'no rows', () => !hasAmounts(transactions));
  });
});

/** What each of Lean's granular codes comes to, and whether trying again may help (docs.leantech.me, data errors). */
const GRANULAR: Readonly<Record<string, [ErrorCode, 'retry' | 'no retry']>> = {
  BANK_ISSUE: ['bank_failed', 'retry'],
  UNSEEN_BANK_ERROR: ['bank_failed', 'retry'],
  LEAN_ERROR: ['bank_failed', 'retry'],
  TIMEOUT: ['bank_failed', 'retry'],
  INTERNAL_SERVER_ERROR: ['bank_failed', 'retry'],
  BANK_MAINTENANCE: ['bank_unavailable', 'retry'],
  DISABLED_BY_LEAN: ['bank_unavailable', 'retry'],
  DISABLED_BY_CLIENT: ['bank_unavailable', 'retry'],
  LOGGED_IN_ELSEWHERE: ['bank_session_in_use', 'retry'],
  ACTIVE_SESSION_EXISTS: ['bank_session_in_use', 'retry'],
  EU_ACCOUNT_LOCKED: ['bank_needs_customer', 'no retry'],
  EU_FUNCTIONALITY_RESTRICTED: ['bank_needs_customer', 'no retry'],
  USER_PERMISSIONS_NOT_GRANTED: ['permission_missing', 'no retry'],
  USER_TRANSACTION_RANGE_NOT_GRANTED: ['permission_missing', 'no retry'],
  UNSUPPORTED_BY_BANK: ['bank_unsupported_data', 'no retry'],
  DATA_NOT_FOUND: ['bank_unsupported_data', 'no retry'],
  KNOWN_UNSUPPORTED_MFA_BEHAVIOUR: ['bank_unsupported_data', 'no retry'],
  KNOWN_TRAFFIC_OUTSIDE_ALLOWED_REGION: ['bank_unsupported_data', 'no retry'],
  A_CODE_OF_TOMORROW: ['bank_failed', 'retry'],
};

/** These two have views of their own (V5, V7). */
const OWN_VIEWS: readonly string[] = ['CONSENT_EXPIRED', 'DUPLICATED_REQUEST'];

describe('V6: FAILED', () => {
  it('has words for each granular code, a retry where that may help, and generic words for an unknown one', async () => {
    await begin();
    const { accounts } = await open();
    await until(accounts, 'balances', () => hasAmounts(accounts));
    expect(Object.keys(GRANULAR)).to.include.members(
      granularCodes.filter((code) => !OWN_VIEWS.includes(code)),
    );
    for (const [code, [known, retry]] of Object.entries(GRANULAR)) {
      if (known === 'consent_expired' || known === 'duplicated_request') continue;
      answer('/accounts', () =>
        HttpResponse.json({ status: 'FAILED', data: null, status_detail: { granular_status_code: code } }),
      );
      await accounts.element.refresh();
      await until(accounts, `${code}: ${known}`, () => accounts.text.includes(known));
      expect(accounts.text, code).to.contain(en.errors[known].text);
      expect(accounts.hasButton(en.common.retry), code).to.equal(retry === 'retry');
    }
  });
});

describe('V7: DUPLICATED_REQUEST', () => {
  const realSetInterval = window.setInterval;
  afterEach(() => {
    window.setInterval = realSetInterval;
  });

  it('is waited for: the same call goes out again after a minute, and no sooner', async () => {
    await begin();
    let asks = 0;
    stack.use(
      http.get(`${location.origin}${path}/accounts`, () => {
        asks += 1;
        return asks === 1
          ? HttpResponse.json({ status: 'DUPLICATED_REQUEST', message: 'sample' }, { status: 429 })
          : undefined;
      }),
    );
    // A minute passes at once, and whatever is shorter not at all.
    window.setInterval = ((run: () => void, wait = 0, ...more: unknown[]) =>
      realSetInterval(run, wait === 60_000 ? 300 : wait * 1000, ...more)) as typeof setInterval;
    const { accounts } = await open();
    await until(accounts, 'balances', () => hasAmounts(accounts));
    expect(asks).to.equal(2);
  });
});

describe('V8: a backend that answers before Lean does', () => {
  it('says PENDING at its own limit, and the answer is picked up when it is there', async () => {
    await begin({ scenario: 'slow-bytes', proxy: { deadlineMs: 600 } });
    const base = `${location.origin}${path}`;
    const [entity] = (await (await fetch(`${base}/entities`)).json()) as { id: string }[];
    expect((await fetch(`${base}/accounts?entity_id=${entity!.id}`)).status).to.equal(202);
    const { accounts } = await open();
    await until(accounts, 'accounts', () => accounts.parts('account').length > 0);
  });
});

describe('D15: a permission that was not given', () => {
  it('is "not shared" and never zero', async () => {
    await begin({ scenario: 'permission-missing' });
    const { accounts } = await open();
    await until(accounts, 'accounts', () => accounts.text.includes(en.accounts.notShared));
    expect(accounts.text).not.to.match(/\b0\.00\b/);
    expect(accounts.text).not.to.contain(en.accounts.totalAvailable + ' AED');
  });

  it('is "not shared" too where only the refusal of the balance tells', async () => {
    await begin();
    answer('/accounts/:id/balances', () =>
      HttpResponse.json({
        status: 'FAILED',
        data: null,
        status_detail: { granular_status_code: 'USER_PERMISSIONS_NOT_GRANTED' },
      }),
    );
    const { accounts } = await open();
    await until(accounts, 'accounts', () => accounts.text.includes(en.accounts.notShared));
    expect(hasAmounts(accounts)).to.equal(false);
    expect(accounts.text).not.to.contain(en.accounts.unavailable);
  });
});

describe('D16: one bank of three is down', () => {
  it('is flagged with a retry of its own; the other two are shown', async () => {
    await begin({ scenario: 'one-bank-down' }, ['LEANMB1', 'FALAJ_RETAIL_UAE', 'LEAN_OF_RETAIL_UAE']);
    const { accounts, transactions } = await open();
    await until(accounts, 'two banks', () => {
      const statuses = accounts.texts('bank-status');
      return statuses.filter((status) => status === en.banks.connected).length === 2;
    });
    expect(accounts.texts('bank-status')).to.include(en.banks.failed);
    expect(accounts.parts('notice').length).to.equal(1);
    expect(accounts.hasButton(en.common.retry)).to.equal(true);
    await until(transactions, 'rows of the others', () => hasAmounts(transactions));
    stack.simulator.setScenario(stack.customerId, 'ready');
    await accounts.press(en.common.retry);
    await until(accounts, 'three banks', () => {
      const statuses = accounts.texts('bank-status');
      return statuses.filter((status) => status === en.banks.connected).length === 3;
    });
  });
});
