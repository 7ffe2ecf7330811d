/**
 * What `lean-transactions` stands on, without the element around it: columns, search, filters and sums of the
 * domain, the row pool, the element's own words and formats. It shows what the parts cost by themselves.
 */
import type { Transaction } from '../../src/domain/transaction.js';
import { createTransactionSearch } from '../../src/domain/transactions/search.js';
import { createTransactionTable } from '../../src/domain/transactions/table.js';
import { groupByDay, UNKNOWN_DAY, type DayGroups } from '../../src/domain/transactions/day-groups.js';
import { handOver } from '../../src/domain/transactions/hand-over.js';
import { NO_FILTER, selectRows, type TransactionQuery } from '../../src/domain/transactions/select.js';
import { dayText } from '../../src/domain/transactions/sent-time.js';
import { totalsOf } from '../../src/domain/transactions/totals.js';
import { iconOf } from '../../src/elements/lean-transactions/category-icon.js';
import { MOST_COMPLETE } from '../../src/elements/lean-transactions/list/completion.js';
import { nearestScroll } from '../../src/elements/lean-transactions/list/nearest-scroll.js';
import { poolStyles } from '../../src/elements/lean-transactions/list/pool.styles.js';
import { createRowPool } from '../../src/elements/lean-transactions/list/row-pool.js';
import { inSlices } from '../../src/elements/shared/slices.js';
import { formatsOf } from '../../src/i18n/formats.js';
import { enter, type Mounted } from './page/contender.js';

const ROW = 56;
const VIEW = 640;
const HEAD = 36;
const ZONE = 'Asia/Dubai';
const TODAY = '2026-11-22';

const css = `
  :host { display: block; }
  .view { block-size: ${String(VIEW)}px; overflow: auto; contain: strict; overflow-anchor: none; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { block-size: ${String(ROW)}px; border-block-end: 1px solid #ddd; }
  button { all: unset; display: grid; grid-template-columns: 36px minmax(0, 1fr) auto; column-gap: 12px;
    align-content: center; inline-size: 100%; block-size: 100%; }
  svg { overflow: visible; inline-size: 20px; block-size: 20px; padding: 8px; grid-area: 1 / 1 / span 2; border-radius: 10px;
    background: #eee; fill: none; stroke: currentColor; }
  span { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  .name { grid-area: 1 / 2; }
  .meta { grid-area: 2 / 2; }
  .sum { grid-area: 1 / 3 / span 2; align-self: center; }
  .head { position: sticky; inset-block-start: 0; display: flex; justify-content: space-between;
    block-size: ${String(HEAD)}px; background: #fff; }
`;

const rowTemplate = document.createElement('template');
rowTemplate.innerHTML =
  '<li><button><svg viewBox="0 0 24 24" aria-hidden="true"><path/></svg><span class="name" dir="auto"> </span>' +
  '<span class="meta"> </span><span class="sum"><small> </small> </span></button></li>';
const headTemplate = document.createElement('template');
headTemplate.innerHTML = '<section><div class="head"><h3> </h3><p> </p></div></section>';

const EVERYTHING: TransactionQuery = { ...NO_FILTER, accountIds: [] };

/** Runs the code of the first paint once, out of sight, so that it is compiled before there is data. */
const SAMPLE: Transaction = {
  transactionId: '00000000-0000-4000-8000-000000000000',
  accountId: 'account-0',
  entityId: null,
  description: 'x',
  merchantName: null,
  reference: 'x',
  money: { amount: '-1.5', currency: 'AED' },
  direction: 'debit',
  status: 'booked',
  bookedAt: `${TODAY}T00:00:00Z`,
  valueAt: null,
  category: 'OTHER',
  type: null,
};

class EngineList extends HTMLElement {
  #table = createTransactionTable();
  #search = createTransactionSearch(this.#table.columns, () => 2);
  #rows: Uint32Array = new Uint32Array();
  #groups: DayGroups = groupByDay(this.#table.columns, this.#rows);
  #work = new AbortController();
  readonly view = document.createElement('div');
  readonly #list = document.createElement('div');
  #pool: ReturnType<EngineList['create']> | null = null;

  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet, ...(poolStyles.styleSheet ? [poolStyles.styleSheet] : [])];
    this.view.className = 'view';
    this.#list.className = 'pool';
    this.view.append(this.#list);
    root.append(this.view);
    void inSlices(this.#warm(), this.#work.signal);
  }

  disconnectedCallback(): void {
    this.#work.abort();
    this.#pool?.destroy();
  }

  give(rows: readonly Transaction[]): void {
    const steps = this.#take(rows);
    steps.next();
    this.#show(EVERYTHING);
    this.#afterPaint(steps, rows.length);
  }

  filter(text: string): void {
    this.#show({ ...EVERYTHING, search: text });
  }

  /** What an element does while its first answer is on the way. */
  *#warm(): Generator<void, void> {
    for (const _ of this.#take([SAMPLE, { ...SAMPLE, transactionId: 'x', direction: 'credit' }])) yield;
    const pool = this.create(document.createElement('div'));
    this.#pool = pool;
    this.#show(EVERYTHING);
    yield;
    pool.destroy();
    this.#pool = null;
  }

  #take(rows: readonly Transaction[]): Generator<void, void> {
    this.#table = createTransactionTable();
    this.#search = createTransactionSearch(this.#table.columns, () => 2);
    return handOver(this.#table, rows, () => ZONE, Math.ceil(VIEW / ROW) + 3);
  }

  #show(query: TransactionQuery): void {
    const { columns } = this.#table;
    this.#rows = selectRows(this.#table.rows(), columns, this.#search, query);
    this.#groups = groupByDay(columns, this.#rows);
    const { starts, count } = this.#groups;
    this.#pool ??= this.create(this.#list);
    this.#pool.show({ count: this.#rows.length, starts: starts.subarray(0, count) });
  }

  #afterPaint(steps: Generator<void, void>, count: number): void {
    this.#work.abort();
    this.#work = new AbortController();
    const { signal } = this.#work;
    requestAnimationFrame(() => {
      void this.#finish(steps, count, signal);
    });
  }

  async #finish(steps: Generator<void, void>, count: number, signal: AbortSignal): Promise<void> {
    await inSlices(steps, signal);
    if (signal.aborted) return;
    if (count > this.#rows.length) this.#show(EVERYTHING);
    await inSlices(this.#search.build(), signal);
    if (count <= MOST_COMPLETE && this.#pool) await inSlices(this.#pool.complete(), signal);
  }

  private create(list: HTMLElement) {
    const format = formatsOf('en', 'latn');
    const headings = new Map<number, string>();
    return createRowPool({
      list,
      scroll: nearestScroll(list),
      rowHeight: ROW,
      headHeight: HEAD,
      createRow() {
        const element = rowTemplate.content.firstElementChild!.cloneNode(true) as HTMLElement;
        const texts = element.querySelectorAll('span');
        const sum = texts[2];
        return {
          element,
          path: element.querySelector('path')!,
          name: texts[0]?.firstChild as Text,
          meta: texts[1]?.firstChild as Text,
          currency: sum?.firstChild?.firstChild as Text,
          number: sum?.lastChild as Text,
        };
      },
      fillRow: ({ path, name, meta, currency, number }, index) => {
        const row = this.#table.columns.glance(this.#rows[index] ?? 0);
        const icon = iconOf(row).path;
        if (path.getAttribute('d') !== icon) path.setAttribute('d', icon);
        name.data = row.merchantName ?? row.description ?? '';
        meta.data = row.category ?? '';
        const parts = row.money && format.money(row.money, row.direction === 'credit' ? 'always' : 'auto');
        currency.data = parts?.currency ?? '';
        number.data = parts ? ` ${parts.sign}${parts.number}` : '';
      },
      createHead() {
        const element = headTemplate.content.firstElementChild?.cloneNode(true) as HTMLElement;
        const [day, sum] = element.firstElementChild?.children ?? [];
        return { element, day: day?.firstChild as Text, sum: sum?.firstChild as Text };
      },
      fillHead: ({ day, sum }, group) => {
        const { days, starts } = this.#groups;
        const number = days[group] ?? UNKNOWN_DAY;
        const totals = totalsOf(this.#table.columns, this.#rows, starts[group], starts[group + 1]);
        let heading = headings.get(number);
        if (heading === undefined) {
          heading = number === UNKNOWN_DAY ? '' : format.heading(dayText(number), TODAY);
          headings.set(number, heading);
        }
        day.data = heading;
        sum.data = totals.booked
          .map(({ net, currency }) => format.moneyText({ amount: net, currency }))
          .join(' ');
      },
    });
  }
}

customElements.define('engine-list', EngineList);

enter({
  mount(box): Mounted {
    const list = new EngineList();
    box.append(list);
    return {
      give: (rows) => list.give(rows),
      filter: (text) => list.filter(text),
      scroller: () => list.view,
      list: () => list.shadowRoot ?? list,
      unmount: () => list.remove(),
    };
  },
});
