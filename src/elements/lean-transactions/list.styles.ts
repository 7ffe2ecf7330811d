import { css } from 'lit';

/** Days, rows and details. */
export const listStyles = css`
  .days {
    border-block-start: var(--_size-line) solid var(--_color-line);
  }

  :is(.tools, .panel, .tools-bone) + .days {
    margin-block-start: var(--_space-inner);
  }

  .title-line + .days {
    border: 0;
  }

  .day-head {
    position: sticky;
    inset-block-start: var(--_size-sticky-top);
    z-index: 1;
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-edge);
    padding: var(--_space-edge) var(--_space-tight) 6px;
    background: var(--_ground);
    color: var(--_color-muted);
  }

  /* Where the ground is a picture, rows passing below are blurred instead of covered. */
  .frosted .day-head {
    backdrop-filter: blur(16px);
  }

  .day-head h3 {
    font-weight: 500;
  }

  .day-head .currency {
    color: inherit;
    font-size: 1em;
  }

  .day-totals {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0 var(--_space-inner);
  }

  .row + .row {
    border-block-start: var(--_size-line) solid var(--_color-line);
  }

  .line {
    display: grid;
    grid-template-columns: var(--_size-tile) minmax(0, 1fr) auto;
    grid-template-rows: auto auto;
    align-content: center;
    column-gap: var(--_space-inner);
    inline-size: 100%;
    min-block-size: var(--_size-row);
    padding: 4px var(--_space-tight);
    line-height: 1.35;
  }

  :lang(ar) .line {
    line-height: 1.55;
  }

  button.line:hover {
    background: color-mix(in oklab, currentColor 3%, transparent);
  }

  button.line:focus-visible {
    outline-offset: -2px;
    border-radius: 8px;
    box-shadow: inset 0 0 0 4px var(--_color-focus-inner);
  }

  .line .tile {
    grid-area: 1 / 1 / span 2;
    align-self: center;
  }

  .line .name {
    grid-area: 1 / 2;
    font-weight: 500;
  }

  .meta {
    grid-area: 2 / 2;
    display: flex;
    min-inline-size: 0;
    min-block-size: 1.35em;
  }

  .category {
    flex: 0 0 auto;
  }

  .category:not(:last-child)::after {
    content: '\\00a0·\\00a0';
  }

  .line .sum {
    grid-area: 1 / 3 / span 2;
    align-self: center;
    text-align: end;
    font-weight: var(--_font-weight-strong);
  }

  .unknown {
    font-weight: var(--_font-weight-regular);
  }

  .pending .line,
  .rejected .line {
    color: var(--_color-muted);
  }

  .pending .meta,
  .rejected .meta,
  .pending .currency,
  .rejected .currency {
    color: inherit;
  }

  .pending .line :is(.name, .sum) {
    font-weight: var(--_font-weight-regular);
  }

  .pending .tile {
    border: 1px dashed var(--_color-border);
    background: none;
    color: inherit;
  }

  .rejected .sum {
    text-decoration: line-through;
  }

  .rejected .credit {
    color: inherit;
  }

  .details {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
    gap: var(--_space-inner) var(--_space-edge);
    margin-block-end: var(--_space-inner);
    padding: var(--_space-edge);
    border-radius: var(--_radius-control);
    background: var(--_color-soft);
  }

  .details dd {
    display: flex;
    align-items: center;
    gap: var(--_space-tight);
    min-inline-size: 0;
    overflow-wrap: anywhere;
    user-select: text;
  }

  .id {
    font-size: var(--_font-size-small);
  }

  .bone {
    inline-size: min(170px, 80%);
  }

  .meta-bone {
    inline-size: 84px;
    margin-block: 4px;
  }

  .name-bone {
    margin-block: 5px;
  }

  .sum-bone {
    inline-size: 78px;
  }

  .tools-bone {
    inline-size: 100%;
    block-size: var(--_size-control);
    border-radius: var(--_radius-control);
  }

  .day-bone {
    inline-size: 120px;
    margin-block: 4px;
  }

  /* A narrow column keeps its room for names and amounts. */
  @container lean (inline-size < 300px) {
    .line {
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: var(--_space-near);
      padding-inline: 0;
    }

    .line .tile {
      display: none;
    }

    .line .name {
      grid-area: 1 / 1;
    }

    .meta {
      grid-area: 2 / 1;
    }

    .line .sum {
      grid-area: 1 / 2 / span 2;
    }

    .day-head {
      padding-inline: 0;
    }
  }

  /* Wide: kinds and accounts in columns of their own. */
  @container lean (inline-size >= 680px) {
    .line {
      grid-template-columns: var(--_size-tile) minmax(0, 1.4fr) minmax(0, 1fr) minmax(110px, auto);
      grid-template-rows: auto;
    }

    .line > * {
      align-self: center;
    }

    .line .tile {
      grid-area: 1 / 1;
    }

    .meta {
      grid-area: 1 / 3;
      flex-direction: column;
      align-items: start;
    }

    .category:not(:last-child)::after {
      content: none;
    }

    .line .sum {
      grid-area: 1 / 4;
    }
  }
`;
