import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

const COOKIE = 'housebook_session';
/** Enough for any demo; the oldest is forgotten first. */
const MOST_VISITORS = 10_000;

/** A signed-in sample customer of the demo site, for one browser session. */
export interface Visitor {
  /** Unguessable, since knowing it is the session. */
  readonly id: string;
  /** The page to come back to from a bank. */
  lastPage: string;
  scenario: string | null;
  /** Banks that a page has linked for them, or is linking. */
  readonly linked: Map<string, Promise<void>>;
}

/** The demo site's sessions: an HttpOnly cookie in the browser, the rest in memory here. */
export interface Visitors {
  /** Who asks, or null when nobody is signed in. */
  of(request: Request): Visitor | null;
  /** Signs a new sample customer in on this response. */
  signIn(context: Context): Visitor;
  /** Ends a session on our side; the browser keeps a cookie that is worth nothing. */
  signOut(visitor: Visitor): void;
}

export function createVisitors(): Visitors {
  const byId = new Map<string, Visitor>();
  return {
    of: (request) => byId.get(readCookie(request)) ?? null,
    signIn(context) {
      const visitor: Visitor = { id: crypto.randomUUID(), lastPage: '/', scenario: null, linked: new Map() };
      byId.set(visitor.id, visitor);
      const [oldest] = byId.keys();
      if (byId.size > MOST_VISITORS && oldest !== undefined) byId.delete(oldest);
      // Lax and not Strict: the way back from a bank starts on another site and must find the session.
      setCookie(context, COOKIE, visitor.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
      return visitor;
    },
    signOut: (visitor) => void byId.delete(visitor.id),
  };
}

function readCookie(request: Request): string {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}
