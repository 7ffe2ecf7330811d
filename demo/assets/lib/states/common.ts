/** States that every element with data has. */
import type { ErrorCode } from '../../../../src/domain/error.js';
import type { CompleteMessages } from '../../../../src/i18n/en.js';
import { consentExpired, down, failed, never, reconnect, signedOut, syncing, tooMany } from './replies.js';
import type { Group, Sign } from './state.js';

/** What a notice says that a bank, or the whole element, has. */
export const notice = (says: (words: CompleteMessages) => string): Sign => ({
  within: '[part=notice]',
  says,
});
export const errorNotice = (code: ErrorCode): Sign => notice((words) => words.errors[code].title);
/** The longer part of the words around what changes: a name, a time from now. */
export const around = (told: (text: string) => string): string => {
  const [before = '', after = ''] = told('\0').split(/[\u2066-\u2069]?\0[\u2066-\u2069]?/);
  return (before.length > after.length ? before : after).trim();
};

/** Until anything is known. */
export const loading: Group = {
  title: 'loading',
  replies: { 'GET /entities': never },
  sign: { within: ':is([part=skeleton], .rows) .bone' },
  live: { banks: 2, scenario: 'page-backend-slow', steps: ['reload'] },
};
export const onItsWay: Group = {
  title: 'on its way',
  replies: syncing,
  sign: notice((words) => words.banks.syncingText),
  live: { banks: 2, scenario: 'slow-sync-40s', steps: ['reload'] },
};
export const stillWorking: Group = {
  title: 'on its way, after three minutes',
  acts: [{ until: '[part=notice]' }, 'three-minutes-later'],
  replies: syncing,
  sign: notice((words) => words.banks.stillWorkingText),
  live: {
    banks: 2,
    scenario: 'never-syncs',
    steps: [
      'reload',
      { until: '[part=notice]', in: 'lean-accounts', told: 'wait until the accounts' },
      { until: '[part=notice]', in: 'lean-identity', told: 'and the identity say so' },
      'three-minutes-later',
    ],
  },
};
const needsCustomer: Group = {
  title: 'reconnect',
  replies: { 'GET /accounts': reconnect, 'GET /identity': reconnect },
  sign: notice((words) => words.reconnect.text),
  live: { banks: 2, scenario: 'reconnect-otp', steps: ['reload'] },
};
/** The full notice; on the sample site the accounts have it, since they stand first. */
export const reconnectNotice = (element: string): Group =>
  element === 'lean-accounts'
    ? needsCustomer
    : {
        ...needsCustomer,
        live: { path: `/playground.html?element=${element}&scenario=reconnect-otp`, banks: 2 },
      };
export const reconnectLine: Group = {
  ...needsCustomer,
  title: 'reconnect, while another element has the notice',
  beside: 'lean-accounts',
  sign: {
    within: '[part=notice]:has([part=notice-button])',
    says: (words) => around(words.reconnect.elsewhere),
  },
};
export const ended: Group = {
  title: 'consent ended',
  replies: { 'GET /accounts': consentExpired, 'GET /identity': consentExpired },
  sign: errorNotice('consent_expired'),
  live: { banks: 2, scenario: 'consent-expired', steps: ['reload'] },
};
export const endedLine: Group = {
  ...ended,
  title: 'consent ended, while another element has the notice',
  beside: 'lean-accounts',
  sign: notice((words) => around(words.reconnect.endedElsewhere)),
};
export const bankFailed: Group = {
  title: 'the bank does not answer',
  replies: { 'GET /accounts': failed('BANK_ISSUE'), 'GET /identity': failed('BANK_ISSUE') },
  sign: errorNotice('bank_failed'),
  live: { banks: 2, scenario: 'failed-bank-issue', steps: ['reload'] },
};
/** What was read before stays, with a note above it; `shown` is known to be there. */
export const stale = (element: string, shown: string): Group => ({
  title: 'what was read before, after a refresh that failed',
  acts: [{ until: shown }, 'backend-goes-down'],
  sign: {
    within: ':is([part=stale], .notices) [part=notice]',
    says: (words) => words.errors.server_failed.title,
  },
  live: {
    banks: 2,
    steps: [{ until: shown, in: element, told: 'wait until all is there' }, { choose: 'page-backend-down' }],
  },
});
export const wholeFailed: Group = {
  title: 'failed',
  replies: { 'GET /entities': down },
  sign: { within: '[part=error]', says: (words) => words.errors.server_failed.title },
  live: { banks: 2, scenario: 'page-backend-down', steps: ['reload'] },
};
export const busy: Group = {
  title: 'asked too often',
  replies: { 'GET /entities': tooMany },
  sign: { within: '[part=error]', says: (words) => words.errors.rate_limited.title },
  live: { banks: 2, scenario: 'page-backend-busy', steps: ['reload'] },
};
export const over: Group = {
  title: 'session over',
  replies: { 'GET /entities': signedOut },
  sign: { within: '[part=error]', says: (words) => words.errors.session_expired.title },
  live: { banks: 2, steps: ['end-session'] },
};
export const offline: Group = {
  title: 'offline',
  isOffline: true,
  sign: { within: '[part=error]', says: (words) => words.errors.offline.title },
  live: { banks: 2, scenario: 'page-offline', steps: ['reload'] },
};
export const notSetUp: Group = {
  title: 'not set up',
  isWithoutProxy: true,
  sign: { within: '[part=error]', says: (words) => words.errors.missing_proxy.title },
  live: { banks: 2, scenario: 'page-without-proxy' },
};
/** Only elements whose code comes late. */
export const partMissing: Group = {
  title: 'its code does not come',
  isPartMissing: true,
  sign: { within: '[part=error]', says: (words) => words.errors.chunk_missing.title },
  live: { banks: 2, scenario: 'page-parts-missing' },
};
export const noBank = (says: (words: CompleteMessages) => string): Group => ({
  title: 'no bank',
  isWithoutBank: true,
  sign: { within: '[part=empty]', says },
  live: { banks: 0 },
});
