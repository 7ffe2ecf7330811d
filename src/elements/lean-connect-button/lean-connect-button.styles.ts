import { css, type CSSResultGroup } from 'lit';
import { base, buttons, notices } from '../../theme/index.js';

const own = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }

  .root {
    display: grid;
    justify-items: start;
    gap: var(--_space-inner);
  }

  .status {
    display: flex;
    gap: var(--_space-inner);
    max-inline-size: 44ch;
  }

  .status:empty {
    display: none;
  }

  .status .icon {
    margin-block-start: 0.15em;
  }

  :host(:is([status='failed'], [status='blocked'], [status='unsupported'])) .status > .icon {
    color: var(--_color-failure);
  }

  :host([status='connected']) .status > .icon {
    color: var(--_color-credit);
  }

  .title {
    font-weight: var(--_font-weight-strong);
  }

  .button {
    max-inline-size: 100%;
  }

  .button.secondary {
    border: 1px solid var(--_color-border);
    background: none;
    color: inherit;
  }

  .spinner {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    border: 2px solid currentColor;
    border-block-start-color: transparent;
    border-radius: 50%;
  }

  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 900ms linear infinite;
    }
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;

export const styles: CSSResultGroup = [base, buttons, notices, own];
