/** Calls from the double to the simulator's `/_link` routes. */
import type { SdkConfig } from './config.js';

/** A call that the simulator refused or that never arrived. */
export class CallFailed extends Error {
  /** @param status HTTP status, or 0 when there was no answer */
  constructor(readonly status: number) {
    super(`Link call failed with ${String(status)}`);
  }
}

export interface LinkApi {
  get<Answer>(path: string, query?: Record<string, string | undefined>): Promise<Answer>;
  post<Answer>(path: string, body: object): Promise<Answer>;
}

/** Every call carries the app token, and `Bearer ` plus the access token when there is one. */
export function createLinkApi(origin: string, config: SdkConfig): LinkApi {
  const headers: Record<string, string> = { 'lean-app-token': config.app_token };
  if (config.access_token) headers['authorization'] = `Bearer ${config.access_token}`;
  if (config.customer_id) headers['lean-customer-id'] = config.customer_id;

  async function call<Answer>(url: URL, init: RequestInit): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(url, { ...init, credentials: 'omit' });
    } catch {
      throw new CallFailed(0);
    }
    if (!response.ok) throw new CallFailed(response.status);
    return (await response.json()) as Answer;
  }

  return {
    get(path, query = {}) {
      const url = new URL(`${origin}/_link/${path}`);
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) url.searchParams.set(name, value);
      return call(url, { headers });
    },
    post(path, body) {
      const url = new URL(`${origin}/_link/${path}`);
      return call(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    },
  };
}
