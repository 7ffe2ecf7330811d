import { css } from 'lit';
import { bankHead } from '../shared/bank-head.styles.js';

export const styles = css`
  ${bankHead}

  .card + .card {
    margin-block-start: var(--_space-card);
  }

  .person,
  .bank-head + .notice,
  .bank-head ~ .state {
    border-block-start: var(--_size-line) solid var(--_color-line);
  }

  .person {
    display: grid;
    gap: var(--_space-inner);
    padding: var(--_space-inner) var(--_space-edge) var(--_space-edge);
  }

  .person-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-near) var(--_space-inner);
  }

  .person-who {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: 1 1 140px;
  }

  .person-name {
    margin-block: -0.25em;
    padding-block: 0.25em;
    font-weight: var(--_font-weight-strong);
    line-height: 1.35;
  }

  .person-head .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2;
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-inner) var(--_space-section);
  }

  .fields dd {
    display: flex;
    align-items: center;
    gap: var(--_space-tight);
    min-block-size: 28px;
  }

  .value {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    user-select: text;
  }

  .value.latin {
    unicode-bidi: isolate;
    font-variant-numeric: tabular-nums lining-nums;
  }

  .name-bone {
    inline-size: min(150px, 90%);
    margin-block: 4px;
  }

  .label-bone {
    inline-size: 72px;
    margin-block: 5px;
  }

  .value-bone {
    inline-size: min(140px, 80%);
    margin-block: 8px;
  }

  .button-bone {
    inline-size: 120px;
    margin-block: 12px;
  }

  @container lean (inline-size >= 480px) {
    .fields {
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    }

    .address {
      grid-column: 1 / -1;
    }
  }

  @container lean (inline-size < 340px) {
    .bank-head,
    .person {
      padding-inline: var(--_space-inner);
    }
  }
`;
