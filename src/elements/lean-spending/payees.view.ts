import { html, nothing, type TemplateResult } from 'lit';
import { moneyView } from '../shared/money.view.js';
import { oneLine } from '../shared/text.js';
import type { Looked, SpendingContext } from './spending-context.js';

/** Whom most was paid to. */
export function payeesView(
  { breakdown, currency }: Looked,
  { messages, format }: SpendingContext,
): TemplateResult | typeof nothing {
  const words = messages.spending;
  if (breakdown.payees.length === 0) return nothing;
  return html`<section class="card" part="payees">
    <h3 class="list-title">${words.payees}</h3>
    <ol>
      ${breakdown.payees.map(
        (payee) =>
          html`<li class="payee" part="payee">
            <span class="name one-line" dir="auto" title=${oneLine(payee.name)}>${oneLine(payee.name)}</span>
            <span class="small muted count">${words.payments(format.count(payee.count))}</span>
            <span class="amount">${moneyView(format, { amount: payee.out, currency })}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}
