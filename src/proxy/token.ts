import * as v from 'valibot';
import { utf8Text } from './bytes.js';
import { exchange, type UpstreamAnswer } from './exchange.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import { Shared } from './shared.js';

/** A token is renewed this long before it ends, so that none ends on its way. */
const RENEW_BEFORE_MS = 60_000;
const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 3600;
/** The Link SDK refuses a customer token with less left. */
const LINK_SECONDS = 600;
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 64 * 1024;

const TokenSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(1)),
  expires_in: v.fallback(
    v.optional(v.union([v.number(), v.pipe(v.string(), v.transform(Number))])),
    undefined,
  ),
});

interface Token {
  text: string;
  seconds: number;
  renewAt: number;
}

/** OAuth tokens: one for the API, shared by all calls and renewed once for all who wait; fresh ones for customers. */
export class Tokens {
  private api: Token | undefined;
  private readonly renewals = new Shared<Token>();

  constructor(private readonly config: ProxyConfig) {}

  /** The token for Lean's API, new when none is held. */
  async forApi(): Promise<string> {
    const held = this.api;
    if (held !== undefined && held.renewAt > this.config.clock()) return held.text;
    const renewed = await this.renewals.run('api', async () => {
      this.api = await this.mint('api');
      this.config.log({ level: 'info', event: 'token_renewed' });
      return this.api;
    });
    return renewed.text;
  }

  /** Forgets the API token when it is still the one that Lean refused. */
  refused(token: string): void {
    if (this.api?.text === token) this.api = undefined;
  }

  /** A token for one customer's Link SDK, minted now, with at least ten minutes left. */
  async forCustomer(customerId: string): Promise<string> {
    const token = await this.mint(`customer.${customerId}`);
    if (token.seconds < LINK_SECONDS) {
      throw new ProblemError('upstream_bad_answer', { detail: "Lean's customer token ends too soon" });
    }
    return token.text;
  }

  private async mint(scope: string): Promise<Token> {
    const { lean, hosts, clock } = this.config;
    const form = new URLSearchParams({
      client_id: lean.clientId ?? '',
      client_secret: lean.clientSecret ?? '',
      grant_type: 'client_credentials',
      scope,
    });
    const request = new Request(`${hosts.auth}/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
      redirect: 'manual',
    });
    const asked = clock();
    const answer = await exchange(lean.fetch ?? globalThis.fetch, request, {
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      clock,
    });
    const token = this.read(answer);
    const seconds = lifetime(token);
    return {
      text: token.access_token,
      seconds,
      renewAt: asked + Math.max(seconds * 1000 - RENEW_BEFORE_MS, (seconds * 1000) / 2),
    };
  }

  private read(answer: UpstreamAnswer): v.InferOutput<typeof TokenSchema> {
    if (answer.status >= 500 || answer.status === 429) {
      throw new ProblemError('upstream_unavailable', { retryAfter: answer.retryAfter ?? 5 });
    }
    if (answer.status !== 200) {
      this.config.log({
        level: 'error',
        event: 'upstream_misconfigured',
        status: answer.status,
        code: 'oauth',
      });
      throw new ProblemError('upstream_refused', { correlationId: answer.correlationId });
    }
    const parsed = v.safeParse(TokenSchema, parseJson(answer));
    if (!parsed.success)
      throw new ProblemError('upstream_bad_answer', { detail: 'The token is not readable' });
    return parsed.output;
  }
}

function parseJson(answer: UpstreamAnswer): unknown {
  try {
    return JSON.parse(utf8Text(answer.body));
  } catch {
    throw new ProblemError('upstream_bad_answer', { detail: 'The token is not JSON' });
  }
}

/** Seconds, held between a minute and an hour: a missing or odd number must neither loop nor keep a dead token. */
function lifetime(token: { expires_in?: number | undefined }): number {
  const seconds = token.expires_in;
  if (seconds === undefined || !Number.isFinite(seconds)) return LONGEST_SECONDS;
  return Math.min(Math.max(seconds, SHORTEST_SECONDS), LONGEST_SECONDS);
}
