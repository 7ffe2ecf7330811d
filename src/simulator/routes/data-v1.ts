/** The data calls of the old guide: `POST` with a JSON body, on `/data/v1` and on the guide's shorter paths. */
import type { Context } from 'hono';
import { createV1Envelopes, type Produce } from '../envelopes.js';
import type { Entity } from '../entities.js';
import { dayOf } from '../ledger/calendar.js';
import type { Parameters } from '../parameters.js';
import type { Permission } from '../permissions.js';
import type { World } from '../world.js';
import { bodyOf, type Routes } from './app.js';
import { accountOf, callKey, entityOf, respond } from './data-calls.js';

export function addDataV1Routes(routes: Routes, world: World): void {
  const { dataSets } = world;
  const envelopes = createV1Envelopes(world.identifiers);

  function add(
    path: string,
    permission: Permission,
    comesFirst: boolean,
    read: (entity: Entity, body: Parameters) => () => Produce,
  ): void {
    const handle = async (context: Context) => {
      const body = await bodyOf(context, world);
      const entity = entityOf(body, world);
      return respond(context, world, {
        entity,
        permission,
        key: callKey(context, body.raw),
        comesFirst,
        isAsync: body.flag('async'),
        meta: null,
        envelopes,
        hasOwnReconnectId: true,
        produce: read(entity, body),
      });
    };
    routes.add('POST', `/data/v1/${path}`, handle);
    // The guide writes /v1/balance and /v1/transactions.
    routes.add('POST', `/v1/${path}`, handle);
  }

  const accountIn = (entity: Entity, body: Parameters) =>
    accountOf(entity, body.required('account_id'), world);

  add('identity', 'identity', true, (entity) => () => dataSets.v1Identity(entity));
  add('accounts', 'accounts', true, (entity) => () => dataSets.v1Accounts(entity));
  add('balance', 'balance', false, (entity, body) => {
    const account = accountIn(entity, body);
    return () => dataSets.v1Balance(entity, account);
  });
  add('transactions', 'transactions', false, (entity, body) => {
    const account = accountIn(entity, body);
    const today = dayOf(world.clock.now(), 0);
    const terms = {
      from: body.day('start_date', today),
      to: body.day('end_date', today),
      withInsights: body.flag('insights'),
    };
    return () => dataSets.v1Transactions(entity, account, terms);
  });
}
