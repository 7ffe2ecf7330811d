/** How to reach a Lean API and who asks. */
export interface LeanAccess {
  origin: string;
  clientId: string;
  clientSecret: string;
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * Lean's id of the customer that a site calls `appUserId`, made there when Lean does not know them yet. Throws
 * with the route and status when Lean refuses.
 */
export async function customerIdOf(appUserId: string, lean: LeanAccess): Promise<string> {
  const ask = async (path: string, init: RequestInit): Promise<Response> =>
    (lean.fetch ?? fetch)(new Request(new URL(path, lean.origin), init));

  const token = await ask('/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'api',
      client_id: lean.clientId,
      client_secret: lean.clientSecret,
    }),
  });
  const { access_token: accessToken } = await read<{ access_token: string }>(token, 'POST /oauth2/token');
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };

  const path = `/customers/v1/app-user-id/${encodeURIComponent(appUserId)}`;
  const known = await ask(path, { headers });
  if (known.ok) return (await read<{ customer_id: string }>(known, path)).customer_id;
  const body = JSON.stringify({ app_user_id: appUserId });
  const made = await ask('/customers/v1/', { method: 'POST', headers, body });
  return (await read<{ customer_id: string }>(made, 'POST /customers/v1/')).customer_id;
}

async function read<T>(response: Response, route: string): Promise<T> {
  if (!response.ok) throw new Error(`${route} answered ${response.status}.`);
  return (await response.json()) as T;
}
