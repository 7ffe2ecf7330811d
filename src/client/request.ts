import { answerError, type AnswerContext } from '../wire/context.js';
import { CONTRACT_HEADER } from '../wire/contract.js';
import type { BackendClock } from './backend-clock.js';
import { noted } from './call-log.js';
import { withDeadline } from './deadline.js';
import { createHostSession, type HostSession, type HostSessionOptions } from './host-session.js';
import { networkError } from './network-error.js';
import { isSessionEnd, refusalError } from './refusal.js';
import { dropBody, readJsonBody, readRefusalBody } from './response-body.js';
import { createSlots } from './slots.js';

const REQUEST_LIMIT_MS = 60_000;
const REQUESTS_AT_ONCE = 6;
const LONGEST_CORRELATION_ID = 128;

/** How a client reaches the host's backend. */
export interface RequesterOptions extends HostSessionOptions {
  /** Absolute base URL; routes are put behind its path. */
  proxy: string;
  credentials: 'same-origin' | 'include';
  /** Is set by every answer. */
  clock?: BackendClock;
  /** Replaces the global `fetch`, which else is looked up at each call. */
  fetch?: typeof fetch;
}

/** One call of a route. */
export interface RouteCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** The route by its pattern, which errors name: it holds no ids. */
  pattern: string;
  /** Path below the base, without a leading slash, ids already encoded. */
  path: string;
  query?: Readonly<Record<string, string | null>>;
  /** Sent as JSON. */
  body?: object;
  /** The answer has no body worth reading. */
  isBodiless?: boolean;
  /** A person waits for it: it goes before whatever else waits for one of the six places. */
  isUrgent?: boolean;
}

/** What came back. A refusal is not thrown, since some routes make an answer of one. */
export interface RouteAnswer {
  context: AnswerContext;
  headers: Headers;
  body: unknown;
  /** False for a refusal (HTTP 4xx or 5xx). */
  isSuccess: boolean;
}

/** Makes calls to the host's backend. */
export type Requester = (call: RouteCall, signal?: AbortSignal) => Promise<RouteAnswer>;

/**
 * The one place that calls `fetch`. At most six requests run at once, each for at most a minute. A 401 (or 419) makes
 * it ask the host for new headers, once for all calls that wait, and repeat each call once.
 *
 * Rejects with a LeanError: `offline`, `network_failed`, `timeout`, `redirected`, `bad_response`,
 * `get_headers_failed`, `session_expired`; or with the signal's reason when the caller aborts.
 */
export function createRequester(options: RequesterOptions): Requester {
  const session = createHostSession(options);
  const slots = createSlots(REQUESTS_AT_ONCE);
  return async (call, signal) => {
    const route = `${call.method} ${call.pattern}`;
    const limit = { milliseconds: REQUEST_LIMIT_MS, code: 'timeout', route } as const;
    const askedIn = session.generation;
    const answer = await slots.run(
      () => withDeadline(limit, signal, (inner) => callTwiceAtMost(options, session, call, inner)),
      signal,
      call.isUrgent,
    );
    if (!isRefusedSession(answer)) return answer;
    session.expire(askedIn);
    throw refusalError(answer.context, answer.headers, answer.body);
  };
}

async function callTwiceAtMost(
  options: RequesterOptions,
  session: HostSession,
  call: RouteCall,
  signal: AbortSignal,
): Promise<RouteAnswer> {
  const once = (headers: Headers): Promise<RouteAnswer> =>
    noted(`${call.method} ${call.pattern}`, () => callOnce(options, call, headers, signal));
  const first = await once(await session.headers());
  if (!isRefusedSession(first)) return first;
  return once(await session.renew());
}

function isRefusedSession({ context }: RouteAnswer): boolean {
  return context.httpStatus !== null && isSessionEnd(context.httpStatus);
}

async function callOnce(
  options: RequesterOptions,
  call: RouteCall,
  hostHeaders: Headers,
  signal: AbortSignal,
): Promise<RouteAnswer> {
  const unanswered: AnswerContext = {
    route: `${call.method} ${call.pattern}`,
    httpStatus: null,
    correlationId: null,
  };
  const response = await send(options, call, hostHeaders, signal, unanswered);
  const { status, headers } = response;
  options.clock?.note(headers);
  const context = { ...unanswered, httpStatus: status, correlationId: correlationIdOf(headers) };
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw answerError('redirected', { ...context, httpStatus: status || null }, 'was redirected');
  }
  if (!response.ok) {
    return { context, headers, body: await readRefusalBody(response, context), isSuccess: false };
  }
  const body = call.isBodiless ? dropBody(response, context) : await readJsonBody(response, context);
  return { context, headers, body, isSuccess: true };
}

async function send(
  { proxy, credentials, fetch: ownFetch }: RequesterOptions,
  call: RouteCall,
  hostHeaders: Headers,
  signal: AbortSignal,
  context: AnswerContext,
): Promise<Response> {
  if (climbs(call.path)) throw answerError('bad_request', context, 'an id of dots alone is none');
  const headers = new Headers(hostHeaders);
  headers.set('accept', 'application/json');
  headers.set(CONTRACT_HEADER, '1');
  if (call.body) headers.set('content-type', 'application/json');
  const request: RequestInit = {
    method: call.method,
    headers,
    credentials,
    // A backend that sends the visitor to a login page must not make us show that page's text as data.
    redirect: 'manual',
    // Nothing of a customer's bank data may be left in the browser, whatever headers a backend forgot.
    cache: 'no-store',
    signal,
    ...(call.body ? { body: JSON.stringify(call.body) } : {}),
  };
  try {
    return await (ownFetch ?? globalThis.fetch)(urlOf(proxy, call), request);
  } catch (thrown) {
    signal.throwIfAborted();
    throw networkError(context, 'the backend could not be reached', thrown);
  }
}

/** An id of one or two dots, which no encoding changes, would lead to another route than the one that is asked. */
function climbs(path: string): boolean {
  return path.split('/').some((segment) => /^\.{1,2}$/.test(segment));
}

function urlOf(proxy: string, { path, query = {} }: RouteCall): string {
  const url = new URL(proxy);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.hash = '';
  for (const [name, value] of Object.entries(query)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

/** Lean's id for its support; anything longer or stranger than an id is none. */
function correlationIdOf(headers: Headers): string | null {
  const sent = headers.get('lean-correlation-id')?.trim() ?? '';
  return sent.length <= LONGEST_CORRELATION_ID && /^[\w.:-]+$/.test(sent) ? sent : null;
}
