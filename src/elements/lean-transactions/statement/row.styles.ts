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
    /* No icon is larger than its box; a clip of its own for each is drawn anew in every scrolled frame. */
    overflow: visible;
  }

  /* As wide as its column, yet set at the page's own start, which costs less than being as wide as its text. */
  .pool .one-line {
    justify-self: stretch;
    /* Chromium and Safari know it by its old name alone. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .told .kind {
    display: flex;
    min-inline-size: 0;
  }

  /* The kind is what is read; then the digits, which tell two accounts of one name apart. */
  .kind .what {
    flex: 0 1 auto;
    min-inline-size: 0;
  }

  .kind .account {
    display: flex;
    flex: 0 1000 auto;
    gap: 0.3em;
    min-inline-size: 3.4em;
  }

  .account .one-line {
    flex: 0 1 auto;
    min-inline-size: 0;
  }

  .account .last {
    flex: none;
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

  /* Narrow: kind and account have the width below the sum as well. */
  @container lean (inline-size < 680px) {
    .told .kind {
      grid-area: 2 / 2 / auto / 4;
    }

    .told .sum {
      grid-area: 1 / 3;
    }

    /* With the kind, which is in the page's direction: an account's name may run the other way. */
    .told .what:not(:empty)::after {
      content: '\\00a0·\\00a0';
    }
  }

  /* Digits alone tell a phone's reader which account it was; voices are still told its name. */
  @container lean (inline-size < 400px) {
    .account:not(:has(.last:empty)) .one-line {
      position: absolute;
      inline-size: 1px;
      clip-path: inset(50%);
    }
  }

  @container lean (inline-size < 300px) {
    .told .kind {
      grid-area: 2 / 1 / auto / 3;
    }

    .told .sum {
      grid-area: 1 / 2;
    }
  }

  @container lean (inline-size >= 680px) {
    .told .kind {
      flex-direction: column;
    }
  }

  /* On paper, rows of a long list have no heading over them: each tells its own, as it is read. */
  @media print {
    .pool-rows .line[aria-description]::after {
      content: attr(aria-description);
      grid-column: 2 / -1;
      font-size: var(--_font-size-small);
      color: var(--_color-muted);
      text-align: start;
    }

    .pool-rows .row,
    .pool-rows .line {
      block-size: auto;
      min-block-size: var(--row-height);
      contain: none;
    }
  }
`;
