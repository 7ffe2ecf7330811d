/** The data calls of today's API: `GET /data/v2/…` (facts §3.2). */
import type { Context } from 'hono';
import type { AccountListName, PageTerms } from '../data-sets.js';
import { createV2Envelopes, type Produce } from '../envelopes.js';
import type { Account } from '../accounts.js';
import type { Entity } from '../entities.js';
import { dayOf } from '../ledger/calendar.js';
import { readPage, type Parameters } from '../parameters.js';
import type { Permission } from '../permissions.js';
import type { World } from '../world.js';
import { pathOf, queryOf, type Routes } from './app.js';
import { accountOf, callKey, entityOf, respond } from './data-calls.js';

const lists: readonly (readonly [path: AccountListName, permission: Permission])[] = [
  ['identities', 'identities'],
  ['beneficiaries', 'beneficiaries'],
  ['direct-debits', 'direct_debits'],
  ['standing-orders', 'standing_orders'],
  ['scheduled-payments', 'scheduled_payments'],
];

export function addDataV2Routes(routes: Routes, world: World): void {
  const { dataSets } = world;
  const envelopes = createV2Envelopes(world.identifiers);

  function call(
    context: Context,
    query: Parameters,
    entity: Entity,
    what: { permission: Permission; comesFirst?: boolean; produce: () => Produce },
  ) {
    return respond(context, world, {
      entity,
      permission: what.permission,
      key: callKey(context, context.req.query()),
      comesFirst: what.comesFirst ?? false,
      isAsync: query.flag('async'),
      meta: query.optional('meta'),
      envelopes,
      hasOwnReconnectId: false,
      produce: what.produce,
    });
  }

  /** A call about one account; `read` gets what the path and the query name. */
  function addAccountRoute(
    path: string,
    permission: Permission,
    read: (entity: Entity, account: Account, page: PageTerms, query: Parameters) => () => Produce,
  ): void {
    routes.add('GET', `/data/v2/accounts/:account_id/${path}`, (context) => {
      const query = queryOf(context, world);
      const page = readPage(query);
      const entity = entityOf(query, world);
      const account = accountOf(entity, pathOf(context, 'account_id'), world);
      return call(context, query, entity, { permission, produce: read(entity, account, page, query) });
    });
  }

  function addEntityRoute(
    path: string,
    permission: Permission,
    read: (entity: Entity, page: PageTerms) => Produce,
  ): void {
    routes.add('GET', `/data/v2/${path}`, (context) => {
      const query = queryOf(context, world);
      const page = readPage(query);
      const entity = entityOf(query, world);
      const produce = () => read(entity, page);
      return call(context, query, entity, { permission, comesFirst: true, produce });
    });
  }

  addEntityRoute('accounts', 'accounts', (entity, page) => dataSets.accounts(entity, page));
  addEntityRoute('identity', 'identity', (entity, page) => dataSets.identity(entity, page));
  addAccountRoute(
    'balances',
    'balance',
    (entity, account, page) => () => dataSets.balances(entity, account, page),
  );
  addAccountRoute('transactions', 'transactions', (entity, account, page, query) => {
    const today = dayOf(world.clock.now(), 0);
    const terms = {
      from: query.day('start_date', today),
      to: query.day('end_date', today),
      withInsights: query.flag('insights'),
    };
    return () => dataSets.transactions(entity, account, terms, page);
  });
  for (const [path, permission] of lists) {
    addAccountRoute(
      path,
      permission,
      (entity, account, page) => () => dataSets.list(entity, account, path, page),
    );
  }
}
