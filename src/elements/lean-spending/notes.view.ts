import { html, nothing, type TemplateResult } from 'lit';
import type { Count } from '../../i18n/index.js';
import type { SpendingContext } from './spending-context.js';

/** What is not in the sums, and why. */
export function notesView({ spending, messages, format }: SpendingContext): TemplateResult | typeof nothing {
  const words = messages.spending;
  const note = (count: number, text: (count: Count) => string) =>
    count === 0 ? nothing : html`<li>${text(format.count(count))}</li>`;
  const { ownTransfers = 0, pending = 0, leftOut = 0 } = spending ?? {};
  if (ownTransfers + pending + leftOut === 0) return nothing;
  return html`<ul class="notes small muted" part="notes">
    ${note(ownTransfers / 2, words.ownTransfers)} ${note(pending, words.pending)}
    ${note(leftOut, words.leftOut)}
  </ul>`;
}
