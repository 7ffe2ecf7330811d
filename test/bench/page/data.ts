/** Seeded transactions as a bank of the Gulf sends them: three years, newest first, a quarter in Arabic. */
import { CATEGORIES } from '../../../src/domain/category.js';
import type { Transaction } from '../../../src/domain/transaction.js';

const NEWEST = Date.UTC(2026, 10, 22);
const DAYS = 3 * 365;
const DAY_MS = 86_400_000;

/** Merchant in English and Arabic; what banks write around it differs. */
const MERCHANTS = [
  ['Carrefour', 'كارفور'],
  ['Lulu Hypermarket', 'لولو هايبرماركت'],
  ['Noon', 'نون'],
  ['Careem', 'كريم'],
  ['ADNOC', 'أدنوك'],
  ['Dubai Mall', 'دبي مول'],
  ['Etisalat', 'اتصالات'],
  ['Al Baik', 'البيك'],
  ['Emirates Airline', 'طيران الإمارات'],
  ['Jarir Bookstore', 'مكتبة جرير'],
] as const;

const TYPES = ['POS', 'E_COMMERCE', 'LOCAL_BANK_TRANSFER'] as const;

/** The same numbers every time: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rows `first` to before `end` of a history of `count`, as domain objects. */
export function transactions(count: number, first = 0, end = count): Transaction[] {
  return Array.from({ length: end - first }, (_, each) => transaction(first + each, count));
}

function transaction(index: number, count: number): Transaction {
  const random = createRandom(index + 1);
  const [english, arabic] = pick(MERCHANTS, random);
  const isCredit = random() < 0.12;
  const number = String(Math.floor(random() * 900_000) + 100_000);
  const isArabic = random() < 0.25;
  const bookedAt = `${dayText(index, count)}T00:00:00Z`;
  const amount = `${String(Math.floor(random() * 4000) + 1)}.${String(Math.floor(random() * 90) + 10)}`;
  return {
    transactionId: uuid(random),
    accountId: 'account-1',
    entityId: 'entity-1',
    description: isArabic
      ? `شراء من ${arabic} رقم ${number}`
      : `POS ${english.toUpperCase()} DUBAI ${number}`,
    merchantName: random() < 0.6 ? english : null,
    reference: `FT${number}${String(index % 10_000).padStart(4, '0')}`,
    money: { amount: (isCredit ? amount : `-${amount}`).replace(/0$/, ''), currency: 'AED' },
    direction: isCredit ? 'credit' : 'debit',
    status: index < 3 ? 'pending' : 'booked',
    bookedAt,
    valueAt: bookedAt,
    category: pick(CATEGORIES, random),
    type: pick(TYPES, random),
  };
}

function pick<Item>(list: readonly Item[], random: () => number): Item {
  return list[Math.floor(random() * list.length)] as Item;
}

function dayText(index: number, count: number): string {
  const days = Math.floor((index * DAYS) / Math.max(count, DAYS * 3));
  return new Date(NEWEST - days * DAY_MS).toISOString().slice(0, 10);
}

function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** One page of `GET /accounts/{id}/transactions` as Lean's v2 answers it, oldest row first. */
export function transactionsBody(rows: readonly Transaction[], page = 0, totalPages = 1): unknown {
  return {
    status: 'OK',
    results_id: `results-${String(page)}`,
    message: 'Data successfully retrieved',
    timestamp: '2026-11-22T08:00:00Z',
    data: {
      type: 'transactions',
      transactions: [...rows].reverse().map(wireTransaction),
      page: {
        number: page,
        size: rows.length,
        total_elements: rows.length * totalPages,
        total_pages: totalPages,
      },
    },
  };
}

function wireTransaction(row: Transaction): unknown {
  const { amount, currency } = row.money ?? { amount: '0', currency: 'AED' };
  return {
    transaction_id: row.transactionId,
    account_id: row.accountId,
    transaction_information: row.description,
    transaction_reference: row.reference,
    amount: { amount: amount.replace('-', ''), currency },
    credit_debit_indicator: row.direction === 'credit' ? 'CREDIT' : 'DEBIT',
    status: row.status === 'pending' ? 'PENDING' : 'BOOKED',
    booking_date_time: row.bookedAt,
    value_date_time: row.valueAt,
    transaction_type: row.type,
    insights: { category: row.category, type: row.type },
    merchant_details: { merchant_name: row.merchantName },
  };
}
