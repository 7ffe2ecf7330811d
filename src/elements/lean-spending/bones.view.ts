import { html, type TemplateResult } from 'lit';

/** The shape and height of what is on its way. */
export function spendingBonesView(): TemplateResult {
  return html`<div aria-hidden="true" part="skeleton">
    <div class="summary">
      <span class="bone label-bone"></span><span class="bone sum-bone"></span
      ><span class="bone line-bone"></span>
    </div>
    <div class="card months-card">
      <span class="bone label-bone"></span>
      <div class="chart-bones"></div>
    </div>
    <div class="card">
      ${[0, 1, 2].map(
        () =>
          html`<div class="category">
            <span class="tile"></span><span class="bone name-bone"></span
            ><span class="bone amount-bone"></span>
          </div>`,
      )}
    </div>
  </div>`;
}
