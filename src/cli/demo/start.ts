import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLeanProxy, memoryStorage } from '../../proxy/index.js';
import { createLeanSimulator, type LeanSimulator } from '../../simulator/index.js';
import { listen } from '../listen.js';
import { createControls } from './controls.js';
import { customerIdOf } from './customer.js';
import { listFiles } from './files.js';
import { packageRoot } from './package-root.js';
import { BANK_RETURN, createSite, PROXY_PATH } from './site.js';
import { createVisitors } from './visitors.js';

/** Opens once per start and never leaves this process: between the simulator and the site's backend. */
const createSecret = (): string => crypto.randomUUID();

/** A running demo. */
export interface Demo {
  /** The site: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly simulatorOrigin: string;
  readonly simulator: LeanSimulator;
  close(): Promise<void>;
}

/**
 * Starts the sample site with its backend on one loopback port and the simulator of Lean on another. Rejects when
 * the port is taken or the package was not built.
 */
export async function startDemo({ port }: { port: number }): Promise<Demo> {
  const files = listFiles(builtFolders());
  const siteListener = await listen(port);
  const leanListener = await listen(0);
  const origin = siteListener.origin;
  const leanOrigin = leanListener.origin;

  const clientId = 'housebook';
  const clientSecret = createSecret();
  const webhookSecret = createSecret();
  const simulator = createLeanSimulator({
    region: 'ae',
    clientId,
    clientSecret,
    webhookSecret,
    appToken: clientId,
    webhookUrl: `${origin}${PROXY_PATH}/webhooks`,
    baseUrl: leanOrigin,
  });
  const visitors = createVisitors();
  const proxy = createLeanProxy({
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId,
      clientSecret,
      appToken: clientId,
      webhookSecrets: [webhookSecret],
      baseUrl: leanOrigin,
      authUrl: leanOrigin,
    },
    getUser(request) {
      const visitor = visitors.of(request);
      return visitor && { appUserId: visitor.id };
    },
    storage: memoryStorage(),
    permissions: ['accounts', 'balance', 'transactions'],
    consent: { days: 365, historyDays: 3 * 365 },
    redirectUrls: { success: origin + BANK_RETURN, fail: origin + BANK_RETURN },
    sdkUrl: `${leanOrigin}/link/loader/lean-link-loader.min.js`,
    allowedOrigins: [origin],
  });
  const controls = createControls({
    simulator,
    visitors,
    customerIdOf: (appUserId) => customerIdOf(appUserId, { origin: leanOrigin, clientId, clientSecret }),
  });

  leanListener.serve(simulator.fetch);
  const site = createSite({ origin, leanOrigin, files, visitors, proxy: proxy.fetch, controls });
  siteListener.serve(site.fetch);
  return {
    origin,
    simulatorOrigin: leanOrigin,
    simulator,
    async close() {
      simulator.close();
      await Promise.all([siteListener.close(), leanListener.close()]);
    },
  };
}

function builtFolders(): string[] {
  const folders = ['demo', 'dist/demo', 'dist/cdn'].map((folder) => join(packageRoot(), folder));
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0) throw new Error('The demo is not built yet: run "npm run build" first.');
  return folders;
}
