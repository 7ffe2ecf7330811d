import { css } from 'lit';

/** What the pool's layers need; heights, lines and text are the views' own. */
export const poolStyles = css`
  .pool {
    position: relative;
    contain: layout style;
  }

  .pool-rows > *,
  .pool-heads > *,
  .pool-gap {
    position: absolute;
    inset-inline: 0;
  }

  .pool-rows > * {
    inset-block-start: 0;
    contain: strict;
  }

  .pool-gap {
    inset-block-start: 0;
  }

  .pool-rows > [hidden],
  .pool-heads > [hidden] {
    display: none;
  }

  /* Headings lie above rows; rows are pressed through what they cover. */
  .pool-heads > * {
    pointer-events: none;
    contain: layout style;
  }

  .pool-section {
    content-visibility: auto;
  }
`;
