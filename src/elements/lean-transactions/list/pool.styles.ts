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

  .pool-stuck[hidden] {
    display: none;
  }

  .pool-stuck {
    position: sticky;
    z-index: 1;
    block-size: 0;
  }

  .pool-heads > * {
    inset-block-start: 0;
    contain: layout style;
  }

  .pool-section {
    content-visibility: auto;
  }

  /* Paper has no sight to scroll: rows that are in the document stand one below the other, and nothing else. */
  @media print {
    .pool {
      block-size: auto !important;
      contain: none;
    }

    .pool-heads,
    .pool-stuck,
    .pool-gap {
      display: none;
    }

    .pool-rows > * {
      position: static;
      transform: none !important;
      break-inside: avoid;
    }
  }
`;
