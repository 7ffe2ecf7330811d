import { css, type CSSResultGroup } from 'lit';
import { base, buttons, controls, notices } from '../../theme/index.js';
import { bankHead } from '../shared/bank-head.styles.js';
import { rowStyles } from './account-row.styles.js';

const own = css`
  .root {
    container: lean / inline-size;
  }

  .summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-near) var(--_space-section);
    margin-block-end: var(--_space-card);
    padding-inline: 1px;
  }

  .totals > p {
    display: flex;
    align-items: center;
    gap: var(--_space-tight);
    min-block-size: 28px;
  }

  .sums {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-section);
  }

  .sum {
    font-size: min(1.45em, 9cqi);
    font-weight: var(--_font-weight-strong);
    line-height: 1.3;
  }

  .sum:first-child,
  p + .sum {
    font-size: min(var(--_font-size-display), 9.5cqi);
  }

  .sum .figures {
    letter-spacing: -0.02em;
  }

  .sum .currency {
    font-size: 0.56em;
    letter-spacing: 0;
    line-height: 1;
  }

  /* Its places are kept for what comes last: the age of the data, the button, and what the button says. */
  .freshness {
    display: grid;
    grid-template: 'note press' 36px 'age age' / minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space-tight) var(--_space-near);
    text-align: end;
  }

  .age {
    grid-area: age;
    min-block-size: 2lh;
  }

  .freshness .refresh {
    display: contents;
  }

  .freshness .refresh-note {
    grid-area: note;
  }

  .freshness .refresh-note:empty {
    display: none;
  }

  .refresh > .button {
    grid-area: press;
  }

  .bank + .bank,
  .stale + .bank {
    margin-block-start: var(--_space-card);
  }

  .who {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
  }

  .bank-head ~ .accounts,
  .bank-head ~ .notice,
  .account + .account {
    border-block-start: var(--_size-line) solid var(--_color-line);
  }

  @container lean (inline-size < 480px) {
    .summary {
      grid-template-columns: minmax(0, 1fr);
    }

    .freshness {
      grid-template: 'age press' 'note note' / minmax(0, 1fr) auto;
      text-align: start;
    }
  }

  /* A narrow column: each account a small card of its own. */
  @container lean (inline-size < 340px) {
    .bank-head,
    .account {
      padding-inline: var(--_space-inner);
    }

    .account {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-tight);
    }

    /* Sums end on one line, as in a wide row; what they are stands before them. */
    .balance {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: baseline;
      column-gap: var(--_space-near);
    }

    .balance .amount {
      grid-area: 1 / 2;
    }

    .balance .kind {
      justify-self: start;
      text-align: start;
    }

    .balance .due {
      grid-column: 1 / -1;
    }
  }

  @container lean (inline-size < 300px) {
    .age {
      min-block-size: 3lh;
    }
  }

  /* A wide one: numbers in a column of their own, kinds under the names. */
  @container lean (inline-size >= 680px) {
    .account {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.1fr);
    }

    .who,
    .more {
      display: contents;
    }

    .choose {
      grid-area: 1 / 1;
      align-self: end;
    }

    .type {
      grid-area: 2 / 1;
      align-self: start;
    }

    .digits {
      grid-area: 1 / 2 / span 2;
    }

    .type + .digits::before {
      content: none;
    }

    .who:not(:has(.type)) .choose {
      grid-area: 1 / 1 / span 2;
      align-self: center;
    }

    .balance {
      grid-area: 1 / 3 / span 2;
    }
  }

  @media (forced-colors: active) {
    .account.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const styles: CSSResultGroup = [base, buttons, controls, notices, bankHead, rowStyles, own];
