import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { declarationsOf, GROUNDS, measurePairs, PAIRS } from '../../scripts/contrast-pairs.js';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-transactions.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { tokens } from '../../src/theme/tokens.js';
import { sampleAccount, sampleTransaction } from '../support/samples.js';
import { Screen } from '../support/screen.js';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** Any CSS colour over a ground, in sRGB as a screen shows it. */
function paint(ground: Colour, ...colours: string[]): Colour {
  pen.fillStyle = `rgb(${ground.slice(0, 3).join(' ')})`;
  pen.fillRect(0, 0, 1, 1);
  for (const colour of colours) {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** WCAG 2.2's relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const linear = [red, green, blue].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

/** The contrast of an element's text with everything painted behind it. */
function contrastOf(element: Element): number {
  const layers: string[] = [];
  for (let node: Element | null = element; node;) {
    layers.unshift(getComputedStyle(node).backgroundColor);
    const root = node.getRootNode();
    node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  const ground = paint([255, 255, 255, 255], ...layers);
  return contrast(paint(ground, getComputedStyle(element).color), ground);
}

async function place(style: string) {
  const page = await fixture<HTMLElement>(
    html`<div><lean-accounts></lean-accounts><lean-transactions></lean-transactions></div>`,
  );
  page.style.cssText = `${style}; padding: 20px`;
  const accounts = new Screen(page.querySelector<LeanAccounts>('lean-accounts')!);
  const list = new Screen(page.querySelector<LeanTransactions>('lean-transactions')!);
  accounts.element.accounts = [
    sampleAccount(),
    sampleAccount({ accountId: 'b', balance: null }),
    sampleAccount({ accountId: 'c', name: 'Chosen' }),
  ];
  accounts.element.selected = 'c';
  list.element.transactions = [
    sampleTransaction(),
    sampleTransaction({ transactionId: 'b', direction: 'credit', money: { amount: '5', currency: 'AED' } }),
    sampleTransaction({ transactionId: 'c', status: 'pending' }),
  ];
  await Promise.all([accounts.element.updateComplete, list.element.updateComplete]);
  // What lies behind is read before the next paint.
  await nextFrame();
  await nextFrame();
  await list.element.updateComplete;
  return { page, accounts, list };
}

/** Everything with text of its own. */
function textsIn(screen: Screen): HTMLElement[] {
  return screen
    .all('*')
    .filter((element) => element.offsetParent !== null && !element.matches('.unseen, .unseen *, style'))
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
}

describe('the default look', () => {
  for (const [name, style] of Object.entries(GROUNDS)) {
    it(`has text of at least 4.5 to 1 on a page that is ${name}`, async () => {
      const { accounts, list } = await place(style);
      const texts = [...textsIn(accounts), ...textsIn(list)];
      expect(texts.length).to.be.greaterThan(30);
      const faint = texts
        .map((element) => [contrastOf(element), element.outerHTML.slice(0, 80)] as const)
        .filter(([ratio]) => ratio < 4.5);
      expect(faint).to.deep.equal([]);
    });

    it(`has no pair below AA, icons and edges included, on a page that is ${name}`, () => {
      const faint = measurePairs(PAIRS, declarationsOf(tokens.cssText), style).filter(
        ({ ratio, least }) => ratio < least,
      );
      expect(faint).to.deep.equal([]);
    });

    it(`sticks headings over the page's own colour on a page that is ${name}`, async () => {
      const { page, list } = await place(style);
      const heading = list.part('day')!;
      expect(getComputedStyle(heading).backgroundColor).to.equal(getComputedStyle(page).backgroundColor);
    });
  }

  it('takes the page’s font, size and colour', async () => {
    const { accounts } = await place('font: 20px serif; color: rgb(90, 20, 20); background: #fff');
    const name = getComputedStyle(accounts.part('account-name')!);
    expect(name.fontFamily).to.equal('serif');
    expect(name.color).to.equal('rgb(90, 20, 20)');
    expect(name.fontSize).to.equal('18.75px');
  });

  it('follows a token that the page sets, live', async () => {
    const { page, accounts } = await place(GROUNDS['white']!);
    page.style.setProperty('--lean-radius-card', '3px');
    expect(getComputedStyle(accounts.part('bank')!).borderRadius).to.equal('3px');
    page.style.removeProperty('--lean-radius-card');
    expect(getComputedStyle(accounts.part('bank')!).borderRadius).to.equal('14px');
  });

  it('follows the page’s theme under its headings when it changes', async () => {
    const { list } = await place('');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-theme=dark] body { background: rgb(10, 20, 30); color: white }');
    document.adoptedStyleSheets.push(sheet);
    try {
      document.documentElement.dataset['theme'] = 'dark';
      await list.until(
        'the heading is dark',
        () => getComputedStyle(list.part('day')!).backgroundColor === 'rgb(10, 20, 30)',
      );
    } finally {
      delete document.documentElement.dataset['theme'];
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });

  it('stays readable on a page that resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { all: unset !important }
      html { font-size: 62.5% !important; line-height: 0 !important; direction: rtl !important;
        letter-spacing: 1em !important; text-transform: uppercase !important; white-space: nowrap !important }
    `);
    document.adoptedStyleSheets.push(sheet);
    try {
      const { accounts, list } = await place('');
      for (const screen of [accounts, list]) {
        for (const element of textsIn(screen)) {
          const { fontSize, letterSpacing, textTransform } = getComputedStyle(element);
          // The first total is set a little closer, by us.
          const isSpaced = parseFloat(letterSpacing) > 0;
          expect(parseFloat(fontSize), element.outerHTML).to.be.at.least(11);
          expect([isSpaced, textTransform], element.outerHTML).to.deep.equal([false, 'none']);
        }
      }
      const rows = [...accounts.parts('account'), ...list.parts('row')].map((row) =>
        row.getBoundingClientRect(),
      );
      expect(rows.every((row) => row.height >= 50 && row.width > 200)).to.equal(true);
      expect(getComputedStyle(list.part('description')!).direction).to.equal('ltr');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });
});
