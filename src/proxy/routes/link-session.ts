import { LinkSessionRequestSchema, type LinkSession } from '../../wire/contract.js';
import { notFound } from '../access.js';
import { jsonAnswer, type Answer } from '../answer.js';
import { ProblemError } from '../problem.js';
import { regionDate } from '../regions.js';
import { readJson } from '../request-body.js';
import type { Call } from '../services.js';

/** What the Link SDK needs for one opening, minted now: the customer token must have ten minutes left. */
export async function linkSession(call: Call): Promise<Answer> {
  const { method, reconnect_id: reconnectId } = await readJson(call.request, LinkSessionRequestSchema);
  if (method === 'connect') return jsonAnswer({ ...(await session(call)), ...scopeOf(call) });
  if (reconnectId === undefined) {
    throw new ProblemError('bad_request', { detail: 'reconnect_id is missing or of the wrong type' });
  }
  const customerId = await call.customers.find(call.user.appUserId);
  const isOwn =
    customerId !== null && (await call.ownership.entityOf('reconnect', reconnectId, customerId)) !== null;
  if (!isOwn) throw notFound();
  return jsonAnswer(await session(call));
}

async function session(call: Call): Promise<LinkSession> {
  const { lean, sdkUrl } = call.config;
  const customerId = await call.customers.ensureKnown(call.user.appUserId);
  const answer: LinkSession = {
    app_token: lean.appToken,
    customer_id: customerId,
    region: lean.region,
    sandbox: lean.environment === 'sandbox',
  };
  // v1 knows no tokens: app token and ids are all it asks for.
  if (lean.apiVersion === 'v2') answer.access_token = await call.upstream.tokens.forCustomer(customerId);
  if (sdkUrl !== undefined) answer.sdk_url = sdkUrl;
  return answer;
}

/** What a new connection asks the customer for; dates are calendar dates of the region. */
function scopeOf(call: Call): Partial<LinkSession> {
  const { lean, permissions, consent, redirectUrls, clock } = call.config;
  const scope: Partial<LinkSession> = {
    permissions: [...permissions],
    access_from: regionDate(lean.region, clock(), -consent.historyDays),
    access_to: regionDate(lean.region, clock(), consent.days),
  };
  if (redirectUrls !== undefined) {
    scope.success_redirect_url = redirectUrls.success;
    scope.fail_redirect_url = redirectUrls.fail;
  }
  return scope;
}
