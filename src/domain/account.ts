import type { CalendarDate } from './calendar.js';
import type { Money } from './money.js';

/** What kind of account it is; both of Lean's generations map to these words. */
export type AccountType =
  | 'current'
  | 'savings'
  | 'credit'
  | 'charge-card'
  | 'prepaid'
  | 'e-money'
  | 'loan'
  | 'mortgage'
  | 'call'
  | 'unknown';

/** Whether the bank still runs the account. */
export type AccountStatus = 'enabled' | 'disabled' | 'pending' | 'deleted' | 'unknown';

/** One account at one bank. */
export interface Account {
  accountId: string;
  /** The entity it was read through; null in data handed over by the host. */
  entityId: string | null;
  bankIdentifier: string | null;
  name: string | null;
  type: AccountType;
  status: AccountStatus;
  holderName: string | null;
  /** ISO 4217 code in upper case, empty when the bank sent none. */
  currency: string;
  /** Without spaces; found by its scheme name, never by position. */
  iban: string | null;
  /** The bank's own number or a masked card number, when there is no IBAN. */
  accountNumber: string | null;
  /** What a card may owe and has to pay next; null when the bank told nothing of it. */
  credit: AccountCredit | null;
}

/** The terms of a card; each is null when the bank sent none. */
export interface AccountCredit {
  limit: Money | null;
  /** When the next payment is due. */
  dueDate: CalendarDate | null;
  dueAmount: Money | null;
}

const TYPES: Readonly<Record<string, AccountType>> = {
  CHECKINGS: 'current',
  CHECKING: 'current',
  CURRENT: 'current',
  SAVINGS: 'savings',
  SAVING: 'savings',
  CREDIT: 'credit',
  CREDIT_CARD: 'credit',
  CHARGE_CARD: 'charge-card',
  PREPAID: 'prepaid',
  EMONEY: 'e-money',
  LOAN: 'loan',
  PERSONAL_LOAN: 'loan',
  MORTGAGE: 'mortgage',
  CALL: 'call',
};

/** The account type of a word from either of Lean's generations (`Checkings`, `CURRENT`). */
export function accountTypeOf(word: string | null | undefined): AccountType {
  return TYPES[(word ?? '').trim().toUpperCase()] ?? 'unknown';
}
