/**
 * Lean as the backend's tests need it: every call is recorded, every answer can be replaced, and what it says is
 * whatever the test makes it say, also what Lean never would. The faithful double is the simulator.
 */
export interface FakeCall {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

type Reply = Response | Promise<Response>;

export interface FakeLean {
  fetch: (request: Request) => Promise<Response>;
  calls: FakeCall[];
  /** Calls whose path matches, without the token endpoint's. */
  callsTo(pattern: RegExp): FakeCall[];
  /** The next answers to calls whose `METHOD path` matches come from here, until it returns undefined. */
  on(pattern: RegExp, reply: (call: FakeCall) => Reply | undefined): void;
  /** Links a bank: an entity of the customer with these accounts. */
  link(customerId: string, entityId: string, accountIds: string[]): void;
  customerId(appUserId: string): string | undefined;
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { 'lean-correlation-id': 'corr-1', ...headers } });
}

export function leanError(status: number, code: string): Response {
  return json(
    { timestamp: '2026-05-13T19:52:24.986560Z', status: code, message: code, metadata: null },
    status,
  );
}

const TIMESTAMP = '2026-05-13T19:42:30.487549603Z';

export function createFakeLean(): FakeLean {
  const calls: FakeCall[] = [];
  const overrides: { pattern: RegExp; reply: (call: FakeCall) => Reply | undefined }[] = [];
  const customers = new Map<string, string>();
  const entities = new Map<string, { customerId: string; accountIds: string[] }>();
  let tokens = 0;

  const ok = (data: Record<string, unknown>) =>
    json({ status: 'OK', results_id: null, message: 'ok', timestamp: TIMESTAMP, data });

  function core(call: FakeCall): Reply | undefined {
    const { method, path } = call;
    if (path === '/oauth2/token') {
      tokens += 1;
      const scope = new URLSearchParams(call.body).get('scope');
      return json({
        access_token: `token-${tokens}-${scope}`,
        token_type: 'bearer',
        expires_in: 3599,
        scope,
      });
    }
    if (method === 'POST' && path === '/customers/v1/') {
      const { app_user_id: appUserId } = JSON.parse(call.body) as { app_user_id: string };
      if (customers.has(appUserId)) return leanError(409, 'CUSTOMER_ALREADY_EXISTS');
      customers.set(appUserId, `customer-of-${appUserId}`);
      return json({ customer_id: `customer-of-${appUserId}`, app_user_id: appUserId });
    }
    const byAppUser = /^\/customers\/v1\/app-user-id\/(.+)$/.exec(path)?.[1];
    if (byAppUser !== undefined) {
      const customerId = customers.get(decodeURIComponent(byAppUser));
      return customerId === undefined
        ? leanError(404, 'UNKNOWN_CUSTOMER')
        : json({ customer_id: customerId });
    }
    const [, owner, entityId] = /^\/customers\/v1\/([^/]+)\/entities(?:\/([^/]+))?$/.exec(path) ?? [];
    if (owner !== undefined && method === 'GET') {
      const own = [...entities].filter(([, { customerId }]) => customerId === owner);
      return json(own.map(([id]) => ({ id, customer_id: owner, bank_identifier: 'BANK1', permissions: {} })));
    }
    if (entityId !== undefined && method === 'DELETE') {
      entities.delete(decodeURIComponent(entityId));
      return json({});
    }
    if (path === '/banks/v1')
      return json([{ identifier: 'BANK1', name: 'First Bank', arabic_name: 'البنك', logo: null }]);
    return undefined;
  }

  function data(call: FakeCall): Reply | undefined {
    const isV1 = call.path.startsWith('/data/v1/');
    const body = isV1 && call.body !== '' ? (JSON.parse(call.body) as Record<string, string>) : {};
    const entityId = call.query.get('entity_id') ?? body['entity_id'] ?? '';
    const entity = entities.get(entityId);
    const what = call.path.replace(/^\/data\/v[12]\//, '');
    if (what === 'refreshes' && call.method === 'POST') {
      return json({ refresh_id: 'refresh-1', status: 'OK', message: 'ok', timestamp: TIMESTAMP });
    }
    if (what.startsWith('refreshes')) return json({ data: [], page: {} });
    if (what.startsWith('results/')) return leanError(404, 'UNKNOWN_RESULTS_ID');
    if (entity === undefined) return leanError(404, 'UNKNOWN_ENTITY');
    const answer = (content: Record<string, unknown>) =>
      isV1 ? json({ status: 'OK', payload: content, timestamp: TIMESTAMP }) : ok(content);
    if (what === 'accounts') {
      const accounts = entity.accountIds.map((id) => ({
        account_id: id,
        ...(isV1 ? {} : { entity_id: entityId }),
      }));
      return answer({ type: 'accounts', accounts });
    }
    if (what === 'identity') return answer({ full_name: 'Sample Customer' });
    const accountId = /^accounts\/([^/]+)\//.exec(what)?.[1] ?? body['account_id'] ?? '';
    if (!entity.accountIds.includes(decodeURIComponent(accountId))) return leanError(404, 'UNKNOWN_ACCOUNT');
    const row = {
      entity_id: entityId,
      account_id: decodeURIComponent(accountId),
      amount: { amount: 1.5, currency: 'AED' },
    };
    if (/balances?$/.test(what))
      return answer(isV1 ? { balance: 1.5, account_id: accountId } : { balances: [row] });
    return answer({ transactions: [isV1 ? { id: 't1', amount: 1.5 } : { ...row, transaction_id: 't1' }] });
  }

  return {
    calls,
    callsTo: (pattern) => calls.filter(({ method, path }) => pattern.test(`${method} ${path}`)),
    on: (pattern, reply) => void overrides.unshift({ pattern, reply }),
    link: (customerId, entityId, accountIds) => void entities.set(entityId, { customerId, accountIds }),
    customerId: (appUserId) => customers.get(appUserId),
    async fetch(request) {
      const url = new URL(request.url);
      const { pathname: path, searchParams: query } = url;
      const call = {
        method: request.method,
        path,
        query,
        headers: request.headers,
        body: await request.text(),
      };
      calls.push(call);
      for (const { pattern, reply } of overrides) {
        const answer = pattern.test(`${call.method} ${path}`) ? reply(call) : undefined;
        if (answer !== undefined) return answer;
      }
      return (await core(call)) ?? (await data(call)) ?? leanError(404, 'INVALID_URL');
    },
  };
}
