/** Every state of every element: what its backend answers, what is done to it, and how to meet it in the live demo. */

type Reply = (real: () => Promise<Response>) => Response | Promise<Response>;

export interface State {
  /** In the address: `state.html?show=accounts-empty`. */
  id: string;
  element: string;
  title: string;
  /** Attributes of the element beside its tag. */
  attributes?: string;
  /** By the beginning of a route (`GET /accounts`), the first that fits; everything else answers as on a good day. */
  replies?: Readonly<Record<string, Reply>>;
  /** No bank is connected: ever, or until Link has ended. */
  isWithoutBank?: true | 'until-link-ends';
  /** How Link ends once it is open; left out, it stays open. */
  linkEnds?: Readonly<Record<string, unknown>>;
  /** What comes instead of Link's script. */
  script?: 'missing' | 'never';
  isOffline?: true;
  isWithoutProxy?: true;
  /** Done to the element when it is there. */
  act?: 'press' | 'refresh' | 'refresh-bank' | 'disconnect' | 'reveal' | 'hours-pass';
  /** In the live demo: the scenario to choose, and what to do. */
  live: string;
}

/** An answer of the backend. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const never: Reply = () => new Promise<Response>(() => undefined);
const none: Reply = () => json([]);
const lean =
  (status: string, more: object = {}): Reply =>
  () =>
    json({ status, data: null, ...more });
const failed = (code: string): Reply => lean('FAILED', { status_detail: { granular_status_code: code } });
const reconnect = lean('RECONNECT_REQUIRED', { results_id: 'a-sample-reconnect-id' });
const pending = lean('PENDING', { results_id: 'sample' });
const serverError: Reply = () => json({ status: 'INTERNAL_SERVER_ERROR' }, 500);
const tooMany: Reply = () => json({ status: 'RATE_LIMIT_EXCEEDED' }, 429, { 'retry-after': '45' });
const DAY_MS = 24 * 60 * 60 * 1000;

interface SampleEntity {
  data_status?: string;
  consents?: { expiration_date_time?: string; status?: string }[];
  [field: string]: unknown;
}

/** The list of banks with something changed in the first of them. */
const firstBank =
  (change: (entity: SampleEntity) => void): Reply =>
  async (real) => {
    const entities = (await (await real()).json()) as SampleEntity[];
    const [entity] = entities;
    if (entity) change(entity);
    return json(entities);
  };

const endsIn = (days: number): Reply =>
  firstBank((entity) => {
    for (const consent of entity.consents ?? []) {
      consent.expiration_date_time = new Date(Date.now() + days * DAY_MS).toISOString();
    }
  });

const syncing = { 'GET /entities': firstBank((entity) => void (entity.data_status = 'PENDING')) };
const onlyFirst: Reply = async (real) => json(((await (await real()).json()) as unknown[]).slice(0, 1));

type Group = Omit<State, 'id' | 'element'>;

const group = (element: string, states: Readonly<Record<string, Group>>): State[] =>
  Object.entries(states).map(([name, state]) => ({
    id: `${element.replace('lean-', '')}-${name}`,
    element,
    ...state,
  }));

const LOADING: Group = {
  title: 'loading',
  replies: { 'GET /entities': never },
  live: '“never answers”',
};
const RECONNECT: Group = {
  title: 'reconnect',
  replies: { 'GET /accounts': reconnect },
  live: '“reconnect otp”',
};
const ENDED: Group = {
  title: 'consent ended',
  replies: { 'GET /accounts': lean('CONSENT_EXPIRED') },
  live: '“consent expired”',
};
const SIGNED_OUT: Group = {
  title: 'session over',
  replies: { 'GET /entities': () => json({ status: 401, code: 'no_session' }, 401) },
  live: '“End my session”',
};
const LINK_SUCCESS = { status: 'SUCCESS', method: 'CONNECT' };

export const STATES: readonly State[] = [
  ...group('lean-connect-button', {
    idle: { title: 'idle', live: 'any scenario, before the first click' },
    opening: {
      title: 'opening',
      act: 'press',
      replies: { 'POST /link-session': never },
      live: 'any scenario; passes in a moment after the click',
    },
    loading: {
      title: 'loading',
      act: 'press',
      script: 'never',
      live: 'any scenario; passes in a moment at the first click',
    },
    open: { title: 'open', act: 'press', live: 'any scenario, while the bank window is open' },
    verifying: {
      title: 'verifying',
      act: 'press',
      isWithoutBank: true,
      linkEnds: LINK_SUCCESS,
      live: '“link success without entity”, connect a bank',
    },
    'still-verifying': {
      title: 'verifying, after three minutes',
      act: 'hours-pass',
      isWithoutBank: true,
      linkEnds: LINK_SUCCESS,
      live: '“link success without entity”, connect a bank and wait three minutes',
    },
    syncing: {
      title: 'syncing',
      act: 'press',
      isWithoutBank: 'until-link-ends',
      linkEnds: LINK_SUCCESS,
      replies: syncing,
      live: '“slow sync 40s”, connect a bank',
    },
    connected: {
      title: 'connected',
      act: 'press',
      isWithoutBank: 'until-link-ends',
      linkEnds: LINK_SUCCESS,
      live: '“ready”, connect a bank',
    },
    cancelled: {
      title: 'cancelled',
      act: 'press',
      isWithoutBank: true,
      linkEnds: { status: 'CANCELLED' },
      live: 'any scenario, close the bank window',
    },
    failed: {
      title: 'failed',
      act: 'press',
      isWithoutBank: true,
      linkEnds: { status: 'ERROR', message: 'A sample error' },
      live: '“link rejected by bank”, connect a bank; or “link silent”',
    },
    blocked: {
      title: 'blocked, here by the page’s policy',
      act: 'press',
      script: 'missing',
      live: 'block the address of the bank window in the browser’s tools, then click',
    },
    offline: {
      title: 'offline',
      act: 'press',
      isOffline: true,
      live: 'switch the network off in the browser’s tools, then click',
    },
    unsupported: {
      title: 'unsupported',
      act: 'press',
      isWithoutBank: true,
      linkEnds: { status: 'CANCELLED', bank: { bank_identifier: 'SAMPLE', is_supported: false } },
      live: 'any scenario, choose “My bank is not listed”',
    },
  }),
  ...group('lean-accounts', {
    loading: LOADING,
    empty: { title: 'no bank', isWithoutBank: true, live: 'any scenario, before a bank is connected' },
    ready: { title: 'ready', live: '“ready”' },
    hidden: { title: 'amounts hidden', attributes: 'hide-balances', live: 'press the eye' },
    syncing: {
      title: 'on its way',
      replies: { ...syncing, 'GET /accounts': pending, 'GET /results/sample': pending },
      live: '“slow sync 40s”, connect a bank',
    },
    'still-working': {
      title: 'on its way, after three minutes',
      act: 'hours-pass',
      replies: { ...syncing, 'GET /accounts': pending, 'GET /results/sample': pending },
      live: '“never syncs”, connect a bank and wait three minutes',
    },
    reconnect: RECONNECT,
    ended: ENDED,
    'one-down': {
      title: 'one bank down',
      replies: {
        'GET /accounts?': (() => {
          let first: string | null = null;
          return async (real) => {
            const response = await real();
            first ??= response.url;
            return response.url === first ? failed('BANK_ISSUE')(real) : response;
          };
        })(),
      },
      live: '“one bank down”, with two banks',
    },
    'not-shared': {
      title: 'balances not shared',
      replies: { '/balances': failed('USER_PERMISSIONS_NOT_GRANTED') },
      live: '“permission missing”, connect a bank',
    },
    maintenance: {
      title: 'bank under maintenance',
      replies: { 'GET /accounts': failed('BANK_MAINTENANCE') },
      live: '“failed bank maintenance”',
    },
    'refresh-wait': {
      title: 'asked too often',
      act: 'refresh-bank',
      replies: { 'POST /refreshes': tooMany },
      live: '“ready”: press Refresh twice',
    },
    failed: {
      title: 'failed',
      replies: { 'GET /entities': () => new Response('<h1>Down</h1>', { status: 502 }) },
      live: '“http 502 html”',
    },
    'rate-limited': {
      title: 'too many requests',
      replies: { 'GET /entities': tooMany },
      live: '“rate limit”',
    },
    'signed-out': SIGNED_OUT,
    offline: {
      title: 'offline',
      isOffline: true,
      live: 'switch the network off in the browser’s tools, then reload the data',
    },
    'not-set-up': { title: 'not set up', isWithoutProxy: true, live: 'a page without `proxy`' },
  }),
  ...group('lean-transactions', {
    loading: LOADING,
    empty: {
      title: 'no transactions',
      replies: {
        '/transactions': () =>
          json({ status: 'OK', data: { transactions: [], page: { number: 0, total_pages: 1 } } }),
      },
      live: 'any scenario, before a bank is connected',
    },
    ready: { title: 'ready', live: '“ready”' },
    'no-match': { title: 'no match', attributes: 'search="zzzz"', live: 'search for “zzzz”' },
    pages: {
      title: 'in pages',
      attributes: 'mode="pages" page-size="5"',
      live: 'mode="pages" in the playground',
    },
    reconnect: RECONNECT,
    ended: ENDED,
    'not-shared': {
      title: 'not shared',
      replies: { '/transactions': failed('USER_PERMISSIONS_NOT_GRANTED') },
      live: '“permission missing”, connect a bank',
    },
    failed: {
      title: 'failed',
      replies: { '/transactions': serverError },
      live: '“http 500”',
    },
    'signed-out': SIGNED_OUT,
  }),
  ...group('lean-spending', {
    loading: LOADING,
    empty: { title: 'nothing spent', isWithoutBank: true, live: 'before a bank is connected' },
    ready: { title: 'ready', live: '“ready”' },
    failed: {
      title: 'failed',
      replies: { '/transactions': serverError },
      live: '“http 500”',
    },
  }),
  ...group('lean-consents', {
    loading: LOADING,
    empty: {
      title: 'nothing shared',
      replies: { 'GET /entities': none },
      live: 'before a bank is connected',
    },
    ready: { title: 'ready', live: '“ready”' },
    'seven-days': { title: 'ends within a week', replies: { 'GET /entities': endsIn(6) }, live: 'wait' },
    'one-day': { title: 'ends within a day', replies: { 'GET /entities': endsIn(0.5) }, live: 'wait' },
    ended: { title: 'ended', replies: { 'GET /entities': endsIn(-1) }, live: '“consent expired”' },
    disconnect: { title: 'disconnecting', act: 'disconnect', live: 'press Disconnect' },
    failed: {
      title: 'failed',
      replies: { 'GET /entities': serverError },
      live: '“http 500”',
    },
    'signed-out': SIGNED_OUT,
  }),
  ...group('lean-identity', {
    loading: {
      title: 'loading',
      replies: { 'GET /entities': onlyFirst, 'GET /identity': never },
      live: '“never answers”',
    },
    ready: { title: 'masked', replies: { 'GET /entities': onlyFirst }, live: '“ready”' },
    revealed: {
      title: 'revealed',
      act: 'reveal',
      replies: { 'GET /entities': onlyFirst },
      live: 'press Show',
    },
    off: {
      title: 'switched off by the host',
      replies: {
        'GET /entities': onlyFirst,
        'GET /identity': () => json({ status: 403, code: 'identity_off' }, 403),
      },
      live: 'a backend with `identity: false`',
    },
    reconnect: {
      title: 'reconnect',
      replies: { 'GET /entities': onlyFirst, 'GET /identity': reconnect },
      live: '“reconnect otp”',
    },
    failed: {
      title: 'failed',
      replies: { 'GET /entities': onlyFirst, 'GET /identity': failed('BANK_ISSUE') },
      live: '“failed bank issue”',
    },
  }),
];

/** The state of an id; throws for one that does not exist, since both pages draw on the same list. */
export function stateOf(id: string): State {
  const found = STATES.find((state) => state.id === id);
  if (!found) throw new Error(`There is no state "${id}".`);
  return found;
}
