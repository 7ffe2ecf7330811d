import { CATEGORIES } from '../domain/category.js';

/** What each setting and attribute takes, in words. */
const WANTED: Readonly<Record<string, string>> = {
  settings: 'an object',
  proxy: 'a URL as text',
  region: 'ae or sa',
  'time-zone': 'an IANA time zone such as Asia/Riyadh',
  numerals: 'latn or arab',
  'currency-display': 'code, symbol or name',
  credentials: 'same-origin or include',
  debug: 'true or false',
  'get-headers': 'a function',
  'get-link-session': 'a function',
  selection: 'single or none',
  from: 'a day that exists, as YYYY-MM-DD',
  to: 'a day that exists, as YYYY-MM-DD',
  category: `of ${CATEGORIES.join(', ')}`,
  direction: 'credit or debit',
  'booking-status': 'booked or pending',
  'min-amount': 'an amount such as 1250.50',
  'max-amount': 'an amount such as 1250.50',
  sort: 'newest, oldest, largest, smallest or name',
  'group-by': 'day or none',
  mode: 'scroll or pages',
  'page-size': 'a whole number from 1',
  accounts: 'a list of accounts, each with its accountId as text',
  transactions: 'a list of transactions, each with its transactionId as text',
};

const DATES = ['from', 'to'];
const LONGEST_QUOTE = 40;
const told = new Set<string>();

/** Says once in the console what cannot be read, by the code an error would have, and what could be. */
export function warnOfUnknown(where: Element | string, name: string, value: unknown): void {
  const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const wanted = WANTED[attribute];
  const isElement = typeof where !== 'string';
  const place = isElement ? `<${where.localName}>` : where;
  const written = isElement ? (where.getAttribute(attribute) ?? value) : value;
  const code = DATES.includes(name) ? 'invalid_date' : 'invalid_type';
  const text = wanted
    ? `${place} cannot read ${isElement ? attribute : name} ${quoted(written)}, which is left out: it must be ${wanted}.`
    : `${place} has no setting ${quoted(name)}.`;
  if (told.has(text)) return;
  told.add(text);
  console.warn(`lean-elements: ${code}: ${text}`);
}

/** Words only: what else a page may have given is nothing for a console. */
function quoted(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? `"${String(value).slice(0, LONGEST_QUOTE)}"`
    : `(${value === null ? 'null' : typeof value})`;
}
