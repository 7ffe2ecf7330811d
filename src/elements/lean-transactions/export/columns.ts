import type { Transaction } from '../../../domain/transaction.js';
import type { CsvColumn } from './csv.js';

/** What of a transaction can be exported, in the order in which it is offered. */
export const CSV_FIELDS = [
  'day',
  'valueDay',
  'description',
  'merchant',
  'reference',
  'amount',
  'currency',
  'direction',
  'status',
  'category',
  'type',
  'account',
  'transactionId',
] as const;

export type CsvField = (typeof CSV_FIELDS)[number];

/** The words of the reader's language, and what only the element knows. */
export interface CsvWords {
  titles: Readonly<Record<CsvField, string>>;
  /** Days as `YYYY-MM-DD` in the bank's zone: the form that every spreadsheet reads alike. */
  day: (transaction: Transaction) => string | null;
  valueDay: (transaction: Transaction) => string | null;
  direction: (transaction: Transaction) => string | null;
  status: (transaction: Transaction) => string | null;
  category: (transaction: Transaction) => string | null;
  account: (transaction: Transaction) => string | null;
}

/** The columns of these fields, in their order. */
export function csvColumns(fields: readonly CsvField[], words: CsvWords): CsvColumn<Transaction>[] {
  const values: Readonly<Record<CsvField, (transaction: Transaction) => string | null>> = {
    day: words.day,
    valueDay: words.valueDay,
    description: ({ description }) => description,
    merchant: ({ merchantName }) => merchantName,
    reference: ({ reference }) => reference,
    amount: ({ money }) => money?.amount ?? null,
    currency: ({ money }) => money?.currency ?? null,
    direction: words.direction,
    status: words.status,
    category: words.category,
    type: ({ type }) => type,
    account: words.account,
    transactionId: ({ transactionId }) => transactionId,
  };
  return fields.map((field) => ({
    title: words.titles[field],
    value: values[field],
    isNumber: field === 'amount',
  }));
}
