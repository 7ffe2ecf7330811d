import { createHostClient, type HostClient, type HostClientOptions } from '../../src/client/index.js';
import { deleteEntity } from '../../src/client/routes/entities.js';
import { readIdentity, readIdentityResult } from '../../src/client/routes/identity.js';
import { createLinkSession, type LinkSessionWish } from '../../src/client/routes/link-session.js';
import { readRefresh, startRefresh } from '../../src/client/routes/refreshes.js';

/** A request as the backend saw it. */
export interface Seen {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: string | null;
  init: RequestInit;
}

/** What a test's backend does with a request. */
export type Handler = (seen: Seen, count: number) => Response | Promise<Response>;

/** A client whose `fetch` is the handler, and what it was asked. */
export interface FakeBackend {
  client: ReturnType<typeof withAllRoutes>;
  seen: Seen[];
}

/** Builds a client in front of a handler, which also gets the number of requests before. */
export function fakeBackend(handler: Handler, options: Partial<HostClientOptions> = {}): FakeBackend {
  const seen: Seen[] = [];
  const client = createHostClient({
    proxy: 'https://host.test/api/lean',
    credentials: 'same-origin',
    fetch: (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const request = {
        method: init.method ?? 'GET',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: Object.fromEntries(new Headers(init.headers)),
        body: typeof init.body === 'string' ? init.body : null,
        init,
      };
      seen.push(request);
      return abortable(Promise.resolve(handler(request, seen.length - 1)), init.signal);
    },
    ...options,
  });
  return { client: withAllRoutes(client), seen };
}

/** The client, and what is asked through its `request`. */
function withAllRoutes(client: HostClient) {
  const { request } = client;
  return {
    ...client,
    linkSession: (wish: LinkSessionWish, signal?: AbortSignal) => createLinkSession(request, wish, signal),
    disconnect: (entityId: string) => deleteEntity(request, entityId),
    identity: (entityId: string) => readIdentity(request, entityId),
    identityResult: (resultsId: string, of: { entityId: string }) =>
      readIdentityResult(request, resultsId, of.entityId),
    startRefresh: (entityId: string) => startRefresh(request, entityId),
    refresh: (refreshId: string) => readRefresh(request, refreshId),
  };
}

/** As `fetch` does it: an abort rejects, whatever the server is doing. */
function abortable<Result>(work: Promise<Result>, signal: AbortSignal | null | undefined): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
    work.then(resolve, reject);
  });
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** An answer of text. */
export function text(body: string | null, type: string | null, status = 200): Response {
  const response = new Response(body === null ? null : new TextEncoder().encode(body), { status });
  if (type !== null) response.headers.set('content-type', type);
  return response;
}

/** Lean's envelope around data. */
export function ok(data: unknown): Response {
  return json({ status: 'OK', data });
}

/** A promise that is settled from outside. */
export function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Lets everything that is already due happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
