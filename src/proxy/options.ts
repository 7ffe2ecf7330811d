import type { Region } from '../domain/region.js';
import type { LogEntry } from './log.js';
import type { ApiVersion, Environment } from './regions.js';
import type { Storage } from './storage/storage.js';

/**
 * Lean's side of the backend: which Lean, and the credentials, which never leave this process. What comes from the
 * environment may be written as it is: a variable that is not set is refused when the backend is made.
 */
export interface LeanOptions {
  region: Region;
  environment: Environment;
  /** `v2` is Lean's API of today (OAuth); `v1` the older one (`POST`, `payload`, app token). */
  apiVersion: ApiVersion;
  /** v2 only: the application id. */
  clientId?: string | undefined;
  /** v2 only. */
  clientSecret?: string | undefined;
  /** Public by design: the Link SDK needs it in the page. */
  appToken: string | undefined;
  /** Secrets that webhooks may be signed with; two at once while one replaces the other. */
  webhookSecrets?: readonly (string | undefined)[];
  /** Another address of Lean's API, such as the simulator's; https, or http on a loopback host. */
  baseUrl?: string;
  /** Another address of Lean's OAuth service; `baseUrl` when that is given and this is not. */
  authUrl?: string;
  /** How Lean is reached: the simulator's `fetch` in tests, one with a client certificate for mutual TLS. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Who the host's session says is there. `appUserId` is the host's own id of that person, 1 to 255 characters. */
export interface ProxyUser {
  appUserId: string;
}

/** One event of Lean's, as the host is told of it. It is Lean's word: who may see what is still decided by `getUser`. */
export interface HostEvent {
  /** Lean's `event_id`; a hash of the event where Lean named none. */
  id: string;
  /** Such as `entity.created`; null where Lean named none. */
  type: string | null;
  /** ISO 8601, by Lean's clock. */
  timestamp: string | null;
  /** As Lean sent it. */
  payload: unknown;
  /**
   * An earlier call for this event did not come to its end: it threw, took too long, or its process was killed. Only
   * then need you look whether you have acted on `id`.
   */
  again: boolean;
}

export interface LeanProxyOptions {
  lean: LeanOptions;
  /**
   * Reads the host's own session. Null or undefined means that nobody is signed in (401). This is the only place a
   * customer can come from: nothing in the path, the query or the body can name one.
   */
  getUser(request: Request): ProxyUser | null | undefined | Promise<ProxyUser | null | undefined>;
  storage: Storage;
  /** What customers are asked to share, such as `['accounts', 'balance', 'transactions']`. */
  permissions: readonly string[];
  /**
   * `days` from today until the consent ends (at most 365 in the UAE) and `historyDays` back from today. Required:
   * without an end date Lean's consent dies in about a day.
   */
  consent: { days: number; historyDays: number };
  /**
   * Told of each event once, whether a webhook or `reconcile` brought it and however often Lean sends it. Resolve
   * within 8 seconds, once what you do about it is durable: until then Lean has no answer, and after a rejection it
   * sends the event again.
   */
  onEvent?(event: HostEvent): void | Promise<void>;
  /** Where a bank sends the customer back to; registered in Lean's dashboard first. */
  redirectUrls?: { success: string; fail: string };
  /**
   * Another address of Lean's script, handed to the page. Pages obey Lean's own, those of their own origin, and in the
   * sandbox those on this machine, such as the simulator's; others are refused there with `sdk_url_refused`.
   */
  sdkUrl?: string;
  /** Origins other than the backend's own that may call it with the customer's session, each written exactly. */
  allowedOrigins?: readonly string[];
  /** Serve the identity route; Lean may charge for each call. Default false. */
  identity?: boolean;
  /**
   * Calls a day (UTC) that Lean may charge for or a bank counts: identity and refreshes. `perUser` is 50 unless set;
   * `total`, over all users and instances, is unlimited unless set. Above it the answer is 429.
   */
  dailyLimit?: { perUser?: number; total?: number };
  /**
   * Replace Lean's entity, account, results and refresh ids by seals bound to the customer. Default true with v1,
   * where app token and id are all that Lean asks for, else false.
   */
  sealIds?: boolean;
  /** Keys of the seals, at least 16 characters: the first seals, all open. Default: derived from Lean's secrets. */
  sealKeys?: readonly string[];
  /**
   * The path this handler is mounted at, such as `/api/lean`. Without it the route is read from the end of the path,
   * so that any mount works, also under a framework that strips the mount path itself.
   */
  basePath?: string;
  /** How long a caller waits before a data route answers `PENDING`, in milliseconds. Default 25000. */
  deadlineMs?: number;
  /** Milliseconds since 1970; for tests. */
  clock?: () => number;
  /** Receives one entry per request and per notable event; never an id, a token or an amount. Default: nothing. */
  log?: (entry: LogEntry) => void;
}

/** The options with every default filled in and every rule checked. */
export interface ProxyConfig extends LeanProxyOptions {
  lean: LeanOptions & { appToken: string; webhookSecrets: readonly string[] };
  /** Origin and path of Lean's API and OAuth service, without a slash at the end. */
  hosts: { api: string; auth: string };
  allowedOrigins: readonly string[];
  identity: boolean;
  dailyLimit: { perUser: number; total?: number };
  sealIds: boolean;
  deadlineMs: number;
  clock: () => number;
  log: (entry: LogEntry) => void;
}
