import { html, nothing, type TemplateResult } from 'lit';
import type { LeanError } from '../../domain/error.js';
import type { Messages } from '../../i18n/index.js';
import type { CopyController } from './copy.js';
import { errorNoticeView } from './notice.view.js';

/** Why what is shown may be old or incomplete; nothing when it is neither. */
export function staleView(
  stale: LeanError | null,
  { messages, copier, retry }: { messages: Messages; copier: CopyController; retry: () => void },
): TemplateResult | typeof nothing {
  if (!stale) return nothing;
  return html`<div class="card stale" part="stale">${errorNoticeView(stale, messages, copier, retry)}</div>`;
}
