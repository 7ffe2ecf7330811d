/** The states of the connect button's life. */
import type { ErrorCode } from '../../../../src/domain/error.js';
import type { ConnectStatus } from '../../../../src/domain/link.js';
import { listSyncing, never, signedOut } from './replies.js';
import { statesOf, type Group, type Sign } from './state.js';

const SUCCESS = { status: 'SUCCESS', method: 'CONNECT' };
const PRESSED = { acts: ['connect'] } as const;
const LINKS = { acts: ['connect'], isWithoutBank: 'until-link-ends', linkEnds: SUCCESS } as const;

/** The state in its own words. */
const told = (status: ConnectStatus): Sign => ({
  host: `[status="${status}"]`,
  within: '[part=status]',
  says: (words) => words.connect.statuses[status].text,
});

/** The state in the words of what went wrong. */
const error = (status: ConnectStatus, code: ErrorCode): Sign => ({
  host: `[status="${status}"]`,
  within: '[part=status]',
  says: (words) => words.errors[code].title,
});

/** The words that do not change with the number before them. */
const afterComma = (text: string): string => text.split(/[;،]/).at(-1)?.trim() ?? '';

const states: Record<string, Group> = {
  idle: {
    title: 'idle',
    sign: { host: '[status="idle"]', within: '[part=button]:not([aria-busy])' },
    live: { banks: 0 },
  },
  opening: {
    title: 'opening',
    ...PRESSED,
    replies: { 'POST /link-session': never },
    sign: told('opening'),
    live: { banks: 0, scenario: 'page-backend-slow', steps: ['press-connect'] },
  },
  loading: {
    title: 'loading the bank window',
    ...PRESSED,
    script: 'never',
    sign: told('loading'),
    live: { banks: 0, scenario: 'script-never-comes', steps: ['press-connect'] },
  },
  open: {
    title: 'open',
    ...PRESSED,
    sign: told('open'),
    live: { banks: 0, steps: ['press-connect'] },
  },
  verifying: {
    title: 'verifying',
    ...PRESSED,
    isWithoutBank: true,
    linkEnds: SUCCESS,
    sign: told('verifying'),
    live: { banks: 0, scenario: 'link-success-without-entity', steps: ['go-through'] },
  },
  'still-verifying': {
    title: 'verifying, after three minutes',
    acts: ['connect', { until: '[status="verifying"]' }, 'three-minutes-later'],
    isWithoutBank: true,
    linkEnds: SUCCESS,
    sign: {
      host: '[status="verifying"]',
      within: '[part=status]',
      says: (words) => words.connect.stillWorking,
    },
    live: {
      banks: 0,
      scenario: 'link-success-without-entity',
      steps: ['go-through', 'three-minutes-later'],
    },
  },
  returned: {
    title: 'back from the bank’s own page',
    isBack: true,
    isWithoutBank: true,
    sign: { host: ':is([status="verifying"], [status="syncing"])', within: '[part=status] p' },
    live: { banks: 0, scenario: 'slow-sync-40s', steps: ['go-through-bank-page'] },
  },
  syncing: {
    title: 'connected, data on its way',
    ...LINKS,
    replies: { 'GET /entities': listSyncing },
    sign: told('syncing'),
    live: { banks: 0, scenario: 'slow-sync-40s', steps: ['go-through'] },
  },
  arriving: {
    title: 'data on its way, the first accounts are here',
    ...LINKS,
    beside: 'lean-accounts',
    replies: { 'GET /entities': listSyncing },
    sign: {
      host: '[status="syncing"]',
      within: '[part=status]',
      says: ({ connect }) => afterComma(connect.accountsHere({ value: 5, text: '5', form: 'other' })),
    },
    live: { banks: 0, scenario: 'sync-10s', steps: ['go-through'] },
  },
  connected: {
    title: 'connected',
    ...LINKS,
    sign: told('connected'),
    live: { banks: 0, steps: ['go-through'] },
  },
  cancelled: {
    title: 'cancelled',
    ...PRESSED,
    isWithoutBank: true,
    linkEnds: { status: 'CANCELLED' },
    sign: told('cancelled'),
    live: { banks: 0, steps: ['close-window'] },
  },
  failed: {
    title: 'failed at the bank',
    ...PRESSED,
    isWithoutBank: true,
    linkEnds: { status: 'ERROR', message: 'A sample error' },
    sign: error('failed', 'link_failed'),
    live: { banks: 0, scenario: 'link-rejected-by-bank', steps: ['be-rejected'] },
  },
  silent: {
    title: 'failed: the bank window shows nothing for eight seconds',
    ...PRESSED,
    script: 'silent',
    sign: error('failed', 'sdk_silent'),
    live: { banks: 0, scenario: 'link-silent', steps: ['press-connect'] },
  },
  timeout: {
    title: 'failed: the bank window is not loaded after ten seconds',
    ...PRESSED,
    script: 'never',
    sign: error('failed', 'sdk_timeout'),
    live: { banks: 0, scenario: 'script-never-comes', steps: ['press-connect'] },
  },
  'signed-out': {
    title: 'failed: the session is over',
    ...PRESSED,
    replies: { 'POST /link-session': signedOut },
    sign: error('failed', 'session_expired'),
    live: { banks: 0, steps: ['end-session', 'press-connect'] },
  },
  blocked: {
    title: 'blocked, as by an ad blocker',
    ...PRESSED,
    script: 'blocked',
    sign: error('blocked', 'sdk_blocked'),
    live: { banks: 0, scenario: 'browser-blocks-script', steps: ['press-connect'] },
  },
  'blocked-by-policy': {
    title: 'blocked by the page’s policy',
    ...PRESSED,
    script: 'outside-policy',
    sign: error('blocked', 'sdk_blocked_by_csp'),
    live: { banks: 0, scenario: 'page-blocks-script', steps: ['press-connect'] },
  },
  offline: {
    title: 'offline',
    ...PRESSED,
    isOffline: true,
    sign: told('offline'),
    live: { banks: 0, scenario: 'page-offline', steps: ['press-connect'] },
  },
  unsupported: {
    title: 'unsupported',
    ...PRESSED,
    isWithoutBank: true,
    linkEnds: { status: 'CANCELLED', bank: { bank_identifier: 'SAMPLE', is_supported: false } },
    sign: told('unsupported'),
    live: { banks: 0, steps: ['bank-not-listed'] },
  },
};

export const connectButtonStates = statesOf('lean-connect-button', states);
