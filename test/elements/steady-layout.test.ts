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
/** Words that come after the first frame, as Arabic ones may, are a little taller than the places kept for them. */
const LATE_WORDS = 0.03;

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
  'lean-identity': '[part~=person]',
};

/** A bank of three accounts; how many a customer has cannot be known, and this is what most have. */
const ONE = ['LEANMB1'];

/** Three banks of three accounts each. */
const THREE = ['LEANMB1', 'FALAJ_RETAIL_UAE', 'LEAN_OF_RETAIL_UAE'];

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
  async function place(
    tags: readonly Tag[],
    width: number,
    { lang = 'en', banks = ONE, answer }: Placing = {},
  ) {
    await setViewport({ width, height: 800 });
    stack = await startStack({
      proxy: { permissions: ['accounts', 'balance', 'transactions', 'identity'], identity: true },
    });
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
    // Who the customer is, is asked once the element is in sight, which it is not below all others.
    const filled = tags.length === 1 ? tags : tags.filter((tag) => tag !== 'lean-identity');
    const missing = (wanted: readonly Tag[]) =>
      wanted.filter(
        (tag) => !find(tag, FILLED[tag]) || find(tag, '.bone, .late, [aria-busy=true], .reading'),
      );
    return {
      shifts,
      find,
      element: <Name extends Tag>(tag: Name) => provider.querySelector(tag)!,
      untilFilled: (wanted: readonly Tag[] = filled) =>
        until(
          () => `${missing(wanted).join()} has all`,
          () => missing(wanted).length === 0,
        ),
    };
  }

  const quick: readonly Tag[] = ['lean-accounts', 'lean-consents', 'lean-identity'];
  for (const width of [280, 360, 768, 1200]) {
    // Between a phone and a desk, those that are read in a moment stand for all.
    for (const tag of width === 360 || width === 1200 ? ALL : quick) {
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
        await expectSteady(shifts, lang === 'ar' ? LATE_WORDS : UNSEEN);
      });
    }
  }

  for (const width of [360, 1200]) {
    it(`stays once it is known that there are three banks, at ${String(width)} px`, async () => {
      const { shifts, find, element, untilFilled } = await place(ALL, width, { banks: THREE });
      const banks = () => element('lean-accounts').shadowRoot!.querySelectorAll('[part=bank]').length;
      await until(
        () => 'three cards',
        () => banks() === 3,
      );
      await frames();
      // What had to move when they came is behind us: it could not be known before.
      shifts.read();
      const later = watchShifts();
      await untilFilled(['lean-accounts', 'lean-consents']);
      expect(find('lean-accounts', '[part=totals] [part=amounts-button]')).to.not.equal(null);
      await expectSteady(later);
    });

    for (const tag of ['lean-accounts', 'lean-transactions', 'lean-spending', 'lean-consents'] as const) {
      it(`keeps what ${tag} shows in its place while it is read again, at ${String(width)} px`, async () => {
        const { shifts, element, untilFilled } = await place([tag], width);
        await untilFilled();
        await frames();
        shifts.read();
        const later = watchShifts();
        await element(tag).refresh();
        await untilFilled();
        await expectSteady(later);
      });
    }

    it(`stays when amounts are hidden and shown again, at ${String(width)} px`, async () => {
      const { element, find, untilFilled } = await place(['lean-accounts'], width);
      const accounts = element('lean-accounts');
      await untilFilled();
      const height = () => accounts.getBoundingClientRect().height;
      const before = height();
      find('lean-accounts', '[part=amounts-button]')!.click();
      await accounts.updateComplete;
      expect(accounts.hideBalances).to.equal(true);
      expect(height()).to.equal(before);
    });
  }

  it('draws a year of months on a wide page that undoes every style', async () => {
    const undone = document.createElement('style');
    undone.textContent = '* { all: unset !important } head { display: none !important }';
    document.head.append(undone);
    try {
      const { element, find, untilFilled } = await place(['lean-spending'], 1200);
      await untilFilled();
      expect(getComputedStyle(element('lean-spending')).display).to.equal('inline');
      await until(
        () => 'twelve months',
        () => find('lean-spending', '.months')?.querySelectorAll('.month').length === 12,
      );
    } finally {
      undone.remove();
    }
  });
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
  expect(
    sum,
    seen
      .filter(({ value }) => value > 0.001)
      .map(described)
      .join('\n'),
  ).to.be.below(most);
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
  for (let count = 0; count < 3; count += 1) await nextFrame();
}

async function until(what: () => string, condition: () => boolean): Promise<void> {
  try {
    await waitUntil(condition, '', { timeout: 12_000, interval: 16 });
  } catch {
    throw new Error(`Waited in vain: ${what()}`);
  }
}
