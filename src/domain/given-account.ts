import type { Account, AccountStatus, AccountType } from './account.js';
import type { Balance } from './balance.js';
import { readMoney } from './money.js';

/** A balance handed over by the host page: whatever is left out counts as not known. */
export type GivenBalance = Partial<Balance> & Pick<Balance, 'money'>;

/**
 * An account handed over by the host page, with the balance to show for it: null where it is not shared. Whatever is
 * left out counts as not known.
 */
export type GivenAccount = Partial<Account> & Pick<Account, 'accountId'> & { balance?: GivenBalance | null };

/** What was read of it. */
export type ReadAccount = Account & { balance?: Balance | null };

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
export function givenAccount(given: unknown): ReadAccount | null {
  const { accountId, type, status, credit, balance, ...texts } = Object(given) as Partial<
    Record<string, unknown>
  >;
  if (typeof accountId !== 'string') return null;
  const read = Object.entries(texts).filter(([, value]) => typeof value === 'string');
  const shown = balance === null ? null : readBalance(balance);
  return {
    ...NOTHING_KNOWN,
    ...Object.fromEntries(read),
    accountId,
    type: TYPES.find((known) => known === type) ?? 'unknown',
    status: STATUSES.find((known) => known === status) ?? 'unknown',
    credit: readCredit(credit),
    ...(shown === undefined ? {} : { balance: shown }),
  };
}

function readBalance(value: unknown): Balance | undefined {
  const { type, money: given, at, creditLimit } = fieldsOf<Balance>(value);
  const money = readMoney(given);
  if (!money) return undefined;
  return {
    // As v1 sends it, which knows one balance and no types.
    type: typeof type === 'string' ? type : 'BALANCE',
    money,
    at: typeof at === 'string' ? at : null,
    creditLimit: readMoney(creditLimit),
  };
}

function readCredit(value: unknown): Account['credit'] {
  const { limit, dueDate, dueAmount } = fieldsOf<NonNullable<Account['credit']>>(value);
  const credit = {
    limit: readMoney(limit),
    dueDate: typeof dueDate === 'string' ? dueDate : null,
    dueAmount: readMoney(dueAmount),
  };
  return Object.values(credit).some((part) => part !== null) ? credit : null;
}

function fieldsOf<Of>(value: unknown): Partial<Record<keyof Of, unknown>> {
  return Object(value) as Partial<Record<keyof Of, unknown>>;
}
