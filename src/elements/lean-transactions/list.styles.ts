import { css } from 'lit';

/** The shape of days and rows, which what stands in for them has as well. */
export const listStyles = css`
  .root {
    --row-height: max(var(--_size-row), 3.2em);
    --head-height: max(40px, 3em);
  }

  .root:lang(ar) {
    --row-height: max(var(--_size-row), 3.7em);
  }

  /* Unseen: the heights of a row, of a heading, and of what the page keeps at the top, to be read off. */
  .sizes {
    position: absolute;
    visibility: hidden;
  }

  .sizes > * {
    position: absolute;
    block-size: var(--row-height);
  }

  .sizes > :nth-child(2) {
    font-size: var(--_font-size-small);
    block-size: var(--head-height);
  }

  .sizes > :nth-child(3) {
    block-size: var(--_size-sticky-top);
  }

  .day-head {
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space-edge);
    block-size: var(--head-height);
    padding: 0 var(--_space-tight) 6px;
    color: var(--_color-muted);
  }

  .row {
    block-size: var(--row-height);
    border-block-end: var(--_size-line) solid var(--_color-line);
  }

  .line {
    display: grid;
    grid-template-columns: var(--_size-tile) minmax(0, 1fr) auto;
    grid-template-rows: auto auto;
    align-content: center;
    column-gap: var(--_space-inner);
    inline-size: 100%;
    block-size: 100%;
    padding: 0 var(--_space-tight);
    line-height: 1.35;
  }

  :lang(ar) .line {
    line-height: 1.55;
  }

  .line .tile {
    grid-area: 1 / 1 / span 2;
    align-self: center;
  }

  .line .name {
    grid-area: 1 / 2;
    font-weight: 500;
  }

  .line .kind {
    grid-area: 2 / 2;
  }

  .line .sum {
    grid-area: 1 / 3 / span 2;
    align-self: center;
    text-align: end;
    font-weight: var(--_font-weight-strong);
  }

  .bone {
    inline-size: min(170px, 80%);
  }

  .meta-bone {
    inline-size: 84px;
    margin-block: 4px;
  }

  .name-bone {
    inline-size: 170px;
    max-inline-size: 100%;
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

    .line .kind {
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
    }

    .line .name {
      grid-area: 1 / 2 / span 2;
      align-self: center;
    }

    .line .kind {
      grid-area: 1 / 3 / span 2;
      align-self: center;
    }

    .line .sum {
      grid-area: 1 / 4 / span 2;
    }
  }
`;
