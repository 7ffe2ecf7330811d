import { concatBytes, type Bytes } from './bytes.js';
import { ProblemError } from './problem.js';
import { parseRetryAfter } from './retry-after.js';

/** What Lean answered, read whole. */
export interface UpstreamAnswer {
  status: number;
  /** The media type, lower case, without parameters; empty when Lean sent none. */
  contentType: string;
  body: Bytes;
  correlationId: string | null;
  /** Seconds, at most 60. */
  retryAfter: number | null;
}

export interface ExchangeLimits {
  /** The answer must have arrived whole by then. */
  timeoutMs: number;
  maxBytes: number;
  clock: () => number;
}

/** Lean gives up after 50 seconds and answers `PENDING`; a little more is left for the way. */
export const LEAN_TIMEOUT_MS = 55_000;

/**
 * One request to Lean and its whole answer. Redirects are refused, the body is bounded while it streams, and the
 * deadline covers the last byte. Throws a `ProblemError`.
 */
export async function exchange(
  fetch: (request: Request) => Promise<Response>,
  request: Request,
  limits: ExchangeLimits,
): Promise<UpstreamAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limits.timeoutMs);
  try {
    return await untilAborted(
      send(fetch, new Request(request, { signal: abort.signal }), limits),
      abort.signal,
    );
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(abort.signal.aborted ? 'upstream_timeout' : 'upstream_failed', { retryAfter: 5 });
  } finally {
    clearTimeout(timer);
    // Frees the connection when the body was left unread.
    abort.abort();
  }
}

async function send(
  fetch: (request: Request) => Promise<Response>,
  request: Request,
  limits: ExchangeLimits,
): Promise<UpstreamAnswer> {
  const response = await fetch(request);
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new ProblemError('upstream_bad_answer', { detail: 'Lean answered with a redirect' });
  }
  return {
    status: response.status,
    contentType: response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '',
    body: await readBounded(response, limits.maxBytes),
    correlationId: response.headers.get('lean-correlation-id'),
    retryAfter: parseRetryAfter(response.headers.get('retry-after'), limits.clock()),
  };
}

async function readBounded(response: Response, maxBytes: number): Promise<Bytes> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatBytes(pieces);
    length += value.length;
    if (length > maxBytes) {
      throw new ProblemError('upstream_bad_answer', { detail: "Lean's answer is too large" });
    }
    pieces.push(value);
  }
}

/** A `fetch` that does not watch its signal, such as a simulator in this process, still ends at the deadline. */
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The deadline has passed')), { once: true });
    work.then(resolve, reject);
  });
}
