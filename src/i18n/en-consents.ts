import { isolate, plural, type Count } from './count.js';

/** What `lean-consents` says in English; it comes with the element's code. */
export const enConsents = {
  consents: {
    label: 'Connected banks',
    loading: 'Reading what you share',
    loaded: (banks: Count) => plural(banks, { one: '# bank connected', other: '# banks connected' }),
    none: 'No bank connected',
    noneText: 'Once you connect a bank, you see here what you share with this page, and can end it.',
    since: (date: string) => `Connected since ${date}`,
    shared: 'What you share',
    notListed: 'It is not said what is shared.',
    from: 'From',
    until: 'Until',
    history: 'Transactions back to',
    endNotGiven: 'No end given',
    daysLeft: (days: Count) => plural(days, { one: '# day left', other: '# days left' }),
    endsToday: 'Ends today',
    endsTodayText: 'Today is the last day you share this bank. Renew it to go on.',
    endsSoonText: (date: string) => `You share this bank until ${date}. Renew it to go on.`,
    expired: 'Expired',
    expiredText: (date: string) =>
      `Your consent ended on ${date}. This page receives nothing more from this bank.`,
    overText: 'Your consent is over. This page receives nothing more from this bank.',
    revoked: 'Taken back',
    revokedText:
      'Your consent was taken back, perhaps in your bank’s app. This page receives nothing more from this bank.',
    rejected: 'Not agreed',
    rejectedText: 'You did not agree to share this bank, so this page receives nothing from it.',
    renew: 'Renew',
    disconnect: 'Disconnect',
    question: (bank: string) => `Disconnect ${isolate(bank)}?`,
    questionText:
      'Your consent ends at once: this page receives nothing more from this bank, and its accounts disappear here. You can connect it again at any time.',
    keep: 'Keep connected',
    disconnecting: 'Disconnecting',
    done: (bank: string) => `${isolate(bank)} is disconnected`,
    doneText: 'Your consent has ended. This page receives nothing more from this bank.',
    /** By Lean's names of permissions; each completes "You share …". */
    permissions: {
      accounts: 'Accounts and their numbers',
      balance: 'Balances',
      transactions: 'Transactions',
      identity: 'Who you are',
      identities: 'Who holds the accounts',
      beneficiaries: 'Saved payees',
      direct_debits: 'Direct debits',
      standing_orders: 'Standing orders',
      scheduled_payments: 'Scheduled payments',
      payments: 'Making payments',
    },
  },
};

export type ConsentsMessages = typeof enConsents;
