/** The states of `lean-accounts`. */
import {
  around,
  bankFailed,
  busy,
  ended,
  errorNotice,
  loading,
  noBank,
  notice,
  notSetUp,
  offline,
  onItsWay,
  over,
  reconnectNotice,
  stale,
  stillWorking,
  wholeFailed,
} from './common.js';
import {
  anySession,
  balanceOf,
  failed,
  firstBankOnly,
  inDollars,
  manyAccounts,
  never,
  ok,
  pending,
  tooMany,
} from './replies.js';
import { statesOf, type Sign } from './state.js';

const TAG = 'lean-accounts';
const BALANCE = '[part=balance] [part=amount]';
const REFRESH = '[part=refresh-button]';
const note = (says: NonNullable<Sign['says']>): Sign => ({ within: '[part=refresh-note]', says });
const refreshing = { press: REFRESH, in: TAG, told: 'press Refresh' };

export const accountsStates = statesOf(TAG, {
  loading,
  'bank-loading': {
    title: 'banks known, their accounts loading',
    replies: { 'GET /accounts': never },
    sign: { within: '[part=bank] .name-bone' },
    live: { banks: 2, scenario: 'never-answers', steps: ['reload'] },
  },
  empty: noBank((words) => words.accounts.none),
  ready: { title: 'ready', sign: { within: BALANCE }, live: { banks: 2 } },
  selected: {
    title: 'an account chosen',
    acts: [{ press: 'button.choose' }],
    sign: { within: '[part~=selected]' },
    live: {
      banks: 2,
      steps: [{ press: 'button.choose', in: TAG, told: 'press the first account' }],
    },
  },
  revealed: {
    title: 'a number shown',
    acts: [{ press: '.digits .icon-button' }],
    sign: { within: '[part=account-number].whole' },
    live: {
      banks: 2,
      steps: [{ press: '.digits .icon-button', in: TAG, told: 'press the eye beside a number' }],
    },
  },
  hidden: {
    title: 'amounts hidden',
    attributes: 'hide-balances',
    sign: { within: '.sum .figures[aria-hidden]' },
    live: {
      banks: 2,
      steps: [
        { until: BALANCE, in: TAG, told: 'wait for the sum' },
        { press: '[part=amounts-button]', in: TAG, told: 'press the eye beside it' },
      ],
    },
  },
  currencies: {
    title: 'two currencies',
    replies: { '/balances': firstBankOnly(inDollars), 'GET /accounts': firstBankOnly(inDollars) },
    sign: { within: '.sum + .sum' },
    live: { banks: 2, scenario: 'two-currencies', steps: ['reload'] },
  },
  many: {
    title: 'two hundred accounts',
    replies: { 'GET /accounts': firstBankOnly(manyAccounts), '/balances': balanceOf('1250.5') },
    sign: { within: '[part~=account]:nth-child(200)' },
    // By itself: the histories of two hundred accounts take their time.
    live: { path: `/playground.html?element=${TAG}&scenario=accounts-200`, banks: 1 },
  },
  'bank-empty': {
    title: 'a bank without accounts',
    replies: { 'GET /accounts': ok({ accounts: [] }) },
    sign: { within: '[part=bank]', says: (words) => words.accounts.bankHasNone },
    live: { banks: 2, scenario: 'no-accounts', steps: ['reload'] },
  },
  syncing: onItsWay,
  partial: {
    title: 'accounts here, balances on their way',
    replies: { '/balances': pending, 'GET /results/sample': pending },
    sign: { within: '[part~=account]:has([part=account-name]) .amount-bone' },
    live: { banks: 2, scenario: 'sync-10s', steps: ['reload'] },
  },
  'still-working': stillWorking,
  reconnect: reconnectNotice(TAG),
  reconnecting: {
    title: 'reconnect, under way',
    replies: { ...reconnectNotice(TAG).replies, 'POST /link-session': anySession },
    acts: [{ press: '[part=notice-button]' }],
    sign: notice((words) => words.reconnect.working),
    live: {
      banks: 2,
      scenario: 'reconnect-otp',
      steps: ['reload', { press: '[part=notice-button]', in: TAG, told: 'press Reconnect' }],
    },
  },
  ended,
  'one-down': {
    title: 'one bank down',
    replies: { 'GET /accounts': firstBankOnly(failed('BANK_ISSUE')) },
    sign: {
      within:
        '[part=bank]:has([part=account-name]) ~ [part=bank] [part=notice], [part=bank]:has([part=notice]) ~ [part=bank] [part=account-name]',
    },
    live: { banks: 2, scenario: 'one-bank-down', steps: ['reload'] },
  },
  'not-shared': {
    title: 'balances not shared',
    replies: { '/balances': failed('USER_PERMISSIONS_NOT_GRANTED') },
    sign: { within: '[part=balance]', says: (words) => words.accounts.notShared },
    live: { banks: 2, scenario: 'permission-missing', steps: ['reload'] },
  },
  'no-balance': {
    title: 'balances not available',
    replies: { '/balances': ok({ balances: [] }) },
    sign: { within: '[part=balance]', says: (words) => words.accounts.unavailable },
    live: { banks: 2, scenario: 'no-balances', steps: ['reload'] },
  },
  failing: bankFailed,
  maintenance: {
    title: 'bank under maintenance',
    replies: { 'GET /accounts': failed('BANK_MAINTENANCE') },
    sign: errorNotice('bank_unavailable'),
    live: { banks: 2, scenario: 'failed-bank-maintenance', steps: ['reload'] },
  },
  locked: {
    title: 'the bank asks for the customer',
    replies: { 'GET /accounts': failed('EU_ACCOUNT_LOCKED') },
    sign: errorNotice('bank_needs_customer'),
    live: { banks: 2, scenario: 'failed-eu-account-locked', steps: ['reload'] },
  },
  refreshing: {
    title: 'refreshing',
    acts: [{ press: REFRESH }],
    replies: { 'POST /refreshes': never },
    sign: note((words) => words.refresh.running),
    live: { banks: 2, steps: [refreshing] },
  },
  'just-refreshed': {
    title: 'refreshed a moment ago',
    acts: [{ press: REFRESH }, { until: `${REFRESH}[aria-disabled=false]` }, { press: REFRESH }],
    sign: note((words) => around(words.refresh.justAsked)),
    live: {
      banks: 2,
      steps: [
        refreshing,
        { until: `${REFRESH}[aria-disabled=false]`, in: TAG, told: 'wait for its end' },
        { ...refreshing, told: 'press it again' },
      ],
    },
  },
  'refresh-refused': {
    title: 'refresh refused for now',
    acts: [{ press: REFRESH }],
    replies: { 'POST /refreshes': tooMany },
    sign: note((words) => around(words.refresh.tooOften)),
    live: {
      banks: 2,
      steps: [
        { until: REFRESH, in: TAG, told: 'wait for the Refresh button' },
        { choose: 'page-refresh-limit' },
        refreshing,
      ],
    },
  },
  stale: stale(TAG, BALANCE),
  failed: wholeFailed,
  busy,
  'signed-out': over,
  offline,
  'not-set-up': notSetUp,
});
