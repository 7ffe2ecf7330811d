/** Consents on their way through a bank's own page. */
import type { LinkConsentRequest } from './backend.js';
import type { AttemptState } from './protocol.js';
import { Refusal } from './requests.js';

export interface Attempt {
  id: string;
  request: LinkConsentRequest;
  successUrl: string;
  failUrl: string;
  state: AttemptState['status'];
}

export interface Attempts {
  /** Gives the id. @throws Refusal with 400 when a URL is not one of the web */
  begin(request: LinkConsentRequest, successUrl: string, failUrl: string): string;
  find(id: string): Attempt | null;
  /** One attempt of a customer, or the newest for `latest`. */
  ofCustomer(customerId: string, id: string): Attempt | null;
  settle(id: string, state: 'ACTIVE' | 'FAILED'): void;
}

function webUrl(text: string): string {
  if (!/^https?:/i.test(text) || !URL.canParse(text))
    throw new Refusal(400, 'Redirect URLs must be http or https');
  return text;
}

/** Keeps the attempts of one simulator. */
export function createAttempts(): Attempts {
  const all = new Map<string, Attempt>();
  return {
    begin(request, successUrl, failUrl) {
      const id = crypto.randomUUID();
      all.set(id, {
        id,
        request,
        successUrl: webUrl(successUrl),
        failUrl: webUrl(failUrl),
        state: 'AWAITING_END_USER_AUTHORIZATION',
      });
      return id;
    },
    find: (id) => all.get(id) ?? null,
    ofCustomer(customerId, id) {
      const own = [...all.values()].filter(({ request }) => request.customerId === customerId);
      return (id === 'latest' ? own.at(-1) : own.find((attempt) => attempt.id === id)) ?? null;
    },
    settle(id, state) {
      const attempt = all.get(id);
      if (attempt !== undefined) attempt.state = state;
    },
  };
}
