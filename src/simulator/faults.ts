/** What networks and machines in between do to answers (faults N1 to N18, V15). */
import type { Answer } from './answers.js';
import { brokenAfter, ConnectionReset, inPieces, pause } from './fault-streams.js';

/** Every fault and what it does; each is a scenario of the same name. */
export const faultMeanings = {
  'html-instead-of-json': 'Data calls answer 200 with a web page, as a captive portal does.',
  'empty-body': 'Data calls answer 200 with nothing in the body.',
  'no-content': 'Data calls answer 204.',
  'truncated-json': 'Answers of data calls end in the middle.',
  'json-with-bom': 'Answers of data calls start with a byte order mark.',
  'wrong-content-type': 'Answers of data calls call themselves text/plain.',
  'wrong-charset': 'Answers of data calls are JSON in UTF-16.',
  'gzip-error': 'Answers of data calls call themselves gzip and cannot be unpacked.',
  'content-length-lie': 'Answers of data calls promise more bytes than they have.',
  'huge-body': 'Data calls answer 12 MB of JSON.',
  reset: 'The connection breaks while the answer of a data call arrives.',
  'reset-before-headers': 'The connection breaks before a data call answers.',
  'slow-bytes': 'Answers of data calls arrive in 20 slices over 4 seconds.',
  'byte-by-byte': 'Answers of data calls arrive one byte every 20 ms.',
  'slow-3g': 'Answers of data calls start after 2 seconds and arrive at 400 kbit/s.',
  'latency-30s': 'Data calls answer after 30 seconds.',
  'never-answers': 'Data calls are accepted and never answered.',
  'redirect-to-login': 'Data calls are redirected to a login page.',
  'redirect-elsewhere': 'Data calls are redirected to a login page of another origin.',
  'http-401': 'Data calls answer 401, as after a revoked token.',
  'http-403': 'Data calls answer 403 OPERATION_NOT_ALLOWED.',
  'http-404': 'Data calls answer 404 INVALID_URL.',
  'http-419': 'Data calls answer 419, as some frameworks say that a session is over.',
  'http-500': 'Data calls answer 500 INTERNAL_SERVER_ERROR.',
  'http-500-empty': 'Data calls answer 500 without a body.',
  'http-500-problem': 'Data calls answer 500 with a problem document (RFC 9457).',
  'http-502-html': 'Data calls answer 502 with a web page.',
  'http-503': 'Data calls answer 503 without a body.',
  'http-503-retry-after': 'Data calls answer 503 with Retry-After: 2.',
} as const;

/** Names of the faults. */
export type FaultName = keyof typeof faultMeanings;

/** Says on an answer which fault it shows, for whoever wonders. */
export const FAULT_HEADER = 'x-lean-simulator-fault';

const JSON_TYPE = { 'content-type': 'application/json' };
const HUGE_BYTES = 12_000_000;

const portalPage =
  '<!doctype html><html lang="en"><title>Network login</title><h1>Log in to use this network</h1></html>';

const problem = JSON.stringify({ type: 'about:blank', title: 'Internal Server Error', status: 500 });

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

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

/** Error bodies of the statuses that Lean answers itself. */
export interface Refusals {
  forbidden(): Answer;
  unknownUrl(): Answer;
  serverError(): Answer;
}

type Fault = (answer: Answer, refusals: Refusals, signal: AbortSignal) => Response | Promise<Response>;

const jsonOf = ({ body }: Answer): string => JSON.stringify(body);
const bytesOf = (answer: Answer) => new TextEncoder().encode(jsonOf(answer));
const json = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) => new Response(body, { headers });

const faults: Readonly<Record<FaultName, Fault>> = {
  'html-instead-of-json': () => page(200),
  'empty-body': () => json(''),
  'no-content': () => new Response(null, { status: 204 }),
  'truncated-json': (answer) => json(jsonOf(answer).slice(0, jsonOf(answer).length / 2)),
  'json-with-bom': (answer) => json(`\ufeff${jsonOf(answer)}`),
  'wrong-content-type': (answer) => json(jsonOf(answer), { 'content-type': 'text/plain' }),
  'wrong-charset': (answer) =>
    json(utf16(jsonOf(answer)), { 'content-type': 'application/json; charset=utf-16le' }),
  // The magic number and method of gzip, then what is no block of it.
  'gzip-error': () =>
    json(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff]), {
      ...JSON_TYPE,
      'content-encoding': 'gzip',
    }),
  'content-length-lie': (answer) => {
    const bytes = bytesOf(answer);
    return json(brokenAfter(bytes, bytes.length), {
      ...JSON_TYPE,
      'content-length': String(bytes.length + 1000),
    });
  },
  'huge-body': (answer) => json(jsonOf(answer).replace(/}$/, `,"padding":"${'x'.repeat(HUGE_BYTES)}"}`)),
  reset: (answer) => json(brokenAfter(bytesOf(answer), bytesOf(answer).length / 2)),
  'reset-before-headers': () => {
    throw new ConnectionReset();
  },
  'slow-bytes': (answer) => json(inPieces(bytesOf(answer), Math.ceil(bytesOf(answer).length / 20), 200)),
  'byte-by-byte': (answer) => json(inPieces(bytesOf(answer), 1, 20)),
  'slow-3g': async (answer, _refusals, signal) => {
    await pause(2000, signal);
    return json(inPieces(bytesOf(answer), 5000, 100));
  },
  'latency-30s': async (answer, _refusals, signal) => {
    await pause(30_000, signal);
    return toResponse(answer);
  },
  'never-answers': async (answer, _refusals, signal) => {
    await pause(Infinity, signal);
    return toResponse(answer);
  },
  'redirect-to-login': () => redirect('/login'),
  'redirect-elsewhere': () => redirect('https://login.example/'),
  'http-401': () => new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } }),
  'http-403': (_answer, refusals) => toResponse(refusals.forbidden()),
  'http-404': (_answer, refusals) => toResponse(refusals.unknownUrl()),
  'http-419': () => new Response(null, { status: 419 }),
  'http-500': (_answer, refusals) => toResponse(refusals.serverError()),
  'http-500-empty': () => new Response(null, { status: 500 }),
  'http-500-problem': () =>
    new Response(problem, { status: 500, headers: { 'content-type': 'application/problem+json' } }),
  'http-502-html': () => page(502),
  'http-503': () => new Response(null, { status: 503 }),
  'http-503-retry-after': () => new Response(null, { status: 503, headers: { 'retry-after': '2' } }),
};

/** What arrives instead of `answer`. Rejects with `ConnectionReset`, or the signal's reason, where nothing does. */
export async function withFault(
  name: FaultName,
  answer: Answer,
  refusals: Refusals,
  signal: AbortSignal,
): Promise<Response> {
  const response = await faults[name](answer, refusals, signal);
  response.headers.set(FAULT_HEADER, name);
  return response;
}
