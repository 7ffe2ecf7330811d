import { html, type TemplateResult } from 'lit';

/** The shape and height of accounts that are on their way. */
export function accountBonesView(): TemplateResult {
  return html`<ul class="accounts" aria-hidden="true">
    ${Array.from(
      { length: 3 },
      () =>
        html`<li class="account">
          <div class="who"><span class="bone name-bone"></span><span class="bone number-bone"></span></div>
          <div class="balance">
            <span class="bone amount-bone"></span><span class="bone kind-bone"></span>
          </div>
        </li>`,
    )}
  </ul>`;
}

/** The shape and height of the sums before anything can be added up. */
export function totalsBonesView(showsTotals: boolean): TemplateResult {
  if (!showsTotals) return html``;
  return html`<div class="summary" aria-hidden="true">
    <div class="totals"><span class="bone label-bone"></span><span class="bone sum-bone"></span></div>
  </div>`;
}

/** The shape and height of the whole element before anything is known. */
export function accountsBonesView(showsTotals: boolean): TemplateResult {
  return html`<div aria-hidden="true" part="skeleton">
    ${totalsBonesView(showsTotals)}
    <div class="bank card">
      <div class="bank-head">
        <span class="tile"></span>
        <div class="bank-who"><span class="bone name-bone"></span><span class="bone number-bone"></span></div>
      </div>
      ${accountBonesView()}
    </div>
  </div>`;
}
