import { html, nothing, type TemplateResult } from 'lit';
import type { Bank } from '../../domain/bank.js';
import { bankLogoView } from './bank-logo.view.js';

/** The head of a bank's card: logo or initials, the name, a line `below` it, and a `chip` at the end. */
export function bankHeadView(
  { bank, name, id }: { bank: Bank | null; name: string; id: string },
  below: unknown = nothing,
  chip: unknown = nothing,
): TemplateResult {
  return html`<header class="bank-head" part="bank-header">
    ${bankLogoView(bank, name)}
    <div class="bank-who">
      <h3 class="bank-name one-line" id=${id} part="bank-name" dir="auto" title=${name}>${name}</h3>
      ${below}
    </div>
    ${chip}
  </header>`;
}
