import { css } from 'lit';

/** Rows, headings that stick, and details. */
export const rowStyles = css`
  .pool {
    border-block-start: var(--_size-line) solid var(--_color-line);
    box-sizing: content-box;
  }

  :is(.tools, .panel, .result) ~ .pool {
    margin-block-start: var(--_space-near);
  }

  .day-head h3 {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .day-totals {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .pool .day-head {
    background: var(--_ground);
  }

  .pool-complete .day-head {
    position: sticky;
    inset-block-start: var(--_size-sticky-top);
    z-index: 1;
  }

  /* Where the ground is a picture, rows passing below are blurred instead of covered. */
  .frosted :is(.pool-stuck, .pool-complete) .day-head {
    backdrop-filter: blur(16px);
  }

  .pool .line {
    block-size: calc(var(--row-height) - var(--_size-line));
  }

  /* Where rows stand by themselves, the details are in their row. */
  .pool-complete .row {
    block-size: auto;
  }

  .pool-complete .details-space {
    border: 0;
  }

  .pool .tile {
    padding: calc((var(--_size-tile) - var(--_size-icon)) / 2);
    inline-size: var(--_size-tile);
    block-size: var(--_size-tile);
  }

  /* As wide as its column, yet set at the page's own start, which costs less than being as wide as its text. */
  .pool .one-line {
    justify-self: stretch;
    /* Chromium and Safari know it by its old name alone. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .line.told {
    grid-template-columns: var(--_size-tile) minmax(0, max-content) minmax(0, 1fr) auto;
  }

  .told .name {
    grid-area: 1 / 2 / auto / 4;
  }

  .told .account {
    grid-area: 2 / 3;
  }

  .told .sum {
    grid-area: 1 / 4 / span 2;
  }

  .row > .line:hover {
    background: color-mix(in oklab, currentColor 3%, transparent);
  }

  .row > .line:focus-visible {
    outline-offset: -2px;
    border-radius: 8px;
    box-shadow: inset 0 0 0 4px var(--_color-focus-inner);
  }

  .line .unknown {
    font-weight: var(--_font-weight-regular);
  }

  .pending .line,
  .rejected .line {
    color: var(--_color-muted);
  }

  :is(.pending, .rejected) :is(.kind, .account),
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

  .details-space {
    padding-block: var(--_space-inner);
    border-block-end: var(--_size-line) solid var(--_color-line);
  }

  /* Below name and sum there is room for a kind and an account; the account, at the end, is what is cut. */
  @container lean (inline-size < 680px) {
    .told .kind {
      max-inline-size: none;
      margin-inline-end: calc(var(--_space-tight) - var(--_space-inner));
    }

    /* With the kind, which is in the page's direction: an account's name may run the other way. */
    .told .kind:not(:empty)::after {
      content: '\\00a0·';
    }

    .told .account {
      grid-area: 2 / 3 / auto / 5;
    }

    .told .sum {
      grid-area: 1 / 4;
    }
  }

  @container lean (inline-size < 300px) {
    .line.told {
      grid-template-columns: minmax(0, max-content) minmax(0, 1fr) auto;
    }

    .told .name {
      grid-area: 1 / 1 / auto / 3;
    }

    .told .kind {
      margin-inline-end: calc(var(--_space-tight) - var(--_space-near));
    }

    .told .account {
      grid-area: 2 / 2 / auto / 4;
    }

    .told .sum {
      grid-area: 1 / 3;
    }
  }

  @container lean (inline-size >= 680px) {
    .line.told {
      grid-template-columns: var(--_size-tile) minmax(0, 1.4fr) minmax(0, 1fr) minmax(110px, auto);
    }

    .told .name {
      grid-area: 1 / 2 / span 2;
    }

    .told .kind {
      grid-area: 1 / 3;
      align-self: end;
    }
  }

  @media print {
    .pool-stuck {
      display: none;
    }
  }
`;
