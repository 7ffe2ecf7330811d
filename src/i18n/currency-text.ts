import type { CurrencyDisplay, CurrencyText } from './money-format.js';

/** The signs of the two currencies Lean serves: Unicode 18 (dirham) and 17 (riyal), in few fonts yet. */
export const NEW_SIGNS: Readonly<Record<string, string>> = { AED: '\u20c3', SAR: '\u20c1' };

/** A place for a currency sign that Unicode has not given away: it is drawn as what a font does not have. */
const NO_SIGN = '\u20cf';

const drawable = new Set<string>();

/**
 * Finds out which of the new signs this page can draw: brings the page's own web font for them, where it has one,
 * then looks whether they come out as anything but the box for a missing character. Resolves also where it cannot
 * tell; a sign is then not used.
 */
export async function lookForSigns(): Promise<void> {
  const font = `100px ${getComputedStyle(document.body).fontFamily}`;
  const signs = Object.values(NEW_SIGNS);
  // Rejects where the font does not come; the page's other fonts may still have the sign.
  await Promise.allSettled([document.fonts.load(font, signs.join(''))]);
  for (const sign of signs) if (canDraw(sign, font)) drawable.add(sign);
}

/**
 * Whether a character has a shape in a font or those behind it. Told by its width, as the boxes for two missing
 * characters are equally wide, whatever a browser writes in them; in a font whose characters all are, the answer is no.
 */
export function canDraw(character: string, font: string): boolean {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return false;
  pen.font = font;
  return pen.measureText(character).width !== pen.measureText(NO_SIGN).width;
}

/** How currencies are written beside amounts in a language; a code that Intl does not take stays as it is. */
export function currencyTextOf(locale: string, display: CurrencyDisplay): CurrencyText {
  const known = new Map<string, Intl.NumberFormat | null>();
  const isName = display === 'name';
  const isCurrencyLast = isName && !/^(ar|fa|he|ur)\b/.test(locale);

  function formatOf(currency: string): Intl.NumberFormat | null {
    let format = known.get(currency);
    if (format === undefined) {
      format = createFormat(locale, currency, display);
      known.set(currency, format);
    }
    return format;
  }

  return ({ amount, currency }) => {
    const sign = NEW_SIGNS[currency];
    if (!isName && sign !== undefined) {
      return { currency: drawable.has(sign) ? sign : currency, isCurrencyLast };
    }
    // A name has the number's plural form.
    const parts = formatOf(currency)?.formatToParts(amount as Intl.StringNumericLiteral);
    return { currency: parts?.find(({ type }) => type === 'currency')?.value ?? currency, isCurrencyLast };
  };
}

function createFormat(
  locale: string,
  currency: string,
  currencyDisplay: CurrencyDisplay,
): Intl.NumberFormat | null {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
  } catch {
    // A RangeError is how Intl says that a code is malformed; the bank may send anything.
    return null;
  }
}
