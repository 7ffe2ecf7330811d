import { css } from 'lit';
import { chartStyles } from './chart.styles.js';
import { listStyles } from './lists.styles.js';

const own = css`
  .title-line {
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--_space-near);
  }

  .title {
    font-size: var(--_font-size-large);
    line-height: 1.4;
  }

  .currencies button {
    min-block-size: 36px;
    min-inline-size: var(--_size-control);
    padding-inline: var(--_space-inner);
    border: 1px solid var(--_color-border);
    border-radius: var(--_radius-chip);
    text-align: center;
  }

  .currencies button[aria-pressed='true'] {
    border-color: transparent;
    background: var(--_color-accent);
    color: var(--_color-on-accent);
    forced-color-adjust: none;
    font-weight: var(--_font-weight-strong);
  }

  .notices,
  .summary,
  .chosen {
    margin-block-end: var(--_space-card);
  }

  .sum {
    font-size: min(var(--_font-size-display), 9.5cqi);
    line-height: 1.3;
  }

  .sum .figures {
    letter-spacing: -0.02em;
  }

  .sum .currency {
    font-size: 0.56em;
    letter-spacing: 0;
    line-height: 1;
  }

  .title-line,
  .currencies,
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-near);
  }

  .chosen .chip {
    position: relative;
    min-block-size: 32px;
  }

  /* Small to the eye, 44 px to the finger. */
  .chosen .chip::after {
    content: '';
    position: absolute;
    inset: -6px 0;
  }

  .chosen .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2.2;
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: var(--_space-card);
  }

  .months-card + .card,
  .parts,
  .notes,
  .reading {
    margin-block-start: var(--_space-card);
  }

  .label-bone,
  .line-bone {
    inline-size: 130px;
    margin-block: 6px;
  }

  .months-card .label-bone {
    margin-inline: var(--_space-edge);
  }

  .sum-bone {
    inline-size: 190px;
    block-size: 24px;
    margin-block: 8px;
  }

  .chart-bones {
    block-size: 184px;
    margin: 48px var(--_space-edge) 56px;
    background: repeating-linear-gradient(90deg, var(--_color-soft) 0 10%, transparent 0 18%);
  }

  .name-bone {
    inline-size: min(150px, 90%);
  }

  .amount-bone {
    inline-size: 92px;
  }

  @container lean (inline-size >= 720px) {
    .parts:has(.payee) {
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    }
  }
`;

export const styles = css`
  ${own} ${chartStyles} ${listStyles}
`;
