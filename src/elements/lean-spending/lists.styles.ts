import { css } from 'lit';

/** The lists of categories and payees. */
export const listStyles = css`
  .list-title {
    padding: var(--_space-inner) var(--_space-edge) var(--_space-tight);
  }

  .title,
  .sum,
  .list-title,
  .legend .amount,
  .more-button {
    font-weight: var(--_font-weight-strong);
  }

  .category,
  .payee {
    display: grid;
    align-items: center;
    gap: 0 var(--_space-inner);
  }

  .category {
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    position: relative;
    inline-size: 100%;
    min-block-size: 60px;
    padding: var(--_space-near) var(--_space-edge);
  }

  .category .tile {
    grid-row: span 2;
  }

  .name,
  .percent,
  .count,
  .category .amount {
    line-height: 1.4;
  }

  .category .amount {
    text-align: end;
  }

  .share {
    grid-column: 2 / -1;
    display: block;
  }

  .track {
    fill: var(--_color-soft);
  }

  .out .value {
    fill: color-mix(in oklab, currentColor 62%, transparent);
  }

  .in .value {
    fill: var(--_color-credit);
  }

  .month:hover,
  button.category:hover {
    background: color-mix(in oklab, currentColor 4%, transparent);
  }

  .month[aria-pressed='true'],
  button.category[aria-pressed='true'] {
    background: var(--_color-selected);
  }

  button.category:focus-visible {
    outline-offset: -2px;
    box-shadow: inset 0 0 0 4px var(--_color-focus-inner);
    border-radius: 6px;
  }

  button.category[aria-pressed='true'] {
    box-shadow: inset 3px 0 0 var(--_color-accent);
  }

  [dir='rtl'] button.category[aria-pressed='true'] {
    box-shadow: inset -3px 0 0 var(--_color-accent);
  }

  .more-button {
    min-block-size: var(--_size-control);
    padding-inline: var(--_space-edge);
  }

  .more-button:hover {
    opacity: 0.8;
  }

  .payee {
    grid-template-columns: minmax(0, 1fr) auto;
    min-block-size: 52px;
    padding: var(--_space-tight) var(--_space-edge);
  }

  .payee + .payee {
    border-block-start: var(--_size-line) solid var(--_color-line);
  }

  .payee .count {
    grid-area: 2 / 1;
  }

  .payee .amount {
    grid-area: 1 / 2 / span 2;
  }

  @container lean (inline-size < 420px) {
    .category {
      column-gap: var(--_space-near);
      padding-inline: var(--_space-inner);
    }

    /* The bar tells the share, too; the name needs the room. */
    .category .percent {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @container lean (inline-size < 340px) {
    .category {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .category .tile {
      grid-row: span 3;
    }

    .category .amount {
      text-align: start;
    }

    .share {
      margin-block-start: var(--_space-tight);
    }
  }

  @container lean (inline-size < 300px) {
    /* Here a comparison needs two lines. */
    .compared {
      min-block-size: 2lh;
    }

    .payee {
      grid-template-columns: minmax(0, 1fr);
    }

    .payee .amount {
      grid-area: auto;
    }
  }
`;
