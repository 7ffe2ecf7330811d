import { html, nothing, type TemplateResult } from 'lit';
import { isFiltering } from '../../../domain/transaction-filter.js';
import type { Money } from '../../../domain/money.js';
import { iconX } from '../../../theme/data-icons.js';
import type { SignDisplay } from '../../../i18n/index.js';
import { iconView } from '../../shared/icon.view.js';
import { moneyView } from '../../shared/money.view.js';
import { chipsOf, withoutFilter } from './chips.js';
import type { StatementContext } from './statement-context.js';

/** The filters as chips that can be taken away, how many rows pass them, and what these come to. */
export function resultView(context: StatementContext): TemplateResult | typeof nothing {
  const { words, filter, change } = context;
  const chips = chipsOf(context);
  if (chips.length === 0 && !isFiltering(filter)) return nothing;
  return html`<div class="result small" part="result">
    ${chips.map(
      ({ label, without }) =>
        html`<button
          type="button"
          class="chip"
          part="chip"
          aria-label=${words.removeFilter(label)}
          @click=${() => {
            change(without);
          }}
        >
          <bdi>${label}</bdi>${iconView(iconX)}
        </button>`,
    )}
    ${isFiltering(filter) ? sumsView(context) : nothing}
    ${
      chips.length > 1
        ? html`<button
            type="button"
            class="link"
            @click=${() => {
              change(withoutFilter(context));
            }}
          >
            ${words.clearFilter}
          </button>`
        : nothing
    }
  </div>`;
}

/** How many rows there are, and the money in, out and pending: a pending row may be counted again once it is booked. */
function sumsView({ messages, words, format, found }: StatementContext): TemplateResult {
  const { booked, pending } = found.totals;
  const sums = (amounts: readonly { currency: string; amount: string }[]): Money[] =>
    amounts.filter(({ amount }) => amount !== '0');
  const received = sums(booked.map((sum) => ({ currency: sum.currency, amount: sum.in })));
  const spent = sums(booked.map((sum) => ({ currency: sum.currency, amount: sum.out })));
  const open = sums(pending.map((sum) => ({ currency: sum.currency, amount: sum.net })));
  return html`<p class="muted">
    ${messages.transactions.results(format.count(found.rows.length))}${flowView(received, words.moneyIn, 'never')}${flowView(spent, words.moneyOut, 'never')}${flowView(open, words.moneyPending, 'always')}
  </p>`;

  function flowView(money: readonly Money[], word: string, sign: SignDisplay): unknown {
    return money.length === 0
      ? nothing
      : html`${' · '}${money.map((sum) => html`${moneyView(format, sum, sign)}${' '}`)}${word}`;
  }
}
