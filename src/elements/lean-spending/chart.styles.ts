import { css } from 'lit';

/** The chart, its legend, and the table behind it. */
export const chartStyles = css`
  .months-card {
    padding-block: var(--_space-inner);
  }

  .legend {
    padding-inline: var(--_space-edge);
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-tight) var(--_space-section);
  }

  dt {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .legend .amount {
    line-height: 1.35;
  }

  .mark {
    flex: none;
    overflow: visible;
  }

  .chart {
    display: flex;
    padding-inline: var(--_space-near) var(--_space-edge);
    margin-block-start: var(--_space-near);
    overflow-x: clip;
  }

  .axis {
    flex: none;
    fill: var(--_color-muted);
    font-size: 11px;
    font-variant-numeric: tabular-nums;
  }

  .plot {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    /* Few months keep narrow bars. */
    max-inline-size: calc(var(--_months) * 110px);
    padding-block-end: 42px;
  }

  .picture {
    display: block;
    overflow: visible;
  }

  .grid {
    stroke: var(--_color-line);
  }

  .zero {
    stroke: var(--_color-border);
  }

  rect.in {
    fill: color-mix(in oklab, var(--_color-credit) 82%, transparent);
  }

  /* Money out is hatched, so that the two differ without their colours. */
  rect.out {
    fill: url('#hatch');
    stroke: var(--_color-border);
  }

  pattern rect {
    fill: color-mix(in oklab, currentColor 16%, transparent);
  }

  pattern path {
    stroke: currentColor;
    stroke-opacity: 0.55;
    stroke-width: 2.4;
  }

  .net {
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }

  circle {
    fill: currentColor;
    stroke: Canvas;
    stroke-width: 1.5;
  }

  .months {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template-columns: repeat(var(--_months), minmax(0, 1fr));
  }

  .month {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: end;
    align-items: center;
    border-radius: 8px;
    font-size: 12px;
    line-height: 18px;
    white-space: nowrap;
  }

  .month:first-child {
    grid-column-start: var(--_first);
  }

  .month[aria-pressed='true'] {
    box-shadow: inset 0 0 0 1.5px var(--_color-accent);
    font-weight: var(--_font-weight-strong);
  }

  .year {
    color: var(--_color-muted);
    font-size: 11px;
    font-weight: var(--_font-weight-regular);
  }

  .pager {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-near);
    padding: var(--_space-near) var(--_space-edge) 0;
  }

  [disabled] {
    opacity: 0.35;
    cursor: default;
  }

  .back .icon {
    rotate: 180deg;
  }

  summary {
    padding-block: 12px;
    margin-inline: var(--_space-edge);
    border-radius: 6px;
    color: var(--_color-muted);
    cursor: pointer;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_font-size-small);
  }

  caption {
    padding: 0 var(--_space-edge) var(--_space-tight);
    text-align: start;
  }

  th,
  td {
    padding: 7px var(--_space-edge);
    border-block-start: var(--_size-line) solid var(--_color-line);
    font-weight: var(--_font-weight-regular);
    text-align: end;
    white-space: nowrap;
  }

  th:first-child {
    text-align: start;
  }

  thead th {
    color: var(--_color-muted);
  }

  :is(td, th) + :is(td, th) {
    padding-inline-start: 0;
  }

  @container lean (inline-size < 420px) {
    dl {
      flex-direction: column;
    }

    dl > div {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--_space-inner);
    }

    /* Room for three amounts of seven digits. */
    table {
      font-size: 12px;
    }

    th,
    td {
      padding-inline-end: var(--_space-near);
    }

    th {
      overflow-wrap: anywhere;
      white-space: normal;
    }
  }

  @media (forced-colors: active) {
    rect.in {
      fill: CanvasText;
    }

    .net {
      stroke: Highlight;
    }

    .month[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
