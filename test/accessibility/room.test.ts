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
        const box = control.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        // A field's label is pressed like the field.
        const target = control.closest('label') ?? control;
        const misses = [
          [0, -20],
          [0, 20],
          [-20, 0],
          [20, 0],
        ].filter(([dx = 0, dy = 0]) => !isWithin(deepest(x + dx, y + dy), target));
        if (misses.length > 0) {
          small.push(
            `${control.outerHTML.replaceAll(/<!--.*?-->/g, '').slice(0, 110)} ${JSON.stringify(misses)}`,
          );
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
