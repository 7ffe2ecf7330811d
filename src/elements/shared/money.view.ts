import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../../domain/money.js';
import type { Formats, SignDisplay } from '../../i18n/index.js';

/** An amount: the currency quieter than the number, read left to right in every language. */
export function moneyView(format: Formats, value: Money, sign: SignDisplay = 'auto'): TemplateResult {
  const { sign: mark, currency, number } = format.money(value, sign);
  return html`<span class="figures"
    >${currency === '' ? nothing : html`<span class="currency">${currency}</span>&nbsp;`}${mark}${number}</span
  >`;
}

/** What stands in an amount's place while amounts are hidden. */
export function hiddenMoneyView(label: string): TemplateResult {
  return html`<span class="figures" aria-hidden="true">••••</span><span class="unseen">${label}</span>`;
}
