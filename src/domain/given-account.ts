import type { Account, AccountStatus, AccountType } from './account.js';
import type { Balance } from './balance.js';
import { decimalText, type Money } from './money.js';

/** An account handed over by the host page, with the balance to show for it: null where it is not shared. */
export type GivenAccount = Account & { balance?: Balance | null };

const NOTHING_KNOWN: Omit<Account, 'accountId'> = {
  entityId: null,
  bankIdentifier: null,
  name: null,
  type: 'unknown',
  status: 'unknown',
  holderName: null,
  currency: '',
  iban: null,
  accountNumber: null,
  credit: null,
};

const TYPES: readonly AccountType[] = [
  'current',
  'savings',
  'credit',
  'charge-card',
  'prepaid',
  'e-money',
  'loan',
  'mortgage',
  'call',
];
const STATUSES: readonly AccountStatus[] = ['enabled', 'disabled', 'pending', 'deleted'];

/** An account as a page gave it, with what cannot be read of it as not known; null for one without an id. */
export function givenAccount(given: unknown): GivenAccount | null {
  const { accountId, type, status, credit, balance, ...texts } = Object(given) as Partial<
    Record<string, unknown>
  >;
  if (typeof accountId !== 'string') return null;
  const read = Object.entries(texts).filter(([, value]) => typeof value === 'string');
  return {
    ...NOTHING_KNOWN,
    ...Object.fromEntries(read),
    accountId,
    type: TYPES.find((known) => known === type) ?? 'unknown',
    status: STATUSES.find((known) => known === status) ?? 'unknown',
    credit: isCredit(credit) ? credit : null,
    ...(balance === null || isBalance(balance) ? { balance } : {}),
  };
}

function isBalance(value: unknown): value is Balance {
  const { type, money } = Object(value) as Partial<Balance>;
  return typeof type === 'string' && isMoney(money);
}

function isCredit(value: unknown): value is Account['credit'] {
  const { limit, dueAmount } = Object(value) as Partial<Record<string, unknown>>;
  return limit !== undefined && [limit, dueAmount].every((money) => money === null || isMoney(money));
}

function isMoney(value: unknown): value is Money {
  const { amount, currency } = Object(value) as Partial<Money>;
  return typeof currency === 'string' && typeof amount === 'string' && decimalText(amount) !== null;
}
