import type { AccountType } from '../../domain/account.js';
import { balanceKindOf } from '../../domain/balance.js';
import { totalsByCurrency, type Money } from '../../domain/money.js';
import type { AccountView, BankView } from '../../domain/snapshot.js';

/** What the customer has, per currency. */
export interface Totals {
  money: readonly Money[];
  /** Every amount in it can be spent now. */
  isAvailable: boolean;
  /** Accounts whose balance is not in it: owed, not shared, not known. */
  uncounted: number;
  /** Balances are still on their way. */
  isLoading: boolean;
}

/** What is owed, or could be borrowed, is not what the customer has. */
const BORROWED: ReadonlySet<AccountType> = new Set(['credit', 'charge-card', 'loan', 'mortgage']);

/** Adds up the balances shown, one exact sum per currency; a credit limit is nobody's money. */
export function totalsOf(banks: readonly BankView[]): Totals {
  const accounts = banks.flatMap((bank) => bank.accounts);
  const counted = accounts.filter(isCounted);
  return {
    money: totalsByCurrency(counted.map(({ balance }) => balance.chosen.money)),
    isAvailable: counted.every(({ balance }) => balanceKindOf(balance.chosen.type) === 'available'),
    uncounted: accounts.length - counted.length,
    isLoading: accounts.some(({ balance }) => balance.status === 'loading'),
  };
}

type Counted = AccountView & { balance: { status: 'ready' } };

function isCounted(view: AccountView): view is Counted {
  return view.balance.status === 'ready' && !isBorrowed(view.account.type);
}

/** Tells whether an account holds what the customer owes rather than has. */
export function isBorrowed(type: AccountType): boolean {
  return BORROWED.has(type);
}
