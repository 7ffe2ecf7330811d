/**
 * What is asked for again and again until it is there (faults V2, Z3; issue "Asynchronous results"): with back-off,
 * not while nobody sees the page, not for ever, and again when the customer is back. Accounts are in
 * upstream.test.ts and time.test.ts; here is everything else that waits.
 */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import { en } from '../../src/i18n/en.js';
import { callsAsked, ownPath } from '../support/own-path.js';
import { endPassing, pass } from '../support/passing-time.js';
import { installRecordedSdk, type RecordedSdk } from '../support/recorded-sdk.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, comeBack, textOf } from '../support/seen.js';
import { startStack, type Stack } from '../support/stack.js';

const BUDGET_MS = 181_000;
/** Longer than the wait before any of the first questions. */
const QUIET_MS = 3500;

/** Something that waits on the page, and how to tell. */
interface Waiting {
  screen: Screen;
  /** Tells whether a call to the backend asks for what is waited for. */
  isQuestion: (call: string) => boolean;
  /** What the customer reads once we ask no more by ourselves. */
  honest: string;
  /** What is waited for has come: the next question finds it. */
  arrive: () => void;
  isThere: () => boolean;
}

let stack: Stack;
let sdk: RecordedSdk;
let path: string;
let asked: string[];

async function page(): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`
    <lean-provider proxy=${path}>
      <lean-connect-button>Connect</lean-connect-button>
      <lean-accounts></lean-accounts>
      <lean-transactions from="2026-11-01"></lean-transactions>
    </lean-provider>
  `);
}

const link = (): void => {
  stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
};

/** Notes what is asked from now on, whoever answers it. */
function listen(): void {
  asked = callsAsked(stack, path);
}

/** Transactions whose first page is a result that does not come. */
async function history(): Promise<Waiting> {
  link();
  let isThere = false;
  let first: string | null = null;
  const pending = (resultsId: string) => ({ status: 'PENDING', data: null, results_id: resultsId });
  stack.use(
    http.get(`${location.origin}${path}/accounts/:id/transactions`, ({ params }) =>
      HttpResponse.json(pending(`result-${String(params['id'])}`), { status: 202 }),
    ),
    http.get(`${location.origin}${path}/results/:id`, ({ params }) =>
      HttpResponse.json(
        isThere ? { status: 'OK', data: { transactions: [] } } : pending(String(params['id'])),
      ),
    ),
  );
  listen();
  const screen = new Screen((await page()).querySelector('lean-transactions')!);
  return {
    screen,
    // Of several accounts each waits for a result of its own.
    isQuestion: (call) => call.startsWith('GET /results/') && call === (first ??= call),
    honest: en.banks.stillWorkingText,
    arrive: () => (isThere = true),
    isThere: () => screen.text.includes(en.transactions.none),
  };
}

/** A Link that says SUCCESS before there is a bank. */
async function verifying(): Promise<Waiting> {
  const button = (await page()).querySelector('lean-connect-button')!;
  const screen = new Screen(button);
  button.click();
  (await sdk.call()).end({ status: 'SUCCESS' });
  await until(screen, 'verifying', () => button.status === 'verifying');
  return {
    screen,
    isQuestion: (call) => call === 'GET /entities',
    honest: en.connect.stillWorking,
    arrive: link,
    isThere: () => button.status === 'connected' || button.status === 'syncing',
  };
}

/** A refresh that the bank does not end. */
async function refresh(): Promise<Waiting> {
  link();
  const screen = new Screen((await page()).querySelector('lean-accounts')!);
  await until(screen, 'the button', () => screen.hasButton(en.refresh.label));
  let isThere = false;
  const body = () => ({
    refresh_id: 'sample-refresh',
    status: isThere ? 'FINISHED' : 'IN_PROGRESS',
  });
  stack.use(
    http.post(`${location.origin}${path}/refreshes`, () => HttpResponse.json({ ...body(), status: 'OK' })),
    http.get(`${location.origin}${path}/refreshes/sample-refresh`, () =>
      HttpResponse.json({ data: body(), ...body() }),
    ),
  );
  listen();
  await screen.press(en.refresh.label);
  return {
    screen,
    isQuestion: (call) => call === 'GET /refreshes/sample-refresh',
    honest: en.refresh.stillWorking,
    arrive: () => (isThere = true),
    isThere: () => screen.text.includes(en.refresh.done),
  };
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, QUIET_MS));

beforeEach(async () => {
  sdk = installRecordedSdk();
  stack = await startStack();
  path = ownPath(stack);
  listen();
});
afterEach(() => {
  Reflect.deleteProperty(document, 'visibilityState');
  endPassing();
  sdk.remove();
  stack.stop();
});

for (const [what, begin] of [
  ['a history', history],
  ['a bank that Link says is connected', verifying],
  ['a bank that is asked anew', refresh],
] as const) {
  describe(`Waiting for ${what}`, () => {
    it('asks less and less often', async () => {
      const { isQuestion } = await begin();
      const times: number[] = [];
      asked.push = (call) => {
        if (isQuestion(call)) times.push(performance.now());
        return 0;
      };
      await waitUntil(() => times.length >= 3, 'three questions', { timeout: 13_000 });
      const [one = 0, two = 0, three = 0] = times;
      expect(three - two).to.be.greaterThan(1.25 * (two - one));
    });

    it('asks nothing while nobody sees the page, and goes on when it is seen', async () => {
      const { screen, isQuestion, arrive, isThere } = await begin();
      await until(screen, 'a question', () => asked.some(isQuestion));
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      // What was due when the page was hidden may still go out.
      await rest();
      asked.length = 0;
      await rest();
      expect(asked.filter(isQuestion)).to.deep.equal([]);
      arrive();
      Reflect.deleteProperty(document, 'visibilityState');
      comeBack();
      await until(screen, 'what was waited for', isThere);
    });

    it('stops after three minutes, says so, and asks again when the customer is back', async () => {
      const { screen, isQuestion, honest, arrive, isThere } = await begin();
      await until(screen, 'a question', () => asked.some(isQuestion));
      pass(BUDGET_MS);
      await until(screen, 'honest words', () => screen.text.includes(honest));
      await rest();
      asked.length = 0;
      await rest();
      expect(asked.filter(isQuestion)).to.deep.equal([]);
      arrive();
      comeBack();
      await until(screen, 'what was waited for', isThere);
    });
  });
}

describe('Waiting for accounts', () => {
  it('goes on asking by itself after the customer has come back', async () => {
    stack.simulator.setScenario(stack.customerId, 'pending-forever');
    link();
    const screen = new Screen((await page()).querySelector('lean-accounts')!);
    await until(screen, 'on its way', () => screen.text.includes(en.banks.syncing));
    pass(BUDGET_MS);
    await until(screen, 'honest words', () => screen.text.includes(en.banks.stillWorkingText));
    asked.length = 0;
    comeBack();
    const isResult = (call: string): boolean => call.startsWith('GET /results/');
    await until(screen, 'asked once', () => asked.some(isResult));
    await until(screen, 'asked again', () => asked.filter(isResult).length > 2);
    expect(amountsIn(textOf(screen.element))).to.deep.equal([]);
  });
});
