import { instantOf } from './calendar.js';
import type { Money } from './money.js';

/** Lean's thirteen balance types, ISO 20022 words; `BALANCE` stands for v1, which has one untyped balance. */
export type BalanceType =
  | 'INTERIM_AVAILABLE'
  | 'CLOSING_AVAILABLE'
  | 'OPENING_AVAILABLE'
  | 'FORWARD_AVAILABLE'
  | 'EXPECTED'
  | 'INTERIM_BOOKED'
  | 'CLOSING_BOOKED'
  | 'OPENING_BOOKED'
  | 'PREVIOUSLY_CLOSED_BOOKED'
  | 'INTERIM_CLEARED'
  | 'CLOSING_CLEARED'
  | 'OPENING_CLEARED'
  | 'INFORMATION'
  | 'BALANCE';

/** What a balance means to the customer. */
export type BalanceKind = 'available' | 'booked' | 'cleared' | 'expected' | 'information' | 'balance';

/** One balance; its money is signed: what is owed is negative. */
export interface Balance {
  /** Upper case as Lean names it; a type we do not know stays as it came. */
  type: string;
  money: Money;
  /** ISO 8601 instant at which the bank reckoned it, or null. */
  at: string | null;
  /** The credit limit behind the account, when the bank gives one. */
  creditLimit: Money | null;
}

/** The order in which a balance is chosen when the page sets none: what can be spent now, then what is booked. */
export const BALANCE_PREFERENCE: readonly BalanceType[] = [
  'BALANCE',
  'INTERIM_AVAILABLE',
  'CLOSING_AVAILABLE',
  'OPENING_AVAILABLE',
  'EXPECTED',
  'INTERIM_BOOKED',
  'CLOSING_BOOKED',
  'INTERIM_CLEARED',
  'CLOSING_CLEARED',
  'OPENING_BOOKED',
  'OPENING_CLEARED',
  'PREVIOUSLY_CLOSED_BOOKED',
  'FORWARD_AVAILABLE',
  'INFORMATION',
];

/** The balance to show: the first of the preferred types that is there, the newest of several; else the first at all. */
export function chooseBalance(
  balances: readonly Balance[],
  preference: readonly string[] = BALANCE_PREFERENCE,
): Balance | null {
  for (const type of [...preference, ...BALANCE_PREFERENCE]) {
    const [newest] = balances
      .filter((balance) => balance.type === type)
      .sort((left, right) => (instantOf(right.at) ?? 0) - (instantOf(left.at) ?? 0));
    if (newest) return newest;
  }
  return balances[0] ?? null;
}

/** The customer's word for a balance type. */
export function balanceKindOf(type: string): BalanceKind {
  if (type.endsWith('_AVAILABLE')) return 'available';
  if (type.endsWith('_BOOKED')) return 'booked';
  if (type.endsWith('_CLEARED')) return 'cleared';
  if (type === 'EXPECTED') return 'expected';
  return type === 'BALANCE' ? 'balance' : 'information';
}
