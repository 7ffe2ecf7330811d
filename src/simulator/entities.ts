/** Entities: one customer's relation to one bank (facts §3.11). This file keeps them; `lifecycle.ts` moves them. */
import { consentAccounts } from './accounts.js';
import type { Banks } from './banks.js';
import { consentItem, isInForce, type Consent, type ConsentTurn } from './consents.js';
import type { Holdings } from './holdings.js';
import { flagsOf, type PermissionFlags } from './permissions.js';

/** A relation to a bank; times are epoch milliseconds. */
export interface Entity {
  id: string;
  customerId: string;
  bankIdentifier: string;
  createdAt: number;
  createdText: string;
  updatedText: string;
  status: 'ACTIVE' | 'DELETED';
  /** Newest last; at most the newest is in force. */
  consents: Consent[];
  /** From when accounts, then everything, can be read. */
  accountsReadyAt: number;
  dataReadyAt: number;
  /** When Lean last read the bank: what v2 tells is as of then. */
  refreshedAt: number;
  isSessionOver: boolean;
  /** The scenario says the consent is over, whatever its dates. */
  isConsentOver: boolean;
  /** What the scenario makes of the newest consent, until there is a newer one. */
  consentTurn: ConsentTurn | null;
  lastUsedAt: number;
}

/** The store of entities. */
export interface Entities {
  add(entity: Entity): void;
  /** Null for unknown and for deleted ones. */
  byId(entityId: string): Entity | null;
  /** The customer's living relation to a bank. */
  ofBank(customerId: string, bankIdentifier: string): Entity | null;
  /** Living ones, oldest first. */
  ofCustomer(customerId: string): Entity[];
  /** How often the customer has linked a bank anew; deleted entities count. */
  countOf(link: { customerId: string; bankIdentifier: string }): number;
  /** All, deleted ones too, newest first. */
  all(): Entity[];
}

export function createEntities(): Entities {
  const byId = new Map<string, Entity>();
  const byCustomer = new Map<string, Entity[]>();
  const living = (customerId: string) =>
    (byCustomer.get(customerId) ?? []).filter(({ status }) => status === 'ACTIVE');
  return {
    add(entity) {
      byId.set(entity.id, entity);
      byCustomer.set(entity.customerId, [...(byCustomer.get(entity.customerId) ?? []), entity]);
    },
    byId(entityId) {
      const entity = byId.get(entityId);
      return entity?.status === 'ACTIVE' ? entity : null;
    },
    ofBank: (customerId, bankIdentifier) =>
      living(customerId).find((entity) => entity.bankIdentifier === bankIdentifier) ?? null,
    ofCustomer: living,
    countOf: ({ customerId, bankIdentifier }) =>
      (byCustomer.get(customerId) ?? []).filter((entity) => entity.bankIdentifier === bankIdentifier).length,
    all: () => [...byId.values()].reverse(),
  };
}

const noPermissions = flagsOf([]);

/** The consent that counts. */
export function consentOf(entity: Entity): Consent | undefined {
  return entity.consents.at(-1);
}

/** What the customer gave last. */
export function permissionsOf(entity: Entity): PermissionFlags {
  return consentOf(entity)?.permissions ?? noPermissions;
}

/** True when nothing may be read any more. */
export function isConsentOver(entity: Entity, now: number): boolean {
  return entity.isConsentOver || !isInForce(consentOf(entity), entity.consentTurn, now);
}

/** The item of `/customers/v1/{customer_id}/entities`. */
export function entityItem(entity: Entity, parts: { holdings: Holdings; banks: Banks; now: number }) {
  const accounts = parts.holdings.accounts(entity).flatMap(consentAccounts);
  const bank = parts.banks.definition(entity.bankIdentifier);
  return {
    id: entity.id,
    customer_id: entity.customerId,
    bank_identifier: entity.bankIdentifier,
    permissions: permissionsOf(entity),
    bank_type: bank?.accountType === 'BUSINESS' ? 'SME' : 'RETAIL',
    created_at: entity.createdText,
    consents: entity.consents.map((consent) => {
      const isNewest = consent === consentOf(entity);
      const item = consentItem(consent, isNewest ? entity.consentTurn : null, accounts, parts.now);
      return isNewest && entity.isConsentOver ? { ...item, consent_status: 'REVOKED' } : item;
    }),
  };
}

/** An entity in Lean's JSON. */
export type EntityItem = ReturnType<typeof entityItem>;
