import { css } from 'lit';

/** Chips, tiles, placeholders and amounts: the small parts that several elements share. */
export const controls = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    flex: none;
    min-block-size: 26px;
    padding: 1px 10px;
    border-radius: var(--_radius-chip);
    background: var(--_color-soft);
    font-size: var(--_font-size-small);
    white-space: nowrap;
  }

  .chip.warning {
    color: var(--_color-warning);
    background: color-mix(in oklab, currentColor 12%, transparent);
  }

  .chip.failure {
    color: var(--_color-failure);
    background: color-mix(in oklab, currentColor 11%, transparent);
  }

  .tile {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--_size-tile);
    block-size: var(--_size-tile);
    border-radius: var(--_radius-tile);
    background: var(--_color-soft);
    color: var(--_color-muted);
  }

  .bone {
    display: block;
    block-size: 0.8em;
    border-radius: 0.4em;
    background: var(--_color-soft);
  }

  .currency {
    unicode-bidi: isolate;
    color: var(--_color-muted);
    font-size: 0.8em;
    font-weight: var(--_font-weight-regular);
  }

  .credit {
    color: var(--_color-credit);
  }

  .credit .currency {
    color: inherit;
  }

  @media (forced-colors: active) {
    .chip,
    .tile,
    .bone {
      border: 1px solid;
    }
  }
`;
