import type { Category } from './category.js';
import type { Money } from './money.js';

export type TransactionDirection = 'credit' | 'debit';
export type TransactionStatus = 'booked' | 'pending' | 'rejected' | 'unknown';

/** One line of an account's history. */
export interface Transaction {
  transactionId: string;
  accountId: string | null;
  entityId: string | null;
  /** The bank's text, untouched; null when it sent none. */
  description: string | null;
  merchantName: string | null;
  reference: string | null;
  /** Signed: money out is negative. Null when the bank's amount cannot be read. */
  money: Money | null;
  /** Null when neither sign nor indicator tells. */
  direction: TransactionDirection | null;
  status: TransactionStatus;
  /** When it was booked (or made, for a pending one), as the bank sent it; its day is read in the bank's zone. */
  bookedAt: string | null;
  valueAt: string | null;
  category: Category | null;
  /** Lean's `transaction_type` or, in v1, `insights.type`; upper case. */
  type: string | null;
}
