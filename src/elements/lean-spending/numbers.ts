import { byLanguage } from './by-language.js';

/** Numbers that are for the eye, in one language; what is exact stands beside them. */
export interface RoundNumbers {
  /** `400K` for 400,000. */
  readonly compact: (value: number) => string;
  /** `12%` for 0.12; what is not nothing is never 0. */
  readonly share: (value: number) => string;
}

export const roundNumbersOf = byLanguage((locale): RoundNumbers => {
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    compact: (value) => short.format(value),
    share: (value) => (value > 0 && value < 0.005 ? `<${percent.format(0.01)}` : percent.format(value)),
  };
});

/** A length in hundredths of a picture's width, as SVG takes it. */
export function ofWidth(hundredths: number): string {
  return `${String(hundredths)}%`;
}
