/** The real `lean-transactions` of `dist/cdn`, as a page has it. */
import type { Transaction } from '../../src/domain/transaction.js';
import { configure } from '../../src/session/page.js';
import { enter, type Mounted } from './page/contender.js';

/** What the bench needs of the element; its class comes from the built file. */
interface TransactionsElement extends HTMLElement {
  transactions: readonly Transaction[] | null;
  search: string | null;
  readonly updateComplete: Promise<boolean>;
}

/** Nothing is answered: the element's own rows are on their way for as long as it is there. */
globalThis.fetch = (_, options) =>
  new Promise((_done, fail) => {
    options?.signal?.addEventListener('abort', () => {
      fail(new DOMException('The element let go of it.', 'AbortError'));
    });
  });

// Without a backend the element says after a second that none is set, and a slow machine has no list by then. The
// page's settings are shared by every copy of the package, the built one too.
configure({ proxy: '/api/lean' });

const MOST_TRIES = 1000;

/** The part that draws the list has come, as it has long before a page's data: only rows are missing. */
async function isWaitingForRows(element: TransactionsElement): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await element.updateComplete;
    if (element.shadowRoot?.querySelector('[part~="list"]')) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('The part that draws the list never came.');
}

enter({
  async mount(box): Promise<Mounted> {
    await customElements.whenDefined('lean-transactions');
    const element = document.createElement('lean-transactions') as TransactionsElement;
    element.style.blockSize = '640px';
    box.style.overflow = 'auto';
    box.append(element);
    await isWaitingForRows(element);
    return {
      async give(rows) {
        element.transactions = rows;
        await element.updateComplete;
      },
      async filter(text) {
        element.search = text;
        await element.updateComplete;
      },
      scroller: () => box,
      list: () => element.shadowRoot?.querySelector<HTMLElement>('[part~="list"]') ?? element,
      unmount: () => element.remove(),
    };
  },
});
