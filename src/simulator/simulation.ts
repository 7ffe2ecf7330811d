/** What tests do to a simulator from code; the control routes do the same over HTTP. */
import type { BankAvailability } from './banks.js';
import type { Customer } from './customers.js';
import type { Entity, EntityItem } from './entities.js';
import { permissionNames } from './permissions.js';
import { DAY_MS } from './ledger/calendar.js';
import type { World } from './world.js';

/** What to link. */
export interface LinkEntityOptions {
  /** Lean's id of a customer. */
  customerId: string;
  /** Default: the region's first bank the customer has not linked yet. */
  bankIdentifier?: string | undefined;
  /** Default: all data permissions. */
  permissions?: readonly string[] | undefined;
  /** ISO 8601; how far back transactions go. Default: three years ago. */
  accessFrom?: string | undefined;
  /** ISO 8601; when the consent ends. Default: in a year. */
  accessTo?: string | undefined;
}

/** The acts of a test. All throw a `RangeError` for ids and names that do not exist. */
export interface Simulation {
  /** The customer of an `app_user_id`, created when there is none. */
  customer(appUserId: string): Customer;
  setScenario(customerId: string, name: string): void;
  /** Links a bank as if the customer had finished Link; webhooks go out. */
  linkEntity(options: LinkEntityOptions): EntityItem;
  /** The bank logs the customer out: the next data call answers RECONNECT_REQUIRED. */
  expireSession(entityId: string): void;
  /** The customer takes the consent back: the next data call answers CONSENT_EXPIRED. */
  revokeConsent(entityId: string): void;
  /** Switches a bank's data off or on, and tells the host. */
  setBankAvailability(bankIdentifier: string, active: { data: boolean }): BankAvailability;
}

export function createSimulation(world: World): Simulation {
  const { banks, customers, entities, lifecycle, clock } = world;

  function known(customerId: string): Customer {
    const customer = customers.byId(customerId);
    if (!customer) throw new RangeError(`There is no customer ${customerId}.`);
    return customer;
  }

  function entityOf(entityId: string): Entity {
    const entity = entities.byId(entityId);
    if (!entity) throw new RangeError(`There is no entity ${entityId}.`);
    return entity;
  }

  function nextBank(customerId: string): string {
    const definitions = banks.definitions();
    const open = definitions.find(({ identifier }) => !entities.ofBank(customerId, identifier));
    const bank = open ?? definitions[0];
    if (!bank) throw new RangeError('The region has no bank.');
    return bank.identifier;
  }

  return {
    customer(appUserId) {
      const customer = customers.byAppUserId(appUserId) ?? customers.create(appUserId);
      if (!customer) throw new RangeError(`The customer ${appUserId} cannot be created.`);
      return customer;
    },
    setScenario(customerId, name) {
      world.setScenario(known(customerId).customer_id, name);
    },
    linkEntity({ customerId, bankIdentifier, permissions, accessFrom, accessTo }) {
      known(customerId);
      const identifier = bankIdentifier ?? nextBank(customerId);
      if (!banks.definition(identifier)) throw new RangeError(`There is no bank ${identifier}.`);
      const entity = lifecycle.link({
        customerId,
        bankIdentifier: identifier,
        permissions: permissions ?? permissionNames,
        accessFrom: accessFrom ?? new Date(clock.now() - 3 * 365 * DAY_MS).toISOString(),
        accessTo: accessTo ?? new Date(clock.now() + 365 * DAY_MS).toISOString(),
      });
      return world.entityItem(entity);
    },
    expireSession(entityId) {
      lifecycle.expireSession(entityOf(entityId));
    },
    revokeConsent(entityId) {
      lifecycle.revoke(entityOf(entityId));
    },
    setBankAvailability(bankIdentifier, { data }) {
      if (!banks.definition(bankIdentifier)) throw new RangeError(`There is no bank ${bankIdentifier}.`);
      const availability = banks.setAvailability(bankIdentifier, { active: { payments: data, data } });
      world.webhooks.emit('bank.availability.updated', { identifier: bankIdentifier, availability });
      return availability;
    },
  };
}
