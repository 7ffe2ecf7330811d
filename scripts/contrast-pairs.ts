/**
 * What stands on what in the default look, and how well it can be told apart. `measurePairs` runs inside a page and
 * is handed over as text, so it uses nothing from outside itself.
 */

/** Pages as hosts make them; the last two never say `color-scheme`. */
export const GROUNDS: Readonly<Record<string, string>> = {
  white: 'color-scheme: light; background: #ffffff; color: #1d1d1f',
  dark: 'color-scheme: dark; background: #12161c; color: #e9edf2',
  sepia: 'background: #f8f1e0; color: #33291c',
  navy: 'background: #14213d; color: #f2f4f8',
};

/** One pair: a colour, the layers below it down to the page, and the least ratio WCAG 2.2 AA asks of it. */
export interface Pair {
  name: string;
  color: string;
  /** From the page upwards; without one, the page itself. */
  on?: string[];
  /** 4.5 for text (1.4.3), 3 for edges and marks (1.4.11). */
  least: number;
}

const tint = (color: string, share: number) => `color-mix(in oklab, ${color} ${String(share)}%, transparent)`;
const token = (name: string) => `var(--_color-${name})`;

const TEXTS = ['currentColor', token('muted'), token('credit'), token('warning'), token('failure')];
const SURFACES = {
  page: [],
  surface: [token('surface')],
  soft: [token('soft')],
  selected: [token('selected')],
};
const nameOf = (color: string): string => /--_color-([\w-]+)/.exec(color)?.[1] ?? 'text';

/** Every pair that the styles put on screen. */
export const PAIRS: readonly Pair[] = [
  ...TEXTS.flatMap((color) =>
    Object.entries(SURFACES).map(([on, layers]) => ({
      name: `${nameOf(color)} on ${on}`,
      color,
      on: layers,
      least: 4.5,
    })),
  ),
  { name: 'on-accent on accent', color: token('on-accent'), on: [token('accent')], least: 4.5 },
  ...['warning', 'failure'].flatMap((tone) => [
    { name: `${tone} on its chip`, color: token(tone), on: [tint(token(tone), 12)], least: 4.5 },
    { name: `text on ${tone} notice`, color: 'currentColor', on: [tint(token(tone), 9)], least: 4.5 },
    { name: `muted on ${tone} notice`, color: token('muted'), on: [tint(token(tone), 9)], least: 4.5 },
  ]),
  { name: 'border on page', color: token('border'), least: 3 },
  { name: 'warning icon on its notice', color: token('warning'), on: [tint(token('warning'), 9)], least: 3 },
  { name: 'outer ring on inner ring', color: token('focus'), on: [token('focus-inner')], least: 3 },
];

/** The declarations of a sheet's first rule; throws where there is none, as nothing would be measured. */
export function declarationsOf(css: string): string {
  const [, found] = /\{([^}]*)\}/.exec(css) ?? [];
  if (found === undefined) throw new Error('The sheet has no rule.');
  return found;
}

/** A pair as measured. */
export interface Measured {
  name: string;
  ratio: number;
  least: number;
}

/** The pairs' contrast on one page (its style) with the tokens' declarations, in the document of whoever calls. */
export function measurePairs(pairs: readonly Pair[], tokens: string, page: string): Measured[] {
  type Colour = readonly number[];
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser has no canvas.');

  /** Layers over one another, in sRGB as a screen shows them. */
  const paint = (layers: readonly string[]): Colour => {
    for (const layer of layers) {
      pen.fillStyle = layer;
      pen.fillRect(0, 0, 1, 1);
    }
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const style = document.createElement('style');
  style.textContent = `.contrast-page { ${page} } .contrast-host { all: unset; display: block; ${tokens} }`;
  const ground = document.createElement('div');
  ground.className = 'contrast-page';
  const host = document.createElement('div');
  host.className = 'contrast-host';
  ground.append(host);
  document.body.append(style, ground);
  const resolve = (colour: string): string => {
    host.style.outlineColor = colour;
    return getComputedStyle(host).outlineColor;
  };
  try {
    const below = ['white', getComputedStyle(ground).backgroundColor];
    return pairs.map(({ name, color, on = [], least }) => {
      const layers = [...below, ...on.map(resolve)];
      const [dark = 0, light = 0] = [
        luminance(paint(layers)),
        luminance(paint([...layers, resolve(color)])),
      ].sort((one, other) => one - other);
      return { name, ratio: (light + 0.05) / (dark + 0.05), least };
    });
  } finally {
    style.remove();
    ground.remove();
  }
}
