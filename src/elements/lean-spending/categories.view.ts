import { html, nothing, svg, type TemplateResult } from 'lit';
import { compareAmounts } from '../../domain/money.js';
import type { CategoryFlow } from '../../domain/spending/tally.js';
import { iconOf } from '../lean-transactions/category-icon.js';
import { iconView } from '../shared/icon.view.js';
import { moneyView } from '../shared/money.view.js';
import { figuresTableView } from './figures-table.view.js';
import { ofWidth, roundNumbersOf } from './numbers.js';
import type { Looked, SpendingContext } from './spending-context.js';

/** How many are shown before the customer asks for the rest. */
const FIRST = 6;

type Side = 'in' | 'out';

/** Where money went and where it came from, by category; each can be chosen. */
export function categoriesView(looked: Looked, context: SpendingContext): TemplateResult {
  const { messages, showsAll, toggleAll } = context;
  const words = messages.spending;
  const { categories } = looked.breakdown;
  const spent = categories.filter(({ out }) => out !== '0');
  const received = categories
    .filter((each) => each.in !== '0')
    .sort((one, other) => compareAmounts(other.in, one.in));
  const rows = categories.map((flow) => ({ ...flow, name: categoryName(flow, context) }));
  return html`<section class="card" part="categories">
    ${listView(words.moneyOutBy, 'out', showsAll ? spent : spent.slice(0, FIRST), looked, context)}
    ${
      spent.length > FIRST
        ? html`<button type="button" class="more-button small" aria-expanded=${showsAll} @click=${toggleAll}>
            ${showsAll ? words.showFewer : words.showAll}
          </button>`
        : nothing
    }
    ${received.length > 0 ? listView(words.moneyInBy, 'in', received, looked, context) : nothing}
    ${figuresTableView(`${words.moneyOutBy}, ${words.moneyInBy}`, words.category, rows, looked.currency, context)}
  </section>`;
}

function listView(
  title: string,
  side: Side,
  flows: readonly CategoryFlow[],
  looked: Looked,
  context: SpendingContext,
): TemplateResult {
  const { nothingThen } = context.messages.spending;
  return html`<h3 class="list-title">${title}</h3>
    ${
      flows.length === 0
        ? html`<p class="state muted">${nothingThen}</p>`
        : html`<ul>
            ${flows.map((flow) => categoryView(flow, side, looked, context))}
          </ul>`
    }`;
}

function categoryView(
  flow: CategoryFlow,
  side: Side,
  looked: Looked,
  context: SpendingContext,
): TemplateResult {
  const { format, chosen, choose } = context;
  const { category } = flow;
  const whole = Number(looked.breakdown.total[side]);
  // A share is for the eye; the amount beside it is exact.
  const share = whole > 0 ? Number(flow[side]) / whole : 0;
  const filled = share * 100;
  const percent = roundNumbersOf(format.locale).share(share);
  const isChosen = category !== null && chosen.category === category;
  const icon = iconOf({ category, direction: side === 'in' ? 'credit' : 'debit' });
  const name = categoryName(flow, context);
  const content = html`<span class="tile">${iconView(icon)}</span>
    <span class="name one-line">${name}</span>
    <span class="small muted percent figures">${percent}</span>
    <span class="amount">${moneyView(format, { amount: flow[side], currency: looked.currency })}</span>
    <svg class="share ${side}" width="100%" height="6" aria-hidden="true">
      <rect class="track" width="100%" height="6" rx="3" />
      ${svg`<rect class="value" width=${ofWidth(filled)} height="6" rx="3" x=${ofWidth(context.direction === 'rtl' ? 100 - filled : 0)} />`}
    </svg>`;
  // What the bank put into no category cannot be asked for.
  return html`<li>
    ${
      category === null
        ? html`<div class="category" part="category">${content}</div>`
        : html`<button
            type="button"
            class="category"
            part="category ${isChosen ? 'selected' : ''}"
            aria-pressed=${isChosen}
            @click=${() => {
              choose({ ...chosen, category: isChosen ? null : category });
            }}
          >
            ${content}
          </button>`
    }
  </li>`;
}

/** What a category is called. */
export function categoryName(
  { category }: Pick<CategoryFlow, 'category'>,
  { messages }: Pick<SpendingContext, 'messages'>,
): string {
  return category === null ? messages.spending.uncategorised : messages.categories[category];
}
