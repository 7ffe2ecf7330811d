import { utf8Text } from './bytes.js';
import { Breaker, RetryBudget } from './breaker.js';
import { exchange, LEAN_TIMEOUT_MS, type UpstreamAnswer } from './exchange.js';
import type { LeanCall } from './lean-calls.js';
import { statusOf } from './fields.js';
import { loggable } from './log.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import { Shared } from './shared.js';
import { Tokens } from './token.js';

/** A page of 100 transactions is some 200 kB; v1 answers three years at once. */
const MAX_BYTES = { v1: 64 * 1024 * 1024, v2: 8 * 1024 * 1024 };
const MOST_TRIES = 3;
const FIRST_PAUSE_MS = 200;
/** The longest wait that a call of a caller's is held up for. */
const LONGEST_WAIT_SECONDS = 2;
/** Lean's words for a backend that is set up wrongly: for the operator, not for the customer. */
const MISCONFIGURED = new Set([
  'INCORRECT_ACCESS_LEVEL',
  'INSUFFICIENT_ACCESS_LEVEL',
  'INVALID_CERTIFICATE',
  'CERTIFICATE_TOKEN_MISMATCH',
]);

/** An answer of Lean's that may be passed on: JSON, read once. */
export interface LeanAnswer extends UpstreamAnswer {
  text: string;
  /** The body, parsed. */
  value: unknown;
}

/** Lean's API: credentials, retries, the circuit breaker, and what may not be passed on. */
export class Upstream {
  readonly tokens: Tokens;
  private readonly breaker: Breaker;
  private readonly running = new Shared<LeanAnswer>();
  private readonly budget = new RetryBudget();

  constructor(private readonly config: ProxyConfig) {
    this.tokens = new Tokens(config);
    this.breaker = new Breaker(config.clock, () => config.log({ level: 'error', event: 'upstream_open' }));
  }

  /**
   * Lean's answer, whatever its HTTP status, or a `ProblemError` when there is none that can be passed on. Equal calls
   * at one time are one call: Lean refuses the second one as a duplicate.
   */
  call(call: LeanCall): Promise<LeanAnswer> {
    const key = JSON.stringify([call.method, call.path, call.body]);
    return this.running.run(key, () => this.callOnce(call));
  }

  private async callOnce(call: LeanCall): Promise<LeanAnswer> {
    this.budget.earn();
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.attempt(call);
      const failed = outcome instanceof ProblemError || outcome.status >= 500;
      // A wait that Lean asks for is obeyed; a long one is the caller's to wait.
      const asked = outcome instanceof ProblemError ? 0 : (outcome.retryAfter ?? 0);
      const mayRepeat = call.repeatable && tries < MOST_TRIES && asked <= LONGEST_WAIT_SECONDS;
      if (failed && mayRepeat && this.budget.spend()) {
        this.config.log({ level: 'warn', event: 'upstream_retry' });
        await pause(tries, asked);
        continue;
      }
      if (outcome instanceof ProblemError) throw outcome;
      return this.read(call, outcome);
    }
  }

  /** One try, with one replay when the token was refused. What may be tried again is returned, the rest thrown. */
  private async attempt(call: LeanCall): Promise<UpstreamAnswer | ProblemError> {
    const wait = this.breaker.admit();
    if (wait > 0) throw new ProblemError('upstream_unavailable', { retryAfter: Math.ceil(wait / 1000) });
    let succeeded = false;
    try {
      const answer = await this.send(call);
      succeeded = answer.status < 500;
      return answer;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'upstream_failed') return error;
      throw error;
    } finally {
      this.breaker.record(succeeded);
    }
  }

  private async send(call: LeanCall): Promise<UpstreamAnswer> {
    if (this.config.lean.apiVersion === 'v1') {
      return this.exchange(call, { 'lean-app-token': this.config.lean.appToken });
    }
    const token = await this.tokens.forApi();
    // Never both: Lean refuses an app token beside an authorization.
    const answer = await this.exchange(call, { authorization: `Bearer ${token}` });
    if (answer.status !== 401) return answer;
    this.tokens.refused(token);
    return this.exchange(call, { authorization: `Bearer ${await this.tokens.forApi()}` });
  }

  private async exchange(call: LeanCall, credentials: Record<string, string>): Promise<UpstreamAnswer> {
    const { lean, hosts, clock } = this.config;
    const headers = new Headers({ accept: 'application/json', ...credentials });
    if (call.body !== undefined) headers.set('content-type', 'application/json');
    const request = new Request(hosts.api + call.path, {
      method: call.method,
      headers,
      body: call.body === undefined ? null : JSON.stringify(call.body),
      redirect: 'manual',
    });
    const limits = { timeoutMs: LEAN_TIMEOUT_MS, maxBytes: MAX_BYTES[lean.apiVersion], clock };
    return exchange(lean.fetch ?? globalThis.fetch, request, limits);
  }

  private read(call: LeanCall, answer: UpstreamAnswer): LeanAnswer {
    const { correlationId } = answer;
    // Whether and what Lean says after a removal is nowhere written.
    if (call.method === 'DELETE' && answer.status < 300) return { ...answer, text: '', value: null };
    const parsed = parse(answer);
    const leanStatus = statusOf(parsed?.value);
    if (answer.status === 401 || (answer.status === 403 && MISCONFIGURED.has(leanStatus ?? ''))) {
      const code = loggable(leanStatus);
      this.config.log({ level: 'error', event: 'upstream_misconfigured', status: answer.status, code });
      throw new ProblemError('upstream_refused', { correlationId });
    }
    if (parsed === null) {
      const detail = 'Lean answered something that is not JSON';
      throw new ProblemError('upstream_bad_answer', { detail, correlationId });
    }
    return { ...answer, ...parsed };
  }
}

function parse(answer: UpstreamAnswer): { text: string; value: unknown } | null {
  if (!/^application\/([\w.-]+\+)?json$/.test(answer.contentType)) return null;
  try {
    const text = utf8Text(answer.body);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Full jitter, so that the retries of many calls do not meet. */
function pause(tries: number, atLeastSeconds: number): Promise<void> {
  const milliseconds = atLeastSeconds * 1000 + Math.random() * FIRST_PAUSE_MS * 2 ** tries;
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
