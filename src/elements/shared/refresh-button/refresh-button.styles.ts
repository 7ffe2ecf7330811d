import { css } from 'lit';

/** The Refresh button and the words beside it. */
export const refreshStyles = css`
  .refresh {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-near);
  }

  .refresh .button {
    gap: 6px;
  }

  .refresh .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2;
  }

  .refresh-note {
    flex: 1 1 12em;
  }

  @media (prefers-reduced-motion: no-preference) {
    .refresh.running .icon {
      animation: refresh-turn 1.2s linear infinite;
    }

    @keyframes refresh-turn {
      to {
        rotate: 1turn;
      }
    }
  }
`;
