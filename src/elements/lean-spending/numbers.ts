/** Numbers that are for the eye, in one language; what is exact stands beside them. */
export interface RoundNumbers {
  /** `400K` for 400,000. */
  readonly compact: (value: number) => string;
  /** `12%` for 0.12; what is not nothing is never 0. */
  readonly share: (value: number) => string;
}

const made = new Map<string, RoundNumbers>();

/** Made once for each language: a picture is drawn anew with every move of the pointer. */
export function roundNumbersOf(locale: string): RoundNumbers {
  let numbers = made.get(locale);
  if (!numbers) {
    numbers = createNumbers(locale);
    made.set(locale, numbers);
  }
  return numbers;
}

function createNumbers(locale: string): RoundNumbers {
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    compact: (value) => short.format(value),
    share: (value) => (value > 0 && value < 0.005 ? `<${percent.format(0.01)}` : percent.format(value)),
  };
}
