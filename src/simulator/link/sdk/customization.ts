/** `customization` as Lean documents it (facts §2.6): which colours are taken, and what they turn into. */

const COLOURS = [
  'theme_color',
  'theme_color_dark',
  'button_text_color',
  'button_text_color_dark',
  'link_color',
  'overlay_color',
];
const BACKGROUNDS = ['dialog_background_color_light', 'dialog_background_color_dark'];

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const RGB = /^rgba?\(\s*\d+(?:\.\d+)?%?\s*(?:,\s*\d+(?:\.\d+)?%?\s*){2}(?:,\s*\d*\.?\d+%?\s*)?\)$/i;
const NOT_A_NAME =
  /^(?:inherit|initial|unset|revert|currentcolor|accentcolor\w*|canvas\w*|link\w*|visited\w*|active\w*|button\w*|field\w*|highlight\w*|selecteditem\w*|mark\w*|graytext)$/i;

function isColour(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const text = value.trim();
  if (HEX.test(text) || RGB.test(text)) return true;
  return /^[a-z]+$/i.test(text) && !NOT_A_NAME.test(text) && CSS.supports('color', text);
}

function isBackground(value: unknown): boolean {
  if (isColour(value)) return true;
  return (
    typeof value === 'string' && value.startsWith('linear-gradient(') && CSS.supports('background', value)
  );
}

/**
 * Refuses colours the SDK cannot read.
 * @throws Error whose message begins with `CONFIG_ERROR__INVALID_PARAM_TYPE`, as the real SDK does when it opens.
 */
export function assertColours(customization: Record<string, unknown>): void {
  const refused = (name: string, isRight: (value: unknown) => boolean) =>
    customization[name] !== undefined && customization[name] !== null && !isRight(customization[name]);
  const bad = [
    ...COLOURS.filter((name) => refused(name, isColour)),
    ...BACKGROUNDS.filter((name) => refused(name, isBackground)),
  ];
  if (bad.length > 0) throw new Error(`CONFIG_ERROR__INVALID_PARAM_TYPE: customization.${bad.join(', ')}`);
}

/** The look of one opening, ready for the style sheet. */
export interface Theme {
  isDark: boolean;
  isContained: boolean;
  variables: Record<string, string>;
}

/** Lays the customer's choices over the double's own look; appearance follows the system unless forced. */
export function themeOf(customization: Record<string, unknown>): Theme {
  const forced = customization['force_appearance'];
  const isDark =
    forced === 'dark' || (forced !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const text = (name: string) => {
    const value = customization[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const theme = (isDark ? text('theme_color_dark') : undefined) ?? text('theme_color');
  const buttonText = (isDark ? text('button_text_color_dark') : undefined) ?? text('button_text_color');
  return {
    isDark,
    isContained: customization['dialog_mode'] !== 'uncontained',
    variables: {
      '--theme': theme ?? (isDark ? '#5cc2ab' : '#0c6b58'),
      '--button-text': buttonText ?? (isDark ? '#0d1513' : '#ffffff'),
      '--link': text('link_color') ?? theme ?? (isDark ? '#7fd4c1' : '#0c6b58'),
      '--overlay': text('overlay_color') ?? 'rgba(15, 23, 30, 0.56)',
      '--dialog':
        text(isDark ? 'dialog_background_color_dark' : 'dialog_background_color_light') ??
        (isDark ? '#171d1c' : '#ffffff'),
      '--radius': radiusOf(customization['button_border_radius']),
    },
  };
}

function radiusOf(value: unknown): string {
  if (value === 'pill') return '999px';
  const pixels = Number(value ?? 10);
  return Number.isFinite(pixels) && value !== '' && pixels >= 0 ? `${String(pixels)}px` : '10px';
}
