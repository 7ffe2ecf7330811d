import { css, html, type TemplateResult } from 'lit';
import { callWords, clock, type Report } from './report.js';

/** What can be done in the panel. */
export interface PanelActs {
  isCopied: boolean;
  copy: () => void;
  close: () => void;
}

/** The inspector's panel. */
export function panelView(report: Report, { isCopied, copy, close }: PanelActs): TemplateResult {
  return html`<section class="panel" lang="en" dir="ltr" aria-labelledby="title">
    <header>
      <h2 id="title">lean-elements inspector</h2>
      <button type="button" @click=${copy}>${isCopied ? 'Copied' : 'Copy as text'}</button>
      <button type="button" @click=${close}>Close</button>
    </header>
    <div class="all" tabindex="0" role="group" aria-label="What the elements are doing">
      ${listView(
        'Elements',
        report.elements.map(({ tag, state }) => [tag, state]),
      )}
      ${listView(
        'Settings',
        report.settings.map((line) => [line]),
      )}
      ${listView(
        'Lean’s SDK',
        report.sdk.map((line) => [line]),
      )}
      ${listView('Calls', report.calls.map(callWords))}
      ${listView(
        'Events',
        report.events.map(({ at, name, said }) => [clock(at), name, said]),
      )}
      <p>Newest first, times in UTC. No token, id, amount or name is in here.</p>
    </div>
  </section>`;
}

function listView(title: string, rows: readonly (readonly string[])[]): TemplateResult {
  return html`<details open>
    <summary>${title}</summary>
    <ul>
      ${
        rows.length === 0
          ? html`<li class="quiet">none</li>`
          : rows.map((row) => html`<li>${row.map((word) => html`<span>${word}</span> `)}</li>`)
      }
    </ul>
  </details>`;
}

/** Over the page's corner where there is room; at the page's end on a phone, where it would lie over the content. */
export const panelStyles = css`
  :host {
    all: initial;
    position: fixed;
    inset: auto 12px 12px auto;
    z-index: 2147483000;
    inline-size: min(460px, calc(100vw - 24px));
  }

  .panel {
    display: flex;
    flex-direction: column;
    max-block-size: 44vh;
    border: 1px solid #4a5568;
    border-radius: 10px;
    background: #11161d;
    color: #e6edf3;
    font:
      12px/1.5 ui-monospace,
      Menlo,
      Consolas,
      monospace;
    text-align: start;
  }

  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    border-block-end: 1px solid #2d3743;
  }

  h2 {
    flex: 1;
    margin: 0;
    font: inherit;
    font-weight: 600;
  }

  button {
    min-block-size: 28px;
    padding: 2px 10px;
    border: 1px solid #6b7785;
    border-radius: 6px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid #a8c7ff;
    outline-offset: 1px;
  }

  .all {
    overflow: auto;
    padding: 4px 12px 8px;
  }

  summary {
    padding-block: 4px;
    color: #9fb0c3;
    cursor: pointer;
  }

  ul {
    margin: 0 0 4px;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    padding-block: 1px;
    overflow-wrap: anywhere;
  }

  p,
  .quiet {
    margin: 4px 0 0;
    color: #9fb0c3;
  }

  @media (max-width: 640px) {
    :host {
      position: static;
      display: block;
      inline-size: auto;
      margin: 24px 12px 12px;
    }

    .panel {
      max-block-size: none;
    }

    button {
      min-block-size: 44px;
    }
  }
`;
