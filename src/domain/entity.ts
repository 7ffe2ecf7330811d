import type { Bank } from './bank.js';

/** How far Lean's own copy of an entity's data has come; null when the host does not say. */
export type DataStatus = 'pending' | 'ready' | 'failed';

/** What the customer allowed at one bank, and until when (ISO 8601 instants). */
export interface Consent {
  consentId: string | null;
  status: 'active' | 'revoked' | 'rejected' | 'unknown';
  createdAt: string | null;
  expiresAt: string | null;
  transactionsFrom: string | null;
  transactionsTo: string | null;
}

/** A customer's relation to one bank (Lean's entity). */
export interface Entity {
  entityId: string;
  customerId: string | null;
  bankIdentifier: string | null;
  bank: Bank | null;
  permissions: readonly string[];
  consents: readonly Consent[];
  dataStatus: DataStatus | null;
  createdAt: string | null;
  updatedAt: string | null;
}

/** What of an entity changes when the customer links its bank again, as a text to compare. */
export function linkFingerprint({ entityId, permissions, consents, updatedAt }: Entity): string {
  return JSON.stringify([entityId, [...permissions].sort(), consents, updatedAt]);
}
