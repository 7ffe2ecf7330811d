/** What hosts get wrong, one at a time: each the right backend with one thing changed. */
import { jsonOf, shortened, withHeaders, type Handler } from './check-backend.js';

/** The right backend, asked with other headers. */
const asking =
  (right: Handler, change: (headers: Headers) => void): Handler =>
  (request) => {
    const headers = new Headers(request.headers);
    change(headers);
    return right(new Request(request, { headers }));
  };

/** The right backend, which never sees some of the query. */
const without =
  (right: Handler, ...names: string[]): Handler =>
  (request) => {
    const url = new URL(request.url);
    for (const name of names) url.searchParams.delete(name);
    return right(new Request(url, request));
  };

/** The right backend, in whose link sessions some members are others. */
const opening =
  (right: Handler, members: () => object): Handler =>
  async (request) => {
    const response = await right(request);
    if (!request.url.endsWith('/link-session') || !response.ok) return response;
    const changed = { ...((await response.json()) as object), ...members() };
    return Response.json(changed, { headers: { 'cache-control': 'no-store' } });
  };

/** A mistake and the promise of the contract it breaks. */
export const mistakes: Record<string, { promise: RegExp; make: (right: Handler) => Handler }> = {
  'takes anybody for a customer': {
    promise: /401 without a session/,
    make: (right) =>
      asking(right, (headers) => {
        if (!headers.has('authorization')) headers.set('x-user', 'amal');
      }),
  },
  'redirects to a login page': {
    promise: /never redirects/,
    make: (right) => (request) =>
      request.headers.has('authorization') || request.url.includes('webhooks')
        ? right(request)
        : Promise.resolve(new Response(null, { status: 302, headers: { location: '/login' } })),
  },
  'lets caches keep answers': {
    promise: /forbids every cache/,
    make: (right) => async (request) =>
      withHeaders(await right(request), (headers) => headers.delete('cache-control')),
  },
  'echoes every origin': {
    promise: /lets no page of origin https:\/\/evil\.example read/,
    make: (right) => async (request) =>
      withHeaders(await right(request), (headers) =>
        headers.set('access-control-allow-origin', request.headers.get('origin') ?? '*'),
      ),
  },
  'looks at no origin': {
    promise: /refuses what a page of origin https:\/\/evil\.example sends/,
    make: (right) =>
      asking(right, (headers) => {
        headers.delete('origin');
        headers.delete('sec-fetch-site');
      }),
  },
  'trusts every webhook': {
    promise: /refuses an event with a wrong signature/,
    make: (right) => (request) =>
      request.url.endsWith('/webhooks') ? Promise.resolve(Response.json({})) : right(request),
  },
  'answers errors as web pages': {
    promise: /answers JSON or nothing/,
    make: (right) => async (request) => {
      const response = await right(request);
      return response.status < 400
        ? response
        : new Response('<h1>Oops</h1>', {
            status: response.status,
            headers: { 'content-type': 'text/html' },
          });
    },
  },
  'hands out an old token': {
    promise: /at least ten minutes left/,
    make: (right) =>
      opening(right, () => {
        const claims = JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 300 });
        return { access_token: `x.${Buffer.from(claims).toString('base64url')}.x` };
      }),
  },
  'says sandbox as text': {
    promise: /link session of the contract/,
    make: (right) => opening(right, () => ({ sandbox: 'true' })),
  },
  'wraps the list of entities': {
    promise: /array of entities/,
    make: (right) => async (request) => {
      const response = await right(request);
      return request.url.endsWith('/entities') && response.ok
        ? Response.json({ entities: (await response.json()) as unknown })
        : response;
    },
  },
  'unwraps the envelope': {
    promise: /answers Lean’s envelope/,
    make: (right) => async (request) => {
      const response = await right(request);
      if (!request.url.includes('/accounts?') || !response.ok) return response;
      return Response.json(((await response.json()) as { data: unknown }).data);
    },
  },
  'names the refused id': {
    promise: /repeats nothing of an id/,
    make: (right) => async (request) => {
      const response = await right(request);
      return response.status === 404
        ? Response.json({ status: 'UNKNOWN', message: request.url }, { status: 404 })
        : response;
    },
  },
  'serves another customer’s bank': {
    promise: /another customer’s bank/,
    make: (right) => async (request) => {
      const response = await right(request.clone());
      if (response.status !== 404 || !request.url.includes('/accounts')) return response;
      return right(new Request(request, { headers: { authorization: 'Bearer token-of-badr' } }));
    },
  },
  'reads the customer from a token without checking it': {
    promise: /401 to a session that it never gave/,
    make: (right) =>
      asking(right, (headers) => {
        if (headers.get('authorization')?.includes('made-up')) headers.set('x-user', 'amal');
      }),
  },
  'makes all users one customer': {
    promise: /lists no bank of another customer/,
    make: (right) =>
      asking(right, (headers) => {
        if (headers.has('authorization')) headers.set('authorization', 'Bearer token-of-badr');
      }),
  },
  'gives every origin leave in preflights': {
    promise: /origin null no leave to send/,
    make: (right) => async (request) =>
      request.method === 'OPTIONS'
        ? new Response(null, {
            status: 204,
            headers: {
              'access-control-allow-origin': request.headers.get('origin') ?? '*',
              'cache-control': 'no-store',
            },
          })
        : right(request),
  },
  'hands on every path': {
    promise: /404 where there is no route/,
    make: (right) => (request) =>
      request.url.includes('made-up-route')
        ? Promise.resolve(Response.json([], { headers: { 'cache-control': 'no-store' } }))
        : right(request),
  },
  'does not tell methods apart': {
    promise: /405 to a method it does not have/,
    make: (right) => (request) =>
      request.method === 'PUT'
        ? right(new Request(request.url, { headers: request.headers }))
        : right(request),
  },
  'breaks down at a body that is no JSON': {
    promise: /400 to a body that is no JSON/,
    make: (right) => async (request) => {
      const response = await right(request);
      return response.status === 400 ? Response.json({ code: 'oops' }, { status: 500 }) : response;
    },
  },
  'takes bodies of any size': {
    promise: /refuses a body of a megabyte/,
    make: (right) => async (request) => {
      const isLong = (await request.clone().text()).length > 500_000;
      return isLong
        ? right(new Request(request.url, { ...shortened, headers: request.headers }))
        : right(request);
    },
  },
  'forgets the dates': {
    promise: /keeps to the dates/,
    make: (right) => without(right, 'start_date', 'end_date'),
  },
  'forgets the page size': {
    promise: /keeps to the page size/,
    make: (right) => without(right, 'size'),
  },
  'leaves out the identifiers of banks': {
    promise: /array of banks, each with an identifier/,
    make: (right) => async (request) => {
      const response = await right(request);
      return request.url.endsWith('/banks') && response.ok ? Response.json([{ name: 'Bank' }]) : response;
    },
  },
  'takes a customer from the body': {
    promise: /never from the body/,
    make: (right) => async (request) => {
      const text = await request.clone().text();
      const response = await right(request);
      if (!text.includes('customer_id') || !response.ok) return response;
      const session = (await response.json()) as object;
      return Response.json({ ...session, customer_id: 'made-up-id' });
    },
  },
  'opens any reconnect': {
    promise: /reconnect id that was not named/,
    make: (right) => async (request) => {
      const text = await request.clone().text();
      return text.includes('"reconnect"')
        ? right(new Request(request.url, { ...shortened, headers: request.headers }))
        : right(request);
    },
  },
  'opens a link session by GET': {
    promise: /refuses GET/,
    make: (right) => (request) =>
      request.method === 'GET' && request.url.endsWith('/link-session')
        ? right(new Request(request.url, { ...shortened, headers: jsonOf(request) }))
        : right(request),
  },
  'asks for no permissions': {
    promise: /names permissions/,
    make: (right) => opening(right, () => ({ permissions: [] })),
  },
  'says nothing of identity that is off': {
    promise: /identity is switched off/,
    make: (right) => async (request) => {
      const response = await right(request);
      return request.url.includes('/identity') && response.status === 403
        ? Response.json({ code: 'forbidden' }, { status: 403 })
        : response;
    },
  },
  'answers ids that are not there': {
    promise: /refuses an id that is not there/,
    make: (right) => async (request) => {
      const response = await right(request);
      return request.method === 'DELETE' && response.status === 404
        ? new Response(null, { status: 204 })
        : response;
    },
  },
  'takes forms of other websites': {
    promise: /not sent as JSON/,
    make: (right) =>
      asking(right, (headers) => {
        if (headers.get('content-type') === 'text/plain') headers.set('content-type', 'application/json');
      }),
  },
};
