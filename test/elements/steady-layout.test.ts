/**
 * Nothing jumps: what the browser itself reports as layout shift, from the moment elements are on a page until all they
 * show is there, with answers that come slowly and one after the other.
 */
import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { http } from 'msw';
import '../../src/index.js';
import { ownPath, realAnswer } from '../support/own-path.js';
import { startStack, type Stack } from '../support/stack.js';

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** A tenth of what counts as good for a whole visit: 0.02 is one line of text moved across most of a screen. */
const UNSEEN = 0.02;

const ALL = [
  'lean-connect-button',
  'lean-accounts',
  'lean-transactions',
  'lean-spending',
  'lean-consents',
  'lean-identity',
] as const;
type Tag = (typeof ALL)[number];

/** What shows that an element has all it waits for, beside that nothing in it is a bone any more. */
const FILLED: Record<Tag, string> = {
  'lean-connect-button': 'button',
  'lean-accounts': '[part~=refresh-button]',
  'lean-transactions': '[part=list]:not([hidden])',
  'lean-spending': '[part=by-month]',
  'lean-consents': '[part=permissions]',
  'lean-identity': '[part=bank]',
};

/** A bank of three accounts; how many a customer has cannot be known, and this is what most have. */
const ONE = ['LEANMB1'];

interface Placing {
  lang?: string;
  banks?: string[];
  answer?: (request: Request) => Promise<Response>;
}

describe('The layout of a page with elements', () => {
  let stack: Stack;

  afterEach(() => {
    stack.stop();
  });

  /** Puts elements on a page whose backend answers one call after the other, each once the one before it is drawn. */
  async function place(tags: readonly Tag[], width: number, { lang = 'en', banks = ONE, answer }: Placing = {}) {
    await setViewport({ width, height: 800 });
    stack = await startStack({ proxy: { permissions: ['accounts', 'balance', 'transactions', 'identity'] } });
    for (const bankIdentifier of banks)
      stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier });
    const path = ownPath(stack);
    let turn = Promise.resolve();
    stack.use(
      http.all(`${location.origin}${path}/*`, async ({ request }) => {
        const before = turn;
        const reply = (answer ?? ((asked) => realAnswer(stack, path, asked)))(request.clone());
        turn = before.then(() => reply).then(frames, frames);
        await before;
        return reply;
      }),
    );
    const page = await fixture<HTMLElement>(
      html`<div style="position: absolute; inset: 0 0 auto; padding: 16px; font: 16px/1.5 sans-serif"></div>`,
    );
    const shifts = watchShifts();
    const provider = document.createElement('lean-provider');
    Object.assign(provider, { proxy: path, lang });
    provider.dir = lang === 'ar' ? 'rtl' : 'ltr';
    for (const tag of tags) {
      const after = document.createElement('p');
      after.textContent = `Below ${tag}`;
      provider.append(document.createElement(tag), after);
    }
    page.append(provider);
    const find = (tag: Tag, selector: string) =>
      provider.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
    const isFilled = () =>
      tags.every((tag) => find(tag, FILLED[tag]) && !find(tag, '.bone, .late, [aria-busy=true], .reading'));
    return { shifts, find, untilFilled: () => until('all is there', isFilled) };
  }

  for (const width of [280, 360, 768, 1200]) {
    for (const tag of ALL) {
      it(`stays while ${tag} gets what it shows, at ${String(width)} px`, async () => {
        const { shifts, untilFilled } = await place([tag], width);
        await untilFilled();
        await expectSteady(shifts);
      });
    }
  }

  for (const lang of ['en', 'ar']) {
    for (const width of [360, 1200]) {
      it(`stays while all elements get what they show, at ${String(width)} px, in ${lang}`, async () => {
        const { shifts, untilFilled } = await place(ALL, width, { lang });
        await untilFilled();
        await expectSteady(shifts);
      });
    }
  }
});

/** Gathers what shifts from now on. */
function watchShifts(): { read: () => LayoutShift[] } {
  const begun = performance.now();
  const seen: LayoutShift[] = [];
  const add = (entries: PerformanceEntryList): void => {
    seen.push(...(entries as LayoutShift[]).filter(({ startTime }) => startTime >= begun));
  };
  const observer = new PerformanceObserver((list) => {
    add(list.getEntries());
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  return {
    read() {
      add(observer.takeRecords());
      observer.disconnect();
      return seen;
    },
  };
}

async function expectSteady(shifts: { read: () => LayoutShift[] }, most = UNSEEN): Promise<void> {
  await frames();
  const seen = shifts.read();
  const sum = seen.reduce((moved, { value }) => moved + value, 0);
  expect(sum, seen.filter(({ value }) => value > 0.001).map(described).join('\n')).to.be.below(most);
}

/** What moved, from where to where, for whoever has to find out why. */
function described({ value, sources }: LayoutShift): string {
  const moves = sources.map(({ node, previousRect: from, currentRect: to }) => {
    const { className, nodeName } = (node instanceof Element ? node : node?.parentElement) ?? {};
    return `${nodeName ?? '?'}.${className ?? ''} ${JSON.stringify([from, to])}`;
  });
  return `${value.toFixed(4)} ${moves.join(', ')}`;
}

/** What has come is on screen, and reported. */
async function frames(): Promise<void> {
  for (let count = 0; count < 4; count += 1) await nextFrame();
}

function until(what: string, condition: () => boolean): Promise<void> {
  return waitUntil(condition, what, { timeout: 30_000, interval: 16 });
}
