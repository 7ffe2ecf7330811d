import { isolate, plural, type Count } from './count.js';

/** What `lean-spending` says in English; it comes with the chart. Amounts, months and days are ready texts. */
export const enSpending = {
  label: 'Spending',
  loading: 'Adding up your transactions',
  currency: 'Currency',
  spentIn: (month: string) => `Spent in ${month}`,
  spentSoFar: (month: string) => `Spent in ${month} so far`,
  lessThanBy: (amount: string, day: string) => `${amount} less than by ${day}`,
  moreThanBy: (amount: string, day: string) => `${amount} more than by ${day}`,
  asMuchAsBy: (day: string) => `As much as by ${day}`,
  lessThanIn: (amount: string, month: string) => `${amount} less than in ${month}`,
  moreThanIn: (amount: string, month: string) => `${amount} more than in ${month}`,
  asMuchAsIn: (month: string) => `As much as in ${month}`,
  moneyIn: 'In',
  moneyOut: 'Out',
  net: 'Net',
  span: (first: string, last: string) => `${first} to ${last}`,
  byMonth: 'Month by month',
  monthFigures: (month: string, moneyIn: string, moneyOut: string, net: string) =>
    `${month}: ${moneyIn} in, ${moneyOut} out, ${net} net`,
  earlier: 'Earlier months',
  later: 'Later months',
  asTable: 'Show as a table',
  month: 'Month',
  category: 'Category',
  moneyInBy: 'Where it came from',
  moneyOutBy: 'Where it went',
  uncategorised: 'Without a category',
  showAll: 'Show all',
  showFewer: 'Show fewer',
  payees: 'Paid most to',
  payments: (payments: Count) => plural(payments, { one: '# payment', other: '# payments' }),
  clear: (chosen: string) => `Stop showing only ${isolate(chosen)}`,
  nothingThen: 'No money moved in this time.',
  none: 'Nothing to add up yet',
  noneText: 'What comes in and goes out appears here once a connected bank has transactions.',
  ownTransfers: (transfers: Count) =>
    plural(transfers, {
      one: '# transfer between your own accounts is not counted.',
      other: '# transfers between your own accounts are not counted.',
    }),
  pending: (transactions: Count) =>
    plural(transactions, {
      one: '# pending transaction is counted once it is booked.',
      other: '# pending transactions are counted once they are booked.',
    }),
  leftOut: (transactions: Count) =>
    plural(transactions, {
      one: '# transaction without amount or day, or rejected, is not counted.',
      other: '# transactions without amount or day, or rejected, are not counted.',
    }),
};
