import { css, type CSSResultGroup } from 'lit';
import { base, buttons, controls, notices } from '../../theme/index.js';
import { listStyles } from './list.styles.js';

const own = css`
  .root {
    container: lean / inline-size;
  }

  .title-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_space-edge);
    margin-block-end: var(--_space-near);
  }

  .title {
    font-size: var(--_font-size-large);
    font-weight: var(--_font-weight-strong);
    line-height: 1.4;
  }

  .notices,
  .stale {
    margin-block-end: var(--_space-card);
  }
`;

export const styles: CSSResultGroup = [base, buttons, controls, notices, listStyles, own];
