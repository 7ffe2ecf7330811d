import type { LinkAttributes, LinkMethod, LinkOutcome } from '../domain/link.js';
import type { LinkSession } from '../wire/contract.js';

/** Everything one opening of Link is made of. */
export interface LinkOpening {
  method: LinkMethod;
  session: LinkSession;
  attributes: LinkAttributes;
  reconnectId: string | null;
  language: 'en' | 'ar';
  /** Resolves relative colours and URLs. */
  host: HTMLElement;
  /** By which the token's end is judged, in milliseconds since 1970; the visitor's own clock may be wrong. */
  now: number;
}

/** The SDK's one argument, without its callback. */
export type LinkConfig = Readonly<Record<string, unknown>>;

/** Lean's global, as far as it was checked: the methods are functions. */
export type LinkSdk = Readonly<Record<LinkMethod, (config: object) => unknown>>;

/** How a launch ends. `REDIRECT` is not an end: `redirected` is called, and the promise stays open. */
export interface LinkLaunch {
  sdk: LinkSdk;
  method: LinkMethod;
  config: LinkConfig;
  signal?: AbortSignal;
  redirected?: (outcome: LinkOutcome) => void;
}

/** What survives a page change in `sessionStorage`: no bank id, no token. */
export interface StoredFlow {
  /** Not kept by itself: the id begins with it. */
  method: LinkMethod;
  flowId: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  entitiesHash: string;
  scrollOffset: number;
  focusedId: string | null;
}
