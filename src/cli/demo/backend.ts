import { createLeanProxy, memoryStorage, type LeanProxy } from '../../proxy/index.js';
import { createLeanSimulator, type LeanSimulator } from '../../simulator/index.js';
import { createControls } from './controls.js';
import { customerIdOf } from './customer.js';
import type { Files } from './files.js';
import { BANK_RETURN, createSite, PROXY_PATH } from './site.js';
import { createVisitors, type Visitors } from './visitors.js';

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
  const proxy = createDemoProxy(origins, secrets, visitors);
  const controls = createControls({
    simulator,
    visitors,
    customerIdOf: (appUserId) => customerIdOf(appUserId, { origin: origins.lean, ...secrets }),
  });
  const site = createSite({ origins, files, visitors, proxy: proxy.fetch, controls });
  const fetchSite: FetchHandler = (request) => site.fetch(request);
  return { simulator, fetchSite };
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

/** The same few lines that a real host writes, with the simulator's address in place of Lean's. */
function createDemoProxy({ site, lean }: Origins, secrets: Secrets, visitors: Visitors): LeanProxy {
  return createLeanProxy({
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
  });
}
