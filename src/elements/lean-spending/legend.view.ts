import { html, svg, type TemplateResult } from 'lit';
import { moneyView } from '../shared/money.view.js';
import { breakdownOf } from './look.js';
import type { Looked, SpendingContext } from './spending-context.js';

/** The figures of the month pointed at, of the chosen one, or of all, each beside the mark it has in the picture. */
export function legendView(looked: Looked, context: SpendingContext): TemplateResult {
  const { messages, names, format, chosen, pointed } = context;
  const { months, currency } = looked;
  const words = messages.spending;
  const wanted = pointed ?? chosen.month;
  const flow = breakdownOf(looked, wanted).total;
  const [first = '', last = ''] = [months[0]?.month, months.at(-1)?.month];
  const single = wanted ?? (first === last ? last : null);
  const when = single === null ? words.span(names.long(first), names.long(last)) : names.long(single);
  return html`<div class="legend" part="legend">
    <p class="small muted">${when}</p>
    <dl>
      ${figureView('in', words.moneyIn)} ${figureView('out', words.moneyOut)} ${figureView('net', words.net)}
    </dl>
  </div>`;

  function figureView(kind: 'in' | 'out' | 'net', label: string): TemplateResult {
    return html`<div>
      <dt class="small muted">${markView(kind)} ${label}</dt>
      <dd class="amount">${moneyView(format, { amount: flow[kind], currency })}</dd>
    </div>`;
  }
}

function markView(kind: 'in' | 'out' | 'net'): TemplateResult {
  return html`<svg class="mark" width="12" height="12" aria-hidden="true">
    ${
      kind === 'net'
        ? svg`<line class="net" y1="6" y2="6" x2="12" /><circle cx="6" cy="6" r="3" />`
        : svg`<rect class=${kind} width="12" height="12" rx="2" />`
    }
  </svg>`;
}
