/** Lean's side of Link in memory: two banks, one customer, and a list of what was asked of it. */
import type {
  LinkBackend,
  LinkBank,
  LinkConsent,
  LinkConsentRequest,
} from '../../src/simulator/link/index.js';

export const APP_TOKEN = 'app-1';
export const CUSTOMER_ID = 'customer-1';
export const RECONNECT_ID = 'reconnect-1';

export const CREDENTIALS_BANK: LinkBank = {
  identifier: 'LEANMB1_SAU',
  name: 'Lean Mock Bank One',
  arabic_name: 'بنك لين التجريبي الأول',
  main_color: '#1beb75',
  background_color: '#001E26',
  connection_type: 'REVERSE_ENGINEERED',
  account_type: 'PERSONAL',
};

export const REDIRECT_BANK: LinkBank = {
  identifier: 'LEAN_OF_RETAIL_UAE',
  name: 'Open Finance Bank',
  arabic_name: null,
  main_color: '#1c4ed8',
  background_color: '#12306f',
  connection_type: 'OPEN_BANKING',
  account_type: null,
};

/** An unsigned JWT that ends so many seconds from now. */
export function tokenFor(customerId: string, lifeSeconds = 3600): string {
  const part = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '');
  const exp = Math.floor(Date.now() / 1000) + lifeSeconds;
  return `${part({ alg: 'none' })}.${part({ sub: customerId, exp })}.signature`;
}

export interface MemoryBackend extends LinkBackend {
  linked: LinkConsentRequest[];
  confirmed: string[];
  revoked: string[];
  scenarioName: string;
}

export function createMemoryBackend(): MemoryBackend {
  const consents: LinkConsent[] = [];
  const backend: MemoryBackend = {
    linked: [],
    confirmed: [],
    revoked: [],
    scenarioName: 'ready',
    region: 'ae',
    now: () => Date.now(),
    isAppToken: (token) => token === APP_TOKEN,
    isCustomer: (id) => id === CUSTOMER_ID,
    verifyAccessToken: (token) =>
      token.startsWith('Bearer ') || token.split('.').length !== 3
        ? { error: 'Not a token' }
        : { customerId: CUSTOMER_ID },
    banks: ({ accountType }) =>
      [CREDENTIALS_BANK, REDIRECT_BANK].filter(
        (bank) =>
          accountType === undefined || bank.account_type === null || bank.account_type === accountType,
      ),
    link(request) {
      backend.linked.push(request);
      const id = `entity-${String(backend.linked.length)}`;
      consents.push({
        entityId: id,
        bankIdentifier: request.bankIdentifier,
        permissions: request.permissions,
        expiresAt: request.accessTo ?? null,
      });
      return { id };
    },
    reconnect: (id) =>
      id === RECONNECT_ID
        ? { entityId: 'entity-1', customerId: CUSTOMER_ID, bankIdentifier: CREDENTIALS_BANK.identifier }
        : null,
    confirmReconnect(id) {
      backend.confirmed.push(id);
    },
    consents: () => consents,
    revoke(_customerId, entityId) {
      backend.revoked.push(entityId);
      consents.splice(
        consents.findIndex((consent) => consent.entityId === entityId),
        1,
      );
    },
    scenario: () => backend.scenarioName,
  };
  return backend;
}
