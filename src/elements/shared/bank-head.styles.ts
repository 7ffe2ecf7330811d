import { css } from 'lit';

/** The head of a bank's card: logo or initials, name, what stands below it. */
export const bankHead = css`
  .bank-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-inner);
    padding: var(--_space-inner) var(--_space-edge);
  }

  .bank-who {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: 1 1 110px;
  }

  /* Room for letters that reach below the line, which Arabic ones do further than Latin ones. */
  .bank-name {
    margin-block: -0.25em;
    padding-block: 0.25em;
    font-weight: var(--_font-weight-strong);
    line-height: 1.35;
  }

  .logo {
    position: relative;
    overflow: clip;
    font-size: var(--_font-size-small);
    font-weight: var(--_font-weight-strong);
    line-height: 1;
  }

  /* Ground and letters both come from the bank's hue at fixed lightness, so they always read. */
  .logo.coloured {
    background: light-dark(
      oklch(from var(--_bank) 0.94 min(c, 0.035) h),
      oklch(from var(--_bank) 0.31 min(c, 0.06) h)
    );
    color: light-dark(
      oklch(from var(--_bank) 0.42 min(c, 0.15) h),
      oklch(from var(--_bank) 0.86 min(c, 0.09) h)
    );
  }

  .logo img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    opacity: 0;
  }

  .logo img.here {
    opacity: 1;
    background: var(--_bank-ground, #fff);
  }

  /* Beside a chip a name may take two lines. */
  @container lean (inline-size < 480px) {
    .bank-name {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
    }
  }

  @container lean (inline-size < 340px) {
    /* That all is well need not be seen; the name needs the room. */
    .chip.calm {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      min-block-size: 0;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
