import { LeanError } from '../domain/error.js';
import { isLoopbackHost } from '../domain/loopback.js';
import { pageSettings } from './page.js';
import { createServices, isOnThePage, type Services, type ServicesOptions } from './services.js';
import { isHeaderGiver, type Settings, type SettingsOwner } from './settings.js';

const byProxy = new Map<string, Services>();
const byOwner = new WeakMap<object, Map<string, Services>>();

/**
 * The services of a backend. Elements that reach it with the page's cookies share one set; where a provider brings
 * headers of its own it has a set of its own, since they may be another customer's.
 */
export function servicesFor(
  settings: Settings & { proxy: string },
  owner: SettingsOwner,
  more: Pick<ServicesOptions, 'onSessionExpired'>,
): Services {
  const proxy = proxyUrl(settings.proxy);
  const { sets, getHeaders } = sessionOf(settings, owner);
  const key = `${settings.credentials} ${proxy}`;
  disposeOfTheLeft();
  let services = sets.get(key);
  if (!services) {
    services = createServices({ proxy, credentials: settings.credentials, getHeaders, ...more });
    sets.set(key, services);
    if (sets !== byProxy) watch({ services, forget: () => sets.delete(key) });
  }
  for (const earlier of services.owners) if (!isOnThePage(earlier)) services.owners.delete(earlier);
  services.owners.add(owner);
  return services;
}

/**
 * Where a session's sets are kept, and its headers: those of whoever gave them when the set was made, and never those
 * that another provider or the page sets later, for they may be another customer's.
 */
function sessionOf(
  { getHeaders }: Settings,
  owner: SettingsOwner,
): { sets: Map<string, Services>; getHeaders: ServicesOptions['getHeaders'] } {
  if (!getHeaders) return { sets: byProxy, getHeaders: () => null };
  if (isHeaderGiver(owner)) return { sets: ownSets(owner), getHeaders: () => owner.getHeaders ?? null };
  // Headers of the page's own are one session, whichever provider they pass through.
  return { sets: ownSets(document), getHeaders: () => pageSettings().getHeaders ?? null };
}

function ownSets(owner: object): Map<string, Services> {
  const sets = byOwner.get(owner) ?? new Map<string, Services>();
  byOwner.set(owner, sets);
  return sets;
}

/** A set of a provider's own, which goes when the provider has gone. */
interface OwnSet {
  services: Services;
  forget: () => void;
}

const own = new Set<OwnSet>();

function watch(set: OwnSet): void {
  own.add(set);
  // An element whose code was still on its way may ask for services after its provider has left.
  setTimeout(disposeOfTheLeft);
  set.services.queries.getQueryCache().subscribe(({ type }) => {
    // After the task: an element that is only moved reads again within it.
    if (type === 'observerRemoved') setTimeout(disposeOfTheLeft);
  });
}

/** Sets whose providers have left the page, and of which no element reads any more, let go of the page. */
function disposeOfTheLeft(): void {
  for (const set of own) {
    const { queries, owners } = set.services;
    // Asked after each observer that ends: most providers are still there, and not one query need be looked at.
    if (owners.size === 0 || [...owners].some(isOnThePage)) continue;
    const all = queries.getQueryCache().getAll();
    if (all.some((query) => query.getObserversCount() > 0)) continue;
    own.delete(set);
    set.forget();
    set.services.dispose();
  }
}

/** The backend's absolute URL. What travels there is a customer's money: plain http only on the own machine. */
function proxyUrl(proxy: string): string {
  if (!URL.canParse(proxy, document.baseURI)) {
    throw new LeanError('invalid_url', 'The proxy setting is not a URL.');
  }
  const url = new URL(proxy, document.baseURI);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) {
    throw new LeanError(
      'insecure_proxy',
      'The proxy must be reached over https (http only on this machine).',
    );
  }
  return url.href.replace(/\/+$/, '');
}
