import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../../domain/money.js';
import type { Formats, SignDisplay } from '../../i18n/index.js';

/**
 * An amount: the currency quieter than the number, read left to right in every language. A translator would put words
 * of its own in the place of what we write, and the next amount would not be seen.
 */
export function moneyView(format: Formats, value: Money, sign: SignDisplay = 'auto'): TemplateResult {
  const { sign: mark, currency, code, number, isCurrencyLast } = format.money(value, sign);
  if (currency === '') return html`<span class="figures" translate="no">${mark}${number}</span>`;
  // Few voices can read a sign; they are given the code.
  const isSign = currency !== code && !isCurrencyLast;
  const unit = html`<span
    class="currency"
    role=${isSign ? 'img' : nothing}
    aria-label=${isSign ? code : nothing}
    >${currency}</span
  >`;
  return isCurrencyLast
    ? html`<span class="figures" translate="no">${mark}${number}&nbsp;${unit}</span>`
    : html`<span class="figures" translate="no">${unit}&nbsp;${mark}${number}</span>`;
}

/** What stands in an amount's place while amounts are hidden. */
export function hiddenMoneyView(label: string): TemplateResult {
  return html`<span class="figures" aria-hidden="true">••••</span><span class="unseen">${label}</span>`;
}
