import type { LinkAttributes, LinkMethod, LinkOutcome } from '../domain/link.js';
import type { LinkSession } from '../wire/contract.js';

/*
 * What the session needs of this folder; `index.ts` exports functions of these shapes:
 *
 *   sdkUrl(session): string                       the script to load; throws `sdk_url_refused`
 *   warmSdk(region | null): void                  hints the browser, once, on pointer or focus
 *   linkConfig(opening): LinkConfig               throws the refusals of product.md as LeanError
 *   loadLinkSdk({ url, signal? }): Promise<LinkSdk>
 *   launchLink({ sdk, method, config, signal? }): Promise<LinkOutcome>   rejects sdk_threw, sdk_silent, sdk_incompatible
 *   hashEntities(entities): Promise<string>       of the list of banks before a redirect
 *   rememberFlow(flow: StoredFlow): void          the one sessionStorage key
 *   takeReturn(): StoredFlow | null               reads it once and removes it
 */

/** Everything one opening of Link is made of. */
export interface LinkOpening {
  method: LinkMethod;
  session: LinkSession;
  attributes: LinkAttributes;
  reconnectId: string | null;
  language: 'en' | 'ar';
  /** Resolves relative colours and URLs. */
  host: HTMLElement;
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
  method: LinkMethod;
  flowId: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  entitiesHash: string;
  scrollOffset: number;
  focusedId: string | null;
}
