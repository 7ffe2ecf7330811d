/** The whole job in one page: elements, real backend, real simulator, both generations of Lean's API. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { LeanAccounts, LeanTransactions } from '../../src/index.js';
import type { Region } from '../../src/domain/index.js';
import type { LeanConnectOutcomeDetail } from '../../src/events/index.js';
import { en } from '../../src/i18n/en.js';
import { connectInLinkWindow, closeLinkWindow, logInAtBank } from './link-window.js';
import { nextEvent } from './events.js';
import { Screen } from './screen.js';
import { PROXY_PATH, startStack, type Stack, type StackOptions } from './stack.js';

const LOGIN_BANK = 'LEANMB1';
const CURRENCY: Record<Region, string> = { ae: 'AED', sa: 'SAR' };

type Outcome = 'lean-connect-success' | 'lean-connect-ready';

let stack: Stack;

interface TenLines {
  page: HTMLElement;
  accounts: Screen<LeanAccounts>;
  transactions: Screen<LeanTransactions>;
}

/** The page of the README. */
async function openPage(options: StackOptions): Promise<TenLines> {
  stack = await startStack(options);
  const page = await fixture<HTMLElement>(
    html`<lean-provider proxy=${PROXY_PATH}>
      <lean-connect-button>Connect your bank</lean-connect-button>
      <lean-accounts id="accounts"></lean-accounts>
      <lean-transactions for="accounts"></lean-transactions>
    </lean-provider>`,
  );
  return {
    page,
    accounts: new Screen(page.querySelector('lean-accounts')!),
    transactions: new Screen(page.querySelector('lean-transactions')!),
  };
}

async function outcome(page: HTMLElement, type: Outcome): Promise<LeanConnectOutcomeDetail> {
  return (await nextEvent(type, page)).detail;
}

async function connect(page: HTMLElement): Promise<void> {
  const ready = outcome(page, 'lean-connect-ready');
  page.querySelector('lean-connect-button')!.click();
  await connectInLinkWindow(LOGIN_BANK);
  await ready;
}

/** A page serves one country: its script of Lean is loaded once, so each region has a test file of its own. */
export function describeTenLines(region: Region): void {
  describe(`The ten lines in ${region}`, () => {
    afterEach(() => {
      stack.stop();
    });

    for (const apiVersion of ['v1', 'v2'] as const) {
      it(`connect a bank and show its accounts and transactions over ${apiVersion}`, async () => {
        const { page, accounts, transactions } = await openPage({ region, apiVersion });
        await connect(page);
        await accounts.until('accounts show', () => accounts.text.includes('••••'));
        await accounts.until('balances show', () => accounts.text.includes(CURRENCY[region]));
        await transactions.until('rows show', () => transactions.text.includes(CURRENCY[region]));
      });
    }

    for (const apiVersion of ['v1', 'v2'] as const) {
      it(`hand the reconnect id of ${apiVersion} to Lean and repeat what failed`, async () => {
        const { page, accounts, transactions } = await openPage({ region, apiVersion });
        await connect(page);
        stack.simulator.setScenario(stack.customerId, 'reconnect-otp');
        const ids: string[] = [];
        page.addEventListener('lean-reconnect-required', ({ detail }) => ids.push(detail.reconnectId!));
        await accounts.element.refresh();

        const success = outcome(page, 'lean-connect-success');
        const before = stack.requests.length;
        const both = [accounts, transactions];
        await accounts.until('a notice shows', () =>
          both.some((each) => each.hasButton(en.reconnect.button)),
        );
        await both.find((each) => each.hasButton(en.reconnect.button))!.press(en.reconnect.button);
        await logInAtBank();
        await closeLinkWindow();
        expect((await success).method).to.equal('reconnect');

        const asked = stack.requests.slice(before);
        const session = asked.find(({ path }) => path === '/link-session')!;
        const { reconnect_id: given } = JSON.parse(session.body) as { reconnect_id: string };
        // With v2 each refused call has an id of its own; any of them restores the bank.
        expect(ids).to.include(given);
        expect(asked.some(({ path }) => path.startsWith('/accounts?'))).to.equal(true);
        await accounts.until('the notice is gone', () => !accounts.text.includes(en.banks.needsYou));
      });
    }
  });
}
