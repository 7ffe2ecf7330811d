import { unsafeCSS, type CSSResult } from 'lit';

/**
 * What a host can restyle. Each line is one public variable, `--lean-<name>`, with its default; inside, the same
 * name is read as `--_<name>`. Surfaces, lines and quiet text are mixed from the page's own text colour, meaning
 * colours take the lightness that reads on the ground this text stands on, so that an unthemed element fits any page.
 */
export const TOKENS = {
  /** What can be pressed: filled buttons, the mark of a selection, progress. */
  'color-accent': 'light-dark(#0b6b57, #5fd4b1)',
  /** Text on the accent; black or white, whichever reads. */
  'color-on-accent': 'oklch(from var(--_color-accent) calc(1 - clamp(0, (l - 0.66) * 99, 1) * 0.85) 0 0)',
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
  /** The outer colour of the focus ring. */
  'color-focus': 'light-dark(#1d4ed8, #a8c7ff)',
  /** The inner colour of the focus ring, so that one of the two shows on any ground. */
  'color-focus-inner': 'light-dark(#ffffff, #0b0f14)',

  /** The family of all text. */
  'font-family': 'inherit',
  /** Running text, from the page's own size. */
  'font-size-base': 'max(0.9375em, 14px)',
  /** Second lines and headings of days, from the base size. */
  'font-size-small': 'max(0.867em, 12px)',
  /** Titles, from the base size. */
  'font-size-large': '1.3em',
  /** The first total, from the base size. */
  'font-size-display': '2em',
  /** Running text. */
  'font-weight-regular': '400',
  /** Names, amounts and titles. */
  'font-weight-strong': '600',
  /** Distance of lines, as a factor of their size. */
  'font-line-height': '1.5',
  /** The same in scripts that need more room, such as Arabic. */
  'font-line-height-tall': '1.7',

  /** Between things that belong to one another. */
  'space-tight': '4px',
  /** Between things in a line. */
  'space-near': '8px',
  /** Between the columns of a row. */
  'space-inner': '12px',
  /** From a card's edge to what is in it. */
  'space-edge': '16px',
  /** Between cards. */
  'space-card': '12px',
  /** Between sections. */
  'space-section': '28px',

  /** The least height of a row. */
  'size-row': '56px',
  /** The least height of what can be pressed. */
  'size-control': '44px',
  /** Logos and icons of categories. */
  'size-tile': '36px',
  /** Icons. */
  'size-icon': '20px',
  /** The thickness of lines. */
  'size-line': '1px',
  /** Where day headings stick: the height of the host's own bar at the top. */
  'size-sticky-top': '0px',

  /** Corners of cards and notices. */
  'radius-card': '14px',
  /** Corners of buttons and fields. */
  'radius-control': '10px',
  /** Corners of logos and icons of categories. */
  'radius-tile': '10px',
  /** Corners of chips. */
  'radius-chip': '999px',

  /** How long a change takes. */
  'motion-duration': '140ms',
  /** How a change runs. */
  'motion-easing': 'cubic-bezier(0.2, 0, 0, 1)',

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

/** Where the customer's own few colours are forced on every page, ours and the host's give way to their names. */
const FORCED: Partial<Record<Token, string>> = {
  'color-accent': 'ButtonText',
  'color-on-accent': 'ButtonFace',
  'color-muted': 'CanvasText',
  'color-line': 'CanvasText',
  'color-border': 'ButtonBorder',
  'color-credit': 'CanvasText',
  'color-warning': 'CanvasText',
  'color-failure': 'CanvasText',
  'color-focus': 'Highlight',
};

/** Makes every token readable inside an element, under its private name. */
export const tokens: CSSResult = unsafeCSS(
  `:host{${declare(TOKENS)}}` +
    `@media (prefers-contrast:more){:host{${declare(MORE_CONTRAST)}}}` +
    `@media (forced-colors:active){:host{${Object.entries(FORCED)
      .map(([name, value]) => `--_${name}:${value};`)
      .join('')}}}`,
);

function declare(values: Partial<Record<Token, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `--_${name}:var(--lean-${name},${value});`)
    .join('');
}
