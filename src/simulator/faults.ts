/** What networks and machines in between do to answers (faults N4 to N16, V15). */
import type { Answer } from './answers.js';

/** Names of the faults; each is a scenario of the same name. */
export type FaultName =
  | 'html-instead-of-json'
  | 'empty-body'
  | 'no-content'
  | 'truncated-json'
  | 'json-with-bom'
  | 'wrong-content-type'
  | 'huge-body'
  | 'reset'
  | 'reset-before-headers'
  | 'slow-bytes'
  | 'never-answers'
  | 'redirect-to-login'
  | 'http-401'
  | 'http-403'
  | 'http-500'
  | 'http-502-html'
  | 'http-503'
  | 'http-503-retry-after';

/** The connection broke; `fetch` rejects with the same kind of error. */
export class ConnectionReset extends TypeError {
  readonly code = 'ECONNRESET';

  constructor() {
    super('The simulator broke the connection, as its scenario says.');
    this.name = 'ConnectionReset';
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const HUGE_BYTES = 12_000_000;
const SLICES = 20;
const SLICE_PAUSE_MS = 200;

const portalPage =
  '<!doctype html><html lang="en"><title>Network login</title><h1>Log in to use this network</h1></html>';

/** The answer as it should have been sent. */
export function toResponse({ httpStatus, body, headers }: Answer): Response {
  const isEmpty = body === null || httpStatus === 204;
  return new Response(isEmpty ? null : JSON.stringify(body), {
    status: httpStatus,
    headers: isEmpty ? headers : { ...JSON_TYPE, ...headers },
  });
}

function page(status: number): Response {
  return new Response(portalPage, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** The first half of the body, then a broken connection. */
function brokenBody(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new ConnectionReset());
      else controller.enqueue(bytes.slice(0, bytes.length / 2));
      isSent = true;
    },
  });
}

function slowBody(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const size = Math.ceil(bytes.length / SLICES);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await pause(SLICE_PAUSE_MS);
      controller.enqueue(bytes.slice(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
  });
}

/** Waits until the caller gives up, and fails as `fetch` does then. */
function never(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

type Fault = (answer: Answer, refusals: Refusals, signal: AbortSignal) => Response | Promise<Response>;

/** Error bodies of the statuses that Lean answers itself. */
export interface Refusals {
  forbidden(): Answer;
  serverError(): Answer;
}

const jsonOf = ({ body }: Answer): string => JSON.stringify(body);

const faults: Readonly<Record<FaultName, Fault>> = {
  'html-instead-of-json': () => page(200),
  'empty-body': () => new Response('', { headers: JSON_TYPE }),
  'no-content': () => new Response(null, { status: 204 }),
  'truncated-json': (answer) => {
    const text = jsonOf(answer);
    return new Response(text.slice(0, text.length / 2), { headers: JSON_TYPE });
  },
  'json-with-bom': (answer) => new Response(`\ufeff${jsonOf(answer)}`, { headers: JSON_TYPE }),
  'wrong-content-type': (answer) =>
    new Response(jsonOf(answer), { headers: { 'content-type': 'text/plain' } }),
  'huge-body': (answer) => {
    const text = jsonOf(answer);
    return new Response(text.replace(/}$/, `,"padding":"${'x'.repeat(HUGE_BYTES)}"}`), {
      headers: JSON_TYPE,
    });
  },
  reset: (answer) => new Response(brokenBody(jsonOf(answer)), { headers: JSON_TYPE }),
  'reset-before-headers': () => {
    throw new ConnectionReset();
  },
  'slow-bytes': (answer) => new Response(slowBody(jsonOf(answer)), { headers: JSON_TYPE }),
  'never-answers': (_answer, _refusals, signal) => never(signal),
  'redirect-to-login': () => new Response(null, { status: 302, headers: { location: '/login' } }),
  'http-401': () => new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } }),
  'http-403': (_answer, refusals) => toResponse(refusals.forbidden()),
  'http-500': (_answer, refusals) => toResponse(refusals.serverError()),
  'http-502-html': () => page(502),
  'http-503': () => new Response(null, { status: 503 }),
  'http-503-retry-after': () => new Response(null, { status: 503, headers: { 'retry-after': '2' } }),
};

/** What arrives instead of `answer`. Throws `ConnectionReset`, or the signal's reason, where nothing does. */
export function withFault(
  name: FaultName,
  answer: Answer,
  refusals: Refusals,
  signal: AbortSignal,
): Response | Promise<Response> {
  return faults[name](answer, refusals, signal);
}
