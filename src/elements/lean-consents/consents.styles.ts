import { css } from 'lit';
import { bankHead } from '../shared/bank-head.styles.js';

export const styles = css`
  ${bankHead}

  .card + .card {
    margin-block-start: var(--_space-card);
  }

  h4 {
    margin: 0;
    font-weight: inherit;
  }

  .shared {
    display: grid;
    gap: var(--_space-inner) var(--_space-section);
    padding: var(--_space-inner) var(--_space-edge);
  }

  .shared,
  .actions,
  .question,
  .bank-head + .notice {
    border-block-start: var(--_size-line) solid var(--_color-line);
  }

  .permissions {
    display: grid;
    gap: 2px var(--_space-edge);
    margin-block-start: 2px;
  }

  .permissions li {
    display: flex;
    align-items: baseline;
    gap: var(--_space-near);
    min-inline-size: 0;
  }

  .permissions .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2.4;
    color: var(--_color-accent);
    translate: 0 2px;
  }

  .dates {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-near) var(--_space-section);
    align-content: start;
  }

  .actions,
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-near);
  }

  .actions {
    justify-content: end;
    padding: var(--_space-near) var(--_space-edge);
  }

  .button.plain {
    border-color: transparent;
    padding-inline: 10px;
    margin-inline-end: -10px;
    color: var(--_color-failure);
  }

  .button.plain:hover {
    background: var(--_color-soft);
    opacity: 1;
  }

  /* In the colour of failure as letters, which reads on every ground; as a ground it would read on few. */
  .button.danger {
    border-color: currentColor;
    color: var(--_color-failure);
  }

  .question {
    display: grid;
    gap: var(--_space-near);
    padding: var(--_space-edge);
    background: var(--_color-soft);
  }

  .question > p {
    max-inline-size: 60ch;
    text-wrap: pretty;
  }

  .question .notice {
    border-radius: var(--_radius-control);
  }

  .answers {
    margin-block-start: var(--_space-tight);
  }

  .name-bone {
    inline-size: min(150px, 90%);
    margin-block: 4px;
  }

  .since-bone {
    inline-size: min(190px, 100%);
    margin-block: 6px;
  }

  .line-bone {
    inline-size: min(170px, 80%);
    margin-block: 7px;
  }

  .button-bone {
    inline-size: 92px;
    margin-block: 12px;
  }

  @container lean (inline-size >= 560px) {
    .shared {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    }

    .permissions {
      grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
    }

    .dates {
      flex-direction: column;
      flex-wrap: nowrap;
    }
  }

  @container lean (inline-size < 340px) {
    .bank-head,
    .shared,
    .actions,
    .question {
      padding-inline: var(--_space-inner);
    }
  }
`;
