/**
 * What the Link SDK's double needs to know and do on Lean's side. The simulator's state implements it; the routes
 * in `routes.ts` are the only caller. Names follow Lean's JSON, so that stored banks and entities fit as they are.
 */

type Awaitable<T> = T | Promise<T>;

/** The part of a `/banks/v1` item that the bank picker shows. */
export interface LinkBank {
  identifier: string;
  name: string;
  arabic_name: string | null;
  /** Shown when the simulator serves it itself; else the double draws initials, since it never leaves this machine. */
  logo?: string | null;
  /** `#rrggbb`; colours the bank's tile. */
  main_color: string | null;
  background_color: string | null;
  /** `OPEN_BANKING` and `DIRECT_CONNECTION` go through the bank's own page, all else through login and OTP. */
  connection_type: string;
  /** `PERSONAL`, `BUSINESS`, or null for both. */
  account_type: string | null;
}

/** Which banks the picker asks for. */
export interface LinkBankFilter {
  customerId?: string;
  accountType?: 'PERSONAL' | 'BUSINESS';
}

/** What the customer agreed to on the consent screen. */
export interface LinkConsentRequest {
  customerId: string;
  bankIdentifier: string;
  permissions: string[];
  accountType?: 'PERSONAL' | 'BUSINESS';
  /** ISO 8601 as the page sent it: how far back data may be read. */
  accessFrom?: string;
  /** ISO 8601 as the page sent it: when the consent ends. Absent: Lean's default of about a day (facts §2.3). */
  accessTo?: string;
}

/** One bank relation as the consent manager lists it. */
export interface LinkConsent {
  entityId: string;
  bankIdentifier: string;
  permissions: string[];
  /** ISO 8601, or null when nothing is known. */
  expiresAt: string | null;
}

/** The relation that a reconnect restores. */
export interface LinkReconnect {
  entityId: string;
  customerId: string;
  bankIdentifier: string;
}

/** A token is good for one customer, or says in English why it is not. */
export type LinkTokenCheck = { customerId: string } | { error: string };

/** Lean's side of the Link flow. */
export interface LinkBackend {
  readonly region: 'ae' | 'sa';
  /** Now by the simulator's clock, in epoch milliseconds. */
  now(): number;
  isAppToken(appToken: string): boolean;
  isCustomer(customerId: string): boolean;
  /** Checks a raw JWT of scope `customer.<id>`; a `Bearer ` still in front of it makes it bad. */
  verifyAccessToken(token: string): Awaitable<LinkTokenCheck>;
  banks(filter: LinkBankFilter): readonly LinkBank[];
  /** Creates or updates the entity; webhooks go out and its data begins to come in. */
  link(request: LinkConsentRequest): Awaitable<{ id: string }>;
  /** The relation behind a `reconnect_id` (v1) or `results_id` (v2), or null when there is none. */
  reconnect(reconnectId: string): LinkReconnect | null;
  /** The customer has logged in again: the failed call may now be repeated. */
  confirmReconnect(reconnectId: string): Awaitable<void>;
  consents(customerId: string): readonly LinkConsent[];
  /** The customer takes a consent back. */
  revoke(customerId: string, entityId: string): Awaitable<void>;
  /** Name of the scenario this customer meets; names in `behaviours.ts` change how the SDK behaves. */
  scenario(customerId: string): string;
}
