/** The states of `lean-consents`. */
import {
  busy,
  loading,
  noBank,
  notSetUp,
  offline,
  over,
  partMissing,
  reconnectLine,
  stale,
  wholeFailed,
} from './common.js';
import { consents, endsIn, listSyncing, never, serverError } from './replies.js';
import { statesOf, type Sign } from './state.js';

const TAG = 'lean-consents';
const DISCONNECT = '[part=disconnect-button]';
const CONFIRM = '[part=question] .danger';
const chip = (says: NonNullable<Sign['says']>): Sign => ({ within: '[part=bank-status]', says });
const soon: Sign = { within: '[part=bank]:has(.chip.warning):has([part=permissions]) [part=renew-button]' };
const asking = { press: DISCONNECT, in: TAG, told: 'press Disconnect' };
const agreeing = { press: CONFIRM, in: TAG, told: 'press it again to agree' };

export const consentsStates = statesOf(TAG, {
  loading,
  empty: noBank((words) => words.consents.none),
  ready: { title: 'ready', sign: { within: '[part=permissions]' }, live: { banks: 2 } },
  syncing: {
    title: 'data on its way',
    replies: { 'GET /entities': listSyncing },
    sign: chip((words) => words.banks.syncing),
    live: { banks: 2, scenario: 'slow-sync-40s', steps: ['reload'] },
  },
  'needs-you': {
    ...reconnectLine,
    title: 'the bank asks to reconnect',
    sign: chip((words) => words.banks.needsYou),
  },
  renewable: {
    title: 'can be renewed',
    replies: { 'GET /entities': endsIn(20) },
    sign: { within: '[part=bank]:has(.chip.calm) [part=renew-button]' },
    live: { banks: 2, scenario: 'consent-ends-in-20-days', steps: ['reload'] },
  },
  'seven-days': {
    title: 'ends within a week',
    replies: { 'GET /entities': endsIn(6) },
    sign: soon,
    live: { banks: 2, scenario: 'consent-ends-in-6-days', steps: ['reload'] },
  },
  'one-day': {
    title: 'ends within a day',
    replies: { 'GET /entities': endsIn(0.5) },
    sign: soon,
    live: { banks: 2, scenario: 'consent-ends-in-12-hours', steps: ['reload'] },
  },
  expired: {
    title: 'ran out',
    replies: { 'GET /entities': endsIn(-1) },
    sign: chip((words) => words.consents.expired),
    live: { banks: 2, scenario: 'consent-ended-yesterday', steps: ['reload'] },
  },
  revoked: {
    title: 'taken back elsewhere',
    replies: { 'GET /entities': consents({ consent_status: 'REVOKED' }) },
    sign: chip((words) => words.consents.revoked),
    live: { banks: 2, scenario: 'consent-expired', steps: ['reload'] },
  },
  rejected: {
    title: 'never agreed to',
    replies: { 'GET /entities': consents({ consent_status: 'REJECTED' }) },
    sign: chip((words) => words.consents.rejected),
    live: { banks: 2, scenario: 'consent-rejected', steps: ['reload'] },
  },
  'without-end': {
    title: 'without an end',
    replies: { 'GET /entities': consents({ expiration_date_time: null }) },
    sign: { within: '[part=dates]', says: (words) => words.consents.endNotGiven },
    live: { banks: 2, scenario: 'consent-without-end', steps: ['reload'] },
  },
  question: {
    title: 'asked whether to disconnect',
    acts: [{ press: DISCONNECT }],
    sign: { within: '[part=question] .keep' },
    live: { banks: 2, steps: [asking] },
  },
  disconnecting: {
    title: 'disconnecting',
    acts: [{ press: DISCONNECT }, { press: CONFIRM }],
    replies: { 'DELETE /entities': never },
    sign: { within: CONFIRM, says: (words) => words.consents.disconnecting },
    live: {
      banks: 2,
      steps: [
        { until: DISCONNECT, in: TAG, told: 'wait for the banks' },
        { choose: 'page-backend-slow' },
        asking,
        agreeing,
      ],
    },
  },
  disconnected: {
    title: 'disconnected',
    acts: [{ press: DISCONNECT }, { press: CONFIRM }],
    replies: { 'DELETE /entities': () => new Response(null, { status: 204 }) },
    sign: { within: '[part=done]', says: (words) => words.consents.doneText },
    live: { banks: 2, steps: [asking, agreeing] },
  },
  'disconnect-failed': {
    title: 'disconnecting failed',
    acts: [{ press: DISCONNECT }, { press: CONFIRM }],
    replies: { 'DELETE /entities': serverError },
    sign: { within: '[part=question]', says: (words) => words.errors.server_failed.title },
    live: { banks: 2, scenario: 'page-backend-read-only', steps: [asking, agreeing] },
  },
  stale: stale(TAG, '[part=permissions]'),
  failed: wholeFailed,
  busy,
  'signed-out': over,
  offline,
  'not-set-up': notSetUp,
  'part-missing': partMissing,
});
