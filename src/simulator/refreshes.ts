/** Data refreshes: Lean reading the bank anew, and how far it has come (facts §3.10, §5). */
import type { Banks } from './banks.js';
import type { Customers } from './customers.js';
import type { Entity } from './entities.js';
import { consentOf, permissionsOf } from './entities.js';
import type { Holdings } from './holdings.js';
import { instantText, type Identifiers } from './identifiers.js';
import { DAY_MS, dateText, dayOf } from './ledger/calendar.js';
import type { Permission } from './permissions.js';
import type { SimulatorRegion } from './regions.js';
import type { ScenarioEffects } from './scenarios.js';
import type { Webhooks } from './webhooks.js';

/** How far a data set has come. */
export type DataStatus = 'PENDING' | 'OK' | 'FAILED' | 'UNSUPPORTED';

/** A refresh; times are epoch milliseconds. */
export interface Refresh {
  id: string;
  entity: Entity;
  status: 'PENDING' | 'FINISHED';
  createdAt: number;
  updatedAt: number;
  hasAccounts: boolean;
}

/** The refreshes of all entities. */
export interface Refreshes {
  begin(entity: Entity): Refresh;
  /** Moves a refresh on and tells the host. */
  move(refresh: Refresh, to: 'accounts' | 'finished'): void;
  /** A newer sync takes over: the refresh ends without a word. */
  abandon(refresh: Refresh): void;
  byId(refreshId: string): Refresh | null;
  /** Newest first. */
  ofEntity(entity: Entity): Refresh[];
  pendingOf(entity: Entity): Refresh | null;
  item(refresh: Refresh): Record<string, unknown>;
  detail(refresh: Refresh): Record<string, unknown>;
}

const accountSets: readonly (readonly [name: string, permission: Permission])[] = [
  ['balance', 'balance'],
  ['identity', 'identities'],
  ['transactions', 'transactions'],
  ['scheduled_payments', 'scheduled_payments'],
  ['direct_debits', 'direct_debits'],
  ['standing_orders', 'standing_orders'],
  ['beneficiaries', 'beneficiaries'],
];

/** The UAE Open Finance mock has no such data sets. */
const notInUaeOpenFinance = new Set([
  'scheduled_payments',
  'direct_debits',
  'standing_orders',
  'beneficiaries',
]);

export function createRefreshes(parts: {
  region: SimulatorRegion;
  utcOffsetMinutes: number;
  banks: Banks;
  customers: Customers;
  holdings: Holdings;
  identifiers: Identifiers;
  webhooks: Webhooks;
  now: () => number;
  effectsOf: (customerId: string) => ScenarioEffects;
}): Refreshes {
  const byId = new Map<string, Refresh>();
  const byEntity = new Map<string, Refresh[]>();
  const ofEntity = (entity: Entity) => [...(byEntity.get(entity.id) ?? [])].reverse();

  function outcome(refresh: Refresh, set: string, permission: Permission): DataStatus {
    const { entity } = refresh;
    const isOpenFinance = parts.banks.definition(entity.bankIdentifier)?.connection === 'OPEN_BANKING';
    if (parts.region === 'ae' && isOpenFinance && notInUaeOpenFinance.has(set)) return 'UNSUPPORTED';
    if (!permissionsOf(entity)[permission]) return 'UNSUPPORTED';
    if (refresh.status === 'PENDING') return 'PENDING';
    const { fails } = parts.effectsOf(entity.customerId);
    return fails && !fails.secondBankOnly ? 'FAILED' : 'OK';
  }

  /** Days there are rows for: the API names them in camel case, webhooks in snake case and with whole months. */
  function availability(refresh: Refresh) {
    const consent = consentOf(refresh.entity);
    const end = dayOf(refresh.updatedAt, parts.utcOffsetMinutes);
    const threeYears = end - 3 * 365;
    const start = Math.max(threeYears, Math.floor((consent?.historyFrom ?? 0) / DAY_MS));
    return {
      start: dateText(start),
      end: dateText(end),
      complete_months: Math.max(0, Math.floor((end - start) / 31)),
    };
  }

  function dataStatus(refresh: Refresh, form: 'api' | 'webhook') {
    const accounts = refresh.hasAccounts ? parts.holdings.accounts(refresh.entity) : [];
    const { complete_months, ...days } = availability(refresh);
    return {
      accounts: refresh.hasAccounts ? 'OK' : 'PENDING',
      identity: outcome(refresh, 'identity', 'identity'),
      account_data: accounts.map((account) => ({
        account_id: account.id,
        ...Object.fromEntries(
          accountSets.map(([set, permission]) => [set, outcome(refresh, set, permission)]),
        ),
        ...(form === 'api'
          ? { transactionAvailability: days }
          : { transaction_availability: { ...days, complete_months } }),
      })),
    };
  }

  function tell(refresh: Refresh): void {
    const { entity } = refresh;
    parts.webhooks.emit('entity.data.refresh.updated', {
      entity_id: entity.id,
      refresh_id: refresh.id,
      customer_id: entity.customerId,
      status: refresh.status,
      data_status: dataStatus(refresh, 'webhook'),
      app_user_id: parts.customers.byId(entity.customerId)?.app_user_id ?? null,
    });
  }

  const item: Refreshes['item'] = (refresh) => ({
    refresh_id: refresh.id,
    entity_id: refresh.entity.id,
    customer_id: refresh.entity.customerId,
    status: refresh.status,
    created_at: instantText(refresh.createdAt),
    updated_at: instantText(refresh.updatedAt),
  });

  return {
    begin(entity) {
      const now = parts.now();
      const refresh: Refresh = {
        id: parts.identifiers.of('refresh', entity.id, ofEntity(entity).length),
        entity,
        status: 'PENDING',
        createdAt: now,
        updatedAt: now,
        hasAccounts: false,
      };
      byId.set(refresh.id, refresh);
      byEntity.set(entity.id, [...(byEntity.get(entity.id) ?? []), refresh]);
      tell(refresh);
      return refresh;
    },
    move(refresh, to) {
      refresh.updatedAt = parts.now();
      refresh.hasAccounts = true;
      if (to === 'finished') refresh.status = 'FINISHED';
      tell(refresh);
    },
    abandon(refresh) {
      refresh.updatedAt = parts.now();
      refresh.status = 'FINISHED';
    },
    byId: (refreshId) => byId.get(refreshId) ?? null,
    ofEntity,
    pendingOf: (entity) => ofEntity(entity).find(({ status }) => status === 'PENDING') ?? null,
    item,
    detail(refresh) {
      const { created_at, updated_at, ...ids } = item(refresh);
      return { ...ids, data_status: dataStatus(refresh, 'api'), created_at, updated_at };
    },
  };
}
