import { html, nothing, type TemplateResult } from 'lit';
import type { StatementContext } from '../statement/statement-context.js';
import { CSV_FIELDS, type CsvField } from './columns.js';
import type { ExportWork } from './export-work.js';
import { titlesOf } from './file.js';

/** Which columns the file holds, its progress, and the way to stop it. */
export function exportPanelView(work: ExportWork, context: StatementContext): TemplateResult {
  const { words, startExport } = context;
  const chosen = work.fields;
  const isRunning = work.state.status === 'waiting' || work.state.status === 'writing';
  return html`<fieldset class="columns" ?disabled=${isRunning}>
      <legend class="small muted">${words.exports.columns}</legend>
      ${CSV_FIELDS.map((field) => columnView(field, chosen.includes(field)))}
    </fieldset>
    <div class="export-line">
      ${
        isRunning
          ? html`<button
              type="button"
              class="button quiet"
              @click=${() => {
                work.cancel();
              }}
            >
              ${words.exports.cancel}
            </button>`
          : html`<button
              type="button"
              class="button"
              part="export-start"
              ?disabled=${chosen.length === 0}
              @click=${() => {
                startExport(work);
              }}
            >
              ${words.exports.start}
            </button>`
      }
      ${progressView(work, context)}
    </div>`;

  function columnView(field: CsvField, isChosen: boolean): TemplateResult {
    return html`<label class="column">
      <input
        type="checkbox"
        .checked=${isChosen}
        @change=${() => {
          work.toggle(field);
        }}
      />
      <span>${titlesOf(words)[field]}</span>
    </label>`;
  }
}

function progressView({ state }: ExportWork, { words, format, found }: StatementContext): unknown {
  const { exports } = words;
  switch (state.status) {
    case 'idle':
      return nothing;
    case 'waiting':
      return html`<p class="small muted" role="status">${exports.waiting}</p>`;
    case 'writing': {
      const count = found.rows.length;
      const text = exports.progress(format.number(state.done), format.number(count));
      return html`<progress max=${count} .value=${state.done} aria-label=${text}></progress>
        <p class="small muted">${text}</p>`;
    }
    case 'done':
      return html`<p class="small muted" role="status">${exports.done(format.count(state.count))}</p>`;
    case 'failed':
      return html`<p class="small" role="alert">${exports.failed}</p>`;
  }
}
