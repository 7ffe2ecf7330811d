import { css } from 'lit';

/** Notices: what happened, what it means, what the customer can do. */
export const notices = css`
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space-tight) var(--_space-inner);
    padding: var(--_space-inner) var(--_space-edge);
    --_tone: var(--_color-muted);
    background: var(--_color-soft);
  }

  .notice.warning {
    --_tone: var(--_color-warning);
    background: color-mix(in oklab, var(--_color-warning) 9%, transparent);
  }

  .notice.failure {
    --_tone: var(--_color-failure);
    background: color-mix(in oklab, var(--_color-failure) 7%, transparent);
  }

  .notice > .icon {
    color: var(--_tone);
  }

  /* Beside several lines it belongs to the first. */
  .notice:has(.notice-title) > .icon {
    align-self: start;
    margin-block-start: 0.1em;
  }

  .notice-title {
    font-weight: var(--_font-weight-strong);
  }

  .notice-title + .notice-text {
    color: var(--_color-muted);
  }

  .notice-reference {
    display: flex;
    align-items: center;
    gap: var(--_space-tight);
    margin-block-start: var(--_space-tight);
    color: var(--_color-muted);
    font-size: var(--_font-size-small);
    user-select: text;
  }

  /* Too long for a narrow column: it breaks anywhere, its button stays beside it. */
  .notice-reference .figures {
    display: inline;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .card {
    border: var(--_size-line) solid var(--_color-line);
    border-radius: var(--_radius-card);
    background-color: var(--_color-surface);
    box-shadow: var(--_shadow-card);
    overflow: clip;
  }

  /* A whole view's state: nothing connected, nothing matches, failed. */
  .state {
    display: grid;
    justify-items: start;
    gap: var(--_space-near);
    padding: var(--_space-edge);
  }

  .state.centred {
    justify-items: center;
    padding-block: 36px;
    text-align: center;
  }

  .state p {
    max-inline-size: 44ch;
    text-wrap: pretty;
  }

  .bar {
    block-size: 4px;
    border-radius: 2px;
    background: var(--_color-soft);
    overflow: hidden;
  }

  @container lean (inline-size < 420px) {
    .notice {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .notice > .icon {
      align-self: start;
      margin-block-start: 0.1em;
    }

    .notice > .button {
      grid-column: 2;
      justify-self: start;
      margin-block-start: var(--_space-tight);
    }
  }
`;
