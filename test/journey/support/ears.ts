/** Hears what a page tells: its `lean-*` events, console, requests, and the secrets its backend gave it. */
import type { Page } from 'puppeteer-core';

/** Long enough for a busy machine with two cores; a condition that holds ends the wait at once. */
export const PATIENCE_MS = 30_000;

export interface HeardEvent {
  type: string;
  detail: Record<string, unknown>;
}

export interface Ears {
  /** Every `lean-*` event since the visit began, over page changes. */
  readonly events: HeardEvent[];
  /** Everything the page wrote to its console, and every uncaught error. */
  readonly console: string[];
  /** The address of every request. */
  readonly addresses: string[];
  /** Answers of the page's own backend: `POST /link-session 200`. */
  readonly answers: string[];
  /** Access tokens that the backend handed to the page. */
  readonly secrets: ReadonlySet<string>;
  /** Waits for the next event of this type that was not yet taken. */
  event(type: string): Promise<HeardEvent>;
  /** Counts every event so far as taken. */
  takeAll(): void;
  /** Waits for an answer like this after the first `skipped` ones. */
  answer(pattern: RegExp, skipped: number): Promise<string>;
}

const EVENTS = [
  'lean-connect-start',
  'lean-connect-success',
  'lean-connect-cancel',
  'lean-connect-error',
  'lean-connect-redirect',
  'lean-connect-ready',
  'lean-accounts-load',
  'lean-accounts-error',
  'lean-account-select',
  'lean-transactions-load',
  'lean-transactions-error',
  'lean-transaction-select',
  'lean-filter-change',
  'lean-reconnect-required',
  'lean-session-expired',
];

/** Listens to a page from before its first script. */
export async function listenTo(page: Page): Promise<Ears> {
  const events: HeardEvent[] = [];
  const told: string[] = [];
  const addresses: string[] = [];
  const answers: string[] = [];
  const secrets = new Set<string>();
  const taken = new Map<string, number>();
  let wake: () => void = () => undefined;

  await page.exposeFunction('journeyHears', (text: string) => {
    events.push(JSON.parse(text) as HeardEvent);
    wake();
  });
  await page.evaluateOnNewDocument((names: string[]) => {
    const { journeyHears } = globalThis as unknown as { journeyHears(text: string): void };
    for (const type of names) {
      document.addEventListener(type, (event) => {
        journeyHears(JSON.stringify({ type, detail: (event as CustomEvent<unknown>).detail }));
      });
    }
  }, EVENTS);
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(`Uncaught: ${String(error)}`));
  page.on('request', (request) => addresses.push(request.url()));
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/lean/')) return;
    answers.push(`${response.request().method()} ${pathname.slice('/api/lean'.length)} ${response.status()}`);
    wake();
    if (!pathname.endsWith('/link-session')) return;
    response.json().then(
      (session: { access_token?: string }) => session.access_token && secrets.add(session.access_token),
      () => undefined, // The page has left for a bank: its bodies can no longer be read.
    );
  });

  /** Looks now and whenever something new was heard. */
  function until<Found>(find: () => Found | undefined, what: string): Promise<Found> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        const heard = events.map((event) => event.type).join(', ');
        reject(new Error(`Waited in vain for ${what}; heard ${heard}; answers: ${answers.join(', ')}`));
      }, PATIENCE_MS);
      wake = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(limit);
        resolve(found);
      };
      wake();
    });
  }

  return {
    events,
    console: told,
    addresses,
    answers,
    secrets,
    event(type) {
      const index = taken.get(type) ?? 0;
      taken.set(type, index + 1);
      return until(() => events.filter((event) => event.type === type)[index], type);
    },
    takeAll() {
      for (const type of EVENTS) taken.set(type, events.filter((event) => event.type === type).length);
    },
    answer: (pattern, skipped) =>
      until(() => answers.slice(skipped).find((answer) => pattern.test(answer)), String(pattern)),
  };
}
