/** The backend as a process of its own: `proxy-server.ts <settings as JSON>`; prints its origin. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { listen } from '../../../src/cli/listen.js';
import { createLeanProxy, lmdbStorage, redisStorage, type HostEvent } from '../../../src/proxy/index.js';

export interface ProxyServerSettings {
  /** Where Lean is. */
  upstream: string;
  store: { lmdb: string } | { redis: string };
  /** Take the time from the header `x-clock`, in milliseconds; it never goes back. */
  isClocked?: boolean;
  /** A file that every act of the host's is written to. */
  ledger?: string;
  sealIds?: boolean;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as ProxyServerSettings;
let now = 0;
const clock = settings.isClocked ? () => now : Date.now;

/**
 * A host that acts on each event once and cannot be undone, such as one that sends a message: it believes the backend
 * that an event is new, and looks into its own books only where it is told that it may not be.
 */
function createHost(ledger: string): (event: HostEvent) => void {
  const lines = existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n') : [];
  const acted = new Set(
    lines.flatMap((line) => (line.startsWith('acted ') ? [line.slice('acted '.length)] : [])),
  );
  return ({ id, again }) => {
    const isKnown = again && acted.has(id);
    // The kernel has it when this returns, so that a kill of the process does not take it back.
    appendFileSync(ledger, isKnown ? `recognised ${id}\n` : `acted ${id}\n`);
    acted.add(id);
    process.send?.('acted');
  };
}

const proxy = createLeanProxy({
  lean: {
    region: 'ae',
    environment: 'sandbox',
    apiVersion: 'v2',
    clientId: 'client',
    clientSecret: 'client-secret',
    appToken: 'app-token',
    webhookSecrets: ['webhook-secret'],
    baseUrl: settings.upstream,
  },
  getUser(request) {
    const appUserId = request.headers.get('x-user');
    return appUserId === null ? null : { appUserId };
  },
  storage:
    'redis' in settings.store
      ? redisStorage({ url: settings.store.redis })
      : lmdbStorage({ path: settings.store.lmdb, clock }),
  permissions: ['accounts', 'balance', 'transactions'],
  consent: { days: 90, historyDays: 365 },
  identity: true,
  clock,
  sealIds: settings.sealIds ?? false,
  ...(settings.ledger === undefined ? {} : { onEvent: createHost(settings.ledger) }),
});

const listener = await listen(0);
listener.serve((request) => {
  now = Math.max(now, Number(request.headers.get('x-clock') ?? 0));
  return proxy.fetch(request);
});
// Who started this process asks it to end, so that it may leave its profile.
process.on('message', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
console.log(listener.origin);
