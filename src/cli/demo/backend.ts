import { createLeanProxy, memoryStorage, type LeanProxy, type LeanProxyOptions } from '../../proxy/index.js';
import { createLeanSimulator, type LeanSimulator } from '../../simulator/index.js';
import { ConnectionReset } from '../../simulator/fault-streams.js';
import { BLOCKED_SCRIPT, NEVER_SCRIPT } from './circumstances.js';
import { createControls } from './controls.js';
import { customerIdOf } from './customer.js';
import type { Files } from './files.js';
import { BANK_RETURN, createSite, PROXY_PATH } from './site.js';
import { createVisitors, type Visitor, type Visitors } from './visitors.js';

/** Where the two servers of the demo can be reached. */
export interface Origins {
  site: string;
  lean: string;
}

/** Known to the simulator and the site's backend alone, and only while they run. */
interface Secrets {
  clientId: string;
  clientSecret: string;
  webhookSecret: string;
}

type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Puts the sample host together: simulator, backend, pages. */
export function createDemo(origins: Origins, files: Files) {
  const secrets: Secrets = {
    clientId: 'housebook',
    clientSecret: crypto.randomUUID(),
    webhookSecret: crypto.randomUUID(),
  };
  const visitors = createVisitors();
  const simulator = createDemoSimulator(origins, secrets);
  const proxyFor = createDemoProxies(origins, secrets, visitors);
  const controls = createControls({
    simulator,
    visitors,
    customerIdOf: (appUserId) => customerIdOf(appUserId, { origin: origins.lean, ...secrets }),
  });
  const proxy: FetchHandler = (request) => proxyFor(visitors.of(request)).fetch(request);
  const site = createSite({ origins, files, visitors, proxy, controls });
  const fetchSite: FetchHandler = (request) => site.fetch(request);
  const fetchLean: FetchHandler = (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === BLOCKED_SCRIPT) throw new ConnectionReset();
    return pathname === NEVER_SCRIPT ? untilGone(request) : simulator.fetch(request);
  };
  return { simulator, fetchSite, fetchLean };
}

function createDemoSimulator({ site, lean }: Origins, secrets: Secrets): LeanSimulator {
  return createLeanSimulator({
    ...secrets,
    region: 'ae',
    appToken: secrets.clientId,
    webhookUrl: `${site}${PROXY_PATH}/webhooks`,
    baseUrl: lean,
  });
}

/**
 * The same few lines that a real host writes, with the simulator's address in place of Lean's; and, for who wants to
 * see them, a host that does not ask for identities and one on the old API.
 */
function createDemoProxies({ site, lean }: Origins, secrets: Secrets, visitors: Visitors) {
  const usual: LeanProxyOptions = {
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId: secrets.clientId,
      clientSecret: secrets.clientSecret,
      appToken: secrets.clientId,
      webhookSecrets: [secrets.webhookSecret],
      baseUrl: lean,
      authUrl: lean,
    },
    getUser(request) {
      const visitor = visitors.of(request);
      return visitor && { appUserId: visitor.id };
    },
    storage: memoryStorage(),
    permissions: ['identity', 'accounts', 'balance', 'transactions'],
    // Lean bills a real host for each of these calls; the simulator does not.
    identity: true,
    consent: { days: 365, historyDays: 3 * 365 },
    redirectUrls: { success: site + BANK_RETURN, fail: site + BANK_RETURN },
    sdkUrl: `${lean}/link/loader/lean-link-loader.min.js`,
  };
  const proxies: Record<string, LeanProxy> = {
    'page-identity-off': createLeanProxy({ ...usual, identity: false }),
    'page-api-v1': createLeanProxy({ ...usual, lean: { ...usual.lean, apiVersion: 'v1' } }),
  };
  const proxy = createLeanProxy(usual);
  return (visitor: Visitor | null): LeanProxy => proxies[visitor?.scenario ?? ''] ?? proxy;
}

/** Answers when nobody waits any more. */
function untilGone({ signal }: Request): Promise<Response> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(new Response(null, { status: 504 }));
    });
  });
}
