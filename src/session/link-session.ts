import { withDeadline, type LinkSession } from '../client/index.js';
import { createLinkSession, decodeLinkSession } from '../client/routes/link-session.js';
import { LeanError } from '../domain/error.js';
import type { LinkAttributes, LinkMethod } from '../domain/link.js';
import { isRegion } from '../domain/region.js';
import type { Services } from './services.js';
import type { GetLinkSession } from './settings.js';

/** As long as the proxy's own link session may take. */
const GIVEN_SESSION_MS = 10_000;

/** What a flow runs on; without `services` (no backend) nothing can confirm it. */
export interface ConnectGround {
  services: Services | null;
  getLinkSession: GetLinkSession | null;
}

/** Where the link session comes from: the host's function, its backend, or the page's attributes. */
export async function linkSessionFor(
  wish: { method: LinkMethod; reconnectId: string | null; attributes: LinkAttributes },
  { services, getLinkSession }: ConnectGround,
  signal: AbortSignal,
): Promise<LinkSession> {
  const { method, reconnectId, attributes } = wish;
  if (getLinkSession) return readGivenSession(() => getLinkSession({ method, reconnectId }), signal);
  if (services) return createLinkSession(services.client.request, { method, reconnectId }, signal);
  return sessionOfAttributes(attributes);
}

/** What the host's function gives is as unknown as what a backend answers. */
async function readGivenSession(give: () => Promise<unknown>, signal: AbortSignal): Promise<LinkSession> {
  const route = 'getLinkSession';
  const session = await withDeadline(
    { milliseconds: GIVEN_SESSION_MS, code: 'link_session_timeout', route },
    signal,
    async () => {
      try {
        return await give();
      } catch (thrown) {
        throw new LeanError('get_link_session_failed', 'getLinkSession has failed.', { thrown });
      }
    },
  );
  return decodeLinkSession(session, { route, httpStatus: null, correlationId: null });
}

/** A word that nobody knows must lead neither to another country's script nor to production. */
function sessionOfAttributes(attributes: LinkAttributes): LinkSession {
  const region = attributes.region ?? 'ae';
  const environment = attributes.environment ?? 'production';
  if (!isRegion(region)) throw new LeanError('invalid_type', 'region must be ae or sa.');
  if (environment !== 'production' && environment !== 'sandbox') {
    throw new LeanError('invalid_type', 'environment must be production or sandbox.');
  }
  return {
    app_token: attributes.appToken ?? '',
    customer_id: attributes.customerId ?? '',
    region,
    sandbox: environment === 'sandbox',
  };
}
