import type { CSSResult } from 'lit';
import { BUTTON_FORCED, BUTTON_TOKENS, declare, tokenSheet } from './button-tokens.js';

/**
 * What a host can restyle. Each line is one public variable, `--lean-<name>`, with its default; inside, the same
 * name is read as `--_<name>`. Surfaces, lines and quiet text are mixed from the page's own text colour, meaning
 * colours take the lightness that reads on the ground this text stands on, so that an unthemed element fits any page.
 */
export const TOKENS = {
  ...BUTTON_TOKENS,

  /** Quiet text: kinds, numbers of accounts, day headings. */
  'color-muted': 'color-mix(in oklab, currentColor 70%, transparent)',
  /** Thin lines between rows and around cards. */
  'color-line': 'color-mix(in oklab, currentColor 14%, transparent)',
  /** Borders of what can be pressed or typed in. */
  'color-border': 'color-mix(in oklab, currentColor 54%, transparent)',
  /** A light tint behind icons, chips and placeholders. */
  'color-soft': 'color-mix(in oklab, currentColor 6%, transparent)',
  /** The ground of cards. */
  'color-surface': 'transparent',
  /** The tint of a selected row. */
  'color-selected': 'color-mix(in oklab, var(--_color-accent) 10%, transparent)',
  /** Money coming in. */
  'color-credit': 'oklch(from currentColor calc(0.47 + 0.34 * clamp(0, (l - 0.6) * 99, 1)) 0.115 165 / 1)',
  /** What needs the customer. */
  'color-warning': 'oklch(from currentColor calc(0.495 + 0.305 * clamp(0, (l - 0.6) * 99, 1)) 0.12 62 / 1)',
  /** What did not work. */
  'color-failure': 'oklch(from currentColor calc(0.51 + 0.26 * clamp(0, (l - 0.6) * 99, 1)) 0.15 25 / 1)',

  /** Second lines and headings of days, from the base size. */
  'font-size-small': 'max(0.867em, 12px)',
  /** Titles, from the base size. */
  'font-size-large': '1.3em',
  /** The first total, from the base size. */
  'font-size-display': '2em',

  /** Between things that belong to one another. */
  'space-tight': '4px',
  /** From a card's edge to what is in it. */
  'space-edge': '16px',
  /** Between cards. */
  'space-card': '12px',
  /** Between sections. */
  'space-section': '28px',

  /** The least height of a row. */
  'size-row': '56px',
  /** Logos and icons of categories. */
  'size-tile': '36px',
  /** The thickness of lines. */
  'size-line': '1px',
  /** Where day headings stick: the height of the host's own bar at the top. */
  'size-sticky-top': '0px',

  /** Corners of cards and notices. */
  'radius-card': '14px',
  /** Corners of logos and icons of categories. */
  'radius-tile': '10px',
  /** Corners of chips. */
  'radius-chip': '999px',

  /** The shadow of cards. */
  'shadow-card': 'none',
} as const;

export type Token = keyof typeof TOKENS;

/** Said in place of the defaults, never of what a host set, where the customer asks the system for more contrast. */
const MORE_CONTRAST: Partial<Record<Token, string>> = {
  'color-muted': 'currentColor',
  'color-line': 'color-mix(in oklab, currentColor 60%, transparent)',
  'color-border': 'currentColor',
};

const FORCED: Partial<Record<Token, string>> = {
  ...BUTTON_FORCED,
  'color-muted': 'CanvasText',
  'color-line': 'CanvasText',
  'color-border': 'ButtonBorder',
  'color-credit': 'CanvasText',
  'color-warning': 'CanvasText',
  'color-failure': 'CanvasText',
};

/** Makes every token readable inside an element, under its private name. */
export const tokens: CSSResult = tokenSheet(
  TOKENS,
  FORCED,
  `@media (prefers-contrast:more){:host{${declare(MORE_CONTRAST)}}}`,
);
