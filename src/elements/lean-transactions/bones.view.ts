import { html, nothing, type TemplateResult } from 'lit';

/** The shape and height of rows that are on their way. */
export function rowBonesView(count: number): TemplateResult {
  return html`<ul class="rows" aria-hidden="true">
    ${Array.from(
      { length: count },
      () =>
        html`<li class="row">
          <div class="line">
            <span class="tile"></span>
            <span class="name"><span class="bone name-bone"></span></span>
            <span class="kind"><span class="bone meta-bone"></span></span>
            <span class="sum"><span class="bone sum-bone"></span></span>
          </div>
        </li>`,
    )}
  </ul>`;
}

/** The shape of the list before anything is known: what is below it begins below the screen, as it will most often. */
export function daysBonesView(hasToolbar: boolean): TemplateResult {
  return html`<div part="skeleton" aria-hidden="true">
    ${hasToolbar ? html`<span class="bone tools-bone"></span>` : nothing}
    <div class="day-head"><span class="bone day-bone"></span></div>
    ${rowBonesView(16)}
  </div>`;
}
