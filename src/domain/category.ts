/** Lean's sixteen insight categories. */
export const CATEGORIES = [
  'BANK_FEES_AND_CHARGES',
  'CHARITY',
  'EDUCATION',
  'ENTERTAINMENT',
  'GOVERNMENT',
  'GROCERIES',
  'HEALTH_AND_WELLBEING',
  'LOANS_AND_INVESTMENT',
  'RENT_AND_SERVICES',
  'RESTAURANTS_DINING',
  'RETAIL',
  'SALARY_AND_REVENUE',
  'TRANSFER',
  'TRANSPORT',
  'TRAVEL',
  'OTHER',
] as const;

export type Category = (typeof CATEGORIES)[number];

const ALIASES: Readonly<Record<string, Category>> = { LOANS_AND_INVESTMENTS: 'LOANS_AND_INVESTMENT' };

/** The category of a word from either of Lean's generations; null when there is none or it is unknown. */
export function categoryOf(word: string | null | undefined): Category | null {
  const upper = (word ?? '').trim().toUpperCase();
  return CATEGORIES.find((category) => category === upper) ?? ALIASES[upper] ?? null;
}
