import { dateInZone, dayAt } from '../../../domain/calendar.js';
import type { Transaction } from '../../../domain/transaction.js';
import type { StatementMessages } from '../../../i18n/en-statement.js';
import { accountLabel } from '../../shared/account-label.js';
import type { FoundRows } from '../statement/found-rows.js';
import type { TextContext } from '../statement/row-texts.js';
import { csvColumns, type CsvField, type CsvWords } from './columns.js';
import { writeCsv, type CsvOptions } from './csv.js';

/** The found rows as a CSV file in the reader's words. */
export function writeFile(
  found: FoundRows,
  fields: readonly CsvField[],
  text: TextContext,
  options: CsvOptions,
): Promise<Blob> {
  return writeCsv(transactions(found), csvColumns(fields, wordsOf(text)), options);
}

/** `transactions-2026-11-23.csv`, in the reader's language. */
export function fileName({ words, now, zoneOf }: TextContext): string {
  return `${words.exports.file}-${dayAt(now, zoneOf(null))}.csv`;
}

/** What columns are called. */
export function titlesOf({ fields }: StatementMessages): Readonly<Record<CsvField, string>> {
  return {
    day: fields.booked,
    valueDay: fields.value,
    description: fields.description,
    merchant: fields.merchant,
    reference: fields.reference,
    amount: fields.amount,
    currency: fields.currency,
    direction: fields.direction,
    status: fields.status,
    category: fields.category,
    type: fields.type,
    account: fields.account,
    transactionId: fields.id,
  };
}

/** Signs that keep a number in place on the screen. */
const STEERING = /[\u2066-\u2069]/g;

function* transactions({ rows, table }: FoundRows): Generator<Transaction, void> {
  for (const row of rows.slice()) yield table.row(row);
}

function wordsOf({ messages, words, zoneOf, accountOf }: TextContext): CsvWords {
  const day = (text: string | null, accountId: string | null): string | null =>
    text === null ? null : dateInZone(text, zoneOf(accountId));
  return {
    titles: titlesOf(words),
    day: ({ bookedAt, accountId }) => day(bookedAt, accountId),
    valueDay: ({ valueAt, accountId }) => day(valueAt, accountId),
    direction: ({ direction }) => direction && messages.directions[direction],
    status: ({ status }) => messages.transactionStatuses[status],
    category: ({ category }) => category && messages.categories[category],
    account({ accountId }) {
      const account = accountOf(accountId);
      return account && accountLabel(account, messages).replace(STEERING, '');
    },
  };
}
