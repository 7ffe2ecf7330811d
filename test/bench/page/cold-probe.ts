/**
 * Runs first in a page that loads a contender as a host's page would: answers its requests without delay, and waits
 * for its first row. What it does itself is done while the contender's script is on its way.
 */
import { transactions, transactionsBody } from './data.js';

/** Told by the page before this script. */
interface ColdSetup {
  /** The path of the contender's script. */
  script: string;
  /** The contender's own element, and in its shadow tree what holds a row's text. */
  host: string;
  row: string;
  /** What a row says that tells of no description. */
  says?: string;
  answersInPage: boolean;
}

export interface ColdOutcome {
  /** From when the browser met the script tag, and asked for the script, to the first row, in milliseconds. */
  first: number;
  shift: number;
  longestTask: number;
}

const ROWS = 50;
const PAYMENTS = 25;

const { script, host, row, says, answersInPage } = (globalThis as unknown as { cold: ColdSetup }).cold;
const rows = transactions(ROWS);
const texts = says ? [says] : rows.slice(0, 3).flatMap((each) => [each.description, each.merchantName]);
const outcome: ColdOutcome = { first: 0, shift: 0, longestTask: 0 };

if (answersInPage) globalThis.fetch = (input) => Promise.resolve(answer(addressOf(input)));

function addressOf(input: RequestInfo | URL): URL {
  return new URL(input instanceof Request ? input.url : input, location.href);
}

/** Lean's answers through a host's backend, JustiFi's, Adyen's, and something for analytics and the like. */
function answer({ hostname, pathname, searchParams }: URL): Response {
  if (hostname.endsWith('adyen.com')) return Response.json(adyen(pathname));
  if (pathname.endsWith('/transactions')) return Response.json(page(searchParams));
  if (pathname.endsWith('/payments')) return Response.json(payments());
  if (pathname.endsWith('/latest')) return Response.json({ version: '6.14.3' });
  return Response.json({});
}

/** Only the window that holds the rows has any. */
function page(asked: URLSearchParams): unknown {
  const from = asked.get('start_date') ?? '';
  const to = asked.get('end_date') ?? '9999';
  const within = rows.filter(
    ({ bookedAt }) => (bookedAt ?? '') >= from && (bookedAt ?? '').slice(0, 10) <= to,
  );
  const number = Number(asked.get('page') ?? 0);
  const size = Number(asked.get('size') ?? 100);
  const oldestFirst = [...within].reverse().slice(number * size, (number + 1) * size);
  return transactionsBody(oldestFirst.reverse(), number, Math.max(1, Math.ceil(within.length / size)));
}

/** What Adyen's backend says to its components: where to ask, whose accounts there are, and what moved on them. */
function adyen(path: string): unknown {
  if (path.endsWith('/setup')) return { endpoints: ADYEN_ENDPOINTS };
  if (path.endsWith('/balanceAccounts')) return { data: [ADYEN_ACCOUNT] };
  if (path.endsWith('/balances')) return { data: [{ currency: 'AED', value: 100_000, reservedValue: 0 }] };
  if (path.endsWith('/totals')) return { data: [{ currency: 'AED', incomings: 1000, expenses: -2000 }] };
  if (!path.endsWith('/transactions')) return {};
  return {
    data: rows.slice(0, PAYMENTS).map(({ transactionId, money, bookedAt }) => {
      const amount = { currency: 'AED', value: Math.round(Number(money?.amount) * 100) };
      return {
        id: transactionId,
        amountBeforeDeductions: amount,
        netAmount: amount,
        balanceAccountId: ADYEN_ACCOUNT.id,
        category: 'Payment',
        createdAt: bookedAt,
        paymentMethod: { type: 'visa', lastFourDigits: '4242' },
        status: 'Booked',
      };
    }),
    _links: {},
  };
}

const ADYEN_ACCOUNT = {
  id: 'BA1',
  description: 'Sample account',
  defaultCurrencyCode: 'AED',
  timeZone: 'Asia/Dubai',
};
const ADYEN_ENDPOINTS = {
  getBalanceAccounts: { method: 'GET', url: 'balanceAccounts' },
  getBalances: { method: 'GET', url: 'balanceAccounts/{balanceAccountId}/balances' },
  getTransactions: { method: 'GET', url: 'transactions' },
  getTransactionTotals: { method: 'GET', url: 'transactions/totals' },
};

function payments(): unknown {
  return {
    type: 'array',
    page_info: { has_previous: false, has_next: true, start_cursor: 'a', end_cursor: 'b' },
    data: rows.slice(0, PAYMENTS).map(({ transactionId, description, money, bookedAt }) => ({
      id: transactionId,
      account_id: 'acc_1',
      currency: 'usd',
      amount: Math.abs(Math.round(Number(money?.amount) * 100)),
      amount_disputed: 0,
      amount_refundable: 0,
      amount_refunded: 0,
      balance: 0,
      captured: true,
      capture_strategy: 'automatic',
      description,
      disputed: false,
      disputes: [],
      fee_amount: 0,
      is_test: true,
      metadata: {},
      payment_method: {
        card: {
          id: 'pm_1',
          acct_last_four: '4242',
          name: 'Sample Customer',
          brand: 'visa',
          month: '05',
          year: '2030',
        },
      },
      payment_intent_id: null,
      refunded: false,
      status: 'succeeded',
      created_at: bookedAt,
      updated_at: bookedAt,
    })),
  };
}

/** When the browser asked for the contender's script, which it does while it still reads the page. */
function askedAt(): number {
  const [asked] = performance.getEntriesByName(new URL(script, location.href).href, 'resource');
  if (!asked) throw new Error(`${script} was not asked for.`);
  return asked.startTime;
}

function isSeen(): boolean {
  const element = document.querySelector(host);
  const root = element?.shadowRoot ?? element;
  for (const each of root?.querySelectorAll(row) ?? []) {
    if (!texts.some((text) => text !== null && each.textContent.includes(text))) continue;
    const { left, top, width, height } = each.getBoundingClientRect();
    const met = (element?.shadowRoot ?? document).elementFromPoint(left + width / 2, top + height / 2);
    if (met && each.contains(met)) return true;
  }
  return false;
}

function watch(type: string, note: (entry: PerformanceEntry) => void): void {
  new PerformanceObserver((list) => {
    list.getEntries().forEach(note);
  }).observe({ type, buffered: true });
}

const done = new Promise<ColdOutcome>((resolve) => {
  const look = (): void => {
    if (!isSeen()) {
      requestAnimationFrame(look);
      return;
    }
    outcome.first = performance.now() - askedAt();
    // One more frame, so that shifts of the one that shows the row are told.
    requestAnimationFrame(() => setTimeout(() => resolve(outcome)));
  };
  requestAnimationFrame(look);
});

watch('layout-shift', (entry) => (outcome.shift += (entry as PerformanceEntry & { value: number }).value));
watch('longtask', (entry) => (outcome.longestTask = Math.max(outcome.longestTask, entry.duration)));
(globalThis as unknown as { coldDone: Promise<ColdOutcome> }).coldDone = done;
