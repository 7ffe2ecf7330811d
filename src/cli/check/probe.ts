import { CONTRACT_HEADER } from '../../wire/contract.js';

/** A little more than the 25 seconds after which a backend answers `PENDING`. */
const TIMEOUT_MS = 40_000;

/** An answer of the backend under test, read whole. */
export interface Seen {
  /** Method and path without ids or query, as the contract writes it. */
  route: string;
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json: unknown;
}

export interface Question {
  /** As the contract writes it: `GET /accounts/{account_id}/balances`. */
  route: string;
  /** What stands in the path's braces. */
  ids?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON unless `contentType` says otherwise. */
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string>;
  /** Whose session goes along; `made-up` has the form of the own one. Default `own`. */
  session?: 'own' | 'other' | 'none' | 'made-up';
}

export interface ProbeOptions {
  /** The proxy's address, such as `https://shop.example/api/lean`. */
  base: URL;
  session: Headers;
  /** Another customer's session, when the caller has one. */
  other: Headers | null;
  fetch?: typeof fetch;
}

/** The backend could not be reached at all: nothing can be said about it. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Asks the backend as the elements do, and remembers every answer. */
export class Probe {
  readonly seen: Seen[] = [];

  constructor(readonly options: ProbeOptions) {}

  get hasSession(): boolean {
    return [...this.options.session].length > 0;
  }

  /** The session with its secrets replaced; null when it has none of the usual two forms. */
  get madeUpSession(): Headers | null {
    const { session } = this.options;
    const cookie = session.get('cookie');
    const scheme = /^\w+ /.exec(session.get('authorization') ?? '')?.[0];
    if (cookie === null && scheme === undefined) return null;
    const headers = new Headers();
    if (cookie !== null) headers.set('cookie', cookie.replaceAll(/=[^;]*/g, '=made-up'));
    if (scheme !== undefined) headers.set('authorization', `${scheme}made-up`);
    return headers;
  }

  async ask(question: Question): Promise<Seen> {
    const [method = 'GET', pattern = '/'] = question.route.split(' ');
    const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(question.ids?.[name] ?? ''),
    );
    const url = new URL(this.options.base.href.replace(/\/+$/, '') + path);
    for (const [name, value] of Object.entries(question.query ?? {})) url.searchParams.set(name, value);
    const init: RequestInit = { method, headers: this.headersOf(question), redirect: 'manual' };
    if (question.body !== undefined) {
      init.body = typeof question.body === 'string' ? question.body : JSON.stringify(question.body);
    }
    const seen = await this.fetch(question.route, url, init);
    this.seen.push(seen);
    return seen;
  }

  private headersOf(question: Question): Headers {
    const headers = new Headers({ accept: 'application/json', [CONTRACT_HEADER]: '1' });
    if (question.body !== undefined) headers.set('content-type', question.contentType ?? 'application/json');
    const { session, other } = this.options;
    const who = question.session ?? 'own';
    const identities = { own: session, other, none: null, 'made-up': this.madeUpSession };
    for (const [name, value] of identities[who] ?? []) headers.set(name, value);
    for (const [name, value] of Object.entries(question.headers ?? {})) headers.set(name, value);
    return headers;
  }

  private async fetch(route: string, url: URL, init: RequestInit): Promise<Seen> {
    const ask = this.options.fetch ?? globalThis.fetch;
    try {
      const response = await ask(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
      const text = await response.text();
      return { route, status: response.status, headers: response.headers, text, json: parse(text) };
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      const said = cause instanceof Error ? cause.message || cause.name : String(cause);
      throw new Unreachable(`${route} could not be reached: ${said}`, { cause: error });
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An answer in a few words, for a finding. */
export function told({ status, headers, text }: Seen): string {
  const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
  return `answered ${status} with ${text === '' ? 'an empty body' : type}`;
}
