import { html, type TemplateResult } from 'lit';
import type { LazyController } from '../../../controllers/lazy.js';
import { errorNoticeView } from '../../shared/notice.view.js';
import type { TransactionsContext } from '../transactions-context.js';

/** A part that may still be on its way: the part, a placeholder, or why it did not come. */
export function extraView<Part>(
  extra: LazyController<Part>,
  { messages, copier }: TransactionsContext,
  draw: (part: Part) => unknown,
): unknown {
  const { part, error } = extra;
  if (part) return draw(part);
  if (error) {
    return errorNoticeView(error, messages, copier, () => {
      extra.ask();
    });
  }
  return waitingView();
}

function waitingView(): TemplateResult {
  return html`<div class="details"><span class="bone"></span></div>`;
}
