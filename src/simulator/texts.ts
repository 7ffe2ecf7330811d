/** What stands on the statement: a posting's text in the bank's language. */
import { postingKinds, type PostingKindName } from './data/kinds.js';
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
function isArabic(row: LedgerRow, style: TextStyle): boolean {
  return (row.reference % 1000) / 1000 < style.arabicShare;
}

type Fill = (row: LedgerRow, style: TextStyle) => string;

function cityOf({ reference }: LedgerRow, { region }: TextStyle) {
  return region.cities[reference % region.cities.length] ?? { name: '', arabic: '' };
}

function monthText(row: LedgerRow, months: readonly string[]): string {
  const { year, month } = calendarDay(row.day);
  return `${months[month - 1] ?? ''} ${String(year)}`;
}

const englishFills: Readonly<Record<string, Fill>> = {
  party: ({ party }) => party.name,
  PARTY: ({ party }) => party.name.toUpperCase(),
  city: (row, style) => cityOf(row, style).name,
  CITY: (row, style) => cityOf(row, style).name.toUpperCase(),
  country: (_, { region }) => region.textCountry,
  card: (_, { cardDigits }) => `4******${cardDigits}`,
  reference: ({ reference }) => String(reference),
  month: (row) => monthText(row, englishMonths),
  amount: ({ minor }, { currency }) => `${String(amountOf(Math.abs(minor), currency))} ${currency}`,
};

const arabicFills: Readonly<Record<string, Fill>> = {
  ...englishFills,
  party: ({ party }) => party.arabic,
  city: (row, style) => cityOf(row, style).arabic,
  card: (_, { cardDigits }) => cardDigits,
  month: (row) => monthText(row, arabicMonths),
};

/** A template cut up once, since a page has a hundred rows: texts at even places, fills at odd ones. */
function compile(template: string, fills: Readonly<Record<string, Fill>>): (string | Fill)[] {
  return template
    .split(/\{(\w+)\}/)
    .map((part, place) => (place % 2 === 0 ? part : (fills[part] ?? (() => ''))));
}

const templates = Object.fromEntries(
  Object.entries(postingKinds).map(([name, { english, arabic }]) => [
    name,
    { english: compile(english, englishFills), arabic: compile(arabic, arabicFills) },
  ]),
) as Record<PostingKindName, Record<'english' | 'arabic', (string | Fill)[]>>;

/** The bank's raw text. */
export function rowText(row: LedgerRow, style: TextStyle): string {
  if (style.isHostile) return hostileTexts[row.reference % hostileTexts.length] ?? '';
  const template = templates[row.kind][isArabic(row, style) ? 'arabic' : 'english'];
  let text = '';
  for (const part of template) text += typeof part === 'string' ? part : part(row, style);
  return text;
}

/** The other party's name in the row's language; Lean's insights and merchant fields give it without codes. */
export function partyText(row: LedgerRow, style: TextStyle): string {
  if (style.isHostile) return rowText(row, style);
  return isArabic(row, style) ? row.party.arabic : row.party.name;
}
