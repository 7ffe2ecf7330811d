import { css, type CSSResultGroup } from 'lit';
import { barest } from '../../theme/base.js';
import { filledButtons } from '../../theme/buttons.js';

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

  .button {
    max-inline-size: 100%;
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

export const styles: CSSResultGroup = [barest, filledButtons, own];
