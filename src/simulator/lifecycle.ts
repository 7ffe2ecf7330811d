/** What happens to an entity: linked, synced, cut off, reconnected, removed; and who is told. */
import type { Banks } from './banks.js';
import { logoUrl } from './banks.js';
import type { Scheduler } from './clock.js';
import { createConsent, turnOf, type ConsentTerms } from './consents.js';
import type { Customers } from './customers.js';
import { consentOf, permissionsOf, type Entities, type Entity } from './entities.js';
import type { Identifiers } from './identifiers.js';
import { namesOf } from './permissions.js';
import type { Refreshes } from './refreshes.js';
import type { SimulatorRegion } from './regions.js';
import type { Results } from './results.js';
import type { ScenarioEffects } from './scenarios.js';
import type { Webhooks } from './webhooks.js';

/** A request to link a bank. */
export interface LinkTerms extends ConsentTerms {
  customerId: string;
  bankIdentifier: string;
}

/** The moves of entities. */
export interface Lifecycle {
  /** Creates the customer's entity at a bank, or renews its consent. */
  link(terms: LinkTerms): Entity;
  /** Reads the bank anew; the old data stays until it is done. */
  refresh(entity: Entity): string;
  /** Puts the customer's entities into the state their scenario starts with. */
  startScenario(customerId: string): void;
  expireSession(entity: Entity): void;
  /** The customer, or the bank, takes the consent back. */
  revoke(entity: Entity): void;
  reconnected(entity: Entity, reconnectId: string): void;
  remove(entity: Entity): void;
}

/** A refresh on request takes this long. */
const REFRESH_S = 2;

export function createLifecycle(parts: {
  region: SimulatorRegion;
  clock: Scheduler;
  identifiers: Identifiers;
  banks: Banks;
  customers: Customers;
  entities: Entities;
  refreshes: Refreshes;
  results: Results;
  webhooks: Webhooks;
  logoOrigin: string;
  effectsOf: (customerId: string) => ScenarioEffects;
}): Lifecycle {
  const { clock, identifiers, entities, refreshes, webhooks } = parts;
  /** The newest sync of each entity; older ones stop. */
  const syncs = new WeakMap<Entity, symbol>();

  function tellEntity(type: 'entity.created' | 'entity.updated', entity: Entity): void {
    const bank = parts.banks.definition(entity.bankIdentifier);
    webhooks.emit(type, {
      id: entity.id,
      customer_id: entity.customerId,
      app_user_id: parts.customers.byId(entity.customerId)?.app_user_id ?? null,
      permissions: namesOf(permissionsOf(entity)),
      bank_details: {
        identifier: entity.bankIdentifier,
        name: bank?.name ?? entity.bankIdentifier,
        logo: logoUrl(parts.logoOrigin, entity.bankIdentifier),
        main_color: bank?.mainColor ?? null,
        background_color: bank?.backgroundColor ?? null,
        swift_code: bank?.swiftCode ?? null,
        account_type: bank?.accountType ?? null,
        bank_type: bank?.accountType === 'BUSINESS' ? 'SME' : 'RETAIL',
      },
    });
  }

  function sync(entity: Entity): void {
    const { accountsAfterS, allAfterS } = parts.effectsOf(entity.customerId).sync ?? {
      accountsAfterS: 0,
      allAfterS: 0,
    };
    const now = clock.now();
    entity.accountsReadyAt = now + accountsAfterS * 1000;
    entity.dataReadyAt = now + allAfterS * 1000;
    const turn = Symbol('sync');
    syncs.set(entity, turn);
    const older = refreshes.pendingOf(entity);
    if (older) refreshes.abandon(older);
    const refresh = refreshes.begin(entity);
    /** A step counts only while no newer sync has begun and the entity lives. */
    const step = (moment: number, run: () => void) => {
      if (moment <= now) run();
      else if (Number.isFinite(moment)) {
        clock.at(moment, () => {
          if (syncs.get(entity) === turn && entity.status === 'ACTIVE') run();
        });
      }
    };
    step(entity.accountsReadyAt, () => {
      entity.refreshedAt = clock.now();
      refreshes.move(refresh, 'accounts');
    });
    step(entity.dataReadyAt, () => {
      entity.refreshedAt = clock.now();
      refreshes.move(refresh, 'finished');
    });
  }

  /** How a customer's entities stand when their scenario begins. */
  function stand(
    customerId: string,
  ): Pick<Entity, 'isSessionOver' | 'isConsentOver' | 'consentTurn' | 'lastUsedAt'> {
    const { endsSession = false, endsConsent = false, consent } = parts.effectsOf(customerId);
    const now = clock.now();
    const consentTurn = consent ? turnOf(consent, now) : null;
    return { isSessionOver: endsSession, isConsentOver: endsConsent, consentTurn, lastUsedAt: now };
  }

  function renewed(entity: Entity): void {
    entity.isSessionOver = false;
    entity.isConsentOver = false;
    entity.consentTurn = null;
    entity.updatedText = identifiers.microTimestamp();
    entity.lastUsedAt = clock.now();
  }

  function create(terms: LinkTerms): Entity {
    const now = clock.now();
    const created = identifiers.microTimestamp();
    const entity: Entity = {
      id: identifiers.of('entity', terms.customerId, terms.bankIdentifier, entities.countOf(terms)),
      customerId: terms.customerId,
      bankIdentifier: terms.bankIdentifier,
      createdAt: now,
      createdText: created,
      updatedText: created,
      status: 'ACTIVE',
      consents: [],
      accountsReadyAt: now,
      dataReadyAt: now,
      refreshedAt: now,
      ...stand(terms.customerId),
    };
    entities.add(entity);
    return entity;
  }

  return {
    link(terms) {
      const known = entities.ofBank(terms.customerId, terms.bankIdentifier);
      const entity = known ?? create(terms);
      const withheld = parts.effectsOf(terms.customerId).withholds ?? [];
      const before = consentOf(entity);
      if (before) before.isRevoked = true;
      entity.consents.push(
        createConsent(terms, withheld, {
          id: identifiers.of('consent', entity.id, entity.consents.length),
          createdText: identifiers.microTimestamp(),
          now: clock.now(),
          region: parts.region,
        }),
      );
      if (known) renewed(entity);
      tellEntity(known ? 'entity.updated' : 'entity.created', entity);
      sync(entity);
      return entity;
    },
    refresh(entity) {
      const refresh = refreshes.begin(entity);
      clock.at(clock.now() + REFRESH_S * 1000, () => {
        if (entity.status !== 'ACTIVE' || refresh.status === 'FINISHED') return;
        entity.refreshedAt = clock.now();
        refreshes.move(refresh, 'finished');
      });
      return refresh.id;
    },
    startScenario(customerId) {
      const effects = parts.effectsOf(customerId);
      parts.results.forgetCalls(customerId);
      for (const entity of entities.ofCustomer(customerId)) {
        Object.assign(entity, stand(customerId));
        if (effects.sync) sync(entity);
        else {
          syncs.delete(entity);
          entity.accountsReadyAt = clock.now();
          entity.dataReadyAt = clock.now();
          entity.refreshedAt = clock.now();
          const running = refreshes.pendingOf(entity);
          if (running) refreshes.move(running, 'finished');
        }
      }
    },
    expireSession(entity) {
      entity.isSessionOver = true;
    },
    revoke(entity) {
      const consent = consentOf(entity);
      if (consent) {
        consent.isRevoked = true;
        consent.updatedText = identifiers.microTimestamp();
      }
      entity.updatedText = identifiers.microTimestamp();
      tellEntity('entity.updated', entity);
    },
    reconnected(entity, reconnectId) {
      renewed(entity);
      webhooks.emit('entity.reconnected', { id: entity.id, reconnect_id: reconnectId });
      parts.results.release(entity);
    },
    remove(entity) {
      entity.status = 'DELETED';
      entity.updatedText = identifiers.microTimestamp();
      for (const consent of entity.consents) consent.isRevoked = true;
      syncs.delete(entity);
    },
  };
}
