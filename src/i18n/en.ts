import type { AccountStatus, AccountType } from '../domain/account.js';
import type { BalanceKind } from '../domain/balance.js';
import type { Category } from '../domain/category.js';
import type { ConnectStatus } from '../domain/link.js';
import type { TransactionDirection, TransactionStatus } from '../domain/transaction.js';
import { isolate, plural, type Count } from './count.js';
import { errors } from './en-errors.js';

/** A moment of the connect button's life: its name, what it means, and the next act (empty when there is none). */
export interface ConnectText {
  label: string;
  text: string;
  step: string;
}

/**
 * Every word the elements say, in English. This object is also the type of every other language, so a missing
 * message does not compile. Functions take ready texts: numbers, days and amounts arrive formatted.
 */
export const en = {
  common: {
    retry: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    reference: 'Reference',
    clear: 'Clear',
    show: 'Show',
    justNow: 'just now',
    offlineNotice: 'You are offline. This is how things stood before.',
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

  connect: {
    button: 'Connect your bank',
    statuses: {
      idle: { label: 'Ready', text: 'You choose the bank and what it shares.', step: '' },
      loading: { label: 'Getting ready', text: 'Loading the bank window.', step: '' },
      opening: { label: 'Opening', text: 'The bank window opens in a moment.', step: '' },
      open: { label: 'Open', text: 'Go on in the bank window.', step: '' },
      verifying: {
        label: 'Checking',
        text: 'We are asking your bank whether it worked. This can take a moment.',
        step: '',
      },
      syncing: {
        label: 'Connected, bringing in your data',
        text: 'Your bank is connected. Your accounts appear as they arrive; you can look around meanwhile.',
        step: '',
      },
      connected: { label: 'Connected', text: 'Your bank is connected.', step: 'Connect another bank' },
      cancelled: {
        label: 'Not connected',
        text: 'You closed the bank window. Nothing has been shared; you can start again at any time.',
        step: 'Start again',
      },
      failed: {
        label: 'That did not work',
        text: 'Your bank was not connected. Nothing has changed; please try again.',
        step: 'Try again',
      },
      blocked: {
        label: 'The bank window did not open',
        text: 'Something in this browser, often an ad blocker, stops it. Allow cdn.leantech.me for this page.',
        step: 'Try again',
      },
      offline: {
        label: 'You are offline',
        text: 'Connecting a bank needs the internet. Try again when you are back online.',
        step: 'Try again',
      },
      unsupported: {
        label: 'This bank is not available yet',
        text: 'Your bank cannot be connected here so far. You can choose another one.',
        step: 'Choose another bank',
      },
    } satisfies Record<ConnectStatus, ConnectText>,
    stillWorking: 'Your bank is still working. You can leave this page; we look again when you come back.',
  },

  reconnect: {
    text: 'Your bank asks you to confirm it is you. It takes a minute.',
    button: 'Reconnect',
    connectAgain: 'Connect again',
    elsewhere: (bank: string) => `${isolate(bank)} asks you to confirm it is you.`,
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
    showNumber: (account: string) => `Show the full number of ${isolate(account)}`,
    hideNumber: (account: string) => `Hide the full number of ${isolate(account)}`,
    copyNumber: (account: string) => `Copy the full number of ${isolate(account)}`,
    hideAmounts: 'Hide amounts',
    showAmounts: 'Show amounts',
    refresh: 'Refresh',
    refreshing: 'Asking your banks',
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
    undated: 'Day not given',
    undescribed: 'No description',
    amountUnknown: 'Amount not given',
    none: 'No transactions',
    noneText: 'There is nothing to show for this time.',
    noMatch: 'Nothing matches',
    noMatchText: 'Try fewer words or a wider filter.',
    clearFilter: 'Clear all',
    results: (transactions: Count) => plural(transactions, { one: '# result', other: '# results' }),
    moneyIn: 'in',
    moneyOut: 'out',
    search: 'Search name, amount, reference',
    filter: 'Filter',
    removeFilter: (filter: string) => `Remove the filter ${isolate(filter)}`,
    anyCategory: 'All',
    anyDirection: 'In and out',
    anyStatus: 'All',
    atLeast: (amount: string) => `From ${amount}`,
    atMost: (amount: string) => `Up to ${amount}`,
    showMore: 'Show more',
    close: 'Close details',
    fields: {
      description: 'Description',
      merchant: 'Merchant',
      amount: 'Amount',
      status: 'Status',
      booked: 'Booked',
      made: 'Made',
      value: 'Value date',
      category: 'Category',
      type: 'Type',
      reference: 'Reference',
      account: 'Account',
      id: 'Transaction number',
      minimum: 'Smallest amount',
      maximum: 'Largest amount',
    },
    pages: {
      label: 'Pages',
      previous: 'Previous page',
      next: 'Next page',
      page: (number: string) => `Page ${number}`,
      range: (first: string, last: string, all: string) => `${first} to ${last} of ${all}`,
    },
  },

  errors,
};

/** Every word the elements say; a language is an object of this shape. */
export type Messages = typeof en;
