import { LeanError } from '../domain/error.js';
import { withDeadline } from './deadline.js';

const GET_HEADERS_LIMIT_MS = 30_000;

/** The host's own session as the requests see it: its headers, and what happens when it has ended. */
export interface HostSession {
  /** Counts renewals: a call remembers after how many it was asked for. */
  readonly generation: number;
  headers(): Promise<Headers>;
  /** Asks the host once for new headers on behalf of all calls that wait for them. */
  renew(): Promise<Headers>;
  /** Tells the host that even the renewed session was refused: once for all calls that were asked for before that. */
  expire(askedIn: number): void;
}

/** What the host gave us to know its session. */
export interface HostSessionOptions {
  getHeaders?: () => HeadersInit | Promise<HeadersInit>;
  onSessionExpired?: () => void;
}

/** Builds the host's session. `getHeaders` that throws or gives no headers is the error `get_headers_failed`. */
export function createHostSession({ getHeaders, onSessionExpired }: HostSessionOptions): HostSession {
  let generation = 0;
  let toldIn = 0;
  let renewing: Promise<Headers> | null = null;

  async function ask(): Promise<Headers> {
    try {
      return new Headers(await getHeaders?.());
    } catch (thrown) {
      // The host's own message stays in the cause: it may hold a token.
      throw new LeanError('get_headers_failed', 'getHeaders failed', { thrown });
    }
  }

  function headers(): Promise<Headers> {
    const limit = { milliseconds: GET_HEADERS_LIMIT_MS, code: 'timeout', route: 'getHeaders' } as const;
    return getHeaders ? withDeadline(limit, undefined, ask) : ask();
  }

  return {
    get generation() {
      return generation;
    },
    headers,
    renew() {
      renewing ??= headers().finally(() => {
        generation += 1;
        renewing = null;
      });
      return renewing;
    },
    expire(askedIn) {
      if (askedIn < toldIn) return;
      toldIn = generation;
      onSessionExpired?.();
    },
  };
}
