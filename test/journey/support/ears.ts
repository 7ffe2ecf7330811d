/** Hears what a page tells: its `lean-*` events, console, requests, and the secrets its backend gave it. */
import type { Page } from 'puppeteer-core';
import { EVENT_NAMES } from '../../../src/events/names.js';

/** Long enough for a busy machine with two cores; a condition that holds ends the wait at once. */
export const PATIENCE_MS = 30_000;

export interface HeardEvent {
  type: string;
  detail: Record<string, unknown>;
}

export interface Ears {
  /** Every `lean-*` event since the visit began, over page changes. */
  readonly events: HeardEvent[];
  /** What JSON leaves out of objects that went into an event or onto the console: errors, their causes, maps. */
  readonly hidden: string[];
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

/** Listens to a page from before its first script. */
export async function listenTo(page: Page): Promise<Ears> {
  const events: HeardEvent[] = [];
  const hidden: string[] = [];
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
  await page.exposeFunction('journeyFinds', (text: string) => void hidden.push(text));
  await page.evaluateOnNewDocument((names: string[]) => {
    const { journeyHears, journeyFinds } = globalThis as unknown as {
      journeyHears(text: string): void;
      journeyFinds(text: string): void;
    };
    const texts = {
      /** All text that can be reached from a value, whatever JSON makes of it. */
      of(value: unknown, seen = new Set<unknown>()): string {
        if (typeof value === 'function') return '';
        if (typeof value !== 'object' || value === null) return String(value);
        if (value instanceof Node || seen.has(value)) return '';
        seen.add(value);
        const entries =
          value instanceof Map || value instanceof Set || value instanceof Headers
            ? [...value].flat()
            : Object.getOwnPropertyNames(value).map((name) => (value as Record<string, unknown>)[name]);
        return entries.map((entry) => texts.of(entry, seen)).join(' ');
      },
    };
    for (const type of names) {
      document.addEventListener(type, (event) => {
        const { detail } = event as CustomEvent<unknown>;
        journeyHears(JSON.stringify({ type, detail }));
        journeyFinds(texts.of(detail));
      });
    }
    for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
      const write = console[level].bind(console);
      console[level] = (...told: unknown[]) => {
        journeyFinds(texts.of(told));
        write(...told);
      };
    }
  }, EVENT_NAMES);
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
    hidden,
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
      for (const type of EVENT_NAMES) taken.set(type, events.filter((event) => event.type === type).length);
    },
    answer: (pattern, skipped) =>
      until(() => answers.slice(skipped).find((answer) => pattern.test(answer)), String(pattern)),
  };
}
