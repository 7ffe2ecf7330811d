import { css } from 'lit';

/** What can be pressed: filled buttons, which are all that a page with the connect button alone shows at first. */
export const filledButtons = css`
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

  @media (forced-colors: active) {
    /* Its colours are the system's already; else the browser paints the page's ground behind each word. */
    .button {
      border: 1px solid ButtonBorder;
      forced-color-adjust: none;
    }
  }
`;
