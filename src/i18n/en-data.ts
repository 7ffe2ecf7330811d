import type { AccountStatus, AccountType } from '../domain/account.js';
import type { BalanceKind } from '../domain/balance.js';
import type { Category } from '../domain/category.js';
import type { TransactionDirection, TransactionStatus } from '../domain/transaction.js';
import { isolate, plural, type Count } from './count.js';

/** What the elements that show data say in English. Functions take ready texts: numbers, days, amounts are formatted. */
export const enData = {
  common: {
    show: 'Show',
    justNow: 'just now',
  },

  accountTypes: {
    current: 'Current account',
    savings: 'Savings account',
    credit: 'Credit card',
    'charge-card': 'Charge card',
    prepaid: 'Prepaid card',
    'e-money': 'E-money account',
    loan: 'Loan',
    mortgage: 'Mortgage',
    call: 'Call account',
    unknown: 'Account',
  } satisfies Record<AccountType, string>,

  accountStatuses: {
    enabled: 'Open',
    disabled: 'Inactive',
    pending: 'Being opened',
    deleted: 'Closed',
    unknown: 'Status not given',
  } satisfies Record<AccountStatus, string>,

  balanceKinds: {
    available: 'available',
    booked: 'booked',
    cleared: 'cleared',
    expected: 'expected',
    information: 'for information',
    balance: 'balance',
  } satisfies Record<BalanceKind, string>,

  categories: {
    BANK_FEES_AND_CHARGES: 'Bank fees',
    CHARITY: 'Charity',
    EDUCATION: 'Education',
    ENTERTAINMENT: 'Entertainment',
    GOVERNMENT: 'Government',
    GROCERIES: 'Groceries',
    HEALTH_AND_WELLBEING: 'Health and wellbeing',
    LOANS_AND_INVESTMENT: 'Loans and investment',
    RENT_AND_SERVICES: 'Rent and utilities',
    RESTAURANTS_DINING: 'Restaurants and dining',
    RETAIL: 'Shopping',
    SALARY_AND_REVENUE: 'Salary and income',
    TRANSFER: 'Transfers and cash',
    TRANSPORT: 'Transport',
    TRAVEL: 'Travel',
    OTHER: 'Other',
  } satisfies Record<Category, string>,

  directions: { credit: 'Money in', debit: 'Money out' } satisfies Record<TransactionDirection, string>,

  transactionStatuses: {
    booked: 'booked',
    pending: 'pending',
    rejected: 'rejected',
    unknown: 'status not given',
  } satisfies Record<TransactionStatus, string>,

  reconnect: {
    text: 'Your bank asks you to confirm it is you. It takes a minute.',
    button: 'Reconnect',
    connectAgain: 'Connect again',
    elsewhere: (bank: string) => `${isolate(bank)} asks you to confirm it is you.`,
    endedElsewhere: (bank: string) => `You no longer share ${isolate(bank)} here.`,
    working: 'Go on in the bank window.',
    verifying: 'Checking with your bank.',
    failed: 'That did not work. Please try again.',
  },

  banks: {
    unnamed: 'Your bank',
    connected: 'Connected',
    syncing: 'On its way',
    stillWorking: 'Still working',
    needsYou: 'Needs you',
    ended: 'Ended',
    failed: 'No answer',
    syncingText: 'Your bank is connected. Your accounts appear here as they arrive.',
    stillWorkingText:
      'Your bank takes longer than usual. You can leave this page; we look again when you come back.',
    sharedUntil: (date: string) => `Shared until ${date}`,
    readOn: (day: string) => `As of ${day}`,
  },

  accounts: {
    label: 'Accounts',
    loading: 'Reading your accounts',
    loaded: (accounts: Count) => plural(accounts, { one: '# account', other: '# accounts' }),
    totalAvailable: 'Total available',
    totalBalance: 'Total balance',
    uncounted: (accounts: Count) =>
      plural(accounts, { one: '# account not counted', other: '# accounts not counted' }),
    updated: (when: string) => `Updated ${when}`,
    notShared: 'Balance not shared',
    unavailable: 'Balance not available',
    balanceLoading: 'Reading the balance',
    hidden: 'Amount hidden',
    kindOn: (kind: string, day: string) => `${kind}, ${day}`,
    creditLimit: 'limit',
    dueOn: (day: string) => `payment due ${day}`,
    amountDueOn: (amount: string, day: string) => `${amount} due ${day}`,
    showNumber: (account: string) => `Show the full number of ${isolate(account)}`,
    hideNumber: (account: string) => `Hide the full number of ${isolate(account)}`,
    copyNumber: (account: string) => `Copy the full number of ${isolate(account)}`,
    hideAmounts: 'Hide amounts',
    showAmounts: 'Show amounts',
    none: 'No bank connected yet',
    noneText: 'Once you connect a bank, its accounts and balances appear here.',
    bankHasNone: 'This bank shared no accounts.',
  },

  transactions: {
    label: 'Transactions',
    loading: 'Reading your transactions',
    since: (transactions: Count, month: string) => `${transactions.text} since ${month}`,
    loaded: (transactions: Count) => plural(transactions, { one: '# transaction', other: '# transactions' }),
    readingOlder: 'Reading older transactions',
    none: 'No transactions',
    noneText: 'They appear here once a connected bank has some for this time.',
    results: (transactions: Count) => plural(transactions, { one: '# result', other: '# results' }),
  },
};
