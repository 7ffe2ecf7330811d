/** What the backend of a frame answers. */
import type { Reply } from './state.js';

/** An answer of the backend. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const never: Reply = () => new Promise<Response>(() => undefined);

export const lean =
  (status: string, more: object = {}): Reply =>
  () =>
    json({ status, data: null, ...more });
export const ok = (data: object): Reply =>
  lean('OK', { data: { page: { number: 0, total_pages: 1 }, ...data } });
export const failed = (code: string): Reply =>
  lean('FAILED', { status_detail: { granular_status_code: code } });
export const reconnect = lean('RECONNECT_REQUIRED', { results_id: 'a-sample-reconnect-id' });
export const consentExpired = lean('CONSENT_EXPIRED');
export const pending = lean('PENDING', { results_id: 'sample' });

export const down: Reply = () => new Response('<h1>Down</h1>', { status: 502 });
export const serverError: Reply = () => json({ status: 'INTERNAL_SERVER_ERROR' }, 500);
export const tooMany: Reply = () => json({ status: 'RATE_LIMIT_EXCEEDED' }, 429, { 'retry-after': '45' });
export const signedOut: Reply = () => json({ status: 401, code: 'no_session' }, 401);

interface SampleConsent {
  expiration_date_time?: string | null;
  consent_status?: string;
}
interface SampleEntity {
  data_status?: string;
  consents?: SampleConsent[];
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

/** What the first bank's consents say. */
export const consents = (change: SampleConsent): Reply =>
  firstBank((entity) => {
    for (const consent of entity.consents ?? []) Object.assign(consent, change);
  });

const DAY_MS = 24 * 60 * 60 * 1000;
export const endsIn = (days: number): Reply =>
  consents({ expiration_date_time: new Date(Date.now() + days * DAY_MS).toISOString() });

export const listSyncing: Reply = firstBank((entity) => void (entity.data_status = 'PENDING'));
/** A link session, where the made-up bank to reconnect would be refused one. */
export const anySession: Reply = () =>
  fetch('/api/lean/link-session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lean-elements': '1' },
    body: JSON.stringify({ method: 'connect' }),
  });

/** Data that Lean is still bringing in. */
export const syncing: Readonly<Record<string, Reply>> = {
  'GET /entities': listSyncing,
  'GET /accounts': pending,
  '/transactions': pending,
  'GET /identity': pending,
  'GET /results/sample': pending,
};

export const onlyFirst: Reply = async (real) =>
  json(((await (await real()).json()) as unknown[]).slice(0, 1));

interface SampleAccount {
  account_id: string;
  nickname: string;
  currency: string;
}

/** The first bank's accounts, changed. */
const accounts =
  (change: (sent: SampleAccount[]) => SampleAccount[]): Reply =>
  async (real) => {
    const body = (await (await real()).json()) as { data: { accounts: SampleAccount[] } };
    body.data.accounts = change(body.data.accounts);
    return json(body);
  };

/** So many accounts that nobody would list them by hand. */
export const manyAccounts = accounts((sent) =>
  Array.from({ length: Math.ceil(200 / sent.length) }, (_, turn) =>
    sent.map((account, at) => ({
      ...account,
      account_id: `sample-${String(turn)}-${String(at)}`,
      nickname: `${account.nickname} ${String(turn + 1)}`,
    })),
  )
    .flat()
    .slice(0, 200),
);

/** Whatever is told is in dollars. */
export const inDollars: Reply = async (real) => {
  const text = await (await real()).text();
  return json(JSON.parse(text.replaceAll('"currency":"AED"', '"currency":"USD"')));
};

/** The same answer for every account. */
export const balanceOf = (amount: string): Reply =>
  ok({
    balances: [
      { type: 'CLOSING_AVAILABLE', credit_debit_indicator: 'CREDIT', amount: { amount, currency: 'AED' } },
    ],
  });

/** From the second bank that is asked on; the first one answers otherwise. */
export const firstBankOnly = (reply: Reply): Reply => {
  let first: string | null = null;
  return async (real) => {
    const response = await real();
    const bank = new URL(response.url).searchParams.get('entity_id') ?? '';
    first ??= bank;
    return bank === first ? reply(real) : response;
  };
};
