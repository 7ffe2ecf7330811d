import { html, type TemplateResult } from 'lit';
import { errorNoticeView } from '../shared/notice.view.js';
import type { Extras, TransactionsContext } from './transactions-context.js';

/** A part that may still be on its way: the part, a placeholder, or why it did not come. */
export function extraView(
  context: TransactionsContext,
  draw: (extras: Extras) => TemplateResult,
): TemplateResult {
  const { extras, messages, copier } = context;
  const { part, error } = extras;
  if (part) return draw(part);
  if (!error) return html`<div class="details"><span class="bone"></span></div>`;
  const retry = (): void => {
    extras.ask();
  };
  return errorNoticeView(error, messages, copier, retry);
}
