import { html, type TemplateResult } from 'lit';
import type { Flow } from '../../domain/spending/flow.js';
import type { SpendingContext } from './spending-context.js';

export interface FiguresRow extends Flow {
  name: string;
}

/** The figures behind a picture, each as exact as the bank's. */
export function figuresTableView(
  caption: string,
  heading: string,
  rows: readonly FiguresRow[],
  currency: string,
  { messages, format }: SpendingContext,
): TemplateResult {
  const words = messages.spending;
  // The currency is the same in every cell, so the caption says it once.
  const cell = (amount: string) => {
    const { sign, number } = format.money({ amount, currency });
    return html`<td><span class="figures">${sign}${number}</span></td>`;
  };
  return html`<details part="table">
    <summary class="small">${words.asTable}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <caption class="small muted">
          ${caption}${currency === '' ? '' : ` (${currency})`}
        </caption>
        <thead>
          <tr>
            <th scope="col">${heading}</th>
            <th scope="col">${words.moneyIn}</th>
            <th scope="col">${words.moneyOut}</th>
            <th scope="col">${words.net}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.name}</th>
                ${cell(row.in)} ${cell(row.out)} ${cell(row.net)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
