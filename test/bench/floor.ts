/**
 * The floor that everything is measured against: a plain recycled list by hand, without framework, groups, icons,
 * focus handling or sums. Rows are fixed in height; only text, one transform and two attributes change.
 */
import type { Transaction } from '../../src/domain/transaction.js';
import { enter, type Mounted } from './page/contender.js';

const ROW = 56;

const css = `
  :host { display: block; block-size: 640px; overflow: auto; contain: strict; }
  ul { position: relative; margin: 0; padding: 0; list-style: none; }
  li { position: absolute; inset: 0 0 auto; block-size: ${ROW}px; contain: strict; display: grid;
    grid-template-columns: 1fr auto; box-sizing: border-box; padding: 8px; border-block-end: 1px solid #ddd; }
  span { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
`;

interface Row {
  element: HTMLLIElement;
  texts: Text[];
  index: number;
}

export class FloorList extends HTMLElement {
  #rows: readonly Transaction[] = [];
  #shown: readonly Transaction[] = [];
  #pool: Row[] = [];
  readonly #list = document.createElement('ul');
  readonly #money = new Intl.NumberFormat('en-AE', { minimumFractionDigits: 2 });
  readonly #date = new Intl.DateTimeFormat('en-AE', { dateStyle: 'medium', timeZone: 'UTC' });

  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style, this.#list);
    this.addEventListener('scroll', this.#paint, { passive: true });
  }

  give(rows: readonly Transaction[]): void {
    this.#rows = rows;
    this.#show(rows);
  }

  /** Lower-case-and-includes over the four fields that a customer searches. */
  filter(text: string): void {
    const wanted = text.toLowerCase();
    const has = (field: string | null | undefined): boolean => field?.toLowerCase().includes(wanted) ?? false;
    this.#show(
      wanted === ''
        ? this.#rows
        : this.#rows.filter(
            ({ description, merchantName, reference, money }) =>
              has(description) || has(merchantName) || has(reference) || has(money?.amount),
          ),
    );
  }

  #show(rows: readonly Transaction[]): void {
    this.#shown = rows;
    this.#list.style.blockSize = `${String(rows.length * ROW)}px`;
    for (const row of this.#pool) row.index = -1;
    this.#paint();
  }

  readonly #paint = (): void => {
    const first = Math.max(0, Math.floor(this.scrollTop / ROW) - 1);
    const end = Math.min(this.#shown.length, first + Math.ceil(this.clientHeight / ROW) + 3);
    while (this.#pool.length < end - first) this.#pool.push(this.#create());
    for (const row of this.#pool) if (row.index < 0) row.element.hidden = true;
    for (let index = first; index < end; index += 1) {
      const row = this.#pool[index % this.#pool.length];
      const transaction = this.#shown[index];
      if (row && transaction && row.index !== index) this.#fill(row, transaction, index);
    }
  };

  #create(): Row {
    const element = document.createElement('li');
    const texts = Array.from({ length: 4 }, () => {
      const text = document.createTextNode('');
      element.appendChild(document.createElement('span')).append(text);
      return text;
    });
    this.#list.append(element);
    return { element, texts, index: -1 };
  }

  #fill(row: Row, { description, money, bookedAt, category }: Transaction, index: number): void {
    const [name, sum, day, kind] = row.texts as [Text, Text, Text, Text];
    row.index = index;
    name.data = description ?? '';
    sum.data = money ? this.#money.format(money.amount as Intl.StringNumericLiteral) : '';
    day.data = bookedAt === null ? '' : this.#date.format(Date.parse(bookedAt));
    kind.data = category ?? '';
    row.element.hidden = false;
    row.element.style.transform = `translateY(${String(index * ROW)}px)`;
    row.element.ariaPosInSet = String(index + 1);
    row.element.ariaSetSize = String(this.#shown.length);
  }
}

customElements.define('floor-list', FloorList);

enter({
  mount(box): Mounted {
    const list = new FloorList();
    box.append(list);
    return {
      give: (rows) => list.give(rows),
      filter: (text) => list.filter(text),
      scroller: () => list,
      list: () => list.shadowRoot ?? list,
      unmount: () => list.remove(),
    };
  },
});
