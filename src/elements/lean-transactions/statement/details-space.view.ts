import { html, type TemplateResult } from 'lit';

/** The place below an open row: the page's own details, else ours. */
export function detailsSpaceView(details: unknown): TemplateResult {
  return html`<div class="details-space"><slot name="details">${details}</slot></div>`;
}
