/** Turns any CSS colour into one Lean's SDK can read; it throws on all others when it opens (facts §2.6). */

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const LEGACY_RGB = /^rgba?\(\s*[\d.]+%?\s*(?:,\s*[\d.]+%?\s*){2,3}\)$/i;

/** The colour as `#rrggbb`, `rgb(r, g, b)` or `rgba(r, g, b, a)`; null when it is none. Names of the page's own
 * (`var()`, `currentcolor`) mean what they mean at `host`. */
export function resolveColor(value: string, host: HTMLElement): string | null {
  const text = value.trim();
  if (HEX.test(text) || (LEGACY_RGB.test(text) && CSS.supports('color', text))) return text;
  if (!CSS.supports('color', text)) return null;
  return computed(host, (style) => {
    style.backgroundColor = text;
    style.borderTopColor = `color-mix(in srgb, ${text} 100%, ${text})`;
    return (probe) => {
      // A variable that holds no colour leaves the initial value behind.
      const isLost = text.includes('var(') && probe.backgroundColor === 'rgba(0, 0, 0, 0)';
      return isLost ? null : (legacyOf(probe.backgroundColor) ?? legacyOf(probe.borderTopColor));
    };
  });
}

/** A background: a colour, or a `linear-gradient()` with its variables filled in; null when it is neither. */
export function resolveBackground(value: string, host: HTMLElement): string | null {
  const text = value.trim();
  if (!text.startsWith('linear-gradient(')) return resolveColor(text, host);
  if (!CSS.supports('background-image', text)) return null;
  if (!text.includes('var(')) return text;
  return computed(host, (style) => {
    style.backgroundImage = text;
    return ({ backgroundImage }) => (backgroundImage === 'none' ? null : backgroundImage);
  });
}

type Read = (style: CSSStyleDeclaration) => string | null;

/** What a style comes to at a place of the page; set through the object model, which no policy forbids. */
function computed(host: HTMLElement, set: (style: CSSStyleDeclaration) => Read): string | null {
  const probe = document.createElement('span');
  const read = set(probe.style);
  probe.hidden = true;
  (host.shadowRoot ?? host).append(probe);
  try {
    return read(getComputedStyle(probe));
  } finally {
    probe.remove();
  }
}

/** `rgb()` as browsers compute it, or `color(srgb r g b / a)` as they mix it, with commas. */
function legacyOf(color: string): string | null {
  if (LEGACY_RGB.test(color)) return color;
  const match = /^color\(srgb ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)(?: \/ ([\d.e-]+))?\)$/.exec(color);
  if (match === null) return null;
  const [red, green, blue] = match
    .slice(1, 4)
    .map((part) => Math.round(Math.min(1, Math.max(0, Number(part))) * 255));
  const alpha = match[4];
  const channels = `${String(red)}, ${String(green)}, ${String(blue)}`;
  return alpha === undefined ? `rgb(${channels})` : `rgba(${channels}, ${alpha})`;
}
