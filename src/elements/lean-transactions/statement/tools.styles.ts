import { css } from 'lit';

/** Search, filters, what was found, pages, export. */
export const toolsStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-near);
  }

  .search,
  .tool,
  .field :is(input, select) {
    display: flex;
    align-items: center;
    gap: var(--_space-near);
    min-block-size: var(--_size-control);
    padding-inline: var(--_space-inner);
    border: 1px solid var(--_color-border);
    border-radius: var(--_radius-control);
  }

  .search {
    flex: 1 1 190px;
    min-inline-size: 0;
    color: var(--_color-muted);
    cursor: text;
  }

  .search input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 42px;
    outline: none;
    box-shadow: none;
    text-overflow: ellipsis;
  }

  .search input::placeholder {
    color: inherit;
    opacity: 1;
  }

  .search:focus-within {
    color: inherit;
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_color-focus-inner);
  }

  .tool:hover,
  .page:hover {
    background: var(--_color-soft);
  }

  .panel {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: var(--_space-inner);
    padding-block: var(--_space-inner) var(--_space-near);
  }

  .panel[hidden] {
    display: none;
  }

  .field {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .field :is(input, select) {
    inline-size: 100%;
    min-inline-size: 0;
  }

  .field select {
    appearance: auto;
    background: Field;
    color: FieldText;
  }

  .result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-near);
    padding-block: var(--_space-near);
  }

  .result .chip {
    min-block-size: 32px;
  }

  .chip .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2.2;
  }

  .result .currency {
    color: inherit;
  }

  .link {
    min-block-size: 32px;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-near);
    padding-block-start: var(--_space-inner);
  }

  .pages ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
  }

  .page,
  .gap {
    display: grid;
    place-items: center;
    min-inline-size: var(--_size-control);
    min-block-size: var(--_size-control);
    border-radius: var(--_radius-control);
    font-variant-numeric: tabular-nums;
  }

  .page[aria-current='page'] {
    background: var(--_color-soft);
    font-weight: var(--_font-weight-strong);
  }

  .page[disabled] {
    opacity: 0.35;
    cursor: default;
  }

  .page.before .icon {
    rotate: 180deg;
  }

  .columns {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 0 var(--_space-inner);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .columns legend {
    padding: 0;
  }

  .column {
    display: flex;
    align-items: center;
    gap: var(--_space-near);
    min-block-size: var(--_size-control);
    cursor: pointer;
  }

  .column input {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    appearance: auto;
    accent-color: var(--_color-accent);
  }

  .export-line {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: center;
    gap: var(--_space-near) var(--_space-inner);
    min-block-size: var(--_size-control);
  }

  progress {
    flex: 0 1 160px;
    accent-color: var(--_color-accent);
  }

  /* Fewer numbers instead of smaller ones: beside a gap, the current page's neighbours go. */
  @container lean (inline-size < 420px) {
    .pages .gap {
      min-inline-size: 24px;
    }

    .pages li:has(.gap) + li:not(:nth-last-child(2), :has([aria-current])),
    .pages li:not(:nth-child(2), :has([aria-current])):has(+ li > .gap) {
      display: none;
    }
  }

  @container lean (inline-size < 380px) {
    .search {
      flex-basis: 120px;
    }

    .tool span {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @media (forced-colors: active) {
    .page[aria-current='page'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
