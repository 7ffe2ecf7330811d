/** A person with a keyboard alone, and one who listens: the whole page by keys, and what is said, once. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, render } from 'lit';
import '../../src/index.js';
import { installRecordedSdk } from '../support/recorded-sdk.js';
import { PROXY_PATH, type Stack } from '../support/stack.js';
import { elementsIn, openEverything, startWholeStack, untilStill } from './support/whole-page.js';

const PATIENCE = { timeout: 10_000 };

/** By element, a part that stands only when it has read. */
const SHOWN: Readonly<Record<string, string>> = {
  'lean-accounts': 'amounts-button',
  'lean-spending': 'chart',
  'lean-transactions': 'row',
  'lean-consents': 'disconnect-button',
  'lean-identity': 'person',
};

let stack: Stack;
let page: HTMLElement;

function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

async function open(lang = 'en', draw = true): Promise<void> {
  stack = await startWholeStack(2);
  page = document.createElement('main');
  page.lang = lang;
  page.style.cssText = 'display: block; inline-size: 700px; font: 16px sans-serif';
  document.body.append(page);
  if (!draw) return;
  drawPage();
  await untilRead();
}

/** What each element shows at last is there, and nothing changes any more. */
async function untilRead(): Promise<void> {
  const has = (tag: string, part: string): boolean =>
    page.querySelector(tag)?.shadowRoot?.querySelector(`[part~=${part}]`) != null;
  for (const [tag, part] of Object.entries(SHOWN)) {
    await waitUntil(() => has(tag, part), `${tag} never showed its ${part}`, PATIENCE);
  }
  await untilStill(page);
}

function drawPage(): void {
  render(
    html`<button id="before">before</button>
      <lean-provider proxy=${PROXY_PATH}>
        <lean-connect-button></lean-connect-button>
        <lean-accounts id="accounts"></lean-accounts>
        <lean-spending id="spending"></lean-spending>
        <lean-transactions mode="pages" page-size="6"></lean-transactions>
        <lean-consents></lean-consents>
        <lean-identity></lean-identity>
      </lean-provider>
      <button id="after">after</button>`,
    page,
  );
}

before(async () => {
  await setViewport({ width: 800, height: 6000 }); // Some elements read only once they are seen.
});
after(async () => {
  await setViewport({ width: 800, height: 600 });
});
afterEach(() => {
  page.remove();
  stack.stop();
});

/** Everything that can be pressed, typed in or opened, in the order of the document. */
const pressable = (): HTMLElement[] =>
  [...elementsIn(page)].filter(
    (element) =>
      element.matches('button:not([disabled]), select, input, summary, a[href], [tabindex]') &&
      element.tabIndex >= 0 &&
      !element.matches('lean-provider > *') &&
      element.checkVisibility({ visibilityProperty: true }),
  );

const nameOf = (element: Element | null): string =>
  `${element?.localName ?? ''} ${element?.getAttribute('aria-label') ?? element?.textContent.replace(/\s+/g, ' ').trim().slice(0, 60) ?? ''}`;

/** Tabs from one button to the other; what was reached on the way. */
async function walk(from: string, to: string): Promise<HTMLElement[]> {
  page.querySelector<HTMLElement>(from)?.focus();
  const reached: HTMLElement[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await sendKeys({ press: 'Tab' });
    const at = focused();
    if (!(at instanceof HTMLElement) || at.matches(to)) return reached;
    reached.push(at);
  }
  throw new Error(`${to} was not reached in 200 presses; the last was ${nameOf(reached.at(-1) ?? null)}.`);
}

describe('A keyboard alone', () => {
  for (const lang of ['en', 'ar']) {
    it(`reaches everything that can be pressed, in the order of the page, and leaves again, in ${lang}`, async function () {
      this.timeout(60_000);
      await open(lang);
      await openEverything(page);
      const expected = pressable();
      expect(expected.length).to.be.greaterThan(40);
      const forth = await walk('#before', '#after');
      // Rows are one stop for Tab, and arrows go on from there: their own tests walk them.
      const wanted = expected.filter((element) => !element.matches('#before, #after, .row > .line'));
      expect(forth.filter((element) => element.matches('.row > .line')).length).to.equal(1);
      expect(wanted.filter((element) => !forth.includes(element)).map(nameOf)).to.deep.equal([]);
      expect(forth.filter((element) => wanted.includes(element)).map(nameOf)).to.deep.equal(
        wanted.map(nameOf),
      );
      await sendKeys({ down: 'Shift' });
      const back = await walk('#after', '#before').finally(() => sendKeys({ up: 'Shift' }));
      expect(back.filter((element) => wanted.includes(element)).map(nameOf)).to.deep.equal(
        wanted.map(nameOf).reverse(),
      );
    });
  }

  it('presses with Enter and with Space', async () => {
    await open();
    const accounts = page.querySelector('lean-accounts')!.shadowRoot!;
    const eye = (): HTMLElement => accounts.querySelector<HTMLElement>('[part=amounts-button]')!;
    for (const key of ['Enter', 'Space']) {
      const before = eye().getAttribute('aria-label');
      eye().focus();
      await sendKeys({ press: key });
      await waitUntil(() => eye().getAttribute('aria-label') !== before, key, PATIENCE);
      expect(focused()).to.equal(eye());
    }
  });

  it('is back on the button when Link, which had taken the focus into its frame, has gone', async () => {
    await open();
    const sdk = installRecordedSdk();
    const frame = document.createElement('iframe');
    try {
      const button = page.querySelector('lean-connect-button')!;
      button.focus();
      await sendKeys({ press: 'Enter' });
      const call = await sdk.call();
      document.body.append(frame);
      frame.focus();
      expect(document.activeElement).to.equal(frame);
      await waitUntil(() => button.status === 'open', 'open', PATIENCE);
      frame.remove();
      call.end({ status: 'CANCELLED' });
      await waitUntil(() => button.status === 'cancelled', 'cancelled', PATIENCE);
      await waitUntil(() => focused() === button.shadowRoot?.querySelector('.button'), 'focus', PATIENCE);
    } finally {
      frame.remove();
      sdk.remove();
    }
  });
});

describe('A voice', () => {
  /** Every text that a live region of the page comes to hold, by its element. */
  function listen(): Map<string, string[]> {
    const heard = new Map<string, string[]>();
    const known = new WeakSet<Node>();
    const note = (host: Element, region: Element): void => {
      const text = region.textContent.replace(/\s+/g, ' ').trim();
      const texts = heard.get(host.localName) ?? [];
      heard.set(host.localName, texts);
      if (text !== '' && texts.at(-1) !== text) texts.push(text);
    };
    const follow = (root: ShadowRoot): void => {
      if (known.has(root)) return;
      known.add(root);
      const read = (): void => {
        for (const region of root.querySelectorAll('[role=status], [role=alert]')) note(root.host, region);
        find(root);
      };
      new MutationObserver(read).observe(root, { subtree: true, childList: true, characterData: true });
      read();
    };
    const find = (node: ParentNode): void => {
      for (const { shadowRoot } of node.querySelectorAll('*')) if (shadowRoot) follow(shadowRoot);
    };
    new MutationObserver(() => {
      find(page);
    }).observe(page, { subtree: true, childList: true });
    find(page);
    return heard;
  }

  it('says once of each element that it loads, and once what has come', async () => {
    await open('en', false);
    const heard = listen();
    drawPage();
    await untilStill(page);
    for (const tag of [
      'lean-accounts',
      'lean-spending',
      'lean-transactions',
      'lean-consents',
      'lean-identity',
    ]) {
      const texts = heard.get(tag) ?? [];
      expect(texts.length, `${tag}: ${texts.join(' | ')}`).to.be.within(1, 4);
      expect(new Set(texts).size, `${tag}: ${texts.join(' | ')}`).to.equal(texts.length);
    }
  });

  it('keeps quiet where nothing is new: a second reading with the same answer', async () => {
    await open();
    const heard = listen();
    const before = new Map([...heard].map(([tag, texts]) => [tag, [...texts]]));
    await page.querySelector('lean-consents')!.refresh();
    await page.querySelector('lean-spending')!.refresh();
    await untilStill(page);
    for (const tag of ['lean-consents', 'lean-spending']) {
      expect(heard.get(tag), tag).to.deep.equal(before.get(tag));
    }
  });
});
