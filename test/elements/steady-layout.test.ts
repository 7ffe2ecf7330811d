/** What is below an element stays where it is while the element's code comes and draws the shape of its data. */
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { http } from 'msw';
import '../../src/index.js';
import { ownPath } from '../support/own-path.js';
import { startStack, type Stack } from '../support/stack.js';

interface LayoutShift extends PerformanceEntry {
  value: number;
}

describe('What is below an element', () => {
  let stack: Stack;

  afterEach(() => {
    stack.stop();
  });

  /** An element, with a line of text below it and a backend that does not answer before `answer` is called. */
  async function place(tag: keyof HTMLElementTagNameMap, width: number) {
    await setViewport({ width, height: 800 });
    stack = await startStack({ proxy: { permissions: ['accounts', 'balance', 'transactions', 'identity'] } });
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
    const path = ownPath(stack);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    stack.use(http.all(`${location.origin}${path}/*`, () => held));
    const provider = await fixture<HTMLElement>(html`<lean-provider proxy=${path}></lean-provider>`);
    const element = document.createElement(tag);
    const below = document.createElement('p');
    below.textContent = 'Below';
    provider.append(element, below);
    return { element, answer, top: () => below.getBoundingClientRect().top };
  }

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await nextFrame();
  }

  for (const tag of ['lean-spending', 'lean-consents', 'lean-identity'] as const) {
    for (const width of [1200, 640, 360]) {
      it(`stays where it is while the code of ${tag} comes, at ${width} px`, async () => {
        const { element, answer, top } = await place(tag, width);
        const find = (selector: string) => element.shadowRoot!.querySelector(selector);
        await (element as HTMLElementTagNameMap['lean-spending']).updateComplete;
        // Once loaded, the code of an element is there before a frame is; the frame's height is told by its style.
        const reserved = document.createElement('div');
        reserved.className = 'card late';
        await until(() => find('[part=skeleton]:not(.late)') !== null);
        const skeleton = top();
        const root = find('.root')!;
        const nodes = [...root.children] as HTMLElement[];
        for (const node of nodes) node.style.display = 'none';
        root.append(reserved);
        const frame = top();
        reserved.remove();
        for (const node of nodes) node.style.display = '';
        // At its narrowest, what a skeleton holds may be taller than what is usual.
        expect(Math.abs(frame - skeleton)).to.be.at.most(tag === 'lean-identity' && width < 1200 ? 110 : 4);
        answer();
      });
    }
  }

  for (const tag of ['lean-accounts', 'lean-spending'] as const) {
    it(`hardly moves from the first frame of ${tag} to its data, on a wide page`, async () => {
      const { element, answer, top } = await place(tag, 1200);
      let moved = 0;
      const observer = new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as LayoutShift[]) moved += shift.value;
      });
      observer.observe({ type: 'layout-shift' });
      await until(() => element.shadowRoot!.querySelector('[part=skeleton]:not(.late)') !== null);
      const heights = [top()];
      answer();
      await until(() => {
        heights.push(top());
        return element.shadowRoot!.querySelector('[part=chart], [part~=amount]') !== null;
      });
      for (let frame = 0; frame < 10; frame += 1) await nextFrame();
      observer.disconnect();
      expect(moved).to.be.below(0.02);
      // Nothing collapses in between, only to grow again.
      expect(Math.min(...heights)).to.be.above(heights[0]! - 10);
    });
  }
});
