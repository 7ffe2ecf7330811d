import type { Answer, Page } from '../../domain/answer.js';
import type { Transaction } from '../../domain/transaction.js';
import { MAX_SIZE_HEADER } from '../../wire/contract.js';
import { decodeTransactionsAnswer } from '../../wire/transactions.js';
import type { Requester } from '../request.js';
import type { AccountRequest } from './balances.js';
import { callData } from './call.js';

/** Names one page of an account's history. Dates are inclusive days (`YYYY-MM-DD`); null leaves the bound out. */
export interface TransactionsRequest extends AccountRequest {
  from: string | null;
  to: string | null;
  /** Zero-based; Lean's first page is the oldest. */
  page: number;
  /** Rows per page; above 100 only where `maxSize` allows it. */
  size: number;
}

/** A page of a history, and the largest page the backend says it can serve (null when it says nothing). */
export type TransactionsAnswer = Answer<Page<Transaction>> & { maxSize: number | null };

/** `GET /accounts/{account_id}/transactions`: one page, with categories where the bank's data has them. */
export async function readTransactions(
  request: Requester,
  { accountId, entityId, from, to, page, size }: TransactionsRequest,
  signal?: AbortSignal,
): Promise<TransactionsAnswer> {
  const { answer, headers } = await callData({
    request,
    call: {
      method: 'GET',
      pattern: '/accounts/{account_id}/transactions',
      path: `accounts/${encodeURIComponent(accountId)}/transactions`,
      query: {
        entity_id: entityId,
        start_date: from,
        end_date: to,
        page: String(page),
        size: String(size),
        insights: 'true',
      },
    },
    subject: { accountId, entityId },
    decode: decodeTransactionsAnswer,
    signal,
  });
  return { ...answer, maxSize: maxSizeOf(headers) };
}

function maxSizeOf(headers: Headers): number | null {
  const size = headers.get(MAX_SIZE_HEADER)?.trim() ?? '';
  return /^[1-9]\d{0,5}$/.test(size) ? Number(size) : null;
}
