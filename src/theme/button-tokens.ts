import { unsafeCSS, type CSSResult } from 'lit';

/** The tokens that the connect button is drawn with at first; the others, and what all are for, are in `tokens.ts`. */
export const BUTTON_TOKENS = {
  /** What can be pressed: filled buttons, the mark of a selection, progress. */
  'color-accent': 'light-dark(#0b6b57, #5fd4b1)',
  /** Text on the accent; black or white, whichever reads. */
  'color-on-accent': 'oklch(from var(--_color-accent) calc(1 - clamp(0, (l - 0.66) * 99, 1) * 0.85) 0 0)',
  /** The outer colour of the focus ring. */
  'color-focus': 'light-dark(#1d4ed8, #a8c7ff)',
  /** The inner colour of the focus ring, so that one of the two shows on any ground. */
  'color-focus-inner': 'light-dark(#ffffff, #0b0f14)',

  /** The family of all text. */
  'font-family': 'inherit',
  /** Running text, from the page's own size. */
  'font-size-base': 'max(0.9375em, 14px)',
  /** Running text. */
  'font-weight-regular': '400',
  /** Names, amounts and titles. */
  'font-weight-strong': '600',
  /** Distance of lines, as a factor of their size. */
  'font-line-height': '1.5',
  /** The same in scripts that need more room, such as Arabic. */
  'font-line-height-tall': '1.7',

  /** Between things in a line. */
  'space-near': '8px',
  /** Between the columns of a row. */
  'space-inner': '12px',

  /** The least height of what can be pressed. */
  'size-control': '44px',
  /** Icons. */
  'size-icon': '20px',

  /** Corners of buttons and fields. */
  'radius-control': '10px',

  /** How long a change takes. */
  'motion-duration': '140ms',
  /** How a change runs. */
  'motion-easing': 'cubic-bezier(0.2, 0, 0, 1)',
} as const;

/** Where the customer's own few colours are forced on every page, ours and the host's give way to their names. */
export const BUTTON_FORCED = {
  'color-accent': 'ButtonText',
  'color-on-accent': 'ButtonFace',
  'color-focus': 'Highlight',
};

type Values = Readonly<Record<string, string>>;

/** Makes tokens readable inside an element, under their private names. */
export function tokenSheet(values: Values, forced: Values, more = ''): CSSResult {
  return unsafeCSS(
    `:host{${declare(values)}}${more}` +
      `@media (forced-colors:active){:host{${lines(forced, (_, value) => value)}}}`,
  );
}

/** Each under its private name, which a host sets by the public one. */
export function declare(values: Values): string {
  return lines(values, (name, value) => `var(--lean-${name},${value})`);
}

function lines(values: Values, of: (name: string, value: string) => string): string {
  return Object.entries(values)
    .map(([name, value]) => `--_${name}:${of(name, value)};`)
    .join('');
}

export const buttonTokens = tokenSheet(BUTTON_TOKENS, BUTTON_FORCED);
