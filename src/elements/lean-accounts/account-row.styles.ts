import { css } from 'lit';

/** An account's row, and the shapes that hold its place. */
export const rowStyles = css`
  .account {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(68%);
    align-items: center;
    gap: 0 var(--_space-inner);
    min-block-size: 64px;
    padding: 10px var(--_space-edge);
  }

  .choose {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
    font-weight: 500;
    line-height: 1.35;
  }

  /* The name's button reaches over the whole row. */
  button.choose::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  button.choose:focus-visible {
    outline: none;
    box-shadow: none;
  }

  button.choose:focus-visible::after {
    outline: 2px solid var(--_color-focus);
    outline-offset: -2px;
    box-shadow: inset 0 0 0 4px var(--_color-focus-inner);
    border-radius: 6px;
  }

  .account:has(button.choose:hover) {
    background: color-mix(in oklab, currentColor 3%, transparent);
  }

  .account.selected {
    background: var(--_color-selected);
  }

  .account.selected::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--_color-accent);
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.15em;
    overflow-x: clip;
    min-block-size: 24px;
  }

  .type,
  .digits {
    color: var(--_color-muted);
    font-size: var(--_font-size-small);
  }

  .digits {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-inline-size: 0;
  }

  /* A dot between the two that a line's start cuts off. */
  .type + .digits::before {
    content: '·';
    position: absolute;
    inset-inline-start: -0.75em;
  }

  .digits .whole {
    user-select: all;
  }

  .digits .icon-button {
    z-index: 1;
    block-size: 24px;
  }

  .balance {
    display: grid;
    justify-items: end;
    text-align: end;
  }

  /* However long a number is, all of it is seen, and nothing beside it is pushed away. */
  :is(.sum, .digits, .balance) .figures {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .amount {
    font-weight: var(--_font-weight-strong);
    line-height: 1.35;
  }

  .kind {
    line-height: 24px;
  }

  .more .chip {
    min-block-size: 20px;
    padding-block: 0;
    font-size: 0.8em;
  }

  .due {
    line-height: 1.35;
  }

  .limit {
    display: block;
  }

  .kind .currency {
    color: inherit;
    font-size: 1em;
  }

  .label-bone {
    inline-size: 96px;
  }

  .sum-bone {
    inline-size: 190px;
    block-size: 0.75em;
    border-radius: 8px;
    margin-block: 0.275em;
  }

  /* Each as high as its line: 0.8em of it is the bone's own. */
  .name-bone,
  .amount-bone {
    inline-size: min(150px, 90%);
    margin-block: 0.275em;
  }

  .number-bone,
  .kind-bone {
    inline-size: min(110px, 70%);
    margin-block: calc(12px - 0.4em);
  }

  .since-bone {
    inline-size: min(150px, 70%);
    font-size: var(--_font-size-small);
    margin-block: calc(0.5lh - 0.4em);
  }

  .amount-bone {
    inline-size: 92px;
  }

  .kind-bone {
    inline-size: 56px;
  }
`;
