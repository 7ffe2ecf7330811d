import { css, type CSSResult, type CSSResultGroup } from 'lit';
import { ground } from './base.js';
import { tokens } from './tokens.js';

/** How words, numbers and icons are set that are more than a button's. */
const more = css`
  h2,
  h3,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  ul,
  ol {
    list-style: none;
  }

  .muted {
    color: var(--_color-muted);
  }

  .small {
    font-size: var(--_font-size-small);
  }

  [dir='rtl'] .mirrors {
    transform: scaleX(-1);
  }

  /* Read by screen readers only. */
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Numbers read left to right in every language, with figures of one width. */
  .figures {
    display: inline-block;
    direction: ltr;
    unicode-bidi: isolate;
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }

  /*
   * A text of either direction: cut at its own end (its own dir), yet set at the start of the page's lines, since as
   * a grid's or flex box's child it is only as wide as itself.
   */
  .one-line {
    display: block;
    justify-self: start;
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** What the connect button needs more than its first styles, once it says something. */
export const texts: readonly CSSResult[] = [tokens, more];

/** Tokens and ground: the first styles of every element that shows data. */
export const base: CSSResultGroup = [tokens, ground, more];
