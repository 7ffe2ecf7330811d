import { css } from 'lit';

/** What the pool's layers need; heights, lines and text are the views' own. */
export const poolStyles = css`
  .pool {
    position: relative;
    contain: strict;
    /* What is seen is held in place here; the engine's own way would move it once more. */
    overflow-anchor: none;
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

  /* The days lie above the rows, which are pressed through them, but not through the headings. */
  .pool-heads > * {
    pointer-events: none;
    contain: layout style;
  }

  .pool-heads > * > * {
    pointer-events: auto;
  }

  .pool-section {
    content-visibility: auto;
  }
`;
