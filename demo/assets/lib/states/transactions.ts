/** The states of `lean-transactions`. */
import {
  bankFailed,
  busy,
  endedLine,
  errorNotice,
  loading,
  notSetUp,
  offline,
  onItsWay,
  over,
  reconnectLine,
  reconnectNotice,
  stale,
  stillWorking,
  wholeFailed,
} from './common.js';
import { failed, never, ok, serverError } from './replies.js';
import { statesOf } from './state.js';

const TAG = 'lean-transactions';
const ROW = '[part~=row]';
const SEARCH = '[part=search] input';
const EXPORT = '[part=export-button]';
const untilRows = { until: ROW, in: TAG, told: 'wait for the rows' };
const openExport = { press: EXPORT, in: TAG, told: 'press Export' };

export const transactionsStates = statesOf(TAG, {
  loading,
  empty: {
    title: 'no transactions',
    replies: { '/transactions': ok({ transactions: [] }) },
    sign: { within: '[part=empty]', says: (words) => words.transactions.none },
    live: { banks: 2, scenario: 'no-transactions', steps: ['reload'] },
  },
  ready: { title: 'ready', sign: { within: `${ROW} .sum` }, live: { banks: 2 } },
  pending: {
    title: 'pending ones apart',
    sign: { within: '[part~=row][part~=pending]' },
    live: { banks: 2 },
  },
  reading: {
    title: 'older ones still being read',
    replies: {
      '/transactions': (() => {
        let asked = 0;
        return (real) => ((asked += 1) > 4 ? never(real) : real());
      })(),
    },
    sign: { within: '[part=count]', says: (words) => words.transactions.readingOlder },
    live: { banks: 2, scenario: 'slow-3g', steps: ['reload'] },
  },
  details: {
    title: 'a row open',
    acts: [{ press: `${ROW} button` }],
    sign: { within: '[part=details]' },
    live: { banks: 2, steps: [{ press: `${ROW} button`, in: TAG, told: 'press a row' }] },
  },
  filters: {
    title: 'filters open',
    acts: [{ until: ROW }, { press: '[part=filter-button]' }],
    sign: { within: '[part=filters]:not([hidden]) select' },
    live: {
      banks: 2,
      steps: [untilRows, { press: '[part=filter-button]', in: TAG, told: 'press Filter' }],
    },
  },
  filtered: {
    title: 'filtered',
    attributes: 'direction="credit" category="SALARY_AND_REVENUE"',
    sign: { within: '[part=result]' },
    live: {
      banks: 2,
      steps: [untilRows, { type: 'salary', into: SEARCH, in: TAG, told: 'search for “salary”' }],
    },
  },
  'no-match': {
    title: 'nothing matches',
    attributes: 'search="zzzz"',
    sign: { within: '[part=no-match]' },
    live: {
      banks: 2,
      steps: [untilRows, { type: 'zzzz', into: SEARCH, in: TAG, told: 'search for “zzzz”' }],
    },
  },
  export: {
    title: 'export open',
    acts: [{ until: ROW }, { press: EXPORT }],
    sign: { within: '[part=export]:not([hidden]) [part=export-start]' },
    live: { banks: 2, steps: [untilRows, openExport] },
  },
  pages: {
    title: 'in pages',
    attributes: 'mode="pages" page-size="5"',
    sign: { within: '[part~=current-page]' },
    live: { path: '/theming.html', banks: 2 },
  },
  syncing: onItsWay,
  'still-working': stillWorking,
  reconnect: reconnectNotice(TAG),
  'reconnect-line': reconnectLine,
  'ended-line': endedLine,
  'not-shared': {
    title: 'not shared',
    replies: { '/transactions': failed('USER_PERMISSIONS_NOT_GRANTED') },
    sign: errorNotice('permission_missing'),
    live: { banks: 2, scenario: 'permission-missing', steps: ['reload'] },
  },
  'bank-failed': { ...bankFailed, replies: { '/transactions': failed('BANK_ISSUE') } },
  'server-failed': {
    title: 'Lean does not answer properly',
    replies: { '/transactions': serverError },
    sign: errorNotice('server_failed'),
    live: { banks: 2, scenario: 'http-500', steps: ['reload'] },
  },
  stale: stale(TAG, ROW),
  failed: wholeFailed,
  busy,
  'signed-out': over,
  offline,
  'not-set-up': notSetUp,
});
