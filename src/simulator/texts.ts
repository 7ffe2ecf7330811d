/** What stands on the statement: a posting's text in the bank's language. */
import { postingKinds } from './data/kinds.js';
import { hostileTexts } from './data/hostile.js';
import type { LedgerRow } from './ledger/posting.js';
import { calendarDay } from './ledger/calendar.js';
import { amountOf, type RegionFacts } from './regions.js';

/** How a bank writes. */
export interface TextStyle {
  region: RegionFacts;
  currency: string;
  /** The last four digits of the account's card. */
  cardDigits: string;
  /** Share of Arabic texts, 0 to 1. */
  arabicShare: number;
  isHostile: boolean;
}

const englishMonths = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const arabicMonths = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

/** Whether the bank writes this row in Arabic. */
export function isArabic(row: LedgerRow, style: TextStyle): boolean {
  return (row.reference % 1000) / 1000 < style.arabicShare;
}

/** The bank's raw text. */
export function rowText(row: LedgerRow, style: TextStyle): string {
  if (style.isHostile) return hostileTexts[row.reference % hostileTexts.length] ?? '';
  const inArabic = isArabic(row, style);
  const kind = postingKinds[row.kind];
  const cities = style.region.cities;
  const city = cities[row.reference % cities.length] ?? { name: '', arabic: '' };
  const { year, month } = calendarDay(row.day);
  const monthName = (inArabic ? arabicMonths : englishMonths)[month - 1] ?? '';
  const fills: Record<string, string> = {
    party: inArabic ? row.party.arabic : row.party.name,
    PARTY: row.party.name.toUpperCase(),
    city: inArabic ? city.arabic : city.name,
    CITY: city.name.toUpperCase(),
    country: style.region.textCountry,
    card: `${inArabic ? '' : '4******'}${style.cardDigits}`,
    reference: String(row.reference),
    month: `${monthName} ${String(year)}`,
    amount: `${amountOf(Math.abs(row.minor), style.currency).toString()} ${style.currency}`,
  };
  return (inArabic ? kind.arabic : kind.english).replace(
    /\{(\w+)\}/g,
    (_, name: string) => fills[name] ?? '',
  );
}

/** The text without codes, as Lean's insights give it. */
export function cleansedText(row: LedgerRow, style: TextStyle): string {
  if (style.isHostile) return rowText(row, style);
  return isArabic(row, style) ? row.party.arabic : row.party.name;
}
