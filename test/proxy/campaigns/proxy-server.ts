/** The backend as a process of its own: `proxy-server.ts <upstream origin> <LMDB path>`; prints its origin. */
import { listen } from '../../../src/cli/listen.js';
import { createLeanProxy, lmdbStorage } from '../../../src/proxy/index.js';

const [upstream = '', path = ''] = process.argv.slice(2);

const proxy = createLeanProxy({
  lean: {
    region: 'ae',
    environment: 'sandbox',
    apiVersion: 'v2',
    clientId: 'client',
    clientSecret: 'client-secret',
    appToken: 'app-token',
    webhookSecrets: ['webhook-secret'],
    baseUrl: upstream,
  },
  getUser(request) {
    const appUserId = request.headers.get('x-user');
    return appUserId === null ? null : { appUserId };
  },
  storage: lmdbStorage({ path }),
  permissions: ['accounts', 'balance', 'transactions'],
  consent: { days: 90, historyDays: 365 },
  identity: true,
});

const listener = await listen(0);
listener.serve(proxy.fetch);
console.log(listener.origin);
