/** The real `lean-transactions` of `dist/cdn`, as a page has it. */
import type { Transaction } from '../../src/domain/transaction.js';
import { enter, type Mounted } from './page/contender.js';

/** What the bench needs of the element; its class comes from the built file. */
interface TransactionsElement extends HTMLElement {
  transactions: readonly Transaction[] | null;
  search: string | null;
  readonly updateComplete: Promise<boolean>;
}

enter({
  async mount(box): Promise<Mounted> {
    await customElements.whenDefined('lean-transactions');
    const element = document.createElement('lean-transactions') as TransactionsElement;
    element.style.blockSize = '640px';
    box.style.overflow = 'auto';
    box.append(element);
    await element.updateComplete;
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
