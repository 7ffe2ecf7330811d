import { html, svg, type TemplateResult } from 'lit';

/** The shape and height of what is on its way. */
export function spendingBonesView(): TemplateResult {
  return html`<div aria-hidden="true" part="skeleton">
    <div class="summary">
      <span class="bone label-bone"></span><span class="bone sum-bone"></span
      ><span class="bone line-bone"></span>
    </div>
    <div class="card months-card">
      <span class="bone label-bone"></span>
      <svg class="chart-bones">
        ${[52, 70, 88, 61].map((height, index) => svg`<rect x="${5 + 25 * index}%" y="${100 - height}%" width="15%" height="100%" />`)}
      </svg>
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
