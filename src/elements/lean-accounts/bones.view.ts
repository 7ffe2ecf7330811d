import { html, nothing, type TemplateResult } from 'lit';

/** The shape and height of accounts that are on their way. */
export function accountBonesView(): TemplateResult {
  return html`<ul class="accounts" aria-hidden="true">
    ${Array.from(
      { length: 3 },
      () =>
        html`<li class="account">
          <div class="who"><span class="bone name-bone"></span><span class="bone number-bone"></span></div>
          <div class="balance">${balanceBonesView(false)}</div>
        </li>`,
    )}
  </ul>`;
}

/** The shape and height of a balance; what is borrowed usually has a limit, on a line of its own. */
export function balanceBonesView(hasLimit: boolean): TemplateResult {
  const line = html`<span class="kind"><span class="bone kind-bone"></span></span>`;
  return html`<span class="amount"><span class="bone amount-bone"></span></span
    >${line}${hasLimit ? line : nothing}`;
}

/** The shape and height of the sums, and of their age, before anything can be added up. */
export function totalsBonesView(showsTotals: boolean): TemplateResult {
  return html`<div class="summary" aria-hidden="true">
    <div class="totals">
      ${
        showsTotals
          ? html`<p><span class="bone label-bone"></span></p>
              ${sumBonesView()}`
          : nothing
      }
    </div>
    <div class="freshness">
      <div class="age small"><span class="bone label-bone"></span></div>
    </div>
  </div>`;
}

/** The shape and height of the first sum. */
export function sumBonesView(): TemplateResult {
  return html`<div class="sum"><span class="bone sum-bone"></span></div>`;
}

/** The shape and height of the whole element before anything is known. */
export function accountsBonesView(showsTotals: boolean): TemplateResult {
  return html`<div aria-hidden="true" part="skeleton">
    ${totalsBonesView(showsTotals)}
    <div class="bank card">
      <div class="bank-head">
        <span class="tile"></span>
        <div class="bank-who"><span class="bone name-bone"></span><span class="bone since-bone"></span></div>
      </div>
      ${accountBonesView()}
    </div>
  </div>`;
}
