/** Fingers, narrow columns and hostile pages. */
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import '../../src/index.js';
import { PROXY_PATH, type Stack } from '../support/stack.js';
import { elementsIn, startWholeStack, untilStill } from './support/whole-page.js';

/** What is on screen at a point, through all shadow roots. */
function deepest(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

function isWithin(node: Node | null, control: Element): boolean {
  for (let at = node; at; at = parentOf(at)) if (at === control) return true;
  return false;
}

/** Where a finger may come down to press: the middle, and in what is larger than a finger also the places around it. */
function middlesOf(element: Element): { x: number; y: number }[] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const along = (from: number, to: number) => {
    const middle = (from + to) / 2;
    const steps = Math.max(0, Math.floor((to - from - 44) / 2 / 8));
    return Array.from(
      { length: 2 * steps + 1 },
      (_, index) => middle + 8 * Math.ceil(index / 2) * (index % 2 === 0 ? 1 : -1),
    );
  };
  return along(top, bottom).flatMap((y) => along(left, right).map((x) => ({ x, y })));
}

/** What lies in the way of a finger of 40 px, by the side it is on. */
function missesAround({ x, y }: { x: number; y: number }, target: Element): string[] {
  const sides = { above: [0, -20], below: [0, 20], left: [-20, 0], right: [20, 0] };
  return Object.entries(sides)
    .map(([side, [dx = 0, dy = 0]]) => ({ side, found: deepest(x + dx, y + dy) }))
    .filter(({ found }) => !isWithin(found, target))
    .map(({ side, found }) => `${side} ${found?.localName ?? 'nothing'} ${found?.className ?? ''}`);
}

describe('an element', () => {
  let stack: Stack;
  let page: HTMLElement;
  let provider: HTMLElement;

  before(async () => {
    stack = await startWholeStack(2);
    page = document.createElement('main');
    page.style.font = '16px sans-serif';
    document.body.append(page);
    render(
      html`<lean-provider proxy=${PROXY_PATH}>
        <lean-connect-button></lean-connect-button>
        <lean-accounts></lean-accounts>
        <lean-spending></lean-spending>
        <lean-transactions mode="pages" page-size="8"></lean-transactions>
        <lean-consents></lean-consents>
        <lean-identity></lean-identity>
      </lean-provider>`,
      page,
    );
    provider = page.querySelector('lean-provider')!;
    await untilStill(page);
  });
  after(() => {
    page.remove();
    stack.stop();
  });

  for (const lang of ['en', 'ar']) {
    for (const width of [280, 320, 360, 480, 700, 900, 1200]) {
      it(`keeps within a column of ${String(width)} px in ${lang}`, async () => {
        page.lang = lang;
        page.style.inlineSize = `${String(width)}px`;
        await untilStill(page);
        const { left, right } = page.getBoundingClientRect();
        const wide = [...provider.children].flatMap(({ shadowRoot, localName }) =>
          [...elementsIn(shadowRoot ?? document.createDocumentFragment())]
            .filter((element) => element.checkVisibility() && !element.closest('.unseen, svg'))
            .filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
            })
            .map((element) => `${localName}: ${element.outerHTML.slice(0, 90)}`),
        );
        expect(wide).to.deep.equal([]);
      });
    }
  }

  for (const [lang, width] of [
    ['en', 320],
    ['ar', 320],
    ['en', 360],
    ['ar', 360],
    ['en', 700],
    ['ar', 700],
  ] as const)
    it(`can be hit by a finger: 44 px around the middle of all that is pressed, in ${lang} at ${String(width)} px`, async () => {
      page.lang = lang;
      page.style.inlineSize = `${String(width)}px`;
      await untilStill(page);
      const controls = [...elementsIn(provider)].filter(
        (element) =>
          element.matches('button:not([disabled]), select, input, summary, a[href], [role=button]') &&
          element.checkVisibility() &&
          element.getBoundingClientRect().width > 1,
      );
      expect(controls.length).to.be.greaterThan(10);
      const small: string[] = [];
      for (const control of controls) {
        control.scrollIntoView({ block: 'center' });
        // A field's label is pressed like the field; an account's name reaches over its row, below the row's buttons.
        const target = control.closest('label') ?? control;
        const reach = control.matches('.choose') ? control.closest('li')! : control;
        const misses = middlesOf(reach).map((middle) => missesAround(middle, target));
        if (misses.every(({ length }) => length > 0)) {
          small.push(`${control.outerHTML.replaceAll(/<!--.*?-->/g, '').slice(0, 110)} ${misses[0]!.join()}`);
        }
      }
      expect(small).to.deep.equal([]);
    });

  it('stays readable, laid out and hidden where asked, on a page that resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { all: unset !important }
      html { font-size: 62.5% !important; line-height: 0 !important; direction: rtl !important;
        letter-spacing: 0.4em !important; text-transform: uppercase !important; white-space: nowrap !important }
    `);
    page.lang = 'en';
    document.adoptedStyleSheets.push(sheet);
    const button = page.querySelector('lean-connect-button')!;
    try {
      await untilStill(page);
      for (const element of elementsIn(provider)) {
        const hasText = [...element.childNodes].some(
          (node) => node.nodeType === 3 && node.textContent?.trim(),
        );
        if (!hasText || !element.checkVisibility() || !(element.getRootNode() instanceof ShadowRoot))
          continue;
        if (element.matches('style, .unseen, .unseen *, option')) continue;
        const style = getComputedStyle(element);
        const told = element.outerHTML.slice(0, 100);
        expect(parseFloat(style.fontSize), told).to.be.at.least(9);
        expect(style.textTransform, told).to.equal('none');
        expect(style.letterSpacing === 'normal' || parseFloat(style.letterSpacing) <= 0, told).to.equal(true);
        const line = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
        expect(Number.isNaN(line) || line >= 1, `${told} ${style.lineHeight}`).to.equal(true);
      }
      for (const child of provider.children) {
        const root = child.shadowRoot?.querySelector('.root');
        if (!root) continue;
        expect(getComputedStyle(root).direction, child.localName).to.equal('ltr');
        expect(root.getBoundingClientRect().height, child.localName).to.be.greaterThan(40);
      }
      button.hidden = true;
      expect(getComputedStyle(button).display).to.equal('none');
    } finally {
      button.hidden = false;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });
});
