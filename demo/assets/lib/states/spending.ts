/** The states of `lean-spending`. */
import {
  bankFailed,
  busy,
  endedLine,
  loading,
  notSetUp,
  offline,
  onItsWay,
  over,
  partMissing,
  reconnectLine,
  reconnectNotice,
  stale,
  stillWorking,
  wholeFailed,
} from './common.js';
import { failed, firstBankOnly, inDollars, never, ok } from './replies.js';
import { statesOf } from './state.js';

const TAG = 'lean-spending';
const CHART = '[part=chart]';
const CATEGORY = 'button[part~=category]';

export const spendingStates = statesOf(TAG, {
  loading,
  empty: {
    title: 'nothing to add up',
    replies: { '/transactions': ok({ transactions: [] }) },
    sign: { within: '[part=empty]', says: (words) => words.spending.none },
    live: { banks: 2, scenario: 'no-transactions', steps: ['reload'] },
  },
  ready: { title: 'ready', sign: { within: CHART }, live: { banks: 2 } },
  reading: {
    title: 'older months still being read',
    replies: {
      '/transactions': (() => {
        let asked = 0;
        return (real) => ((asked += 1) > 4 ? never(real) : real());
      })(),
    },
    sign: { within: '.reading', says: (words) => words.transactions.readingOlder },
    live: { banks: 2, scenario: 'slow-3g', steps: ['reload'] },
  },
  category: {
    title: 'a category chosen',
    acts: [{ press: CATEGORY }],
    sign: { within: '[part=chosen] .chip' },
    live: { banks: 2, steps: [{ press: CATEGORY, in: TAG, told: 'press a category' }] },
  },
  month: {
    title: 'a month chosen',
    acts: [{ press: 'button[part~=month]' }],
    sign: { within: '[part=chosen] .chip' },
    live: { banks: 2, steps: [{ press: 'button[part~=month]', in: TAG, told: 'press a month' }] },
  },
  table: {
    title: 'the figures as a table',
    acts: [{ press: '[part=table] summary' }],
    sign: { within: '[part=table][open] td' },
    live: {
      banks: 2,
      steps: [{ press: '[part=table] summary', in: TAG, told: 'press “Show as a table”' }],
    },
  },
  currencies: {
    title: 'two currencies',
    replies: { '/transactions': firstBankOnly(inDollars), 'GET /accounts': firstBankOnly(inDollars) },
    sign: { within: '[part=currencies] button' },
    live: { banks: 2, scenario: 'two-currencies', steps: ['reload'] },
  },
  syncing: onItsWay,
  'still-working': stillWorking,
  reconnect: reconnectNotice(TAG),
  'reconnect-line': reconnectLine,
  'ended-line': endedLine,
  'bank-failed': { ...bankFailed, replies: { '/transactions': failed('BANK_ISSUE') } },
  stale: stale(TAG, CHART),
  failed: wholeFailed,
  busy,
  'signed-out': over,
  offline,
  'not-set-up': notSetUp,
  'part-missing': partMissing,
});
