import { css, type CSSResultGroup } from 'lit';
import { buttonTokens } from './button-tokens.js';

/**
 * The ground every element stands on. Everything hangs on `.root`, inside the shadow root, since a page may reset
 * the element itself; what would be inherited from a hostile page is set there, font and colour are taken over.
 */
export const ground = css`
  :host {
    display: block;
  }

  /* Ours is the stronger of two important ones: \`* { all: unset !important }\` would show what the page hides. */
  :host([hidden]) {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .root {
    display: block;
    font-family: var(--_font-family);
    font-size: var(--_font-size-base);
    font-style: normal;
    font-variant: normal;
    font-weight: var(--_font-weight-regular);
    line-height: var(--_font-line-height);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
    word-break: normal;
    hyphens: manual;
    cursor: auto;
    -webkit-tap-highlight-color: transparent;
  }

  .root:lang(ar) {
    line-height: var(--_font-line-height-tall);
  }

  p {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  button,
  input,
  select {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    appearance: none;
  }

  button {
    cursor: pointer;
    touch-action: manipulation;
  }

  [hidden] {
    display: none;
  }

  /* Two colours, so that one of them shows on any ground. */
  :focus-visible {
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_color-focus-inner);
  }

  .icon {
    inline-size: var(--_size-icon);
    block-size: var(--_size-icon);
    flex: none;
    fill: none;
    stroke: currentColor;
    /* 1.5 px at the icon's own size, drawn on a grid of 24. */
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  @media (prefers-reduced-motion: no-preference) {
    button,
    .fades {
      transition: opacity var(--_motion-duration) var(--_motion-easing);
    }
  }
`;

/** The first styles of the connect button, and enough for what it shows until it is pressed. */
export const barest: CSSResultGroup = [buttonTokens, ground];
