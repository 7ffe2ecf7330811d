import { css } from 'lit';

/** What can be pressed: filled and quiet buttons, icons. */
export const buttons = css`
  .button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-near);
    flex: none;
    min-block-size: var(--_size-control);
    padding-inline: 20px;
    border-radius: var(--_radius-control);
    background: var(--_color-accent);
    color: var(--_color-on-accent);
    font-weight: var(--_font-weight-strong);
    text-align: center;
  }

  .button.quiet {
    min-block-size: 36px;
    padding-inline: 14px;
    border: 1px solid var(--_color-border);
    background: none;
    color: inherit;
  }

  .button:hover {
    opacity: 0.88;
  }

  .button:active {
    opacity: 0.76;
  }

  .button[disabled],
  .button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
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

  @media (forced-colors: active) {
    /* Its colours are the system's already; else the browser paints the page's ground behind each word. */
    .button {
      border: 1px solid ButtonBorder;
      forced-color-adjust: none;
    }
  }
`;
