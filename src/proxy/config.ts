import { isLoopbackHost } from '../domain/loopback.js';
import { isPermission, PERMISSIONS } from '../domain/permissions.js';
import type { LogEntry } from './log.js';
import type { LeanOptions, LeanProxyOptions, ProxyConfig } from './options.js';
import { leanHosts } from './regions.js';
import type { Storage } from './storage/storage.js';

/** A platform's own limit is often 30 seconds; Lean's is 50. */
const DEFAULT_DEADLINE_MS = 25_000;
/** A person asks for identity and refreshes a few times a day; more is a loop. */
const COSTLY_PER_DAY = 50;
/** The longest consent UAE rules allow. */
const UAE_CONSENT_DAYS = 365;

/** Set up wrongly: thrown by `createLeanProxy` before anything is served. */
export class ProxyConfigError extends Error {
  override readonly name = 'ProxyConfigError';
}

function refuse(reason: string): never {
  throw new ProxyConfigError(`createLeanProxy: ${reason}`);
}

/** Checks the options and fills in what they leave out; throws a `ProxyConfigError` that names what is wrong. */
export function resolveOptions(options: LeanProxyOptions): ProxyConfig {
  // Types bind nobody who writes JavaScript or reads the environment.
  if (!isObject(options)) refuse('give it its options');
  for (const name of Object.keys(options)) {
    if (!NAMES.has(name)) refuse(`there is no option ${JSON.stringify(name)}`);
  }
  const lean = checkedLean(options.lean);
  if (typeof options.getUser !== 'function') refuse('getUser must be a function that reads your session');
  if (typeof (options.storage as Partial<Storage> | undefined)?.putIfAbsent !== 'function')
    refuse('storage must be a driver such as lmdbStorage()');
  checkPermissions(options.permissions);
  checkConsent(options);
  if (options.redirectUrls !== undefined) {
    checkUrl(options.redirectUrls.success, 'redirectUrls.success');
    checkUrl(options.redirectUrls.fail, 'redirectUrls.fail');
  }
  if (options.sdkUrl !== undefined) checkUrl(options.sdkUrl, 'sdkUrl');
  const allowedOrigins = options.allowedOrigins ?? [];
  for (const origin of allowedOrigins) checkOrigin(origin);
  if (options.basePath !== undefined && !/^(\/[^/?#]+)*$/.test(options.basePath)) {
    refuse('basePath must look like /api/lean, without a slash at its end');
  }
  if (options.identity !== undefined && typeof options.identity !== 'boolean') {
    refuse('identity must be true or false');
  }
  if (options.deadlineMs !== undefined && !(options.deadlineMs > 0)) {
    refuse('deadlineMs must be a number of milliseconds');
  }
  for (const [name, limit] of Object.entries(options.dailyLimit ?? {})) {
    if (!Number.isInteger(limit) || limit < 0) refuse(`dailyLimit.${name} must be a whole number of calls`);
  }
  for (const key of options.sealKeys ?? []) {
    if (!isText(key) || key.length < 16) refuse('each of sealKeys must have at least 16 characters');
  }
  const config: ProxyConfig = {
    ...options,
    lean,
    hosts: hostsOf(lean),
    allowedOrigins,
    identity: options.identity ?? false,
    dailyLimit: { ...options.dailyLimit, perUser: options.dailyLimit?.perUser ?? COSTLY_PER_DAY },
    sealIds: options.sealIds ?? lean.apiVersion === 'v1',
    deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
    clock: options.clock ?? Date.now,
    log: safely(options.log),
  };
  if (config.sealIds && sealSecrets(config).length === 0) {
    refuse('sealIds needs sealKeys (it is on with v1 unless switched off)');
  }
  return config;
}

/** A log that fails turns no answer into a failure, and no event that was taken over into one that was not. */
function safely(log: ((entry: LogEntry) => unknown) | undefined): ProxyConfig['log'] {
  const lose = (): void => undefined; // There is no other place to say it.
  return (entry) => {
    try {
      const told = log?.(entry);
      if (told instanceof Promise) told.catch(lose);
    } catch {
      lose();
    }
  };
}

/** What the seals' keys are made from, the sealing one first. */
export function sealSecrets(config: ProxyConfig): string[] {
  if (config.sealKeys !== undefined && config.sealKeys.length > 0) return [...config.sealKeys];
  const { clientSecret, webhookSecrets } = config.lean;
  return clientSecret ? [clientSecret, ...webhookSecrets] : [...webhookSecrets];
}

const NAMES: ReadonlySet<string> = new Set<keyof LeanProxyOptions>([
  'lean',
  'getUser',
  'storage',
  'permissions',
  'consent',
  'onEvent',
  'redirectUrls',
  'sdkUrl',
  'allowedOrigins',
  'identity',
  'dailyLimit',
  'sealIds',
  'sealKeys',
  'basePath',
  'deadlineMs',
  'clock',
  'log',
]);

function checkedLean(lean: LeanOptions): ProxyConfig['lean'] {
  if (!isObject(lean)) refuse('lean must hold the region, the environment, the version and the credentials');
  oneOf('lean.region', lean.region, ['ae', 'sa']);
  oneOf('lean.environment', lean.environment, ['sandbox', 'production']);
  oneOf('lean.apiVersion', lean.apiVersion, ['v1', 'v2']);
  const { appToken, webhookSecrets = [] } = lean;
  // An environment variable that is not set must not become a key that anybody can guess.
  if (!webhookSecrets.every(isText)) refuse('one of lean.webhookSecrets is empty');
  if (!isText(appToken)) refuse('lean.appToken is missing');
  if (lean.apiVersion === 'v2' && !(isText(lean.clientId) && isText(lean.clientSecret))) {
    refuse('lean.clientId and lean.clientSecret are needed with v2');
  }
  return { ...lean, appToken, webhookSecrets };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(String(value)))
    refuse(`${name} must be ${allowed.map((each) => `'${each}'`).join(' or ')}`);
}

function checkPermissions(permissions: readonly string[]): void {
  if (!Array.isArray(permissions) || permissions.length === 0) refuse('permissions must name at least one');
  const unknown: unknown = permissions.find((each) => !isPermission(each));
  if (unknown !== undefined) {
    refuse(`Lean has no permission ${JSON.stringify(unknown)}; it has ${PERMISSIONS.join(', ')}`);
  }
}

function checkConsent({ consent, lean }: LeanProxyOptions): void {
  if (typeof consent !== 'object' || !Number.isInteger(consent.days) || consent.days < 1) {
    refuse('consent.days must be a whole number of days until the consent ends');
  }
  if (!Number.isInteger(consent.historyDays) || consent.historyDays < 0) {
    refuse('consent.historyDays must be a whole number of days back from today');
  }
  if (lean.region === 'ae' && consent.days > UAE_CONSENT_DAYS) {
    refuse(`consent.days may be at most ${UAE_CONSENT_DAYS} in the UAE`);
  }
}

function checkOrigin(origin: string): void {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.origin !== origin || origin === 'null') {
    refuse(
      `allowedOrigins must be exact origins such as https://shop.example, not ${JSON.stringify(origin)}`,
    );
  }
}

/** Https, or http on this machine: everything else would put secrets and bank data on the wire in the clear. */
function checkUrl(address: unknown, name: string): URL {
  const url = isText(address) && URL.canParse(address) ? new URL(address) : undefined;
  const loopback = isLoopbackHost(url?.hostname ?? '');
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) {
    refuse(`${name} must be an https URL (http only on a loopback host)`);
  }
  return url;
}

function hostsOf(lean: LeanOptions): { api: string; auth: string } {
  const known = leanHosts(lean.region, lean.environment, lean.apiVersion);
  const address = (text: string, name: string) => {
    const url = checkUrl(text, name);
    return (url.origin + url.pathname).replace(/\/+$/, '');
  };
  return {
    api: address(lean.baseUrl ?? known.api, 'lean.baseUrl'),
    auth: address(lean.authUrl ?? lean.baseUrl ?? known.auth, 'lean.authUrl'),
  };
}
