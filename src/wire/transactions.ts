import * as v from 'valibot';
import type { Answer, Page } from '../domain/answer.js';
import { categoryOf } from '../domain/category.js';
import { absoluteAmount, isNegative, negateAmount, type Money } from '../domain/money.js';
import type { Transaction, TransactionDirection, TransactionStatus } from '../domain/transaction.js';
import type { AnswerContext } from './context.js';
import { openEnvelope, pageOf } from './envelope.js';
import { decimal, flag, id, moneyOf, part, readItems, text, word } from './fields.js';
import { createRowKeys, type RowKeys } from './row-keys.js';

/** One transaction, v1 (`id`, `description`, signed `amount`) or v2 (`transaction_id`, `credit_debit_indicator`). */
export const TransactionSchema = v.object({
  transaction_id: id,
  id,
  entity_id: id,
  account_id: id,
  transaction_information: text,
  description: text,
  transaction_reference: text,
  /** v1: a signed number, its currency beside it. v2: unsigned, its currency inside. */
  amount: v.fallback(
    v.nullable(v.union([v.object({ amount: decimal, currency: text }), v.number(), v.string()])),
    null,
  ),
  currency_code: text,
  credit_debit_indicator: text,
  status: text,
  pending: flag,
  booking_date_time: text,
  timestamp: text,
  transaction_timestamp: text,
  value_date_time: text,
  value_timestamp: text,
  transaction_type: text,
  insights: part({ category: text, type: text }),
  merchant_details: part({ merchant_name: text }),
});
type WireTransaction = v.InferOutput<typeof TransactionSchema>;

const STATUSES: Readonly<Record<string, TransactionStatus>> = {
  BOOKED: 'booked',
  PENDING: 'pending',
  REJECTED: 'rejected',
};

const DIRECTIONS: Readonly<Record<string, TransactionDirection>> = { CREDIT: 'credit', DEBIT: 'debit' };

/**
 * Reads one page of `GET /accounts/{account_id}/transactions` of either generation. No row is dropped for a field
 * that is missing or cannot be read: an amount is then null, an enumeration `unknown` or null.
 */
export function decodeTransactionsAnswer(body: unknown, context: AnswerContext): Answer<Page<Transaction>> {
  return openEnvelope(body, context, (content) => {
    const sent = content['transactions'];
    const page = Array.isArray(sent) ? pageOf(content, sent as unknown[]) : null;
    if (!page) return null;
    const keys = createRowKeys(page.pageNumber);
    const items = readItems(page.items, TransactionSchema, (row) => decodeTransaction(row, context, keys));
    return items && { ...page, items };
  });
}

function decodeTransaction(sent: WireTransaction, context: AnswerContext, keyOf: RowKeys): Transaction {
  const description = sent.transaction_information ?? sent.description;
  const bookedAt = sent.booking_date_time ?? sent.timestamp ?? sent.transaction_timestamp ?? valueAtOf(sent);
  const moved = movedMoney(sent);
  const content = (): string =>
    JSON.stringify([moved.money?.amount, bookedAt, description, sent.transaction_reference]);
  return {
    transactionId: keyOf(sent.transaction_id ?? sent.id, content),
    accountId: context.accountId ?? sent.account_id,
    entityId: context.entityId ?? sent.entity_id,
    description,
    merchantName: sent.merchant_details?.merchant_name ?? null,
    reference: sent.transaction_reference,
    ...moved,
    status: statusOf(sent),
    bookedAt,
    valueAt: valueAtOf(sent),
    category: categoryOf(sent.insights?.category),
    type: word(sent.transaction_type) ?? word(sent.insights?.type ?? null),
  };
}

function valueAtOf(sent: WireTransaction): string | null {
  return sent.value_date_time ?? sent.value_timestamp;
}

function statusOf(sent: WireTransaction): TransactionStatus {
  const named = STATUSES[word(sent.status) ?? ''];
  if (named) return named;
  return sent.pending === null ? 'unknown' : sent.pending ? 'pending' : 'booked';
}

/** The indicator decides where there is one; else the sign, and a v1 amount always has its sign. */
function movedMoney(sent: WireTransaction): Pick<Transaction, 'money' | 'direction'> {
  const { amount } = sent;
  const isSigned = amount !== null && typeof amount !== 'object';
  const money = isSigned
    ? moneyOf(amount, sent.currency_code)
    : moneyOf(amount?.amount ?? null, amount?.currency ?? sent.currency_code);
  const named = DIRECTIONS[word(sent.credit_debit_indicator) ?? ''] ?? null;
  if (!money) return { money, direction: named };
  if (!named) return { money, direction: directionOfSign(money, isSigned) };
  const size = absoluteAmount(money.amount);
  return { money: { ...money, amount: named === 'debit' ? negateAmount(size) : size }, direction: named };
}

function directionOfSign({ amount }: Money, isSigned: boolean): TransactionDirection | null {
  if (isNegative(amount)) return 'debit';
  return isSigned && amount !== '0' ? 'credit' : null;
}
