/** `POST /oauth2/token`: client credentials, form-encoded (facts §4). */
import type { World } from '../world.js';
import type { Routes } from './app.js';

/** One second less than the token lives, as in Lean's replies. */
const EXPIRES_IN_S = 3599;

function oauthError(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}

export function addOauthRoutes(routes: Routes, world: World): void {
  routes.add('POST', '/oauth2/token', async (context) => {
    const type = context.req.header('content-type') ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded')) {
      return oauthError(400, 'invalid_request', 'The body must be form-encoded.');
    }
    const form = new URLSearchParams(await context.req.text());
    if (form.get('grant_type') !== 'client_credentials') {
      return oauthError(400, 'unsupported_grant_type', 'grant_type must be client_credentials.');
    }
    if (form.get('client_id') !== world.clientId || form.get('client_secret') !== world.clientSecret) {
      return oauthError(401, 'invalid_client', 'Client authentication failed.');
    }
    const scope = form.get('scope') ?? '';
    const customerId = /^customer\.(.+)$/.exec(scope)?.[1];
    const isKnown = customerId !== undefined && world.customers.byId(customerId) !== null;
    if (scope !== 'api' && !isKnown) {
      return oauthError(400, 'invalid_scope', 'scope must be api or customer.<customer_id>.');
    }
    const token =
      customerId === undefined
        ? await world.tokens.issueForApi()
        : await world.tokens.issueForCustomer(customerId);
    const body = { access_token: token, scope, token_type: 'Bearer', expires_in: EXPIRES_IN_S };
    return Response.json(body, { headers: { 'cache-control': 'no-store' } });
  });
}
