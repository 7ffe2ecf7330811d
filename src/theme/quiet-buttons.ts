import { css, type CSSResultGroup } from 'lit';
import { filledButtons } from './buttons.js';

/** Quiet buttons, and icons that can be pressed. */
export const quietButtons = css`
  .button.quiet {
    min-block-size: 36px;
    padding-inline: 14px;
    border: 1px solid var(--_color-border);
    background: none;
    color: inherit;
  }

  /* An icon that can be pressed: small to the eye, 44 px to the finger. */
  .icon-button {
    position: relative;
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 8px;
    color: var(--_color-muted);
  }

  .icon-button:hover {
    color: inherit;
    background: var(--_color-soft);
  }

  .icon-button::after,
  .button.quiet::after {
    content: '';
    position: absolute;
    inset-inline: 50% auto;
    inset-block: 50% auto;
    inline-size: max(100%, var(--_size-control));
    block-size: var(--_size-control);
    translate: -50% -50%;
  }

  [dir='rtl'] :is(.icon-button, .button.quiet)::after {
    translate: 50% -50%;
  }

  .icon-button .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2;
  }
`;

/** Everything that can be pressed. */
export const buttons: CSSResultGroup = [filledButtons, quietButtons];
