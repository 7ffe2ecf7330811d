/** The states of `lean-identity`. */
import {
  bankFailed,
  busy,
  endedLine,
  loading,
  noBank,
  notice,
  notSetUp,
  offline,
  over,
  partMissing,
  reconnectLine,
  reconnectNotice,
  stillWorking,
  wholeFailed,
} from './common.js';
import { failed, json, never, ok, pending } from './replies.js';
import { statesOf } from './state.js';

const TAG = 'lean-identity';
const SHOW = '[part=reveal-button]';

const v1 = (): Response =>
  json({
    status: 'OK',
    payload: {
      full_name: 'Sample Customer',
      mobile_number: '+971500000000',
      gender: 'female',
      national_identity_number: '784-0000-0000000-0',
      birth_date: '1990-01-01',
      email_address: 'sample@example.com',
      address: '12 Sample Street',
    },
  });

export const identityStates = statesOf(TAG, {
  loading,
  'bank-loading': {
    title: 'bank known, its person loading',
    replies: { 'GET /identity': never },
    sign: { within: '[part=bank] .person .bone' },
    live: { banks: 2, scenario: 'never-answers', steps: ['reload'] },
  },
  'no-bank': noBank((words) => words.identity.none),
  ready: { title: 'masked', sign: { within: `${SHOW}[aria-pressed=false]` }, live: { banks: 2 } },
  revealed: {
    title: 'shown',
    acts: [{ press: SHOW }],
    sign: { within: `${SHOW}[aria-pressed=true]` },
    live: { banks: 2, steps: [{ press: SHOW, in: TAG, told: 'press “Show details”' }] },
  },
  v1: {
    title: 'from Lean’s first API, shown',
    replies: { 'GET /identity': v1 },
    acts: [{ press: SHOW }],
    sign: { within: '.gender [part=value] .value' },
    live: {
      banks: 2,
      scenario: 'page-api-v1',
      steps: [{ press: SHOW, in: TAG, told: 'press “Show details”' }],
    },
  },
  syncing: {
    title: 'on its way',
    replies: { 'GET /identity': pending, 'GET /results/sample': pending },
    sign: notice((words) => words.identity.loading),
    live: { banks: 2, scenario: 'slow-sync-40s', steps: ['reload'] },
  },
  'still-working': {
    ...stillWorking,
    replies: { 'GET /identity': pending, 'GET /results/sample': pending },
  },
  empty: {
    title: 'the bank tells nobody',
    replies: { 'GET /identity': ok({ identities: [] }) },
    sign: { within: '[part=bank]', says: (words) => words.identity.empty },
    live: { banks: 2, scenario: 'no-identity', steps: ['reload'] },
  },
  'not-shared': {
    title: 'not shared',
    replies: { 'GET /identity': failed('USER_PERMISSIONS_NOT_GRANTED') },
    sign: notice((words) => words.identity.notShared),
    live: { banks: 2, scenario: 'failed-user-permissions-not-granted', steps: ['reload'] },
  },
  off: {
    title: 'switched off by the host',
    replies: { 'GET /identity': () => json({ status: 403, code: 'identity_off' }, 403) },
    sign: { within: '[part=error]', says: (words) => words.errors.identity_off.title },
    live: { banks: 2, scenario: 'page-identity-off' },
  },
  reconnect: reconnectNotice(TAG),
  'reconnect-line': reconnectLine,
  'ended-line': endedLine,
  'bank-failed': bankFailed,
  failed: wholeFailed,
  busy,
  'signed-out': over,
  offline,
  'not-set-up': notSetUp,
  'part-missing': partMissing,
});
